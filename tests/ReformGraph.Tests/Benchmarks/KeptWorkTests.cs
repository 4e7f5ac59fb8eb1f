using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Ways;
using Xunit;

namespace ReformGraph.Tests.Benchmarks;

/// <summary>A work that has become dearer by more than 15 % is noticed.</summary>
public sealed class KeptWorkTests
{
    [Theory]
    [InlineData(0.80, 1_000, true, true)]
    [InlineData(0.69, 1_170, true, true)]
    [InlineData(0.67, 1_000, false, true)]
    [InlineData(0.90, 1_180, true, false)]
    public void A_ratio_may_fall_by_15_percent(double ratio, double bytes, bool isFast, bool isLean) => Assert.Equal(
        [isFast, isLean],
        new KeptWork(0.80, 40, 1_000).Targets("point", Spread.Of([ratio]), Spread.Of([bytes])).Select(target => target.Met));
}
