using System.ComponentModel;
using ReformGraph.Domain.Codes;

namespace ReformGraph.Domain.Reports;

/// <summary>A check of an added report: a row of the table that <c>extract --checks</c> writes.</summary>
[Description("A check of an added report: one that extract proposes and someone has confirmed, or their own.")]
internal sealed record AddReportCheck
{
    /// <summary>Its place in the file or list, for messages.</summary>
    public int Place { get; init; }

    [Description("How the actual value must relate to the expected one.")]
    public CheckRelation Relation { get; init; }

    [Description("How the expected value is computed. By default, SAME_AS.")]
    public Derivation? ExpectedBy { get; init; }

    [Description("The figures on the expected side, in order.")]
    public required IReadOnlyList<AddReportCheckFigure> Expected { get; init; }

    [Description("How the actual value is computed from figures. By default, SAME_AS.")]
    public Derivation? ActualBy { get; init; }

    [Description("The figures on the actual side, in order. None if rows are counted.")]
    public IReadOnlyList<AddReportCheckFigure>? Actual { get; init; }

    [Description("The rows that are counted, for example riskVillages(level: HIGH). Null if figures are compared.")]
    public string? Rows { get; init; }

    [Description("The rule in English, in a sentence. By default, one that is worded from the check.")]
    public string? Rule { get; init; }

    [Description("The rule in Chinese, in a sentence. By default, one that is worded from the check.")]
    public string? RuleZh { get; init; }
}

/// <summary>A figure of the report.</summary>
[Description("A figure of the report, by its place in the text.")]
internal sealed record AddReportCheckFigure
{
    [Description("Where its wording begins, in Unicode code points of the text.")]
    public int Start { get; init; }
}
