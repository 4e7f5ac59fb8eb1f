using System.Globalization;
using ReformGraph.Seeding;
using Spectre.Console;

namespace ReformGraph.Import;

/// <summary>Prints the report of an import for a person: a line, and tables of what is behind it.</summary>
internal static class ReportTables
{
    private const int MostRows = 50;

    /// <summary>Prints it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="unit">What the numbers of rows count.</param>
    /// <param name="console">Where.</param>
    public static void Print(ImportReport report, string unit, IAnsiConsole console)
    {
        console.WriteLine($"{report}. {Outcome(report)}");
        Print(console, "Refused", report.RefusedCells.Total, [unit, "column", "value", "rule", "message"], report.RefusedCells.Listed
            .Select(cell => new[] { Number(cell.Row), cell.Column, cell.Value ?? string.Empty, cell.Rule, cell.Message }));
        Print(console, "Created", report.Created.Total, [unit, "key"], report.Created.Listed.Select(row => new[] { Number(row.Row), row.Key }));
        Print(console, "Changed", report.Changed.Total, [unit, "key", "column", "before", "after"], report.Changed.Listed
            .SelectMany(row => row.Fields!, (row, field) => new[] { Number(row.Row), row.Key, field.Column, field.Before, field.After }));
        Print(console, "Checks", report.Checks.Count, ["check", "before", "after"], report.Checks.Select(check => new[] { check.Code, Of(check.Before), Of(check.After) }));
    }

    private static string Outcome(ImportReport report) => report switch
    {
        { IsAccepted: false } => "Nothing was imported.",
        { DryRun: true } => "This was a dry run: nothing was written.",
        { Change: { } sequence } => $"Recorded as change {sequence}.",
        _ => "The rows are as they were: nothing was recorded.",
    };

    private static void Print(IAnsiConsole console, string title, int total, string[] columns, IEnumerable<string[]> rows)
    {
        if (total == 0)
        {
            return;
        }

        var table = new Table().Title(title).AddColumns(columns);
        foreach (var row in rows.Take(MostRows))
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
        if (total > MostRows)
        {
            console.WriteLine($"{total} in all; the report as JSON (--report FILE) lists up to {Listing<object>.Most}.");
        }
    }

    private static string Number(int? row) => row?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Of(CheckResult? result) => result is null
        ? string.Empty
        : $"{CellValue.TextOf(result.Status)}: expected {Or(result.Expected)}, actual {Or(result.Actual)}, difference {Or(result.Difference)}";

    private static string Or(decimal? value) => value is null ? "unknown" : CellValue.TextOf(value);
}
