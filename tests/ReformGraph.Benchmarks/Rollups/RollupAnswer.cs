using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Rollups;

/// <summary>Milliseconds of one request after another at one connection.</summary>
/// <param name="Groups">What was asked.</param>
/// <param name="Rollup">The product's answer, as it is served.</param>
/// <param name="Rows">The same answer without rollups.</param>
/// <param name="Sql">The hand-written statement over the rows, its values read and no answer made of them.</param>
/// <param name="RowsBySql">The answer without rollups by the statement, each time in turn.</param>
internal sealed record RollupTimes(string Groups, Spread Rollup, Spread Rows, Spread Sql, Spread RowsBySql);

/// <summary>What was measured of all of them.</summary>
internal sealed record RollupAnswer(IReadOnlyList<RollupTimes> Times)
{
    private const double Longest = 10;
    private const double MostBySql = 1.2;

    public IEnumerable<Target> Targets() =>
    [
        .. Times.Select(times => Target.AtMost($"{times.Groups}: ms from the rollup", Longest, times.Rollup)),
        .. Times.Select(times => Target.AtMost($"{times.Groups}: from the rows by SQL by hand", MostBySql, times.RowsBySql)),
    ];

    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder()
            .AddColumns("Groups", "from the rollup, ms", "from the rows, ms", "SQL by hand over the rows, ms", "rows by SQL");
        foreach (var times in Times)
        {
            table.AddRow(times.Groups, times.Rollup.ToString(), times.Rows.ToString(), times.Sql.ToString(), times.RowsBySql.ToString());
        }

        console.Write(table);
    }
}
