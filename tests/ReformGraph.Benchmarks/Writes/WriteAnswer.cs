using System.Globalization;
using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Writes;

/// <summary>Mutations over HTTP by some clients, each of which writes again as soon as it has its answer.</summary>
/// <param name="Clients">How many.</param>
/// <param name="PerSecond">How many mutations were answered in a second.</param>
/// <param name="Median">Milliseconds of the median one.</param>
/// <param name="Slowest">Milliseconds that one in a hundred took longer than.</param>
internal sealed record WriteRate(int Clients, double PerSecond, double Median, double Slowest);

/// <summary>What was measured of writes.</summary>
/// <param name="Rates">Over HTTP.</param>
/// <param name="Rollups">Milliseconds of one write with the rollups of its table by one without.</param>
internal sealed record WriteAnswer(IReadOnlyList<WriteRate> Rates, Spread Rollups)
{
    private const double MostForRollups = 2;

    public IEnumerable<Target> Targets() => [Target.AtMost("a write with rollups, by one without", MostForRollups, Rollups)];

    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder().AddColumns("Clients that write", "mutations/s", "median, ms", "99th percentile, ms");
        foreach (var rate in Rates)
        {
            table.AddRow(Text(rate.Clients), Text(rate.PerSecond), Text(rate.Median), Text(rate.Slowest));
        }

        console.Write(table);

        static string Text(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
    }
}
