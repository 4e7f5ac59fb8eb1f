using System.Text.RegularExpressions;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>A table in a report's text: lines of cells separated by tabs.</summary>
internal sealed partial class ReportTable
{
    private const int LongestHeading = 60;
    private const int LongestLabel = 200;
    private const decimal LeastPercentage = 10; // beside it, 0.85 is hardly a percentage
    private const string Sums = "合计 总计 共计 小计 总数 全县 全县合计 全县总计 合计数";

    private static readonly HashSet<string> SumLabels = [.. Sums.Split(' ')];

    private readonly string text;
    private readonly TableHeader header;
    private readonly string? unitAbove;
    private readonly HashSet<int> summed = [];
    private readonly List<ReportLine> rows = [];
    private (bool HasRatio, bool HasPercent, decimal Largest)[]? sizes;
    private bool hasUnits;
    private bool? isPlanned;
    private (ReportLine? Line, int[] Tabs) current = (null, []);
    private (ReportLine? Line, (int Column, string Words) Label) labelled;

    private ReportTable(string text, ReportLine header, string? unitAbove) =>
        (this.text, this.header, this.unitAbove) = (text, new(text, header), unitAbove);

    private IReadOnlyList<string> Headings => header.Headings;

    private int UnitColumn => Headings.ToList().FindIndex(heading =>
        heading.Replace(" ", string.Empty, StringComparison.Ordinal) is "单位" or "计量单位");

    /// <summary>Finds the tables among the lines of a text.</summary>
    public static void Find(string text, IReadOnlyList<ReportLine> lines)
    {
        ReportTable? table = null;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (!IsRow(text.AsSpan(line.Start..line.End)) && table?.IsContinued(line) is not true)
            {
                table = null;
                continue;
            }

            table = table is null ? Begin(text, line, at > 0 ? lines[at - 1] : null)
                : table.IsNextOfHeader(line) ? table
                : table.IsOtherHeader(line) ? new(text, line, table.unitAbove) { isPlanned = table.isPlanned } : table;
            line.Table = table;
            table.rows.Add(line);
            line.IsPlanned = table.isPlanned ?? line.IsPlanned;
            table.AddSums(line);
            table.hasUnits |= TableUnits.Measured(table.CellOfUnit(line)) is not null;
        }
    }

    /// <summary>The text, with commas where other characters separate the thousands of a number in a cell of its own: 1，200 and
    /// 1 200.</summary>
    public static string WithCommas(string text, IReadOnlyList<ReportLine> lines)
    {
        var characters = text.ToCharArray();
        foreach (var line in lines.Where(line => line.Table?.IsHeader(line) is false))
        {
            var at = line.Start;
            foreach (var cell in text[line.Start..line.End].Split('\t'))
            {
                ArabicDigits.WithCommas(cell).CopyTo(0, characters, at, cell.Length);
                at += cell.Length + 1;
            }
        }

        return new(characters);
    }

    // 2023 and 120: a row of two cells, of which the first is not the number of a paragraph.
    private bool IsContinued(ReportLine line) => TabsOf(line) is [var tab] && Headings.Count == 2
        && tab + 1 < line.End && char.IsAsciiDigit(text[tab + 1]);

    private bool IsNextOfHeader(ReportLine line)
    {
        var isNext = rows.Count == header.Rows && header.TryAdd(line);
        isPlanned = isNext && isPlanned is null && header.Names.Any(name => ColumnHeadings.IsPlan(name) is true) ? false : isPlanned;
        return isNext;
    }

    // Words alone in another number of columns: the first row of another table.
    private bool IsOtherHeader(ReportLine line)
    {
        var cells = text[line.Start..line.End].Split('\t');
        return cells.Length != Headings.Count && cells.Count(cell => Letter().IsMatch(cell)) > 1
            && !Array.Exists(cells, cell => cell.AsSpan().Trim() is [>= '0' and <= '9', .. var rest] && !rest.EndsWith("年"));
    }

    // A table with a caption, or with columns of plans, may stand at the end of a report, after what is planned.
    private static ReportTable Begin(string text, ReportLine header, ReportLine? above) =>
        new(text, header, above is null ? null : TableUnits.UnitIn(text[above.Start..above.End]))
        {
            isPlanned = above is not null && Caption().IsMatch(text, above.Start) ? ReportLayout.IsPlanned(text, above.Start, above.End)
                : Array.Exists(text[header.Start..header.End].Split('\t'), heading => ColumnHeadings.IsPlan(heading.Trim()) is true)
                    ? false : null,
        };

    /// <summary>Whether it is a table of contents: its numbers are page numbers.</summary>
    public bool IsContents => Headings.Count == 2 && Headings[1].Trim() is { Length: > 0 and < 5 } page && page.All(char.IsAsciiDigit)
        && !IsYear(page);

    /// <summary>Whether a line is one of those that name the columns.</summary>
    public bool IsHeader(ReportLine line) => header.Contains(line);

    /// <summary>The number of the cell that contains a place.</summary>
    public int ColumnOf(ReportLine line, int place) => ~Array.BinarySearch(TabsOf(line), place);

    /// <summary>The heading of a column; null if the row's columns differ from the header's.</summary>
    public string? HeadingOf(ReportLine line, int column) =>
        column < Headings.Count && TabsOf(line).Length == Headings.Count - 1 ? Headings[column].Trim() : null;

    /// <summary>The heading of the column of a place, without a unit: 完成率 of 完成率（%）. Null if there is none.</summary>
    public string? NameOf(ReportLine line, int place) =>
        !IsHeader(line) && ColumnOf(line, place) is var column && HeadingOf(line, column) is not null ? header.Names[column] : null;

    /// <summary>What names a cell: the first words of its row, and the heading of its column.</summary>
    public string WordsOf(ReportLine line, int place) =>
        (LabelOf(line) is var label && label.Column < ColumnOf(line, place) ? label.Words : string.Empty)
        + (!IsHeader(line) && HeadingOf(line, ColumnOf(line, place)) is { } heading ? TableUnits.Without(heading) : string.Empty);

    /// <summary>Whether a place is in the cell that names its row, or before it, rather than in a value of the row.</summary>
    public bool IsLabel(ReportLine line, int place) => ColumnOf(line, place) <= LabelOf(line).Column;

    // The first cell with a word. The rows are read in order.
    private (int Column, string Words) LabelOf(ReportLine line)
    {
        if (labelled.Line != line)
        {
            var cells = text[line.Start..Math.Min(line.End, line.Start + LongestLabel)].Split('\t');
            var column = Math.Max(0, Array.FindIndex(cells, cell => Letter().IsMatch(cell)));
            labelled = (line, (column, cells[column].Trim()));
        }

        return labelled.Label;
    }

    /// <summary>Notes a period in one of the lines that name the columns.</summary>
    public void AddPeriod(ReportLine line, Passage period) => header.AddPeriod(line, period);

    /// <summary>The period of a column, as its heading words it; null if there is none.</summary>
    public Passage? PeriodOf(ReportLine line, int place) => !IsHeader(line) && ColumnOf(line, place) is var column
        && HeadingOf(line, column) is not null ? header.PeriodOf(column) : null;

    /// <summary>Whether a cell is a year without 年: in a heading, or below 年份.</summary>
    public bool IsYear(ReportLine line, Passage cell) => cell.Quantity is { IsWithoutUnit: true }
        && IsYear(text.AsSpan(cell.Start..cell.End)) && IsCell(line, cell.Start, cell.End)
        && (IsHeader(line) || (HeadingOf(line, ColumnOf(line, cell.Start)) is { } heading && heading.Contains('年')));

    /// <summary>Of a number without a unit in a column of rates, whether other cells show that it is in per cent: 92%; but not 0.85
    /// among far larger numbers. Null in another column.</summary>
    public bool? IsPercentage(ReportLine line, int place, decimal value)
    {
        var column = ColumnOf(line, place);
        return HeadingOf(line, column) is not { } heading || !Rates.IsRate(heading) ? null
            : SizesOf(column) is var (_, hasPercent, largest) && hasPercent
                && !(value is > 0 and <= 1 && largest >= LeastPercentage && !Rates.IsOfChange(heading));
    }

    /// <summary>Whether a column has a number with decimals, and so does not count whole things.</summary>
    public bool HasDecimals(ReportLine line, int place) =>
        ColumnOf(line, place) is var column && HeadingOf(line, column) is not null && SizesOf(column).HasRatio;

    private (bool HasRatio, bool HasPercent, decimal Largest) SizesOf(int column) =>
        (sizes ??= Rates.SizesOf(rows.Skip(header.Rows).Select(row => text[row.Start..row.End].Split('\t')), Headings.Count))[column];

    private static bool IsYear(ReadOnlySpan<char> digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    /// <summary>Whether a column has a sum.</summary>
    public bool IsSummed(int column) => summed.Contains(column);

    /// <summary>Whether the numbers below a heading do not count anything.</summary>
    public static bool IsNumbered(string heading) =>
        Numbered().IsMatch(heading) && TableUnits.MeasuredIn(heading) is null;

    /// <summary>What the numbers of a row below a heading count, their multiplier, and both in words.</summary>
    public (Measure Measure, decimal Factor, string Wording)? UnitOf(ReportLine line, string heading) =>
        TableUnits.MeasuredIn(heading) ?? (RowUnit(line) is { } unit ? TableUnits.Measured(unit)
            : TableUnits.Above(unitAbove, heading));

    /// <summary>The unit in a row's own cell (单位) or name (投资额（万元）) that is not understood, or not that of the column
    /// (增幅, 人数（人）); null if there is none.</summary>
    public string? UnreadUnitOf(ReportLine line, string heading) => RowUnit(line) is not { } unit ? null
        : TableUnits.MeasuredIn(heading) is { } own
            ? own.Measure.IsRate || TableUnits.Measured(unit) is not { } other || own.Measure == other.Measure || hasUnits ? null : unit
        : TableUnits.Measured(unit) is null || TableUnits.IsRelative(heading) ? unit : null;

    /// <summary>Whether a place is a whole cell in brackets, as negative numbers are in accounts: （5）.</summary>
    public bool IsBracketed(ReportLine line, int start, int end) => start > line.Start && end < line.End && text[start - 1] == '（'
        && text[end] == '）' && IsCell(line, start - 1, end + 1);

    /// <summary>Whether a place is a whole cell.</summary>
    public bool IsCell(ReportLine line, int start, int end) =>
        IsBorder(line, start, -1) && IsBorder(line, end - 1, 1);

    private bool IsBorder(ReportLine line, int at, int step)
    {
        for (at += step; at >= line.Start && at < line.End && text[at] == ' '; at += step)
        {
        }

        return at < line.Start || at >= line.End || text[at] == '\t';
    }

    private void AddSums(ReportLine line)
    {
        // The first cell may be the number of the row.
        var labels = text[line.Start..Math.Min(line.End, line.Start + LongestHeading)].Split('\t').Take(2);
        line.IsSum = !IsHeader(line) && labels.Any(cell => SumLabels.Contains(cell.Replace(" ", string.Empty, StringComparison.Ordinal)));
        if (!line.IsSum)
        {
            return;
        }

        foreach (var (column, cell) in text[line.Start..line.End].Split('\t').Index())
        {
            if (cell.AsSpan().Trim() is [>= '0' and <= '9', ..])
            {
                summed.Add(column);
            }
        }
    }

    // 单位 may also be the heading of organizations: then none of its cells is a unit.
    private string? RowUnit(ReportLine line) => hasUnits ? CellOfUnit(line)
        : TableUnits.MeasuredIn(LabelOf(line).Words) is { } named ? named.Wording : null;

    private string? CellOfUnit(ReportLine line)
    {
        var unitColumn = UnitColumn;
        if (unitColumn < 0 || IsHeader(line) || TabsOf(line).Length != Headings.Count - 1)
        {
            return null;
        }

        var (start, end) = BoundsOf(line, unitColumn);
        var cell = text.AsSpan(start..end).Trim();
        return cell.Length is 0 or > LongestHeading || cell is "-" or "—" or "/" ? null : cell.ToString();
    }

    private (int Start, int End) BoundsOf(ReportLine line, int column)
    {
        var tabs = TabsOf(line);
        return (column == 0 ? line.Start : tabs[column - 1] + 1, column == tabs.Length ? line.End : tabs[column]);
    }

    // A tab that indents a paragraph, or follows its number, does not make it a row.
    private static bool IsRow(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t");
        foreach (var label in Label().EnumerateMatches(line))
        {
            line = line[label.Length..];
        }

        return line.Contains('\t');
    }

    // The rows are read in order.
    private int[] TabsOf(ReportLine line)
    {
        if (header.TabsOf(line) is { } tabs)
        {
            return tabs;
        }

        if (current.Line != line)
        {
            current = (line, TabsIn(text, line));
        }

        return current.Tabs;
    }

    /// <summary>The places of the tabs of a line.</summary>
    public static int[] TabsIn(string text, ReportLine line) =>
        [.. Enumerable.Range(line.Start, line.End - line.Start).Where(at => text[at] == '\t')];

    [GeneratedRegex("序号|编号|编码|代码|排名|名次|电话|联系方式|邮编|(?:时间|日期|年份)$|^年度$")]
    private static partial Regex Numbered();

    [GeneratedRegex("[\\u4E00-\\u9FFF]")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\G[ ]{0,8}附?表[ ]?[0-9一二三四五六七八九十]")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:（?[0-9A-Za-z.一二三四五六七八九十]{1,8}[）.、]?|[^\w\s（“《])\t")]
    private static partial Regex Label();
}
