using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using ReformGraph.Engine.Execution;
using ReformGraph.Scans;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary><c>scans</c>: lists the queries that scanned a table, as recorded by the last server over the database.</summary>
internal static partial class ScansCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="database">The path of the database; called when the command runs.</param>
    /// <param name="console">Where the table is printed.</param>
    public static Command Create(Func<string> database, IAnsiConsole console)
    {
        var command = new Command("scans",
            "Lists the queries that scanned a table when they were served, each with the index that would avoid the scan.");
        command.SetAction(_ =>
        {
            var path = ScanFile.PathOf(database());
            if (ScanFile.Read(path) is { } notes)
            {
                Print(notes, console);
            }
            else
            {
                console.WriteLine($"No query is recorded as having scanned a table: {path} does not exist.");
            }
        });
        return command;
    }

    /// <summary>What is printed at startup about the records of the previous server; null if there is nothing to report.</summary>
    public static string? Hint(ScanNotes? notes) => notes is { Queries: { Count: > 0 and var count } }
        ? $"{count} {(count == 1 ? "query" : "queries")} scanned a table until {Time(notes)}: the command scans lists them"
        : null;

    private static void Print(ScanNotes notes, IAnsiConsole console)
    {
        var table = new Table().AddColumns("Query", "Entity", "Runs", "Rows per run", "Index to add");
        foreach (var query in notes.Queries)
        {
            table.AddRow(new Text(OneLine(query)), new Text(OneLine(query.Entity)), Number(query.Runs),
                Number(query.Rows / Math.Max(1, query.Runs)), new Text(OneLine(query.Advice)));
        }

        console.Write(table);
        console.WriteLine($"Recorded until {Time(notes)}");
    }

    private static string OneLine(ScannedQuery query) =>
        OneLine(query.OperationName is { } name ? $"{name}: {query.Document}" : query.Document);

    // Text from a client must neither break the row nor send control characters to the terminal.
    private static string OneLine(string text) => NotPrinted().Replace(text, " ").Trim();

    private static Text Number(long value) => new(value.ToString("N0", CultureInfo.InvariantCulture));

    private static string Time(ScanNotes notes) => notes.Until.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+")]
    private static partial Regex NotPrinted();
}
