using System.Text.RegularExpressions;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// The header of a table: a row with the names of the columns, perhaps above one with their units or their own names, as 计划 and 完成
/// below 投资（万元）. An empty cell beside a group belongs to it.
/// </summary>
internal sealed partial class TableHeader
{
    private readonly string text;
    private readonly List<(ReportLine Line, int[] Tabs, int[] Cells)> rows = []; // with the cell of each column
    private readonly Dictionary<int, Passage?> periods = [];

    /// <summary>A header with one row.</summary>
    public TableHeader(string text, ReportLine line)
    {
        this.text = text;
        Headings = [.. text[line.Start..line.End].Split('\t').Select(cell => cell.Trim())];
        Names = [.. Headings.Select(TableUnits.Without)];
        rows.Add((line, ReportTable.TabsIn(text, line), [.. Enumerable.Range(0, Headings.Count)]));
    }

    /// <summary>The headings of the columns, with their units: 投资计划（万元）.</summary>
    public IReadOnlyList<string> Headings { get; private set; }

    /// <summary>What the headings say of the cells, without units: 计划.</summary>
    public IReadOnlyList<string> Names { get; private set; }

    /// <summary>The first row.</summary>
    public ReportLine First => rows[0].Line;

    /// <summary>The number of rows.</summary>
    public int Rows => rows.Count;

    /// <summary>Whether a line is one of its rows.</summary>
    public bool Contains(ReportLine line) => rows.Exists(row => row.Line == line);

    /// <summary>The tabs of one of its rows; null for another line.</summary>
    public int[]? TabsOf(ReportLine line) => rows.Find(row => row.Line == line).Tabs;

    /// <summary>Adds the line below; false if it is no row of the header.</summary>
    public bool TryAdd(ReportLine line)
    {
        var below = Array.ConvertAll(text[line.Start..line.End].Split('\t'), cell => cell.Trim());
        if (below.Length < Headings.Count || !(below[0].Length == 0 || below[0] == Headings[0] || IsUnits(below[0]))
            || below.SequenceEqual(Headings) || Array.Exists(below, IsValue) || CellsAbove(below) is not { } above)
        {
            return false;
        }

        var isUnits = below.Skip(1).All(cell => cell.Length == 0 || UnitOf(cell) is not null);
        var isGrouped = above.Where((cell, column) => below[column].Length > 0 && column > 0 && cell == above[column - 1]).Any();
        if (!isGrouped && !(isUnits && below.Skip(1).Any(cell => cell.Length > 0)))
        {
            return false;
        }

        for (var row = 0; row < rows.Count; row++)
        {
            rows[row] = rows[row] with { Cells = Array.ConvertAll(above, cell => rows[row].Cells[cell]) };
        }

        Names = [.. below.Select((cell, column) => column > 0 && HasKind(cell) ? TableUnits.Without(cell)
            : NameOf(Names[above[column]], column > 0 ? cell : string.Empty))];
        Headings = [.. below.Select((cell, column) => HeadingOf(Headings[above[column]], column > 0 ? cell : string.Empty))];
        rows.Add((line, ReportTable.TabsIn(text, line), [.. Enumerable.Range(0, below.Length)]));
        return true;
    }

    /// <summary>Notes the period of the columns below a cell of one of its rows; of two periods, neither.</summary>
    public void AddPeriod(ReportLine line, Passage period)
    {
        if (PeriodFinder.IsComparison(text, period.Start))
        {
            return;
        }

        var (_, tabs, cells) = rows.Find(row => row.Line == line);
        var cell = ~Array.BinarySearch(tabs, period.Start);
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column] == cell)
            {
                periods[column] = periods.ContainsKey(column) ? null : period;
            }
        }
    }

    /// <summary>The period of a column, as its heading words it; null if there is none.</summary>
    public Passage? PeriodOf(int column)
    {
        if (periods.TryGetValue(column, out var period))
        {
            return period;
        }

        foreach (var (line, tabs, cells) in rows)
        {
            var cell = cells[column];
            var (start, end) = (cell == 0 ? line.Start : tabs[cell - 1] + 1, cell == tabs.Length ? line.End : tabs[cell]);
            if (PeriodFinder.SpanIn(text, start, end) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    // Of each cell below, the column above. Merged cells may be one cell; then it must be clear how far each reaches.
    private int[]? CellsAbove(string[] below)
    {
        var above = new int[below.Length];
        var isMerged = below.Length > Headings.Count;
        if (isMerged && below.Count(cell => cell.Length == 0) != Headings.Count - 1)
        {
            return null;
        }

        for (var (at, next) = (0, 0); at < below.Length; at++)
        {
            var isSame = at > 0 && below[at].Length > 0 && below[at - 1].Length > 0;
            above[at] = isMerged ? (isSame ? above[at - 1] : next++)
                : isSame && Headings[at].Length == 0 ? above[at - 1] : at;
        }

        return isMerged && above[^1] != Headings.Count - 1 ? null : above;
    }

    private static string NameOf(string above, string below) =>
        below.Length == 0 || UnitOf(below) is not null ? above : above + TableUnits.Without(below);

    private static string HeadingOf(string above, string below)
    {
        var unit = UnitOf(below) ?? TableUnits.UnitIn(below) ?? TableUnits.UnitIn(above);
        var name = NameOf(TableUnits.Without(above), below);
        return unit is null ? name : $"{name}（{unit}）";
    }

    // 计划, 去年同期, 同比: below a group, it says alone what the cells are.
    private static bool HasKind(string heading) => TableUnits.Without(heading) is var name && (ColumnHeadings.IsPlan(name) is not null
        || ColumnHeadings.IsFormer(name) || ColumnHeadings.IsYearly(name) || ColumnHeadings.Change().IsMatch(name));

    // （万元）, 万元
    private static string? UnitOf(string cell) => cell.Trim('（', '）') is { Length: > 0 } unit
        && TableUnits.MeasuredIn($"（{unit}）") is not null ? unit : null;

    private static bool IsUnits(string cell) => cell.Replace(" ", string.Empty, StringComparison.Ordinal) is "单位" or "计量单位";

    private static bool IsValue(string cell) => Number().IsMatch(cell);

    // 12, -3.5%, （5）, —; but not 2023年 or 2023
    [GeneratedRegex(@"^(?:[（+\-—↑↓]?(?!(?:19|20)[0-9]{2}(?:年|$))[0-9]|[\-—/]+$)")]
    private static partial Regex Number();
}
