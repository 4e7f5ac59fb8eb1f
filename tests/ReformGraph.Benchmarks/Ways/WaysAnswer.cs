using System.Globalization;
using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>The measured cells, and the most memory in bytes that each way held at once.</summary>
internal sealed record WaysAnswer(IReadOnlyList<Cell> Cells, IReadOnlyDictionary<string, long> PeakMemory)
{
    public IEnumerable<Target> Targets() => Cells.SelectMany(WaysTargets.Of);

    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder();
        table.AddColumns("Work", "Connections", "Way", "req/s", "p50 us", "p99 us", "CPU us/req", "bytes/req");
        table.AddColumns("CPU of the floor : ours", "req/s ours : usual");
        foreach (var cell in Cells)
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
                    ours ? $"{cell.Ratio(Way.Floor, Way.Product, round => round.Processor)}" : string.Empty,
                    ours ? $"{cell.Ratio(Way.Product, Way.Usual, round => round.PerSecond)}" : string.Empty);
            }
        }

        console.Write(table);
        foreach (var (way, bytes) in PeakMemory)
        {
            console.WriteLine($"Peak memory of {way}: {bytes / (1024 * 1024)} MiB");
        }
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
