using System.Globalization;
using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Fairness;

/// <summary>One round, in milliseconds.</summary>
/// <param name="AloneP50">The median latency of the quiet key alone.</param>
/// <param name="AloneP99">Its 99th percentile.</param>
/// <param name="BesideP50">The median latency of the quiet key beside the flood.</param>
/// <param name="BesideP99">Its 99th percentile.</param>
/// <param name="Flooded">The number of responses that the flooding key received.</param>
internal sealed record FairnessRound(double AloneP50, double AloneP99, double BesideP50, double BesideP99, long Flooded);

/// <summary>One work beside a flood of another.</summary>
/// <param name="Quiet">The work of the quiet key.</param>
/// <param name="Flood">That of the flooding key.</param>
/// <param name="Rounds">The rounds.</param>
internal sealed record FairnessTime(string Quiet, string Flood, IReadOnlyList<FairnessRound> Rounds)
{
    /// <summary>The 99th percentile beside the flood over that alone.</summary>
    public Spread Ratio => Spread.Of(Rounds.Select(round => round.BesideP99 / round.AloneP99));

    public string Median(Func<FairnessRound, double> measure) =>
        Spread.Of(Rounds.Select(measure)).Median.ToString("#,0.00", CultureInfo.InvariantCulture);
}

/// <summary>What was measured of all of them.</summary>
/// <param name="Times">Of the product.</param>
/// <param name="Before">Of the earlier build; empty if there is none.</param>
internal sealed record FairnessAnswer(IReadOnlyList<FairnessTime> Times, IReadOnlyList<FairnessTime> Before)
{
    private const double Most = 2;

    public IEnumerable<Target> Targets() => Times.Select(time => Target.AtMost(
        $"{time.Quiet} beside a flood of {time.Flood}: p99 of one key over that alone", Most, time.Ratio));

    public void Print(IAnsiConsole console)
    {
        Print(console, "the earlier build", Before);
        Print(console, "ours", Times);
    }

    private static void Print(IAnsiConsole console, string build, IReadOnlyList<FairnessTime> times)
    {
        var table = new Table().MarkdownBorder().AddColumns($"Quiet key ({build})", "Flood", "alone p50 ms", "alone p99 ms", "p50 ms",
            "p99 ms", "p99 : alone", "flood's answers");
        foreach (var time in times)
        {
            table.AddRow(time.Quiet, time.Flood, time.Median(round => round.AloneP50), time.Median(round => round.AloneP99),
                time.Median(round => round.BesideP50), time.Median(round => round.BesideP99), time.Ratio.ToString(),
                time.Median(round => round.Flooded));
        }

        if (times.Count > 0)
        {
            console.Write(table);
        }
    }
}
