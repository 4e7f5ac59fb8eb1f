using System.Text.RegularExpressions;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Distinguishes counts in Chinese digits from words and names that contain such digits: 三个专班 and 学校两所 are counts;
/// 一个方案, 四个坚持, 两项改革, 三级 and 五户村 are not.
/// </summary>
internal static partial class ChineseCounts
{
    private const int LongestVerb = 6;
    private const string NeverCounted =
        "届 节 级 期 组 型 格 层 层次 样 片 面 点 对 双 线 轮 站 本 类 种 大 分 县 市 区 镇 乡 村 师 段 " +
        "道 顶 单 列 款 副 串 池 井 窝 群 栏 桌 席 槽";
    private const string CountedToTen =
        "个 名 人 位 项 件 处 所 座 条 户 家 辆 台 套 张 宗 次 场 支 间 栋 幢 份 批次 班次 场次 台套 例 " +
        "艘 架 株 棵 封 册 幅 篇 岗位 网点 站点 企业 社区 乡镇 街道 大类 床位 标段 个季度";

    private const string CountedOnce = "个 名 所 处 座 家 条 辆 台 套 间 栋 幢 支 人 位 户 件 宗 艘 架";

    private static readonly string[] NamedAfter =
    [
        "方面", "环节", "层面", "维度", "重点", "关键", "原则", "坚持", "到位", "结合", "统筹", "机制", "体系",
        "阶段", "步骤", "要点", "搞清", "清楚", "意识", "自信", "维护", "确立", "责任", "覆盖", "延伸", "转变",
        "提升", "确保", "行动", "工程", "计划", "战略", "全面", "必须", "优先", "注重", "聚焦", "强化", "严禁",
        "更加", "突出", "基本", "改革", "规定", "制度", "要求", "问题", "导向", "方向", "目标", "定位", "优势",
        "领域", "因素", "特点", "亮点", "抓手", "举措", "措施", "办法", "模式", "路径", "关系", "标准", "层次",
        "梯次", "等级", "档次", "关口", "闭环", "清单", "台账", "文明", "振兴", "倍增", "一流", "现代化", "融合",
        "联动", "协同", "统一", "同步", "带头", "率先", "作用", "能力", "水平", "红线", "主线", "底线", "防线",
        "班子", "网", "牌", "纪律", "规划", "攻坚", "之家", "曲", "不", "有", "能",
    ];

    private static readonly HashSet<string> Never = [.. NeverCounted.Split(' ')];
    private static readonly HashSet<string> ToTen = [.. CountedToTen.Split(' ')];
    private static readonly HashSet<string> Once = [.. CountedOnce.Split(' ')];

    /// <summary>Whether a quantity in Chinese digits really is one.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="read">The quantity.</param>
    /// <param name="numeralEnd">Where its digits end.</param>
    public static bool IsCount(string text, ReadQuantity read, int numeralEnd)
    {
        if (read.Measure.IsRate || read.Measure.Unit is "RATIO" or "TIMES" || read.Value % 1 == 0.5m
            || DurationReader.IsAboutOne(text, read.Number))
        {
            return true;
        }

        var isQualified = read.Start < read.Number || read.Bounds.Lower != read.Bounds.Upper || read.Precision is Codes.Precision.About;
        if (read.IsWithoutUnit)
        {
            return !isQualified && numeralEnd - read.Number > 2;
        }

        if (read.Measure.Word is { } never && Never.Contains(never))
        {
            return false;
        }

        if (IsNamed(text, read))
        {
            return false;
        }

        return isQualified || numeralEnd - read.Number > 1 || text[read.Number] switch
        {
            '一' => IsOne(text, read) || (read.Measure.IsTime && IsChanged(text, read)),
            '零' or '〇' or '二' when read.Measure.IsCount => false,
            _ => !read.Measure.IsCount || ToTen.Contains(read.Measure.Word!),
        };
    }

    // 新建幼儿园一所、敬老院两所; but 设置一个专班 says no more than 设置专班.
    private static bool IsOne(string text, ReadQuantity read) =>
        read.Measure.Word is { } word && Once.Contains(word)
        && (read.End == text.Length || "，。、；）\n".Contains(text[read.End], StringComparison.Ordinal))
        && read.Start > 0 && text[read.Start - 1] is >= '\u4E00' and <= '\u9FFF'
        && !"第同唯逐统专单某另这那哪任有是为了成进上下每如万".Contains(text[read.Start - 1],
            StringComparison.Ordinal);

    // 由一周缩短到两天, 从半年缩短至一个月, 提前一周; but not 改为一年两次
    private static bool IsChanged(string text, ReadQuantity read) =>
        (Reached().IsMatch(text[Math.Max(0, read.Start - LongestVerb)..read.Start])
            && !(read.End < text.Length && NumberReader.IsNumeral(text[read.End])))
        || (read.Start > 0 && text[read.Start - 1] is '由' or '从' && read.End < text.Length
            && "缩压减降提延变改调增".Contains(text[read.End], StringComparison.Ordinal));

    [GeneratedRegex("(?:缩短?|压缩|压减|减少?|降低?|提速|延长?|增加?|调整|改)[至到为成]$|" +
        "(?:缩短|压缩|减少|延长|增加|提前|推迟)了?$")]
    private static partial Regex Reached();

    private static bool IsNamed(string text, ReadQuantity read)
    {
        var end = read.End;
        var next = end < text.Length ? text[end] : '\0';
        var isOneDigit = !NumberReader.IsChineseNumeral(text[Math.Min(read.Number + 1, end - 1)]);
        return (isOneDigit && NumberReader.IsChineseNumeral(next) && read.Measure.IsCount)
            || (read.Measure.Word == "次" && ((read.Start > 0 && text[read.Start - 1] is '会' or '届' or '大')
                || text.AsSpan(end).StartsWith("产业")))
            || (read.Start > 0 && text[read.Start - 1] is '第' or '初')
            || (read.Measure.Word is "户" or "家" or "台" or "座" or "条"
            && "村镇乡街路沟湾坝庄寨桥区县".Contains(next, StringComparison.Ordinal))
            || (read.Measure.Unit is "YEAR" or "DAY" or "MONTH" && read.Start == read.Number
                && "来间级制期行规计攻".Contains(next, StringComparison.Ordinal))
            || (isOneDigit && read.Measure.IsCount && NamedAfter.Any(noun => string.CompareOrdinal(text, end, noun, 0, noun.Length) == 0));
    }
}
