using System.Text.RegularExpressions;

namespace ReformGraph.Data.Extraction;

/// <summary>A line of a report: a paragraph, or a row of a table.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="end">Where it ends, without the line feed.</param>
/// <param name="section">The section, numbered as in locators: 二(一).</param>
/// <param name="isPlanned">Whether its section states intentions.</param>
/// <param name="isNote">Whether it is a note to the text.</param>
internal sealed class ReportLine(int start, int end, string section, bool isPlanned, bool isNote)
{
    /// <summary>Where it begins.</summary>
    public int Start => start;

    /// <summary>Where it ends, without the line feed.</summary>
    public int End => end;

    /// <summary>The section, numbered as in locators: 二(一).</summary>
    public string Section => section;

    /// <summary>Whether its section states intentions; of a table with a caption, whether that or its header does.</summary>
    public bool IsPlanned { get; set; } = isPlanned;

    /// <summary>Whether it is a note to the text.</summary>
    public bool IsNote => isNote;

    /// <summary>The table to which the row belongs; null for a paragraph.</summary>
    public ReportTable? Table { get; set; }

    /// <summary>Whether it is the totals row of a table.</summary>
    public bool IsSum { get; set; }
}

/// <summary>The lines, sections and tables of a report. What enters: its folded text. Everything is found in one pass.</summary>
internal static partial class ReportLayout
{
    private const int LongestHeading = 40;

    /// <summary>The lines of a text.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="notes">Where the footnotes begin, if it is known.</param>
    public static IReadOnlyList<ReportLine> Read(string text, int notes)
    {
        var (lines, chapter, part) = (new List<ReportLine>(), "", "");
        var (isChapterPlanned, isPartPlanned, isRestPlanned) = (false, false, false);
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (Chapter().Match(text, start, end - start) is { Success: true } one)
            {
                (chapter, part) = (one.Groups[1].Value, "");
                (isChapterPlanned, isPartPlanned, isRestPlanned) = (IsPlanned(text, start, end), false, false);
            }
            else if (Part().Match(text, start, end - start) is { Success: true } other)
            {
                (part, isPartPlanned) = ($"({other.Groups[1].Value})", IsPlanned(text, start, end));
            }

            else if (Title().IsMatch(text.AsSpan(start..end)))
            {
                isRestPlanned = Plans().IsMatch(text.AsSpan(start..end));
            }

            var isNote = start >= notes || Note().IsMatch(text.AsSpan(start..end));
            var isPlanned = !isNote && (isChapterPlanned || isPartPlanned || isRestPlanned);
            lines.Add(new(start, end, isNote ? "" : chapter + part, isPlanned, isNote));
            start = end + 1;
        }

        ReportTable.Find(text, lines);
        return lines;
    }

    /// <summary>Whether the beginning of a passage says that intentions follow.</summary>
    public static bool IsPlanned(string text, int start, int end)
    {
        var heading = text.AsSpan(start..Math.Min(end, start + LongestHeading));
        var stop = heading.IndexOf('。');
        heading = stop < 0 ? heading : heading[..stop];
        return Intention().IsMatch(heading) && !Done().IsMatch(heading);
    }

    [GeneratedRegex("^[ ]{0,8}([一二三四五六七八九十]{1,3})、")]
    private static partial Regex Chapter();

    [GeneratedRegex("^[ ]{0,8}（([一二三四五六七八九十]{1,3})）")]
    private static partial Regex Part();

    [GeneratedRegex("^[ ]{0,8}(?:注：|注[0-9]|附注|备注|说明：|（联系)")]
    private static partial Regex Note();

    // A heading without a number: a short line without punctuation.
    [GeneratedRegex(@"^[ ]{0,8}[0-9]{0,4}[\u4E00-\u9FFF]{2,20}[ ]{0,8}$")]
    private static partial Regex Title();

    // 2024年工作目标
    [GeneratedRegex(@"^[ ]{0,8}(?:[0-9]{4}年度?|[明来下]年|下一?步|下一?阶段|今后)?的?" +
        "(?:主要|重点|总体|预期|发展|改革|工作){0,3}(?:目标(?:任务)?|打算|展望|思路|安排|计划)[ ]{0,8}$")]
    private static partial Regex Plans();

    // 目标任务完成情况
    [GeneratedRegex("完成情况|落实情况|进展|完成率")]
    private static partial Regex Done();

    [GeneratedRegex("下步|下一步|今后|打算|下阶段|下一阶段|工作安排|工作思路|工作计划|" +
        "目标任务|明年|展望|工作目标|" +
        "[0-9]{4}年度?(?:的|主要|预期|总体|发展|改革){0,3}目标")]
    private static partial Regex Intention();
}
