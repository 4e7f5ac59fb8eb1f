using System.Text.RegularExpressions;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Text in quotation marks or in 《》 that is short enough to be a name, and is no amount, as in 由“90分钟”减为“60分钟”.
/// Created in one pass over a text.
/// </summary>
internal sealed partial class QuotedSpans
{
    private const int LongestQuotation = 60;
    private const int LongestTitle = 120;
    private const int LongestLink = 12;
    private const string Digits = "一二三四五六七八九十百千万亿";
    private const string Numeral = "[0-9" + Digits + "两][0-9.," + Digits + "]{0,12}[余多]?";
    private const string Counted = Numeral + "[\\u4E00-\\u9FFF-[〇零两有能不" + Digits + "]]{1,10}";

    private const string Verb =
        "减少?|压减|压缩|缩减|缩短?|精简|降低?|下降|变|改|调整|优化|增加?|提高|提升|升|整合|合并";


    private readonly byte[] quoted;
    private readonly bool[] isTitle;

    /// <summary>Finds them in a folded text.</summary>
    public QuotedSpans(string text)
    {
        (quoted, isTitle) = (new byte[text.Length], new bool[text.Length]);
        var (quotation, title) = (new Stack<int>(), -1);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '“':
                    quotation.Push(at);
                    break;
                case '”' when quotation.TryPop(out var start):
                    FillQuotation(text, start, at);
                    break;
                case '《':
                    title = title < 0 ? at : title;
                    break;
                case '》' when title >= 0:
                    Array.Fill(isTitle, at - title <= LongestTitle, title, at - title);
                    title = -1;
                    break;
                case '\n':
                    quotation.Clear();
                    title = -1;
                    break;
            }
        }
    }

    /// <summary>Whether a place is within a title.</summary>
    public bool IsTitle(int at) => isTitle[at];

    /// <summary>The length of the quotation around a position; zero if there is none, or a long one.</summary>
    public int LengthOfQuotation(int at) => quoted[at];

    private void FillQuotation(string text, int start, int end)
    {
        if (end - start - 1 <= LongestQuotation && IsAmount(text, start, end))
        {
            return;
        }

        for (var at = start + 1; end - start - 1 <= LongestQuotation && at < end; at++)
        {
            quoted[at] = quoted[at] == 0 ? (byte)(end - start - 1) : quoted[at];
        }
    }

    // 由“7个环节、13份材料”减为“4个环节、5份材料”, 满意度为“98.6%”
    private static bool IsAmount(string text, int start, int end)
    {
        var (inner, before) = (text[(start + 1)..end], text[Math.Max(0, start - LongestLink)..start]);
        return Measured().IsMatch(inner) ? To().IsMatch(before) || Link().IsMatch(before)
            : Count().IsMatch(inner) && (Result().IsMatch(before)
                || (Link().IsMatch(before) && Change().IsMatch(text[(end + 1)..Math.Min(text.Length, end + LongestLink)])));
    }

    [GeneratedRegex("^" + Numeral + "(?:%|‰|个百分点|分钟|个?小时|天|个?工作日|[万亿]?元)(?:以[内上下])?$")]
    private static partial Regex Measured();

    [GeneratedRegex("^" + Counted + "(?:[、和及]" + Counted + ")*$")]
    private static partial Regex Count();

    [GeneratedRegex("[由从自](?:原来|原先|过去|以前|之前)?的?$")]
    private static partial Regex Link();

    [GeneratedRegex("[为是达到至于]$")]
    private static partial Regex To();

    [GeneratedRegex("^(?:" + Verb + ")[为至到成]")]
    private static partial Regex Change();

    [GeneratedRegex("(?:" + Verb + ")[为至到成](?:现在|目前|如今)?的?$")]
    private static partial Regex Result();
}
