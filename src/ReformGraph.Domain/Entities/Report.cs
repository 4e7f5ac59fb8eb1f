using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Access;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Mutation("addReport", typeof(AddReportText))]
[Entity("reports", LabelZh = "报告")]
[Description(
    "A report from which figures and initiatives are taken: a county's summary of the follow-up phase (后半篇文章) of the Two " +
    "Reforms (两项改革).")]
internal sealed class Report : Versioned<Report>, IValidatableObject
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example two-reforms-follow-up.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description("The title in Chinese, as in the document.")]
    [LabelZh("中文标题")]
    [RowLabel]
    public required string TitleZh { get; set; }

    [Description("The title in English, in our translation; the Chinese title if none was given.")]
    [LabelZh("英文标题")]
    [RowLabel]
    public required string TitleEn { get; set; }

    [Description("The year that the report is about. Null if the document states none.")]
    [LabelZh("年份")]
    [Range(1900, 2199)]
    public int? Year { get; set; }

    [Description("Who issued it (发文机关), as in the document. Null if it is not known.")]
    [LabelZh("发文机关")]
    public string? Issuer { get; set; }

    [Description("The day on which it was issued (成文日期). Null if it is not known.")]
    [LabelZh("成文日期")]
    [NotInFuture]
    public DateOnly? IssuedOn { get; set; }

    [Description("Its document number (发文字号), for example 澄委发〔2021〕3号. Null if it has none.")]
    [LabelZh("发文字号")]
    public string? DocumentNumber { get; set; }

    [Description("The first day of the period that it reports on. Null if it is not known.")]
    [LabelZh("报告期起")]
    [NotInFuture]
    public DateOnly? PeriodFrom { get; set; }

    [Description("The last day of the period that it reports on. Null if it is not known.")]
    [LabelZh("报告期止")]
    [NotBefore(nameof(PeriodFrom))]
    [NotInFuture]
    public DateOnly? PeriodTo { get; set; }

    [Description("The day as at which its levels hold (截至). Null if it is not known.")]
    [LabelZh("截至日期")]
    [NotInFuture]
    public DateOnly? AsAt { get; set; }

    [Description(
        "The SHA-256 of the report's text in UTF-8, without a byte order mark and carriage returns, in lower-case hexadecimal digits. It " +
        "identifies the text that the locators point into.")]
    [LabelZh("文件校验值")]
    [Pattern("[0-9a-f]{64}", "64 lower-case hexadecimal digits", "64 位小写十六进制数")]
    public required string Sha256 { get; set; }

    [Description(
        "The number of Unicode characters in the text, if the text is kept, so that locators give the sentence. Null if it is not kept.")]
    [LabelZh("文本字数")]
    [Computed]
    public int? TextLength { get; set; }

    [Description(
        "The text itself, without carriage returns, into which the locators point. Null if it is neither kept, as add-report keeps it, " +
        "nor given to the server by the setting Report:File.")]
    [LabelZh("全文")]
    [ReadableBy(RoleNames.Editor, RoleNames.Auditor, RoleNames.Admin)]
    [Lookup(nameof(Sha256), typeof(TextsByHash), Bytes = 4_000_000)] // what the longest takes
    [Sensitive]
    [NotMapped]
    public string? Text { get; }

    public int? PredecessorId { get; set; }

    [Description("The county's earlier report that this one continues, restates or supersedes. Null if there is none.")]
    [LabelZh("前一报告")]
    public Report? Predecessor { get; set; }

    [Description(
        "What this report does to the figures of its predecessor. Null if that is not known, or if there is no predecessor: then no " +
        "figure is replaced.")]
    [LabelZh("承接方式")]
    public ReportSuccession? Succession { get; set; }

    [Description("The later reports that continue, restate or supersede it.")]
    public List<Report> Successors { get; } = [];

    [Description("The figures of earlier reports whose place it takes.")]
    public List<Figure> Supersedes { get; } = [];

    public int CountyId { get; set; }

    [Description("The county that reports (县).")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    [Description("The quantities that the report states, and those derived from them.")]
    public List<Figure> Figures { get; } = [];

    [Description("The measures that the report names.")]
    public List<Initiative> Initiatives { get; } = [];

    [Description("The places in the document that its figures and initiatives are taken from.")]
    public List<Locator> Locators { get; } = [];

    [Description("The checks that compare its figures with each other and with the registers.")]
    public List<Check> Checks { get; } = [];

    /// <summary>The day as at which its levels hold; the first day of the calendar if it is not known.</summary>
    internal static Expression<Func<Report, DateOnly>> Day { get; } = report => report.AsAt ?? report.PeriodTo ?? new DateOnly(1, 1, 1);

    /// <summary>The first day of its period; the first day of the calendar if it is not known.</summary>
    internal static Expression<Func<Report, DateOnly>> Begins { get; } = report => report.PeriodFrom ?? new DateOnly(1, 1, 1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Succession is not null && PredecessorId is null && Predecessor is null)
        {
            yield return new BilingualResult(
                new("must be empty, because the report has no predecessor", "必须为空，因为该报告没有前一报告"),
                nameof(Succession));
        }
    }
}

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder) =>
        builder.HasOne(row => row.Predecessor).WithMany(row => row.Successors).HasForeignKey(row => row.PredecessorId);
}
