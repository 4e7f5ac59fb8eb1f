using System.Text.RegularExpressions;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Finds the periods of quantities. Input: the dates and periods of a report, and its quantities, in order. Output: for each quantity, the
/// last period before it in its sentence, and the period with which that is compared: 较上半年, 由2022年的85%.
/// </summary>
internal sealed partial class PeriodFinder(string text)
{
    private const int LongestComparison = 6;

    private int from;
    private Passage? period;
    private Passage? compared;
    private List<Passage> listed = [];
    private int ordinal = -1;

    /// <summary>A new sentence begins.</summary>
    public void Begin(int sentence) => (from, period, compared, listed) = (sentence, null, null, []);

    /// <summary>Takes a passage that is no quantity.</summary>
    public void Read(Passage passage)
    {
        if (passage.Reason is not (NotQuantity.Date or NotQuantity.Period))
        {
            return;
        }

        FindSpans(passage.Start);
        from = passage.End;
        if (Other().IsMatch(text, passage.End))
        {
            return;
        }

        if (period is { } begun && text[begun.End..Math.Max(begun.End, passage.Start)] is "截至" or "截止" or "至")
        {
            period = begun with { End = passage.End, Reason = NotQuantity.Period }; // 下半年截至10月底
        }
        else if (IsCompared(passage.Start, passage.End))
        {
            compared = passage;
        }
        else if (!IsAttribute(passage.End))
        {
            listed = period is { } last && Enumerations.AreJoined(text, last.End, passage.Start) ? [.. listed, passage] : [passage];
            (period, ordinal) = (passage, -1);
        }
    }

    /// <summary>The period of a quantity, and the one with which it is compared.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="previous">Where the quantity before it ends.</param>
    public (Passage? Own, Passage? Compared) Of(ReadQuantity quantity, int previous)
    {
        FindSpans(quantity.Start);
        var isPresent = period is { } stated && Present().IsMatch(text[stated.End..Math.Max(stated.End, quantity.Start)]);
        return (isPresent ? null : listed.Count > 1 && period == listed[^1] ? Listed(quantity, previous) : period,
            compared is { } other && other.Start >= previous ? other : null);
    }

    // 2022年、2023年分别培训800人次、950人次: each in its order; what is stated for all of them has none of them.
    private Passage? Listed(ReadQuantity quantity, int previous)
    {
        var isFirst = previous <= listed[^1].End;
        var isNext = isFirst ? text.AsSpan(listed[^1].End..quantity.Start).Contains("分别", StringComparison.Ordinal)
            : ordinal >= 0 && Enumerations.AreJoined(text, previous, quantity.Start);
        ordinal = isNext ? (isFirst ? 0 : ordinal + 1) : -1;
        return ordinal >= 0 && ordinal < listed.Count ? listed[ordinal] : null;
    }

    // 全年办理5.6万件, 2023年上半年: a period without digits, perhaps after one that has some.
    private void FindSpans(int end)
    {
        for (var at = from; at < end && Span().Match(text, at, end - at) is { Success: true } span;)
        {
            at = span.Index + span.Length;
            var joined = period is { } earlier && earlier.End == span.Index ? earlier
                : compared is { } other && other.End == span.Index ? other : null;
            var passage = new Passage(joined?.Start ?? span.Index, at, null, NotQuantity.Period);
            if (joined is not null ? joined == compared : IsCompared(span.Index, at))
            {
                compared = passage;
            }
            else
            {
                period = passage;
            }
        }

        from = Math.Max(from, end);
    }

    /// <summary>Whether a period is that of something with which a value is compared: 较2022年.</summary>
    public static bool IsComparison(string text, int start) =>
        Comparison().IsMatch(text[Math.Max(0, start - LongestComparison)..start]);

    /// <summary>The period without digits in a part of a text; null if there is none: 上半年.</summary>
    public static Passage? SpanIn(string text, int start, int end) =>
        Span().Match(text, start, end - start) is { Success: true } span && !IsComparison(text, span.Index)
            ? new(span.Index, span.Index + span.Length, null, NotQuantity.Period) : null;

    private bool IsCompared(int start, int end)
    {
        var first = Math.Max(0, start - LongestComparison);
        return IsComparison(text, start) || (Origin().IsMatch(text[first..start]) && !IsAttribute(end)
            && end < text.Length && (text[end] == '的' || NumberReader.IsNumeral(text[end]))) || Multiple().IsMatch(text, end);
    }

    // 2022年的任务9项, but 2022年的85%
    private bool IsAttribute(int end) =>
        end < text.Length && text[end] == '的' && !(end + 1 < text.Length && NumberReader.IsNumeral(text[end + 1]));

    // 2019年的1.5倍
    [GeneratedRegex(@"\G的(?:约|近|超过?|不足|不到|将近)?" +
        "[0-9.一二两三四五六七八九十百]{1,8}[多余]?(?:倍|分之)")]
    private static partial Regex Multiple();

    // 2020年以前离任的
    [GeneratedRegex(@"\G(?:以前|之前|前|以后|之后|后)")]
    private static partial Regex Other();

    [GeneratedRegex("(?<!去年|上年|前年|明年|往年)(?:全年(?![龄级])|[上下]半年)")]
    private static partial Regex Span();

    // 参与2023年改革, 合同2023年, 占比2022年
    [GeneratedRegex("(?:较|(?<![占配评性百正反])比|(?<![参给赋授干])与|(?<![合共协相会陪如认等不])同|" +
        "高于|低于|多于|少于)(?:今年|本年|当年)?$")]
    private static partial Regex Comparison();

    // 占比2023年为31%，今年降至27.5%
    [GeneratedRegex("(?:今年|本年|当年|目前|现在)[^，。；0-9]{0,10}$")]
    private static partial Regex Present();

    [GeneratedRegex("(?:(?<![理自缘事案])由|(?<![服遵听跟随])从)(?:今年|本年|当年)?$")]
    private static partial Regex Origin();
}
