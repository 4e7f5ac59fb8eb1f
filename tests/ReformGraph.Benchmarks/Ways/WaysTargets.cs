using ReformGraph.Benchmarks.Reporting;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>What is wanted of the product beside the other ways, as ratios within one run.</summary>
internal static class WaysTargets
{
    private const double FloorShare = 0.85;
    private const double TimesP99 = 3;

    /// <summary>The targets that a cell can tell of.</summary>
    public static IEnumerable<Target> Of(Cell cell)
    {
        if (cell.Connections == 8 && cell.Work.NearFloor && cell.Ratio(Way.Floor, Way.Product, round => round.Processor) is { } processor)
        {
            yield return Target.AtLeast($"{cell.Work.Name}: the floor's processor time per request over ours", FloorShare, processor);
        }

        if (cell.Connections == 8 && cell.Work.TimesUsual is { } times
            && cell.Ratio(Way.Product, Way.Usual, round => round.PerSecond) is { } faster)
        {
            yield return Target.AtLeast($"{cell.Work.Name}: our requests per second over the usual way's", times, faster);
        }

        if (cell.Connections == 64 && cell.Ratio(Way.Product, Way.Floor, round => round.P99) is { } slowest)
        {
            yield return Target.AtMost($"{cell.Work.Name}: our p99 at 64 connections over the floor's", TimesP99, slowest);
        }
    }
}
