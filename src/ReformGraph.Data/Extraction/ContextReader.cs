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

    /// <summary>Words for an earlier value, as alternatives of a pattern.</summary>
    public const string Before =
        "原来|原有|原先|改革前|调整前|合并前|撤并前|整合前|实施前|去年同期|上年同期";
    private const string Counted =
        "减少|增加(?!值)|精简|压减|压缩|缩减|核减|净增|净减|缩短|延长|削减|裁减|降低|上调|下调";

    /// <summary>Words for a rise, as alternatives of a pattern.</summary>
    public const string Rise = "增长|增加(?!值)|提高|提升|提速|上升|上涨|上调|增收|扩大|净增|" +
        "增产|增支|攀升|跃升|晋升|前移|上移|前进|进位|延长|递增|增减|升降|增(?!加值)|升";
    /// <summary>Words for a fall, as alternatives of a pattern.</summary>
    public const string Fall =
        "负增长|下降|减少|降低|缩减|压减|压缩|精简|裁减|缩短|下滑|下跌|下调|下移|后移|后退|放缓|" +
        "减收|减产|减支|回落|核减|净减|削减|(?<!升)降|(?<!增)减";
    /// <summary>Names of the rate of a rise, as alternatives of a pattern.</summary>
    public const string RiseNoun = "增幅|涨幅|增速|增长率|增长幅度|升幅|提升率|提高率|增加率";
    /// <summary>Names of the rate of a fall, as alternatives of a pattern.</summary>
    public const string FallNoun =
        "减幅|降幅|下降率|下降幅度|跌幅|精简率|撤并率|压减率|压缩率|缩减率|核减率|减少率|降低率";

    /// <summary>Sets the kind and direction of each quantity.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="mentions">The quantities.</param>
    /// <param name="year">The year of the report, if it is known: later years are intentions.</param>
    public static void Read(string text, IReadOnlyList<Mention> mentions, int? year)
    {
        var bracket = 0; // the end of the bracket after an earlier value
        for (var at = 0; at < mentions.Count; at++)
        {
            var (here, before) = (mentions[at], at > 0 ? mentions[at - 1] : null);
            var clause = ClauseOf(text, here);
            here.Lead = text[Math.Max(clause, before is null ? 0 : Math.Min(before.Quantity.End, here.Quantity.Start))..here.LeadEnd];
            var lead = LeadOf(here);
            ReadChange(text, here, lead);
            ReadList(here, before);
            ReadDifference(mentions, at);
            here.Period = PeriodOfChange(text, mentions, at) ?? here.Period;
            if (IsPlanned(text, here, year))
            {
                here.Kind = DraftKind.Planned;
            }
            else if (lead is null && ((here.IsBracketed = here.Quantity.Start < bracket && here.Kind is DraftKind.Level
                && !here.Lead.Contains('现')) || EarlierValues.IsOne(text, mentions, at)))
            {
                bracket = Math.Max(bracket, BracketEnd(text, here.Quantity.End));
                here.Period = here.ComparedPeriod ?? (SamePeriod().IsMatch(here.Lead) ? null : here.Period);
                (here.Kind, here.IsRise) = (DraftKind.Baseline, here.Quantity.IsNegative ? false : null);
            }

            var isAverage = Averages.IsOne(text, clause, here); // an earlier value may be one too
            if (here.Kind is DraftKind.Level)
            {
                here.Kind = isAverage ? DraftKind.PerUnit
                    : !here.Quantity.IsNegative && here.Quantity.Measure.Unit is "PERCENT" or "PER_MILLE" or "RATIO" ? DraftKind.Share
                    : DraftKind.Level;
            }
        }

        foreach (var change in mentions.Where(one => one.Quantity.Value == 0))
        {
            change.IsRise = null; // 增长0%
        }
    }

    /// <summary>Where the bracket at a position ends; the position itself if there is none.</summary>
    public static int BracketEnd(string text, int at) => at < text.Length && text[at] == '（'
        && text.IndexOf('）', at, Math.Min(LongestClause, text.Length - at)) is > 0 and var end ? end + 1 : at;

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

    // The words before a quantity with which it is a change: 增长, 减少了村庄, 比上年多. Persons move too: 编制下移120名.
    // 提升 is an improvement of roads: 提升7公里.
    private static Match? LeadOf(Mention here) => ChangeOf(here) is { } change
        && (IsRelative(here) || IsPoint(here) || here.Quantity.Measure is { Unit: "COUNT", Word: "位" or "名" }
            || !Move().IsMatch(change.Value))
        && !(here.Quantity.Measure.Unit is "KILOMETRE" or "LI" && change.Value.StartsWith("提升", StringComparison.Ordinal))
            ? change : null;

    private static Match? ChangeOf(Mention here) =>
        Direct().Match(here.Lead) is { Success: true } direct ? direct
        : here.Heading is { } heading
            && (IsRelative(here) || IsPoint(here) ? Direct() : ColumnHeadings.Change()).Match(heading) is { Success: true } named ? named
        : !Share().IsMatch(here.Lead) && Object().Match(here.Lead) is { Success: true } verb
            && (IsRelative(here) || CountedVerb().IsMatch(verb.Value))
            && !(verb.Groups["listed"].Success && RoleReader.HasVerb(verb.Groups["listed"].Value)) ? verb
        : Compared().Match(here.Lead) is { Success: true } compared ? compared
        : IsPoint(here) && Gap().Match(here.Lead) is { Success: true } gap ? gap
        : null;

    /// <summary>Whether a quantity is a share, a rate or a multiple.</summary>
    public static bool IsRelative(Mention here) => here.Quantity.Measure.Unit is "PERCENT" or "PER_MILLE" or "RATIO" or "TIMES";

    private static bool IsPoint(Mention here) => here.Quantity.Measure.Unit is "PERCENTAGE_POINT" or "PER_MILLE_POINT" or "BASIS_POINT";

    private static void ReadChange(string text, Mention here, Match? lead)
    {
        var unit = here.Quantity.Measure;
        var isYearly = Yearly().IsMatch(here.Lead) || (here.Heading is { } heading && ColumnHeadings.IsYearly(heading));
        var after = text[here.Quantity.End..Math.Min(here.SentenceEnd, here.Quantity.End + 6)];
        var isArrow = Signs.IsArrow(text[here.Quantity.Start]);
        var change = lead ?? (Following().Match(after) is { Success: true } following ? following : null);
        if (here.Quantity.IsNegative)
        {
            here.IsRise = false;
        }
        else if (change is not null)
        {
            here.IsRise = !change.Groups["fall"].Success;
        }
        else if ((isYearly && (here.Quantity.IsPositive || here.Heading is not null)) || isArrow)
        {
            here.IsRise = true;
        }
        else if (here.Quantity.IsDoubling || (unit.Unit == "TIMES" && here.Quantity.Value > 1))
        {
            here.IsRise = true;
        }

        // A minus sign alone is that of a level: 负债率为-3.2%, 零下5度; an arrow is that of a change.
        var isSigned = here.Quantity.IsNegative && change is null && !isYearly && !isArrow;
        if ((here.IsRise is not null && !isSigned) || IsPoint(here) || unit.Unit is "TIMES")
        {
            here.Kind = IsRelative(here) ? DraftKind.ChangeRate : DraftKind.Change;
        }
    }

    // 分别增长23.4%、31.2%; 减少乡镇8个、村122个
    private static void ReadList(Mention here, Mention? before)
    {
        if (before is { IsRise: not null, Kind: DraftKind.Change or DraftKind.ChangeRate } && before.SentenceStart == here.SentenceStart
            && Elliptical().IsMatch(here.Lead) && !RoleReader.HasVerb(here.Lead) && !Rates.IsRate(here.Lead)
            && (here.Quantity.Measure == before.Quantity.Measure
                || (IsRelative(here) == IsRelative(before) && !IsPoint(here) && IsOfObject(before))))
        {
            // 分别增长8%和-3.5%; beside a sign, a number without one has risen
            var isSigned = here.Quantity.IsNegative || here.Quantity.IsPositive || before.Quantity.IsNegative;
            (here.Kind, here.IsRise) = (before.Kind, isSigned ? !here.Quantity.IsNegative : before.IsRise);
        }
    }

    // 减少乡镇8个: the verb stands before what is counted, and so may govern what is listed after it.
    private static bool IsOfObject(Mention change) => Elliptical().IsMatch(change.Lead)
        || (Object().Match(change.Lead) is { Success: true } verb && CountedVerb().IsMatch(verb.Value) && !Direct().IsMatch(change.Lead));

    // 比2020年的120件多30件; 由20天压缩到5天，提速75%: the time has fallen
    private static void ReadDifference(IReadOnlyList<Mention> mentions, int at)
    {
        var (here, before) = (mentions[at], at > 0 ? mentions[at - 1] : null);
        if (before?.SentenceStart != here.SentenceStart)
        {
            return;
        }

        if (here.Kind is DraftKind.Level && EarlierValues.IsCompared(before.Lead)
            && Difference().Match(here.Lead) is { Success: true } more)
        {
            (here.Kind, here.IsRise) = (IsRelative(here) ? DraftKind.ChangeRate : DraftKind.Change, !more.Groups["fall"].Success);
        }
        else if (here.Kind is DraftKind.ChangeRate && here.Lead.Contains("提速", StringComparison.Ordinal) && at > 1
            && before.Quantity is { Measure.IsTime: true } && mentions[at - 2] is { Kind: DraftKind.Baseline } first
            && first.Quantity.Measure == before.Quantity.Measure && first.Quantity.Value > before.Quantity.Value)
        {
            here.IsRise = false;
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

    private static bool IsPlanned(string text, Mention here, int? year)
    {
        var first = Math.Max(here.SentenceStart, here.Quantity.Start - LongestClause);
        var left = text.AsSpan(first..here.Quantity.Start);
        return here.Heading is { } heading && ColumnHeadings.IsPlan(heading) is { } isPlan ? isPlan
            : here.Line.IsPlanned || Task().IsMatch(here.Lead)
            || (Intention().IsMatch(left) && text.AsSpan(ClauseOf(text, here)..here.Quantity.Start).IndexOf('已') < 0)
            || (here.Period is { } period && year is { } reported && YearOf(text, period) > reported);
    }

    /// <summary>The year of a date; null if it has none in Arabic digits.</summary>
    public static int? YearOf(string text, Passage date) =>
        int.TryParse(text.AsSpan(date.Start, Math.Min(4, date.End - date.Start)), out var year) && year > 1900 ? year : null;

    // 增幅为8% is a change, but 增加为8个 is its result.
    [GeneratedRegex(
        "(?:(?:(?<fall>" + FallNoun + ")|(?:" + RiseNoun + "))(?:分别)?(?:约为|达到|达|为|是|：)?|" +
        "(?:(?<fall>" + Fall + ")|(?:" + Rise + "))(?:了|幅度)?(?:达到|达|：)?)[ ]?$", RegexOptions.RightToLeft)]
    private static partial Regex Direct();

    [GeneratedRegex("(?:(?<fall>" + Fall + ")|(?:" + Rise
        + "))(?:了)?(?![^，。]{0,12}(?:到|至|为|达|由|从|占|是|有|中))(?:[\\u4E00-\\u9FFF（）“”]{1,10}|"
        + "(?<listed>(?:[\\u4E00-\\u9FFF（）“”]{1,10}[、]){1,5}[\\u4E00-\\u9FFF（）“”]{1,12}))$")]
    private static partial Regex Object();

    // 低于全市平均水平8个百分点
    [GeneratedRegex("(?:(?<fall>低于|少于|落后于?)|高于|多于|超出|高出|领先)[^，。；]{0,16}$|" +
        "(?:(?<fall>低|少)|[高多])出?$")]
    private static partial Regex Gap();

    [GeneratedRegex("^(?:前移|后移|上移|下移|前进|后退|晋升|跃升)")]
    private static partial Regex Move();

    // 占新增床位的63.1%
    [GeneratedRegex("占[^，。；]{1,16}的?$")]
    private static partial Regex Share();

    // 占年度任务1500户的80%
    [GeneratedRegex("(?:年度|全年|全部)?(?:目标|计划)(?:任务|数|值|量)$|(?:年度|全年)任务(?:数|量)?$")]
    private static partial Regex Task();

    // 同比-3.2%
    [GeneratedRegex("同比|环比")]
    private static partial Regex Yearly();

    // The words between a change and the next of a list: 、村; but not 、保留村.
    [GeneratedRegex("^(?:(?:(?![占为达到至共总剩余仅只有现后增减升降是其])[\\u4E00-\\u9FFF]){0,6}[、和及与])" +
        "(?!新建|改建|扩建|修建|办理|选派|引进|招|投|发放|安排)" +
        "(?:(?![占为达到至共总剩余仅只有现后增减升降是其])[\\u4E00-\\u9FFF“”]){0,8}$")]
    private static partial Regex Elliptical();

    [GeneratedRegex("^，?(?:(?<fall>少|低|短)|(?:多|高|长))出?了?$")]
    private static partial Regex Difference();

    [GeneratedRegex("^(?:" + Counted + ")")]
    private static partial Regex CountedVerb();

    [GeneratedRegex("(?:同比|环比|较|比)[^，。]{0,12}(?:(?<fall>少|低|短)|(?:多|高|长))出?$")]
    private static partial Regex Compared();

    [GeneratedRegex("^的?(?:速度)?(?:(?<fall>降幅|减幅|下降|减少)|(?:增幅|增速|增长|递增|涨幅|提升|提高))" +
        "(?![到至为成])")]
    private static partial Regex Following();

    [GeneratedRegex("(?:去年|上年|前年|上季度|上月|同期|年初)[^，。；]{0,12}$")]
    private static partial Regex SamePeriod();

    [GeneratedRegex(
        "力争|预计|预期|拟(?!定|订)|计划(?=投|新|建|实|到|在|于|用|完|安|开|培|引|整|改|总|明|今|发|流|" +
        "再)|规划(?:建设|新建|投资)|" +
        "将(?=于|在|新|投|实现|完成|达|力争|继续|全面|再|进一步)|目标值?[为是]|" +
        "[0-9今本全来]年度?[\\u4E00-\\u9FFF]{0,6}目标：(?!.*(?:完成|实际|达到))|明年|下一步|下步")]
    private static partial Regex Intention();
}
