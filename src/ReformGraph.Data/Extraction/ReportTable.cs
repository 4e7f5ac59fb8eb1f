using System.Text.RegularExpressions;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>A table in a report's text: lines of cells separated by tabs.</summary>
internal sealed partial class ReportTable
{
    private const int LongestHeading = 60;
    private const string Sums = "合计 总计 共计 小计 总数 全县 全县合计 全县总计 合计数";

    private static readonly HashSet<string> SumLabels = [.. Sums.Split(' ')];
    private static readonly string[] Numbered = ["序号", "编号", "编码", "代码", "排名", "名次", "电话", "联系方式",
        "邮编", "时间", "日期", "年份", "年度"];

    private readonly string text;
    private readonly ReportLine header;
    private readonly IReadOnlyList<string> headings;
    private readonly string? unitAbove;
    private readonly int unitColumn;
    private readonly HashSet<int> summed = [];
    private bool hasUnits;
    private bool? isPlanned;
    private (ReportLine? Line, int[] Tabs) current = (null, []);

    private ReportTable(string text, ReportLine header, string? unitAbove)
    {
        (this.text, this.header, this.unitAbove) = (text, header, unitAbove);
        headings = text[header.Start..header.End].Split('\t');
        unitColumn = headings.ToList().FindIndex(heading =>
            heading.Replace(" ", string.Empty, StringComparison.Ordinal) is "单位" or "计量单位");
    }

    /// <summary>Finds the tables among the lines of a text.</summary>
    public static void Find(string text, IReadOnlyList<ReportLine> lines)
    {
        ReportTable? table = null;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (!IsRow(text.AsSpan(line.Start..line.End)))
            {
                table = null;
                continue;
            }

            table ??= Begin(text, line, at > 0 ? lines[at - 1] : null);
            line.Table = table;
            line.IsPlanned = table.isPlanned ?? line.IsPlanned;
            table.AddSums(line);
            table.hasUnits |= Measured(table.CellOfUnit(line)) is not null;
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

    // A table with a caption may stand at the end of a report, after what is planned.
    private static ReportTable Begin(string text, ReportLine header, ReportLine? above) =>
        new(text, header, above is null ? null : UnitIn(text[above.Start..above.End]))
        {
            isPlanned = above is not null && Caption().IsMatch(text, above.Start)
                ? ReportLayout.IsPlanned(text, above.Start, above.End) || ReportLayout.IsPlanned(text, header.Start, header.End) : null,
        };

    /// <summary>Whether it is a table of contents: its numbers are page numbers.</summary>
    public bool IsContents => headings.Count == 2 && headings[1].Trim() is { Length: > 0 and < 5 } page && page.All(char.IsAsciiDigit);

    /// <summary>Whether a line is its first one, which names the columns.</summary>
    public bool IsHeader(ReportLine line) => line == header;

    /// <summary>The number of the cell that contains a place.</summary>
    public int ColumnOf(ReportLine line, int place) => ~Array.BinarySearch(TabsOf(line), place);

    /// <summary>The heading of a column; null if the row's columns differ from the header's.</summary>
    public string? HeadingOf(ReportLine line, int column) =>
        column < headings.Count && TabsOf(line).Length == headings.Count - 1 ? headings[column].Trim() : null;

    /// <summary>The heading of the column of a place, without a unit: 完成率 of 完成率（%）. Null if there is none.</summary>
    public string? NameOf(ReportLine line, int place) =>
        line != header && HeadingOf(line, ColumnOf(line, place)) is { } heading ? Unit().Replace(heading, string.Empty) : null;

    /// <summary>Whether a column has a sum.</summary>
    public bool IsSummed(int column) => summed.Contains(column);

    /// <summary>Whether the numbers below a heading do not count anything.</summary>
    public static bool IsNumbered(string heading) => Numbered.Any(heading.Contains);

    /// <summary>What the numbers of a row below a heading count, their multiplier, and both in words.</summary>
    public (Measure Measure, decimal Factor, string Wording)? UnitOf(ReportLine line, string heading) =>
        Measured(UnitIn(heading)) ?? (RowUnit(line) is { } unit ? Measured(unit)
            : Measured(unitAbove) ?? OneOf(unitAbove?.Split('、', '，', '/', '；') ?? [], heading));

    /// <summary>The unit in a row's own cell (单位) that is not understood, or not that of the column (增幅); null if there is
    /// none.</summary>
    public string? UnreadUnitOf(ReportLine line, string heading) =>
        Measured(UnitIn(heading)) is null && RowUnit(line) is { } unit
            && (Measured(unit) is null || Relative().IsMatch(heading)) ? unit : null;

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
        line.IsSum = line != header && labels.Any(cell => SumLabels.Contains(cell.Replace(" ", string.Empty, StringComparison.Ordinal)));
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
    private string? RowUnit(ReportLine line) => hasUnits ? CellOfUnit(line) : null;

    private string? CellOfUnit(ReportLine line)
    {
        var tabs = TabsOf(line);
        if (unitColumn < 0 || line == header || tabs.Length != headings.Count - 1)
        {
            return null;
        }

        var start = unitColumn == 0 ? line.Start : tabs[unitColumn - 1] + 1;
        var cell = text.AsSpan(start, (unitColumn == tabs.Length ? line.End : tabs[unitColumn]) - start).Trim();
        return cell.Length is 0 or > LongestHeading || cell is "-" or "—" or "/" ? null : cell.ToString();
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
        if (current.Line != line)
        {
            current = (line, [.. Enumerable.Range(line.Start, line.End - line.Start).Where(at => text[at] == '\t')]);
        }

        return current.Tabs;
    }

    // 办件量（件）, 投资/万元, 占比%, 单位：万元
    private static string? UnitIn(string heading)
    {
        heading = heading.Length > LongestHeading ? heading[^LongestHeading..] : heading;
        var (open, close) = (heading.LastIndexOf('（'), heading.LastIndexOf('）'));
        var inner = open >= 0 && close > open ? heading[(open + 1)..close]
            : heading.LastIndexOf("单位：", StringComparison.Ordinal) is >= 0 and var colon ? heading[(colon + 3)..]
            : heading.LastIndexOf('/') is > 0 and var slash ? heading[(slash + 1)..]
            : heading is [.., '%' or '‰'] ? heading[^1..]
            : null;
        return inner?.Replace("单位：", string.Empty, StringComparison.Ordinal).Trim();
    }

    // 单位：所、万元: of several units above a table, that of money or of an area if the heading names one, and else the only other.
    private static (Measure Measure, decimal Factor, string Wording)? OneOf(IEnumerable<string> units, string heading)
    {
        var measured = units.Select(unit => Measured(unit.Trim())).ToList();
        var kind = Money().IsMatch(heading) ? "YUAN" : heading.Contains("面积", StringComparison.Ordinal) ? "AREA" : null;
        return measured.Count > 1 && measured.TrueForAll(unit => unit is not null)
            && measured.FindAll(unit => KindOf(unit!.Value.Measure) == kind) is [var only] ? only : null;
    }

    private static string? KindOf(Measure measure) => measure.Unit switch
    {
        "YUAN" => "YUAN",
        "SQUARE_METRE" or "SQUARE_KILOMETRE" or "MU" or "HECTARE" => "AREA",
        _ => null,
    };

    private static (Measure Measure, decimal Factor, string Wording)? Measured(string? unit)
    {
        if (unit is null)
        {
            return null;
        }

        var (at, factor) = (0, 1m);
        if (unit.Length > 1 && unit[0] is '百' or '千' or '万' or '亿' && NumberReader.Read(unit, ref at) is { IsBare: true } number)
        {
            factor = number.Value;
        }

        return MeasureWords.Read(unit, ref at) is { } measure && at == unit.Length ? (measure, factor * measure.Factor, unit) : null;
    }

    [GeneratedRegex("投资|资金|金额|收入|收益|支出|经费|费用|价|原值|净值|租金|补助|贷款|产值")]
    private static partial Regex Money();

    // Their unit is not that of the row.
    [GeneratedRegex("增|减|升|降|变化|幅|率|占比|比重|同比|环比")]
    private static partial Regex Relative();

    [GeneratedRegex(@"\G[ ]{0,8}附?表[ ]?[0-9一二三四五六七八九十]")]
    private static partial Regex Caption();

    [GeneratedRegex("[ ]?(?:（[^（）]*）|/[^/]{1,4}|[%‰])$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:（?[0-9A-Za-z.一二三四五六七八九十]{1,8}[）.、]?|[^\w\s（“《])\t")]
    private static partial Regex Label();
}
