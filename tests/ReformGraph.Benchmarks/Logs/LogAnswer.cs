using System.Globalization;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Ways;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Logs;

/// <summary>The work <c>point</c> with the log, which goes to a pipe, and without it.</summary>
internal sealed record LogAnswer(Cell Cell)
{
    private const double Most = 1.03;

    public IEnumerable<Target> Targets() =>
        [Target.AtMost("point: our processor time per request over that without the log", Most, Ratio(round => round.Processor))];

    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder().AddColumns("", "with the log", "without it", "ratio");
        foreach (var (name, measure) in (KeyValuePair<string, Func<Round, double>>[])[new("CPU us/req", round => round.Processor),
            new("req/s", round => round.PerSecond), new("p99 us", round => round.P99), new("bytes/req", round => round.Allocated)])
        {
            table.AddRow(name, Number(Cell.Median(Way.Product, measure)), Number(Cell.Median(Way.Silent, measure)), $"{Ratio(measure)}");
        }

        console.Write(table);
    }

    private Spread Ratio(Func<Round, double> measure) => Cell.Ratio(Way.Product, Way.Silent, measure)!.Value;

    private static string Number(double value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);
}
