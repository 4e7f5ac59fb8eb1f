using System.ComponentModel;
using ReformGraph.Domain.Codes;

namespace ReformGraph.Domain.Reports;

/// <summary>
/// What is stated about a report that is to be added. The described properties are options of the command <c>add-report</c>, parts of
/// <c>POST /reports</c>, and fields of the mutation's input.
/// </summary>
internal record AddReport
{
    [Description("The code of the county.")]
    public required string County { get; init; }

    [Description("For a county that does not exist yet: its name in Chinese.")]
    public string? CountyNameZh { get; init; }

    [Description("For a county that does not exist yet: its name in English.")]
    public string? CountyNameEn { get; init; }

    [Description("The code of the report. By default, the code of the county, -report- and a number.")]
    public string? Code { get; init; }

    [Description("The title in Chinese. By default, the first line of the text.")]
    public string? Title { get; init; }

    [Description("The title in English. By default, the Chinese title.")]
    public string? TitleEn { get; init; }

    [Description("Who issued it (发文机关).")]
    public string? Issuer { get; init; }

    [Description("The day on which it was issued.")]
    public DateOnly? IssuedOn { get; init; }

    [Description("Its document number (发文字号).")]
    public string? DocumentNumber { get; init; }

    [Description("The year that it is about.")]
    public int? Year { get; init; }

    [Description("The first day of the period that it reports on.")]
    public DateOnly? PeriodFrom { get; init; }

    [Description("The last day of the period that it reports on.")]
    public DateOnly? PeriodTo { get; init; }

    [Description("The day as at which its levels hold (截至).")]
    public DateOnly? AsAt { get; init; }

    [Description("The code of the county's earlier report that this one continues, restates or supersedes.")]
    public string? Predecessor { get; init; }

    [Description(
        "What it does to the figures of that report. By default, nothing: they stand, as with CONTINUES.")]
    public ReportSuccession? Succession { get; init; }
}

/// <summary>A row of a draft: a proposed figure that someone has checked.</summary>
[Description("A figure of an added report: a row of the draft that extract proposes, corrected by someone who knows the report.")]
internal sealed record AddReportFigure
{
    /// <summary>Its place in the file or list, for messages.</summary>
    public int Place { get; init; }

    [Description("Where the wording begins, in Unicode code points of the text.")]
    public int Start { get; init; }

    [Description("The length of the wording in Unicode code points.")]
    public int Length { get; init; }

    [Description("The wording, which must be at this place of the text.")]
    public required string Wording { get; init; }

    [Description("The indicator: its code or Chinese name. A text that is neither is the code and the names of a new indicator.")]
    public required string Indicator { get; init; }

    [Description("What the value stands for.")]
    public FigureRole Role { get; init; }

    [Description("The period, as the report words it.")]
    public string? Period { get; init; }

    [Description("Whether a change is a rise or a fall.")]
    public ChangeDirection? Direction { get; init; }

    [Description("The unit: one of the code list, or as in the draft. By default, what the wording states.")]
    public string? Unit { get; init; }

    [Description("The size, which is compared with what the wording states.")]
    public decimal? Value { get; init; }

    [Description("The lower bound, which is compared with what the wording states.")]
    public decimal? Lower { get; init; }

    [Description("Whether the lower bound is included, which is compared with what the wording states.")]
    public bool? LowerIncluded { get; init; }

    [Description("The upper bound, which is compared with what the wording states.")]
    public decimal? Upper { get; init; }

    [Description("Whether the upper bound is included, which is compared with what the wording states.")]
    public bool? UpperIncluded { get; init; }

    [Description("How exactly it is stated, which is compared with the wording.")]
    public string? Precision { get; init; }

    [Description("What a reader must know to interpret the figure.")]
    public string? Note { get; init; }
}

/// <summary>The input of the mutation <c>addReport</c>: it has no files.</summary>
[Description(
    "Adds a report of a county with its text and its figures, in one change. The locators, values and bounds are computed from the text. " +
    "If the county already has a report with this text, what is missing is added to it, and what is given replaces what it has.")]
internal sealed record AddReportText : AddReport
{
    [Description("The text of the report. Places in it do not count a byte order mark and carriage returns.")]
    public required string Text { get; init; }

    [Description("The figures: the rows of a draft that name an indicator.")]
    public IReadOnlyList<AddReportFigure>? Figures { get; init; }

    [Description(
        "The checks. Those with a figure that is not added, because its quantity has no indicator, are left out.")]
    public IReadOnlyList<AddReportCheck>? Checks { get; init; }
}
