using System.Text.Json;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Reporting;

/// <summary>What was measured, for people and for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>A console whose tables keep their columns when they go to a file.</summary>
    public static IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        console.Profile.Width = 200;
        return console;
    }

    public static void Print(IAnsiConsole console, IReadOnlyList<Target> targets)
    {
        var table = new Table().MarkdownBorder().AddColumns("Target", "Wanted", "Measured", "Met");
        foreach (var target in targets)
        {
            table.AddRow(target.What, target.Wanted, target.Measured.ToString(), target.Met ? "yes" : "no");
        }

        console.Write(table);
    }

    /// <summary>Saves the results, and on what they were measured.</summary>
    public static void Save(string file, object results)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, JsonSerializer.Serialize(
            new { processors = Environment.ProcessorCount, runtime = Environment.Version.ToString(), results }, Indented));
    }
}
