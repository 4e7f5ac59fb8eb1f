using System.Text.RegularExpressions;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>Reads the units that the headings of a table state, its rows, or a line above it.</summary>
internal static partial class TableUnits
{
    private const int Longest = 60;
    private const string Rate = "RATE", Area = "AREA", Count = "COUNT", Yuan = "YUAN";

    // 村（社区） are two kinds of places, and no unit.
    private static readonly HashSet<string> Nouns =
        [.. "村 社区 街道 乡 镇 乡镇 县 市 区 村组 单位 部门 企业 岗位 院 校".Split(' ')];


    /// <summary>A heading without its unit: 完成率 of 完成率（%）.</summary>
    public static string Without(string heading) => Unit().Replace(heading, string.Empty);

    /// <summary>Whether a heading names a change or a rate, whose unit is not that of the row.</summary>
    public static bool IsRelative(string heading) => Relative().IsMatch(heading);

    /// <summary>The unit in a heading or a line above a table: 办件量（件）, 投资/万元, 占比%, 单位：万元. Null if there
    /// is none.</summary>
    public static string? UnitIn(string heading)
    {
        heading = heading.Length > Longest ? heading[^Longest..] : heading;
        var (open, close) = (heading.LastIndexOf('（'), heading.LastIndexOf('）'));
        var inner = open >= 0 && close > open ? heading[(open + 1)..close]
            : heading.LastIndexOf("单位：", StringComparison.Ordinal) is >= 0 and var colon ? heading[(colon + 3)..]
            : heading.LastIndexOf('/') is > 0 and var slash ? heading[(slash + 1)..]
            : heading is [.., '%' or '‰'] ? heading[^1..]
            : null;
        return inner?.Replace("单位：", string.Empty, StringComparison.Ordinal).Trim();
    }

    /// <summary>The unit above a table (单位：万元) as that of the numbers below a heading: not of another kind than the
    /// heading names (项目数, 面积, 完成率). Of several units (单位：所、万元) the only one of its kind; of a heading
    /// that names no kind, the only one other than rates, money and areas. Null if there is none.</summary>
    public static (Measure Measure, decimal Factor, string Wording)? Above(string? above, string heading)
    {
        var kind = KindOf(heading);
        if (Measured(above) is { } one)
        {
            return IsOfOther(heading, one.Measure) ? null
                : kind == KindOf(one.Measure) || (kind is null && !one.Measure.IsRate) ? one : null;
        }

        var measured = (above?.Split('、', '，', '/', '；') ?? []).Select(unit => Measured(unit.Trim())).ToList();
        return measured.Count > 1 && measured.TrueForAll(unit => unit is not null)
            && measured.FindAll(unit => KindOf(unit!.Value.Measure) is var own
                && (kind is null ? own is not (Rate or Area or Yuan) : own == kind)) is [var only] ? only : null;
    }

    // 户数 below 单位：人
    private static bool IsOfOther(string heading, Measure above) => Own().Match(heading) is { Success: true } own
        && Measured(own.Groups["word"].Value) is { } counted && counted.Measure != above;

    private static string? KindOf(string heading) => Rates.IsRate(heading) ? Rate
        : heading.Contains("面积", StringComparison.Ordinal) ? Area
        : Counted().IsMatch(heading) ? Count
        : Money().IsMatch(heading) ? Yuan : null;

    private static string KindOf(Measure measure) => measure.Unit switch
    {
        "SQUARE_METRE" or "SQUARE_KILOMETRE" or "MU" or "HECTARE" => Area,
        _ => measure.IsRate ? Rate : measure.IsCount ? Count : measure.Unit,
    };

    /// <summary>What a unit measures, its multiplier, and both in words; null if it is not understood.</summary>
    public static (Measure Measure, decimal Factor, string Wording)? Measured(string? unit)
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

        return MeasureWords.Read(unit, ref at) is { } read && MeasureWords.ReadPer(unit, read, ref at) is { } measure && at == unit.Length
            ? (measure, factor * measure.Factor, unit) : null;
    }

    /// <summary>The same of the unit in a heading; null if it has none that is understood.</summary>
    public static (Measure Measure, decimal Factor, string Wording)? MeasuredIn(string heading) =>
        UnitIn(heading) is { } unit && !Nouns.Contains(unit) ? Measured(unit) : null;

    [GeneratedRegex("投资|投入|资金|金额|收入|收益|支出|经费|费用|价|原值|净值|租金|补助|贷款|产值")]
    private static partial Regex Money();

    // 项目数, 人数, 数量; but 计划数, 完成数 and 资金数 may be of anything that the table is about.
    [GeneratedRegex("(?:数量|(?<!计划|目标|完成|任务|实际|本年|上年|去年|同期|预算|决算|合计|累计|总|" +
        "增减|增加|减少|变动|年初|年末|期初|期末|执行|下达|到位|调整|收入|支出|金额|资金|投资|经费|" +
        "应收|实收|公里|里程|亩|吨|天)数|人次|人员|人口|户|件)$")]
    private static partial Regex Counted();

    [GeneratedRegex("(?<word>人次|[户人村件辆张])数?$")]
    private static partial Regex Own();

    [GeneratedRegex("增|减|升|降|变化|幅|率|占比|比重|同比|环比")]
    private static partial Regex Relative();

    [GeneratedRegex("[ ]?(?:（[^（）]*）|/[^/]{1,4}|[%‰])$")]
    private static partial Regex Unit();
}
