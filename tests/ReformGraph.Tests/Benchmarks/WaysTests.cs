using ReformGraph.Benchmarks.Ways;
using ReformGraph.Settings;
using ReformGraph.Tests.Synthesis;
using Xunit;

namespace ReformGraph.Tests.Benchmarks;

/// <summary>What the benchmark compares is comparable.</summary>
[Trait("Kind", "exhaustive")]
public sealed class WaysTests(SyntheticDatabase database) : IClassFixture<SyntheticDatabase>
{
    [FactIfExhaustive]
    public void The_product_the_floor_and_the_usual_way_give_the_same_answers()
    {
        var product = typeof(ReformGraphOptions).Assembly.Location;
        using Way ours = new(Way.Product, product, database.Path), floor = new(Way.Floor, product, database.Path), usual =
            new(Way.Usual, product, database.Path);
        Assert.Equal(3 * Work.All.Sum(work => work.Variables.Count), Comparison.Check(Work.All, [ours, floor, usual]));
    }
}
