using ReformGraph.Benchmarks.Reporting;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Past;

/// <summary>Milliseconds of one request after another at one connection.</summary>
/// <param name="Work">What was asked.</param>
/// <param name="Versions">How many versions a row has.</param>
/// <param name="Most">How many times as long it may take of the past; null where that is only shown.</param>
/// <param name="Present">Of the present, from the rows.</param>
/// <param name="Past">As of a change in the middle.</param>
/// <param name="Ratio">The past by the present, each time in turn.</param>
internal sealed record PastTimes(string Work, double Versions, double? Most, Spread Present, Spread Past, Spread Ratio);

/// <summary>What was measured of all of them.</summary>
internal sealed record PastAnswer(IReadOnlyList<PastTimes> Times)
{
    public IEnumerable<Target> Targets() => Times.Where(times => times.Most is not null).Select(times =>
        Target.AtMost($"{times.Work}, {times.Versions} versions a row: the past by the present", times.Most!.Value, times.Ratio));

    public void Print(IAnsiConsole console)
    {
        var table = new Table().MarkdownBorder()
            .AddColumns("As of a change", "versions a row", "present, ms", "past, ms", "past by present");
        foreach (var times in Times)
        {
            table.AddRow(times.Work, $"{times.Versions}", times.Present.ToString(), times.Past.ToString(), times.Ratio.ToString());
        }

        console.Write(table);
    }
}
