using System.Text.RegularExpressions;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Recognizes earlier values, with which later ones are compared: 由18个减少到10个, 原有18个, 较去年的120件增加30件.
/// Input: the quantities of a report with their words; those before the quantity already have their kind.
/// </summary>
internal static partial class EarlierValues
{
    private const int LongestLink = 24;
    private const int MostListed = 10;
    private const string Tail = "(?:(?:今年|本年|当年|目前|现在|[0-9]{4}年)的?)?";
    private const string Change =
        "(?:减少?|压减|压缩|缩减|缩短?|精简|合并|整合|归并|撤并|重组|调整|优化)[到至为成]";

    /// <summary>Whether a quantity is one.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="mentions">The quantities.</param>
    /// <param name="at">Which one.</param>
    public static bool IsOne(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var (here, before) = (mentions[at], at > 0 ? mentions[at - 1] : null);
        if (here.Heading is { } heading && ColumnHeadings.IsFormer(heading))
        {
            return true;
        }

        if (Formerly().IsMatch(here.Lead) && !(ContextReader.IsRelative(here) && OfFormer().IsMatch(here.Lead)))
        {
            return true;
        }

        // 原有乡镇41个、村495个、社区63个
        if (before is { Kind: DraftKind.Baseline } && (Formerly().IsMatch(before.Lead) || Joined().IsMatch(before.Lead))
            && Joined().IsMatch(here.Lead)
            && here.Quantity.Measure == before.Quantity.Measure)
        {
            return true;
        }

        return IsFrom(text, mentions, at);
    }

    /// <summary>Whether the words before a quantity say that another is compared with it: 较去年的.</summary>
    public static bool IsCompared(string words) => Than().IsMatch(words);

    private static bool IsFrom(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var here = mentions[at];
        var isFrom = From().IsMatch(here.Lead);
        if (Next(text, mentions, at) is not { } next)
        {
            return isFrom && Changed().IsMatch(text, here.Quantity.End); // 从2小时缩短到, and what is not read
        }

        var link = LinkOf(text, here, mentions[next]);
        if ((isFrom && (To().IsMatch(link) || (Each().IsMatch(here.Lead) && ToEach().IsMatch(link))))
            || (Than().IsMatch(here.Lead) && ByMore().IsMatch(link)))
        {
            return true;
        }

        // 由21个乡镇、318个村减为13个乡镇、196个村
        var isListed = at > 0 && mentions[at - 1] is { Kind: DraftKind.Baseline } before
            && before.SentenceStart == here.SentenceStart && Listed().IsMatch(here.Lead);
        var last = at;
        for (var listed = 0; listed < MostListed && Listed().IsMatch(link) && Next(text, mentions, next) is { } later; listed++)
        {
            (last, next) = (next, later);
            link = LinkOf(text, mentions[last], mentions[next]);
        }

        // 21个乡镇合并为13个
        return ToChange().IsMatch(link) && (isFrom || isListed || mentions[next].Quantity.Measure == here.Quantity.Measure);
    }

    // The quantity after the bracket that follows one, in the same sentence and near; null if there is none.
    private static int? Next(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var end = ContextReader.BracketEnd(text, mentions[at].Quantity.End);
        for (var next = at + 1; next < mentions.Count; next++)
        {
            if (mentions[next].Quantity.Start >= end)
            {
                return mentions[next].Quantity.Start < mentions[at].SentenceEnd
                    && mentions[next].Quantity.Start - end <= LongestLink ? next : null;
            }
        }

        return null;
    }

    private static string LinkOf(string text, Mention here, Mention next) =>
        text[ContextReader.BracketEnd(text, here.Quantity.End)..next.LeadEnd];

    [GeneratedRegex("^[、和及与](?:(?![后现增减])[\\u4E00-\\u9FFF（）]){0,8}$")]
    private static partial Regex Joined();

    // The words between two numbers of a list: 个乡镇、村由
    [GeneratedRegex("^(?:(?![后现增减])[\\u4E00-\\u9FFF]){0,8}[、和及与](?:(?![后现增减])[\\u4E00-\\u9FFF]){0,8}$")]
    private static partial Regex Listed();

    [GeneratedRegex("(?:" + ContextReader.Before + "|原为|原设)[^，。；]{0,12}$")]
    private static partial Regex Formerly();

    // 缩短到原来的1/3 states the present.
    [GeneratedRegex("(?:到|至|为|是|成|于|仅|占|达|近|约)(?:" + ContextReader.Before + ")的?$")]
    private static partial Regex OfFormer();

    [GeneratedRegex("[由从将把]")]
    private static partial Regex From();

    [GeneratedRegex("^[^。；]{0,20}(?:到|至|为|成|达)" + Tail + "“?$")]
    private static partial Regex To();

    [GeneratedRegex("每|均")]
    private static partial Regex Each();

    // 从每月1,800元提高到每月2,300元
    [GeneratedRegex("^[^。；]{0,12}(?:到|至|为)" + Tail +
        "(?:平均|(?:平均)?(?:每[个名位户家]?[\\u4E00-\\u9FFF]{1,4}){1,2}|" +
        "(?:人|户|村|乡镇|镇|校|企|亩|次|日|月|年)均)$")]
    private static partial Regex ToEach();

    [GeneratedRegex("^[\\u4E00-\\u9FFF（）”]{0,10}" + Change + Tail + "“?$")]
    private static partial Regex ToChange();

    [GeneratedRegex("\\G[\\u4E00-\\u9FFF（）”]{0,4}" + Change)]
    private static partial Regex Changed();

    // The words before a value with which the value before it is compared: 较上年的358万元增长15.3%.
    [GeneratedRegex("(?<![同环占对])比(?![例重])|较(?![好高大多少强])")]
    private static partial Regex Than();

    [GeneratedRegex("^，?(?:增长|增加|提高|提升|上升|下降|减少|降低|压缩|缩短|多|少|高|低)")]
    private static partial Regex ByMore();
}
