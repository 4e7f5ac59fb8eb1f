using System.Globalization;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>What is wanted of the product, as a ratio of two ways in one run.</summary>
internal sealed record Target(string What, string Wanted, Spread Measured, bool Met)
{
    private const double FloorShare = 0.85;
    private const double TimesP99 = 3;

    /// <summary>The targets that these cells can tell of.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyList<Cell> cells) => [.. cells.SelectMany(Of)];

    private static IEnumerable<Target> Of(Cell cell)
    {
        if (cell.Connections == 8 && cell.Work.NearFloor && cell.Ratio(Way.Floor, Way.Product, round => round.Processor) is { } processor)
        {
            yield return AtLeast($"{cell.Work.Name}: the floor's processor time per request over ours", FloorShare, processor);
        }

        if (cell.Connections == 8 && cell.Work.TimesUsual is { } times && cell.Ratio(Way.Product, Way.Usual, round => round.PerSecond) is { } faster)
        {
            yield return AtLeast($"{cell.Work.Name}: our requests per second over the usual way's", times, faster);
        }

        if (cell.Connections == 64 && cell.Ratio(Way.Product, Way.Floor, round => round.P99) is { } slowest)
        {
            yield return new Target($"{cell.Work.Name}: our p99 at 64 connections over the floor's", Text("at most", TimesP99), slowest, slowest.Median <= TimesP99);
        }
    }

    private static Target AtLeast(string what, double wanted, Spread measured) => new(what, Text("at least", wanted), measured, measured.Median >= wanted);

    private static string Text(string bound, double wanted) => string.Create(CultureInfo.InvariantCulture, $"{bound} {wanted}");
}
