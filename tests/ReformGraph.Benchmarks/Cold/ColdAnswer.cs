using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Cold;

/// <summary>Milliseconds.</summary>
/// <param name="Start">From the start of the process to the first answer, on a database that exists.</param>
/// <param name="NewDocument">The first request of each document.</param>
/// <param name="WarmDocument">The median of its later requests.</param>
/// <param name="Over">What the first took longer than these.</param>
internal sealed record ColdAnswer(Spread Start, Spread NewDocument, Spread WarmDocument, Spread Over)
{
    private const double LongestStart = 1_500;
    private const double LongestOver = 20;

    public IReadOnlyList<Target> Targets() =>
    [
        Target.AtMost("cold: ms from the start of the process to the first answer", LongestStart, Start),
        Target.AtMost("cold: ms of a new document over a warm one", LongestOver, Over),
    ];

    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder().AddColumns("Cold", "ms");
        table.AddRow("start of the process to first answer", Start.ToString());
        table.AddRow("first request of a new document", NewDocument.ToString());
        table.AddRow("later requests of it", WarmDocument.ToString());
        console.Write(table);
    }
}
