using System.Text.RegularExpressions;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Determines from the words around a quantity what it is: an earlier value, a change and its direction, an average, a share, an intention.
/// Input: the quantities of a report in order. Output: the same, each with its kind. It reads at most one clause to the left.
/// </summary>
internal static partial class ContextReader
{
    private const int LongestClause = 120;
    private const int LongestLink = 24;

    private const string Before =
        "原来|原有|原先|改革前|调整前|合并前|撤并前|整合前|实施前|去年同期|上年同期";
    private const string Counted = "减少|增加|精简|压减|压缩|缩减|核减|净增|净减|缩短|延长|削减";

    /// <summary>Words for a rise, as alternatives of a pattern.</summary>
    public const string Rise = "增长|增加|提高|提升|提速|上升|上涨|上调|增收|扩大|净增|" +
        "攀升|延长|递增|增减|升降|增|升";
    /// <summary>Words for a fall, as alternatives of a pattern.</summary>
    public const string Fall =
        "负增长|下降|减少|降低|缩减|压减|压缩|精简|缩短|下滑|下跌|下调|放缓|" +
        "回落|核减|净减|削减|(?<!升)降|(?<!增)减";
    /// <summary>Names of the rate of a rise, as alternatives of a pattern.</summary>
    public const string RiseNoun = "增幅|涨幅|增速|增长率|增长幅度|升幅";
    /// <summary>Names of the rate of a fall, as alternatives of a pattern.</summary>
    public const string FallNoun = "减幅|降幅|下降率|下降幅度|跌幅";

    /// <summary>Sets the kind and direction of each quantity.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="mentions">The quantities.</param>
    /// <param name="year">The year of the report, if it is known: later years are intentions.</param>
    public static void Read(string text, IReadOnlyList<Mention> mentions, int? year)
    {
        for (var at = 0; at < mentions.Count; at++)
        {
            var (here, before) = (mentions[at], at > 0 ? mentions[at - 1] : null);
            var clause = ClauseOf(text, here);
            here.Lead = text[
                Math.Max(clause, before is null ? 0 : Math.Min(before.Quantity.End, here.Quantity.Start))..here.Quantity.Start];
            var lead = LeadOf(here);
            ReadChange(text, here, lead);
            ReadList(text, here, before);
            here.Period = PeriodOfChange(text, mentions, at) ?? here.Period;
            if (IsPlanned(text, here, year))
            {
                here.Kind = DraftKind.Planned;
            }
            else if (lead is null && IsBaseline(text, here, before, at + 1 < mentions.Count ? mentions[at + 1] : null))
            {
                here.Period = here.ComparedPeriod ?? (SamePeriod().IsMatch(here.Lead) ? null : here.Period);
                (here.Kind, here.IsRise) = (DraftKind.Baseline, here.Quantity.IsNegative ? false : null);
            }
            else if (here.Kind is DraftKind.Level)
            {
                here.Kind = IsEach(text[clause..here.Quantity.Start], here) ? DraftKind.PerUnit
                    : !here.Quantity.IsNegative && here.Quantity.Measure.Unit is "PERCENT" or "PER_MILLE" or "RATIO" ? DraftKind.Share
                    : DraftKind.Level;
            }
        }
    }

    /// <summary>Where the clause of a quantity begins; it includes brackets that are closed before the quantity.</summary>
    public static int ClauseOf(string text, Mention mention)
    {
        var (at, depth) = (mention.Quantity.Start, 0);
        for (var first = Math.Max(mention.SentenceStart, at - LongestClause); at > first; at--)
        {
            switch (text[at - 1])
            {
                case '）':
                    depth++;
                    break;
                case '（' when depth > 0:
                    depth--;
                    break;
                case '（' or '，' or '；' or '：' or '！' or '？' or '\t' when depth == 0:
                    return at;
            }
        }

        return at;
    }

    // The words before a quantity with which it is a change: 增长, 减少了村庄, 比上年多.
    private static Match? LeadOf(Mention here) =>
        Direct().Match(here.Lead) is { Success: true } direct ? direct
        : here.Heading is { } heading && IsRelative(here) && Direct().Match(heading) is { Success: true } named ? named
        : Object().Match(here.Lead) is { Success: true } verb && (IsRelative(here) || CountedVerb().IsMatch(verb.Value)) ? verb
        : Compared().Match(here.Lead) is { Success: true } compared ? compared
        : null;

    private static bool IsRelative(Mention here) => here.Quantity.Measure.Unit is "PERCENT" or "PER_MILLE" or "RATIO" or "TIMES";

    private static bool IsPoint(Mention here) => here.Quantity.Measure.Unit is "PERCENTAGE_POINT" or "PER_MILLE_POINT" or "BASIS_POINT";

    private static void ReadChange(string text, Mention here, Match? lead)
    {
        var unit = here.Quantity.Measure;
        var after = text[here.Quantity.End..Math.Min(here.SentenceEnd, here.Quantity.End + 6)];
        var change = lead ?? (Following().Match(after) is { Success: true } following ? following : null);
        if (here.Quantity.IsNegative)
        {
            here.IsRise = false;
        }
        else if (here.Quantity.IsPositive && Yearly().IsMatch(here.Lead))
        {
            here.IsRise = true;
        }
        else if (change is not null)
        {
            here.IsRise = !change.Groups["fall"].Success;
        }
        else if (here.Quantity.IsDoubling || (unit.Unit == "TIMES" && here.Quantity.Value > 1))
        {
            here.IsRise = true;
        }

        // A minus sign alone is that of a level: 负债率为-3.2%, 零下5度.
        var isSigned = here.Quantity.IsNegative && change is null && !Yearly().IsMatch(here.Lead);
        if ((here.IsRise is not null && !isSigned) || IsPoint(here) || unit.Unit is "TIMES")
        {
            here.Kind = IsRelative(here) ? DraftKind.ChangeRate : DraftKind.Change;
        }
    }

    // 分别增长23.4%、31.2%
    private static void ReadList(string text, Mention here, Mention? before)
    {
        if (before is { IsRise: not null, Kind: DraftKind.Change or DraftKind.ChangeRate }
            && Enumerations.AreJoined(text, before.Quantity.End, here.Quantity.Start) && here.Quantity.Measure == before.Quantity.Measure)
        {
            // 分别增长8%和-3.5%; beside a sign, a number without one has risen
            var isSigned = here.Quantity.IsNegative || here.Quantity.IsPositive || before.Quantity.IsNegative;
            (here.Kind, here.IsRise) = (before.Kind, isSigned ? !here.Quantity.IsNegative : before.IsRise);
        }
    }

    // 2023年产值5.2亿元，2022年4.8亿元，增长8.3%: the change is that of the later year.
    private static Passage? PeriodOfChange(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var here = mentions[at];
        return here.Kind is DraftKind.Change or DraftKind.ChangeRate && at > 1
            && mentions[at - 1] is var before && mentions[at - 2] is var first
            && first.SentenceStart == here.SentenceStart && here.Period is { } period && before.Period == period
            && first.Period is { } later && first.Quantity.Measure == before.Quantity.Measure
            && YearOf(text, later) > YearOf(text, period) ? later : null;
    }

    // 由18个减少到10个, 原有18个, 去年同期为18个, 较去年的120件增加30件
    private static bool IsBaseline(string text, Mention here, Mention? before, Mention? next)
    {
        if (Formerly().IsMatch(here.Lead) && !(IsRelative(here) && OfFormer().IsMatch(here.Lead)))
        {
            return true;
        }

        // 原有乡镇41个、村495个
        if (before is { Kind: DraftKind.Baseline } && Formerly().IsMatch(before.Lead) && Joined().IsMatch(here.Lead)
            && here.Quantity.Measure == before.Quantity.Measure)
        {
            return true;
        }

        if (next is null || next.Quantity.Start >= here.SentenceEnd || next.Quantity.Start - here.Quantity.End > LongestLink)
        {
            return false;
        }

        var link = text[here.Quantity.End..next.Quantity.Start];
        return (From().IsMatch(here.Lead) && To().IsMatch(link)) || (Than().IsMatch(here.Lead) && ByMore().IsMatch(link));
    }

    private static bool IsPlanned(string text, Mention here, int? year)
    {
        var first = Math.Max(here.SentenceStart, here.Quantity.Start - LongestClause);
        var left = text.AsSpan(first..here.Quantity.Start);
        return here.Line.IsPlanned
            || (Intention().IsMatch(left) && text.AsSpan(ClauseOf(text, here)..here.Quantity.Start).IndexOf('已') < 0)
            || (here.Period is { } period && year is { } reported && YearOf(text, period) > reported);
    }

    /// <summary>The year of a date; null if it has none in Arabic digits.</summary>
    public static int? YearOf(string text, Passage date) =>
        int.TryParse(text.AsSpan(date.Start, Math.Min(4, date.End - date.Start)), out var year) && year > 1900 ? year : null;

    private static bool IsEach(string clause, Mention here)
    {
        if (here.Quantity.Measure.Per is { } unit)
        {
            here.Note = $"per {unit}";
            return true;
        }

        var each = Each().Match(clause);
        if (!each.Success)
        {
            return false;
        }

        here.Note = each.Groups["of"] is { Success: true } of ? $"per {of.Value}" : here.Note;
        return true;
    }

    // 增幅为8% is a change, but 增加为8个 is its result.
    [GeneratedRegex(
        "(?:(?:(?<fall>" + FallNoun + ")|(?:" + RiseNoun + "))(?:分别)?(?:约为|达到|达|为|是|：)?|" +
        "(?:(?<fall>" + Fall + ")|(?:" + Rise + "))(?:了|幅度)?(?:达到|达|：)?)[ ]?$", RegexOptions.RightToLeft)]
    private static partial Regex Direct();

    [GeneratedRegex("(?:(?<fall>" + Fall + ")|(?:" + Rise
        + "))(?:了)?(?![^，。]{0,12}(?:到|至|为|达|由|从|占|是|有|中))[\\u4E00-\\u9FFF（）“”]{1,10}$")]
    private static partial Regex Object();

    // 同比-3.2%
    [GeneratedRegex("同比|环比")]
    private static partial Regex Yearly();

    [GeneratedRegex("^(?:" + Counted + ")")]
    private static partial Regex CountedVerb();

    [GeneratedRegex("(?:同比|环比|较|比)[^，。]{0,12}(?:(?<fall>少|低|短)|(?:多|高|长))出?$")]
    private static partial Regex Compared();

    [GeneratedRegex("^的?(?:速度)?(?:(?<fall>降幅|减幅|下降|减少)|(?:增幅|增速|增长|递增|涨幅|提升|提高))")]
    private static partial Regex Following();

    [GeneratedRegex("^[、和及与](?:(?![后现增减])[\\u4E00-\\u9FFF（）]){0,8}$")]
    private static partial Regex Joined();

    [GeneratedRegex("(?:" + Before + "|原为|原设)[^，。；]{0,12}$")]
    private static partial Regex Formerly();

    [GeneratedRegex("(?:去年|上年|前年|上季度|上月|同期|年初)[^，。；]{0,12}$")]
    private static partial Regex SamePeriod();

    // 缩短到原来的1/3 states the present.
    [GeneratedRegex("(?:到|至|为|是|成|于|仅|占|达|近|约)(?:" + Before + ")的?$")]
    private static partial Regex OfFormer();

    [GeneratedRegex("[由从将把]")]
    private static partial Regex From();

    [GeneratedRegex("^[^。；]{0,20}(?:到|至|为|成|达)(?:(?:今年|本年|当年|目前|现在|[0-9]{4}年)的?)?$")]
    private static partial Regex To();

    /// <summary>The words before a value with which the value before it is compared: 较上年的358万元增长15.3%.</summary>
    [GeneratedRegex("(?<![同环占对])比(?![例重])|较(?![好高大多少强])")]
    public static partial Regex Than();

    [GeneratedRegex("^，?(?:增长|增加|提高|提升|上升|下降|减少|降低|压缩|缩短|多|少|高|低)")]
    private static partial Regex ByMore();

    [GeneratedRegex(
        "力争|预计|预期|拟(?!定|订)|计划(?=投|新|建|实|到|在|于|用|完|安|开|培|引|整|改|总|明|今|发|流|" +
        "再)|规划(?:建设|新建|投资)|" +
        "将(?=于|在|新|投|实现|完成|达|力争|继续|全面|再|进一步)|目标值?[为是]|明年|下一步|下步")]
    private static partial Regex Intention();

    [GeneratedRegex(
        "(?<![0-9各每全两])(?<of>[人户村镇乡县组社企亩校班店床车台件次场单年季月周日时])均" +
        "|(?:平均|每)(?:每)?(?:(?<of>[0-9]{0,4}[十百千万亿]{1,2}(?:名|个|位)?" +
        "(?:常住人口|人口|老年人|老人|儿童|学生|人|户|亩|元|平方米))" +
        "|(?:个|名|位|户|家|所)?" +
        "(?<of>乡镇|专班|社区|窗口|学校|中心|企业|村民|行政村|网格员|网格|项目|" +
        "村干部|干部|学生|老人|教师|平方公里|平方米|" +
        "立方米|公里|公顷|公斤|村|镇|乡|县|组|户(?!籍)|人|亩|家|所|张床位|床位|米|吨|辆|台|" +
        "年(?!龄)|月|日|天|周|季度|次|件|项|班)?)")]
    private static partial Regex Each();
}
