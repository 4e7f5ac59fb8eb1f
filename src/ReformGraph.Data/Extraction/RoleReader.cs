using System.Text.RegularExpressions;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Suggests what a figure stands for, from its kind and the words of its clause. Input: quantities with their kinds. Output: the same, each
/// with its role. A total and its parts have one role, unless a part has a verb of its own: 整合设施9处，其中做强中心6个.
/// </summary>
internal static partial class RoleReader
{
    private static readonly string[] Done =
    [
        "办理", "受理", "实现", "完成", "收入", "产值", "投放", "运送", "接待", "发放", "处置", "投入", "支出",
        "办件", "办结", "接件", "拨付", "兑付", "收缴", "销售", "营收", "诊疗", "就诊", "接诊",
    ];

    private const int LongestObject = 14; // characters between a verb and the number of its object
    private const int LongestList = 40;

    private static readonly string[] Need = ["需新建", "需求", "亟需", "急需", "需改造", "需建设"];

    /// <summary>Sets the role of each quantity.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="mentions">The quantities.</param>
    public static void Read(string text, IReadOnlyList<Mention> mentions)
    {
        var own = mentions.ToDictionary(one => one, one => OfKind(one.Kind) ?? FromClause(text, one),
            (IEqualityComparer<Mention>)ReferenceEqualityComparer.Instance);
        foreach (var (mention, role) in own)
        {
            mention.Role = role ?? FigureRole.Level;
        }

        foreach (var parts in mentions.Where(one => one.Total is not null).GroupBy(one => one.Total!,
            (IEqualityComparer<Mention>)ReferenceEqualityComparer.Instance))
        {
            List<FigureRole?> ofParts = [.. parts.Select(part => own[part]).Distinct()];
            if ((own[parts.Key] ?? (ofParts is [var shared] ? shared : null)) is not { } role)
            {
                continue;
            }

            parts.Key.Role = role;
            foreach (var part in parts.Where(part => own[part] is null))
            {
                part.Role = role;
            }
        }
    }

    /// <summary>Whether words contain a verb that says what is counted.</summary>
    public static bool HasVerb(string words) => Verb().IsMatch(words);

    private static FigureRole? OfKind(DraftKind kind) => kind switch
    {
        DraftKind.Planned => FigureRole.Target,
        DraftKind.Baseline => FigureRole.Baseline,
        DraftKind.Change => FigureRole.Change,
        DraftKind.ChangeRate => FigureRole.GrowthRate,
        _ => null,
    };

    // Null if its clause does not tell.
    private static FigureRole? FromClause(string text, Mention mention)
    {
        if (mention.Quantity.Measure is { IsTime: true } or { IsRate: true } or { Unit: "RATIO" or "TIMES" })
        {
            return FigureRole.Level;
        }

        var clause = mention.CellWords ?? text[ContextReader.ClauseOf(text, mention)..mention.LeadEnd];
        var after = After().Match(text, mention.Quantity.End).Value;
        var isAct = IsAct(clause, after, mention);
        return Output().IsMatch(clause) || Annual().IsMatch(clause)
                || (IsOfPeriod(text, mention) && (isAct is true || Done.Any(clause.Contains))) ? FigureRole.Flow
            : isAct is true || clause.Contains("累计", StringComparison.Ordinal) ? FigureRole.Cumulative
            : Need.Any(clause.Contains) || after.Contains("需求", StringComparison.Ordinal) ? FigureRole.Need
            : isAct is not null ? FigureRole.Level
            : null;
    }

    // A year is a period too: 2022年办理3万件.
    private static bool IsOfPeriod(string text, Mention mention) => mention.Period is { } period
        && (period.Reason is NotQuantity.Period || text.AsSpan(period.Start..period.End).TrimEnd('度').EndsWith("年"));

    // Whether it counts acts: 撤并村小3所, 对123个村开展研判; but not 培训基地3个. The last verb before the number says
    // what it counts, also for the numbers listed after it (撤并乡镇12个、村156个). Null if no verb tells.
    private static bool? IsAct(string clause, string after, Mention mention)
    {
        if (!mention.Quantity.Measure.IsCount && mention.Quantity.Measure.Unit is not "PERSON_TIME")
        {
            return null;
        }

        var lead = mention.CellWords ?? mention.Lead;
        var isListed = lead is [var link, ..] && Enumerations.IsLink(link);
        return Object().IsMatch(isListed ? clause : lead) && Verb().Match(after) is { Success: true } later
            ? later.Groups["act"].Success
            : LastIn(lead, LongestObject) ?? (isListed ? LastIn(clause, LongestList) : null);
    }

    private static bool? LastIn(string words, int longest) =>
        Verb().Match(words[Math.Max(0, words.Length - longest)..]) is { Success: true } verb ? verb.Groups["act"].Success : null;

    [GeneratedRegex("产值|生产总值|GDP|零售总额")]
    private static partial Regex Output();

    // 年租金收入1260万元
    [GeneratedRegex("(?<![今去上明每近当全本多前老青少成童])年[\\u4E00-\\u9FFF]{0,6}" +
        "(?:(?<!低)收入|支出|利润|税收|产量|办件量|接待|节约)")]
    private static partial Regex Annual();

    // What follows a number in its clause.
    [GeneratedRegex(@"\G[^，。；：\t\n0-9]{0,30}")]
    private static partial Regex After();

    // 对123个村, 开展29项重点课题调研, 将30宗; with 462名书记和148名干部
    [GeneratedRegex("(?:对|将|把|开展|进行|组织)(?:[全各][县市镇乡])?(?:[0-9].{0,20}[和、及与])?[^，、0-9]{0,6}$")]
    private static partial Regex Object();

    [GeneratedRegex(
        "(?<act>(?:(?:确定|锁定)(?=风险|问题)|撤并|撤销|合并|整合|改造|调研|走访|化解|整改|销号|盘活|" +
        "清理|清查|核查|开展|督导|督查|废止|下沉|划转|调剂|拍卖|新增|召开|反映|反馈|查处)" +
        "(?!前|后|为|成|至|到|率|方案|机制|台账|清单|计划)|" +
        "(?:培训|研判|排查|梳理|安置|处置|移交|举办|调解)" +
        "(?!前|后|率|方案|机制|台账|清单|计划|中心|基地|学校|室|站|点|机构|组|队|专班|员|单位))|" +
        "做强|做优|做实|建成|设立|设置|配备|保留|组建|成立|建立|承接|下放|进驻|" +
        "投放|引进|现有|共有|拥有|建设",
        RegexOptions.RightToLeft)]
    private static partial Regex Verb();
}
