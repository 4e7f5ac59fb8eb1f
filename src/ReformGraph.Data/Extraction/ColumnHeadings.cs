using System.Text.RegularExpressions;

namespace ReformGraph.Data.Extraction;

/// <summary>What the heading of a column says of its cells.</summary>
internal static partial class ColumnHeadings
{
    /// <summary>Whether they are plans (计划, 目标); null if the heading does not say so, nor that they are done (完成).</summary>
    public static bool? IsPlan(string heading) => Planned().IsMatch(heading) ? true : Done().IsMatch(heading) ? false : null;

    /// <summary>Whether they are earlier values: 改革前, 去年同期.</summary>
    public static bool IsFormer(string heading) => Former().IsMatch(heading);

    /// <summary>Whether they are rates since a year or a month before, with their sign: 同比（%）.</summary>
    public static bool IsYearly(string heading) => Yearly().IsMatch(heading);

    /// <summary>A heading of differences, and whether they are falls: 减少数, 较上年增加.</summary>
    [GeneratedRegex("(?:(?<fall>减少|净减|核减|压减|精简|缩减|裁减|下降)|增加(?!值)|净增|增减|增长)" +
        "(?:数|数量|人数|个数|额|量|值)?$")]
    public static partial Regex Change();

    [GeneratedRegex("^(?:(?:" + ContextReader.Before + ")(?!后)[^，。；较比]{0,12}|" +
        "(?:上年|去年|前年)(?:末|底|数|实际)?)$")]
    private static partial Regex Former();

    [GeneratedRegex(@"^(?:同比|环比)[±+\-]*$")]
    private static partial Regex Yearly();

    [GeneratedRegex("^(?:已|实际|累计完成|完成|现有|目前)|(?:实绩|完成数|实际数)$")]
    private static partial Regex Done();

    [GeneratedRegex("^(?:年度|全年|本年|今年|明年|累计|总|[0-9]{4}年(?:度)?)*" +
        "(?:计划(?!生育|外)|目标(?!责任|(?:任务)?完成|群体|人群)|规划|预计|预期|拟)" +
        "(?!.*(?:率|占|比|进度|情况))|(?<!完成)(?:计划|目标)(?:数|值|量|任务|投资|数量|金额)?$")]
    private static partial Regex Planned();
}
