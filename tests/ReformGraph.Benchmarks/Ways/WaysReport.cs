using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>The measured cells for people and for programs.</summary>
internal static class WaysReport
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(IAnsiConsole console, IReadOnlyList<Cell> cells, IReadOnlyDictionary<string, long> peakMemory)
    {
        var table = new Table().MarkdownBorder();
        table.AddColumns("Work", "Connections", "Way", "req/s", "p50 us", "p99 us", "CPU us/req", "bytes/req");
        table.AddColumns("CPU of the floor : ours", "req/s ours : usual");
        foreach (var cell in cells)
        {
            foreach (var way in cell.Rounds.Keys)
            {
                var ours = way == Way.Product;
                table.AddRow(
                    cell.Work.Name,
                    cell.Connections.ToString(CultureInfo.InvariantCulture),
                    way,
                    Number(cell.Median(way, round => round.PerSecond)),
                    Number(cell.Median(way, round => round.P50)),
                    Number(cell.Median(way, round => round.P99)),
                    Number(cell.Median(way, round => round.Processor)),
                    Number(cell.Median(way, round => round.Allocated)),
                    ours ? Ratio(cell.Ratio(Way.Floor, Way.Product, round => round.Processor)) : string.Empty,
                    ours ? Ratio(cell.Ratio(Way.Product, Way.Usual, round => round.PerSecond)) : string.Empty);
            }
        }

        console.Write(table);
        foreach (var (way, bytes) in peakMemory)
        {
            console.WriteLine($"Peak memory of {way}: {bytes / (1024 * 1024)} MiB");
        }
    }

    public static void Print(IAnsiConsole console, IReadOnlyList<Target> targets)
    {
        var table = new Table().MarkdownBorder().AddColumns("Target", "Wanted", "Measured", "Met");
        foreach (var target in targets)
        {
            table.AddRow(target.What, target.Wanted, Ratio(target.Measured), target.Met ? "yes" : "no");
        }

        console.Write(table);
    }

    public static void Save(string file, IReadOnlyList<Cell> cells, IReadOnlyDictionary<string, long> peakMemory, IReadOnlyList<Target> targets)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, JsonSerializer.Serialize(
            new
            {
                processors = Environment.ProcessorCount,
                runtime = Environment.Version.ToString(),
                cells = cells.Select(cell => new { work = cell.Work.Name, cell.Connections, cell.Rounds }),
                peakMemory,
                targets,
            },
            Indented));
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    private static string Ratio(Spread? spread) => spread is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.Median:0.00} ({known.Least:0.00} to {known.Greatest:0.00})")
        : string.Empty;
}
