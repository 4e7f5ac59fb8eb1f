using CsCheck;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;
using ReformGraph.Tests.Engine.Oracle;
using Xunit;

namespace ReformGraph.Tests.Engine.Writing;

public sealed class BoundedTests
{
    // Small numbers, so that zeros, ties and quotients without a rest are frequent, and some large ones.
    private static readonly Gen<int> Units =
        Gen.Frequency((4, Gen.Int[-6, 6]), (2, Gen.Int[-40_000, 40_000]), (1, Gen.Int[-1_000_000_000, 1_000_000_000]));

    private static readonly Gen<Bounded> Numbers =
        from value in Units
        from below in Gen.Int[-1, 4]
        from above in Gen.Int[-1, 4]
        from included in Gen.Select(Gen.Bool, Gen.Bool)
        let isPoint = below == 0 && above == 0
        select new Bounded(
            value,
            below < 0 ? null : new Bound(value - below, included.Item1 || isPoint),
            above < 0 ? null : new Bound(value + above, included.Item2 || isPoint));

    [Fact]
    public void Differences_and_quotients_are_those_of_exact_fractions_over_all_ends() => Gen.Select(Numbers, Numbers).Sample(
        (level, baseline) =>
        {
            var (exactLevel, exactBaseline) = (Exact(level), Exact(baseline));
            Same(exactLevel - exactBaseline, level - baseline);
            var ratio = exactBaseline.CanBeZero ? null : exactLevel / exactBaseline;
            Same(ratio, level.TimesOf(baseline));
            Same(ratio?.Map(end => (end - new Fraction(1, 1)) * 100), level.PercentAbove(baseline));
        },
        iter: 50_000);

    [Fact]
    public void An_average_is_that_of_an_exact_fraction() => Gen.Select(Numbers, Gen.Int[1, 9]).Sample(
        (sum, count) => Same(Exact(sum).Map(end => end / new Fraction(count, 1)), sum.DividedBy(count)),
        iter: 10_000);

    [Fact]
    public void Bounds_that_contradict_each_other_do_no_harm()
    {
        var number = new Bounded(3, new Bound(3, true), new Bound(3, true));
        var upsideDown = new Bounded(1, new Bound(2, true), new Bound(-2, true));
        Assert.Null(number.TimesOf(upsideDown));
        Assert.NotNull(upsideDown.TimesOf(number));
    }

    [Theory]
    [InlineData(3, 3, true, 3, true, QuantityPrecision.Exact)]
    [InlineData(3, 3, false, 5, false, QuantityPrecision.MoreThan)]
    [InlineData(3, 2, true, 4, false, QuantityPrecision.Between)]
    [InlineData(3, 3, true, 5, true, QuantityPrecision.Between)]
    [InlineData(3, 3, true, null, false, QuantityPrecision.AtLeast)]
    [InlineData(3, 3, false, null, false, QuantityPrecision.AtLeast)]
    [InlineData(3, null, false, 3, true, QuantityPrecision.AtMost)]
    [InlineData(3, null, false, null, false, QuantityPrecision.About)]
    public void The_precision_is_the_first_that_is_true_of_value_and_bounds(int value, int? lower, bool lowerIncluded, int? upper,
        bool upperIncluded, QuantityPrecision expected) => Assert.Equal(
        expected,
        new Bounded(value, lower is { } least ? new Bound(least, lowerIncluded) : null,
            upper is { } most ? new Bound(most, upperIncluded) : null).Precision);

    private static ReferenceInterval Exact(Bounded number) => new(
        new Fraction((int)number.Value, 10_000), End(number.Lower), End(number.Upper));

    private static End End(Bound? bound) => bound is { } known ? new(new Fraction((int)known.At, 10_000), known.Included) : default;

    private static void Same(ReferenceInterval? expected, Bounded? found)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is not null && found is { } number)
        {
            var (lower, upper) = (expected.Lower.Value?.Floor(), expected.Upper.Value?.Ceiling());
            Assert.Equal(expected.Value.Nearest(), number.Value);
            Assert.Equal((lower, expected.Lower.Included && expected.Lower.Value!.Value.Ceiling() == lower),
                (number.Lower?.At, number.Lower is { Included: true }));
            Assert.Equal((upper, expected.Upper.Included && expected.Upper.Value!.Value.Floor() == upper),
                (number.Upper?.At, number.Upper is { Included: true }));
        }
    }
}
