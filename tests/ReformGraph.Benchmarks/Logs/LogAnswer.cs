using System.Globalization;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Ways;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Logs;

/// <summary>The work <c>point</c> with the log, which goes to a pipe, without it, and with metrics or traces beside it.</summary>
internal sealed record LogAnswer(Cell Cell)
{
    private const double Most = 1.03, MostOff = 1.01;

    private static readonly (string Way, string Other, string Name)[] ratios = [(Way.Product, Way.Silent, "log : no log"),
        (Way.Measured, Way.Product, "metrics : none"), (Way.Traced, Way.Product, "metrics and traces : none"),
        (Way.Product, Way.Before, "product : earlier build")];

    public IEnumerable<Target> Targets() =>
    [
        Target.AtMost("point: our processor time per request over that without the log", Most,
            Ratio(Way.Product, Way.Silent, round => round.Processor)!.Value),
        .. Ratio(Way.Product, Way.Before, round => round.Processor) is { } off
            ? (Target[])[Target.AtMost("point: our processor time per request over that of the earlier build", MostOff, off)] : [],
    ];

    public void Print(IAnsiConsole console)
    {
        var ways = Cell.Rounds.Select(rounds => rounds.Key).ToList();
        var table = new Table().MarkdownBorder().AddColumns(["", .. ways, .. ratios.Select(ratio => ratio.Name)]);
        foreach (var (name, measure) in (KeyValuePair<string, Func<Round, double>>[])[new("CPU us/req", round => round.Processor),
            new("req/s", round => round.PerSecond), new("p99 us", round => round.P99), new("bytes/req", round => round.Allocated)])
        {
            table.AddRow([name, .. ways.Select(way => Number(Cell.Median(way, measure))),
                .. ratios.Select(ratio => $"{Ratio(ratio.Way, ratio.Other, measure)}")]);
        }

        console.Write(table);
    }

    private Spread? Ratio(string way, string other, Func<Round, double> measure) => Cell.Ratio(way, other, measure);

    private static string Number(double value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);
}
