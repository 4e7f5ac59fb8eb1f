using System.ComponentModel;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Codes;

[Description("How exactly a figure is stated. Its bounds follow from it.")]
public enum Precision
{
    [Label("精确", "exact")]
    [Description("A count, or a quantity stated without any qualifier: the bounds are the value.")]
    Exact = 1,

    [Label("四舍五入", "rounded")]
    [Description(
        "Stated with decimals, in 万 or 亿, or as a percentage: half a unit of the last digit to either side, the upper bound excluded.")]
    Rounded = 2,

    [Label("余", "more than")]
    [Description(
        "More than stated. Somewhat more (余, 多): above the value, and below the value plus one in the place of its last digit that " +
        "is not zero (1000余 is less than 2000); that upper bound is our convention. More by any amount (超过, 突破): there is no " +
        "upper bound.")]
    MoreThan = 3,

    [Label("以上", "at least")]
    [Description("The value or more (以上, which includes the value): there is no upper bound.")]
    AtLeast = 4,

    [Label("约", "about")]
    [Description("About the value (约): there are no bounds. Near and below it (近): the value is the upper bound, excluded.")]
    About = 5,

    [Label("以内", "at most")]
    [Description("The value or less (以下, 以内, 不超过, which include the value): there is no lower bound.")]
    AtMost = 6,

    [Label("不足", "less than")]
    [Description("Less than the value (不足, 不到): there is no lower bound.")]
    LessThan = 7,
}

[Description(
    "What a figure's value stands for. What is only planned is a TARGET, what is only needed a NEED, and an earlier value a BASELINE; " +
    "of the others, LEVEL counts what is there, CUMULATIVE what has been done, and FLOW what happened within a period.")]
public enum FigureRole
{
    [Label("时点数", "level")]
    [Description(
        "How many or how much there is, or is in force, at the time that the figure is of (时点数): centres, staff, plans, powers " +
        "held. It can rise and fall. How it came about does not matter: centres that were built (建成) or set up to standard " +
        "(规范设置) are a level.")]
    Level = 1,

    [Label("时期数", "flow")]
    [Description("How much there was from the beginning of a period to its end (时期数): output value, matters handled.")]
    Flow = 2,

    [Label("累计数", "cumulative")]
    [Description(
        "How often something has been done, or to how many, from the start of the work to the report (累计数): persons trained, " +
        "villages assessed, schools merged, lots handed over. It counts acts, and can only grow.")]
    Cumulative = 3,

    [Label("增长率", "growth rate")]
    [Description("A change relative to an earlier value, in per cent (增长率); 同比 is against the same period a year earlier.")]
    GrowthRate = 4,

    [Label("变化", "change")]
    [Description("The difference between a later value and an earlier one, in their unit.")]
    Change = 5,

    [Label("基期值", "baseline")]
    [Description("An earlier value with which a later one is compared (由原来 ... 增加到).")]
    Baseline = 6,

    [Label("目标", "target")]
    [Description("What is aimed at, planned or being built, and not yet there (目标, 规划, 加快建设).")]
    Target = 7,

    [Label("需求摸底", "survey of need")]
    [Description("What a survey found to be needed (摸排需求), not what was built or provided.")]
    Need = 8,
}

[Description("The direction of a change, whose wording states only its size.")]
public enum ChangeDirection
{
    [Label("上升", "up")]
    [Description("A rise (增长, 增加, 提高): the value is positive.")]
    Up = 1,

    [Label("下降", "down")]
    [Description("A fall (下降, 减少, 降低): the value is negative.")]
    Down = 2,
}

[Description("Where a figure's value comes from.")]
public enum FigureOrigin
{
    [Label("报告所载", "stated")]
    [Description("The report states it; its locator says where.")]
    Stated = 1,

    [Label("推算", "derived")]
    [Description("The report does not state it; it is computed from the figures among its inputs.")]
    Derived = 2,
}

[Description("What a figure is about.")]
public enum FigureScope
{
    [Label("全县", "county")]
    [Description("The whole county (全县).")]
    County = 1,

    [Label("单个乡镇", "township")]
    [Description("One town or township (乡镇).")]
    Township = 2,

    [Label("单个村", "village")]
    [Description("One village or community (村, 社区).")]
    Village = 3,
}

[Description("How a value is computed from figures. Bounds are carried through by interval arithmetic.")]
public enum Derivation
{
    [Label("等于", "same as")]
    [Description("The first input, taken over.")]
    SameAs = 1,

    [Label("合计", "sum")]
    [Description("The sum of the inputs.")]
    Sum = 2,

    [Label("差", "difference")]
    [Description("The first input less the second.")]
    Difference = 3,

    [Label("变化率", "percentage change")]
    [Description("The change from the first input to the second, in per cent of the first.")]
    PercentageChange = 4,

    [Label("基期推算", "level before growth")]
    [Description(
        "The level from which a growth of the second input, in per cent, leads to the first input: after a fall of 3.2 % to 56,000, " +
        "it is 57,851.")]
    LevelBeforeGrowth = 5,

    [Label("比率", "ratio")]
    [Description("The first input in per cent of the second, such as a completion rate (完成率).")]
    Ratio = 6,
}

[Description("What a later report does to the figures of the report before it.")]
public enum ReportSuccession
{
    [Label("延续", "continues")]
    [Description("It reports on a later time (延续): every figure of the earlier report stands.")]
    Continues = 1,

    [Label("取代", "supersedes")]
    [Description(
        "It takes the place of the earlier report (取代), as a corrected edition does: no figure of that report stands, unless the " +
        "later one only repeats it.")]
    Supersedes = 2,

    [Label("重述", "restates")]
    [Description(
        "It states some earlier figures anew (重述), as after a revision: a figure of the same indicator, role, place and time takes " +
        "the place of the earlier one. The other figures stand.")]
    Restates = 3,
}
