using System.Globalization;
using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Exports;

/// <summary>One format.</summary>
/// <param name="Format">Its name.</param>
/// <param name="Bytes">The length of the file.</param>
/// <param name="Rows">Rows a second, to the last byte at the client.</param>
/// <param name="Memory">MiB by which the peak of the server's memory rose.</param>
internal sealed record ExportTimes(string Format, long Bytes, Spread Rows, double Memory);

/// <summary>What was measured of all of them.</summary>
/// <param name="Rows">How many rows an export had.</param>
/// <param name="Hand">Rows a second of the loop that is written by hand.</param>
/// <param name="Ratio">Those of the product's CSV by it, each time in turn.</param>
/// <param name="Times">The formats.</param>
internal sealed record ExportResponse(int Rows, Spread Hand, Spread Ratio, IReadOnlyList<ExportTimes> Times)
{
    private const double LeastRatio = 0.5;
    private const double MostMemory = 250;

    public IEnumerable<Target> Targets() =>
    [
        Target.AtLeast("exports: rows a second as CSV by those of a loop that is written by hand", LeastRatio, Ratio),
        .. Times.Select(
            times => Target.AtMost($"exports: MiB of memory above idle, {times.Format}", MostMemory, Spread.Of([times.Memory]))),
    ];

    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder()
            .AddColumns(string.Create(CultureInfo.InvariantCulture, $"{Rows:#,0} rows"), "rows a second", "MB", "MiB above idle");
        table.AddRow("by hand, CSV, not sent", Hand.ToString(), "", "");
        foreach (var times in Times)
        {
            table.AddRow(times.Format, times.Rows.ToString(), string.Create(CultureInfo.InvariantCulture, $"{times.Bytes / 1e6:#,0.0}"),
                string.Create(CultureInfo.InvariantCulture, $"{times.Memory:0}"));
        }

        console.Write(table);
    }
}
