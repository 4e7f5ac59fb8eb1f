using ReformGraph.Data.Synthesis;
using Xunit;

namespace ReformGraph.Tests.Synthesis;

public sealed class DrawTests
{
    [Fact]
    public void A_key_gives_the_same_values_everywhere()
    {
        var draw = new DeterministicRandom(7, 1);
        Assert.Equal("983 641 905 547 546 681 802 137", string.Join(' ', Enumerable.Range(0, 8).Select(_ => draw.Below(1_000))));
        Assert.Equal(Guid.Parse("54008374-e992-47f9-74fe-f42b5a92fe61"), draw.Uuid());
        Assert.Equal((100.8531m, new DateOnly(2025, 6, 30)), (draw.Amount(0, 1_000, 4), draw.Day(2021, 2025)));
    }

    [Fact]
    public void Keys_that_differ_in_one_number_give_other_values() => Assert.Equal(
        4,
        new[] { new DeterministicRandom(7, 1), new DeterministicRandom(7, 2), new DeterministicRandom(8, 1),
            new DeterministicRandom(1, 7) }.Select(draw => draw.Uuid()).Distinct().Count());

    [Fact]
    public void Weights_and_chances_are_kept_to()
    {
        var draw = new DeterministicRandom(1);
        var counts = Enumerable.Range(0, 10_000).Select(_ => draw.Weighted((70, 'a'), (25, 'b'), (5, 'c'))).CountBy(value => value)
            .ToDictionary();
        Assert.InRange(counts['a'], 6_850, 7_150);
        Assert.InRange(counts['b'], 2_350, 2_650);
        Assert.InRange(counts['c'], 430, 570);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => draw.Chance(30)), 2_850, 3_150);
    }

    [Fact]
    public void Values_keep_within_their_bounds()
    {
        var draw = new DeterministicRandom(2);
        Assert.Equal(Enumerable.Range(0, 20), draw.Distinct(20, 20).Order());
        Assert.Equal([3, 4, 5], Enumerable.Range(0, 200).Select(_ => draw.Between(3, 5)).Distinct().Order());
        Assert.All(Enumerable.Range(0, 200).Select(_ => draw.Day(2021, 2022)), day => Assert.InRange(day.Year, 2021, 2022));
        Assert.All(Enumerable.Range(0, 200).Select(_ => draw.Amount(10, 20, 2)),
            amount => Assert.True(amount is >= 10 and < 20 && decimal.Round(amount, 2) == amount));
    }
}
