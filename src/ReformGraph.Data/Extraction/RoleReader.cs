using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>Suggests what a figure stands for, from its kind and the words of its clause.</summary>
internal static class RoleReader
{
    private static readonly string[] Done =
        ["办理", "受理", "实现", "完成", "收入", "产值", "投放", "运送", "接待", "发放", "处置", "投入", "支出"];
    private static readonly string[] Spans = ["全年", "上半年", "下半年"]; // periods without a digit
    private static readonly string[] Need = ["需新建", "需求", "亟需", "急需", "需改造", "需建设"];

    /// <summary>The role.</summary>
    public static FigureRole RoleOf(string text, Mention mention) => mention.Kind switch
    {
        DraftKind.Planned => FigureRole.Target,
        DraftKind.Baseline => FigureRole.Baseline,
        DraftKind.Change => FigureRole.Change,
        DraftKind.ChangeRate => FigureRole.GrowthRate,
        _ => FromClause(text[ContextReader.ClauseOf(text, mention)..mention.Quantity.Start], mention),
    };

    private static FigureRole FromClause(string clause, Mention mention) =>
        (mention.Period is { Reason: NotQuantity.Period } || Spans.Any(clause.Contains)) && Done.Any(clause.Contains) ? FigureRole.Flow
        : clause.Contains("累计", StringComparison.Ordinal) ? FigureRole.Cumulative
        : Need.Any(clause.Contains) ? FigureRole.Need
        : FigureRole.Level;
}
