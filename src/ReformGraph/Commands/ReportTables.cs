using System.Globalization;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.Import;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary>Prints the report of an import for people: summary lines, and tables of details.</summary>
internal static class ReportTables
{
    private const int MostRows = 50;

    private static readonly Bilingual Row = new("row", "行"), Line = new("line", "行"), Object = new("object", "对象"), Column =
        new("column", "列"), Key = new("key", "键"),
        Before = new("before", "原值"), After = new("after", "新值");

    /// <summary>Prints the report of a folder.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isDryRun">Whether nothing was to be written.</param>
    /// <param name="console">The console.</param>
    public static void Print(FolderReport report, bool isDryRun, IAnsiConsole console)
    {
        foreach (var done in report.Tables)
        {
            console.WriteLine(FormattableString.Invariant(
                $"{done.Entity}: {done.Unchanged} unchanged, {done.Changed.Total} changed, {done.Created.Total} added."));
        }

        foreach (var entity in report.Withdrawn.GroupBy(row => row.Entity))
        {
            console.WriteLine($"{entity.Key}: withdrawn {string.Join(", ", entity.Select(row => row.Code))}.");
        }

        foreach (var check in report.Checks)
        {
            console.WriteLine($"check {check.Code}: {Shown(check.Before).En} -> {Shown(check.After).En}.");
        }

        console.WriteLine(report.Change is null && !(isDryRun && report.IsChange) ? "No row differs from before: nothing was recorded."
            : isDryRun ? "This was a dry run: nothing was written."
            : FormattableString.Invariant($"The folder was imported. Recorded as change {report.Change}."));
    }

    /// <summary>Prints the rejected cells of a table.</summary>
    /// <param name="report">The report.</param>
    /// <param name="unit">What row numbers count.</param>
    /// <param name="console">The console.</param>
    /// <param name="most">The maximum number of cells.</param>
    public static void PrintRefused(ImportReport report, string unit, IAnsiConsole console, int most = MostRows) =>
        Print(report.Language, console, new("Refused", "拒绝"), report.RefusedCells.Total, Refused(NumberOf(unit)),
            report.RefusedCells.Listed.Select(cell => Cells(cell, report.Language)), most);

    /// <summary>Prints it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="unit">What row numbers count.</param>
    /// <param name="console">The console.</param>
    public static void Print(ImportReport report, string unit, IAnsiConsole console)
    {
        var number = NumberOf(unit);
        var outcome = report.IsAccepted ? Outcome(report.DryRun, report.Change) : new("Nothing was imported.", "未导入任何数据。");
        console.WriteLine(new Bilingual($"{report.Summary.En}. {outcome.En}", $"{report.Summary.Zh}。{outcome.Zh}").In(report.Language));
        console.WriteLine(Source(report.Source).In(report.Language));
        PrintRefused(report, unit, console);
        if (report.Reading is { } reading)
        {
            RegisterTables.Print(report, reading, number, console);
        }

        Print(report.Language, console, new("Added", "新增"), report.Created.Total, [number, Key],
            report.Created.Listed.Select(row => new[] { Number(row.Row), row.Key }));
        Print(report.Language, console, new("Changed", "修改"), report.Changed.Total,
            [number, Key, Column, Before, After], report.Changed.Listed.SelectMany(row => row.Fields!,
                (row, field) => new[] { Number(row.Row), row.Key, field.Column, field.Before, field.After }));
        Print(report.Language, console, new("Withdrawn", "撤销"), report.Withdrawn?.Total ?? 0, [Key, new("placeholder", "占位行")],
            report.Withdrawn?.Listed.Select(row => new[] { row.Key, row.Placeholder ? "✓" : string.Empty }) ?? []);
        Print(report.Checks, report.Language, console);
    }

    /// <summary>Prints what adding a report has done.</summary>
    /// <param name="report">The report.</param>
    /// <param name="unit">What row numbers of the draft count.</param>
    /// <param name="unitOfChecks">What row numbers of the checks count.</param>
    /// <param name="console">The console.</param>
    public static void Print(ReportLoading report, string unit, string unitOfChecks, IAnsiConsole console)
    {
        var outcome = report.IsAccepted ? Outcome(report.DryRun, report.Change) : new("Nothing was added.", "未新增任何数据。");
        console.WriteLine(new Bilingual($"{report.Summary.En}. {outcome.En}", $"{report.Summary.Zh}。{outcome.Zh}").In(report.Language));
        if (report.Indicators.Count > 0)
        {
            console.WriteLine(new Bilingual($"New indicators: {string.Join(", ", report.Indicators)}",
                $"新增指标：{string.Join("、", report.Indicators)}").In(report.Language));
        }

        var number = NumberOf(unit);
        Print(report.Language, console, new("Refused", "拒绝"), report.RefusedCells.Total, Refused(number),
            report.RefusedCells.Listed.Select(cell => Cells(cell, report.Language)));
        Print(report.Language, console, new("Added", "新增"), report.Figures.Total, [number, new("figure", "数据")],
            report.Figures.Listed.Select(row => new[] { Number(row.Row), row.Key }));
        var numberOfChecks = NumberOf(unitOfChecks);
        Print(report.Language, console, new("Refused checks", "拒绝的校验"), report.RefusedChecks.Total, Refused(numberOfChecks),
            report.RefusedChecks.Listed.Select(cell => Cells(cell, report.Language)));
        Print(report.Language, console, new("Added checks", "新增校验"), report.NewChecks.Total,
            [numberOfChecks, new("check", "校验")], report.NewChecks.Listed.Select(row => new[] { Number(row.Row), row.Key }));
        Print(report.Language, console, new("Proposed checks, not confirmed", "建议的校验（尚未确认）"),
            report.ProposedChecks?.Total ?? 0,
            [new("check", "校验"), new("by the text", "按原文核算")], report.ProposedChecks?.Listed.Select(check => new[]
            {
                check.Formula, check.Status is { } status ? Shown(status).In(report.Language) : string.Empty,
            }) ?? []);
        Print(report.Checks, report.Language, console);
    }

    private static void Print(IReadOnlyList<ChangedCheck> checks, Language language, IAnsiConsole console) =>
        Print(language, console, new("Checks", "校验"), checks.Count, [new("check", "校验"), Before, After],
            checks.Select(check => new[] { check.Code, Shown(check.Before).In(language), Shown(check.After).In(language) }));

    private static Bilingual[] Refused(Bilingual number) =>
        [number, Column, new("value", "值"), new("rule", "规则"), new("message", "说明")];

    private static string[] Cells(RejectedCell cell, Language language) =>
        [Number(cell.Row), cell.Column, cell.Value ?? string.Empty, cell.Rule, ImportCommand.InOptions(cell.Message.In(language))];

    private static Bilingual Outcome(bool isDryRun, long? change) => (isDryRun, change) switch
    {
        (true, _) => new("This was a dry run: nothing was written.", "此为试运行：未写入任何数据。"),
        (_, { } sequence) => new($"Recorded as change {sequence}.", $"已记录为第 {sequence} 号变更。"),
        _ => new("No row differs from before: nothing was recorded.", "各行均无变化：未记录变更。"),
    };

    private static Bilingual Source(TableSource source)
    {
        List<Bilingual> parts = [];
        Add(source.File is { } file ? new(file, file) : null);
        Add(source.Sheet is { } sheet ? new($"sheet {sheet}", $"工作表“{sheet}”") : null);
        Add(source.OtherSheets is { } others
            ? new($"not sheet {string.Join(", ", others)}", $"未读工作表“{string.Join("”“", others)}”") : null);
        Add(source.Encoding is { } encoding ? new($"in {encoding}", $"编码 {encoding}") : null);
        Add(source.Separator is { } separator ? new($"separated by \"{separator}\"", $"分隔符 {separator}") : null);
        Add(source.Formulas is { } formulas
            ? new($"with the results of {English.Count(formulas.Total, "formula")} ({string.Join(", ", formulas.Listed.Take(MostRows))})",
            $"采用 {formulas.Total} 个公式的结果（{string.Join("、", formulas.Listed.Take(MostRows))}）") : null);
        Add(source.NotCompared is { } columns
            ? new($"without comparing {string.Join(", ", columns)}", $"未比较 {string.Join("、", columns)}") : null);
        return new($"Read {string.Join(", ", parts.Select(part => part.En))}.",
            $"已读取 {string.Join("，", parts.Select(part => part.Zh))}。");

        void Add(Bilingual? part)
        {
            if (part is not null)
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>Prints a table of details, or nothing if there are none.</summary>
    public static void Print(Language language, IAnsiConsole console, Bilingual title, int total, Bilingual[] columns,
        IEnumerable<string[]> rows, int mostRows = MostRows)
    {
        if (total == 0)
        {
            return;
        }

        var table = new Table().Title(title.In(language)).AddColumns([.. columns.Select(column => column.In(language))]);
        foreach (var row in rows.Take(mostRows))
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
        if (total > mostRows)
        {
            var most = CappedList<object>.Most;
            console.WriteLine(new Bilingual($"{total} in all; the report as JSON (--report FILE) lists up to {most}.",
                $"共 {total} 项；JSON 报告（--report FILE）最多列出 {most} 项。").In(language));
        }
    }

    private static Bilingual NumberOf(string unit) => unit switch { "line" => Line, "object" => Object, _ => Row };

    private static string Number(int? row) => row?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static Bilingual Shown(CheckResult? result)
    {
        if (result is null)
        {
            return new(string.Empty, string.Empty);
        }

        var (status, expected, actual, difference) =
            (Shown(result.Status), Or(result.Expected), Or(result.Actual), Or(result.Difference));
        return new($"{status.En}: expected {expected.En}, actual {actual.En}, difference {difference.En}",
            $"{status.Zh}：应有值 {expected.Zh}，实际值 {actual.Zh}，差值 {difference.Zh}");
    }

    private static Bilingual Shown(CheckStatus status) => new(CellValue.TextOf(status),
        ScalarType.For(typeof(CheckStatus))!.EnumValues().First(value => value.Value.Equals(status)).LabelZh);

    private static Bilingual Or(decimal? value) =>
        value is { } known ? new(CellValue.TextOf(known), CellValue.TextOf(known)) : new("unknown", "不详");
}
