using System.Globalization;
using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Feeds;

/// <summary>One request.</summary>
/// <param name="Name">What it asks for.</param>
/// <param name="Bytes">The length of the answer.</param>
/// <param name="Microseconds">Processor time of the server for one request.</param>
/// <param name="Before">That of the earlier build by it, each time in turn; null where none was measured.</param>
internal sealed record FeedTime(string Name, int Bytes, Spread Microseconds, Spread? Before);

/// <summary>What was measured of all of them.</summary>
internal sealed record FeedTimes(IReadOnlyList<FeedTime> Times)
{
    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder().AddColumns("Request", "kB", "CPU us/req", "CPU of the earlier build : ours");
        foreach (var time in Times)
        {
            table.AddRow(time.Name, string.Create(CultureInfo.InvariantCulture, $"{time.Bytes / 1e3:#,0.0}"), time.Microseconds.ToString(),
                $"{time.Before}");
        }

        console.Write(table);
    }
}
