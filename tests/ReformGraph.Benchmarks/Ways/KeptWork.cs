using System.Text.Json;
using ReformGraph.Benchmarks.Reporting;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>
/// What a work took when this was last kept, so that a change that makes requests dearer does not go unseen. Whoever makes requests dearer
/// on purpose, or cheaper, keeps it anew.
/// </summary>
/// <param name="FloorOverOurs">The floor's processor time over ours.</param>
/// <param name="ProcessorMicroseconds">Our processor time for a request, on the machine of that day.</param>
/// <param name="AllocatedBytes">The bytes allocated for a request.</param>
internal sealed record KeptWork(double FloorOverOurs, double ProcessorMicroseconds, double AllocatedBytes)
{
    /// <summary>The number of connections.</summary>
    public const int Connections = 8;

    /// <summary>The part of a ratio that must be left.</summary>
    public const double Share = 0.85;

    private const string Kept = "tests/ReformGraph.Benchmarks/kept-works.json";

    private static readonly JsonSerializerOptions indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Keeps what was measured.</summary>
    public static void Keep(IEnumerable<Cell> cells) => File.WriteAllText(Kept,
        JsonSerializer.Serialize(cells.ToDictionary(cell => cell.Work.Name, Of), indented) + "\n");

    /// <summary>What is wanted of the works beside what was kept.</summary>
    public static IEnumerable<Target> Targets(IEnumerable<Cell> cells)
    {
        var kept = JsonSerializer.Deserialize<Dictionary<string, KeptWork>>(File.ReadAllText(Kept), indented)!;
        return cells.SelectMany(cell => kept[cell.Work.Name].Targets(cell.Work.Name, RatioOf(cell), AllocatedOf(cell)));
    }

    /// <summary>What is wanted of a work.</summary>
    /// <param name="work">Its name.</param>
    /// <param name="ratio">The floor's processor time over ours.</param>
    /// <param name="allocated">The bytes allocated for a request.</param>
    public IEnumerable<Target> Targets(string work, Spread ratio, Spread allocated) =>
    [
        Target.AtLeast($"{work}: the floor's processor time over ours, kept as {FloorOverOurs:0.00}", FloorOverOurs * Share, ratio),
        Target.AtMost($"{work}: bytes per request, kept as {AllocatedBytes:#,0}", AllocatedBytes / Share, allocated),
    ];

    private static KeptWork Of(Cell cell) => new(Math.Round(RatioOf(cell).Median, 3),
        Math.Round(cell.Median(Way.Product, round => round.Processor), 1), Math.Round(AllocatedOf(cell).Median));

    private static Spread RatioOf(Cell cell) => cell.Ratio(Way.Floor, Way.Product, round => round.Processor)!.Value;

    private static Spread AllocatedOf(Cell cell) => Spread.Of(cell.Rounds[Way.Product].Select(round => round.Allocated));
}
