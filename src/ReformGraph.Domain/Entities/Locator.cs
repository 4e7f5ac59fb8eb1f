using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using ReformGraph.Domain.Access;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("locators", LabelZh = "报告出处")]
[CodeWithin(nameof(Report), nameof(Report.County))]
[Description(
    "A place in a report's text. Anyone who has the text can use it to prove what a figure or an initiative says.")]
internal sealed class Locator : Versioned<Locator>
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code: F- or I-, followed by the code of the figure or initiative that is found there.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    public int ReportId { get; set; }

    [Description("The report whose document is meant.")]
    [LabelZh("报告")]
    public Report Report { get; set; } = null!;

    [Description(
        "The section, numbered as in the document: 二(一) is the first part of the second chapter. 前言 is what comes before " +
        "the first section, and 附注 a note to the text.")]
    [LabelZh("章节")]
    public required string Section { get; set; }

    [Description("The paragraph: the number of the line in the text, counted from 1 and including the title.")]
    [LabelZh("段落")]
    [Range(1, 1_000_000)]
    public int Paragraph { get; set; }

    [Description("Where the passage starts: the number of Unicode characters before it in the text, including line ends.")]
    [LabelZh("起始位置")]
    [Range(0, 100_000_000)]
    public int Start { get; set; }

    [Description("The length of the passage in Unicode characters.")]
    [LabelZh("长度")]
    [Range(1, 100_000)]
    public int Length { get; set; }

    [Description(
        "The SHA-256 of the sentence around the passage, in lower-case hexadecimal digits of its UTF-8. A sentence starts after the 。 " +
        "before it or at the start of its line, and ends with its own 。, which belongs to it, or at the end of the line.")]
    [LabelZh("句子校验值")]
    [Pattern("[0-9a-f]{64}", "64 lower-case hexadecimal digits", "64 位小写十六进制数")]
    public required string SentenceSha256 { get; set; }

    [Description(
        "The sentence around the passage. Null if the text is neither kept, as add-report keeps it, nor given to the server by the " +
        "setting Report:File.")]
    [LabelZh("原句")]
    [ReadableBy(RoleNames.Editor, RoleNames.Auditor, RoleNames.Admin)]
    [Lookup(nameof(SentenceSha256), typeof(TextsByHash))]
    [Sensitive]
    [NotMapped]
    public string? Sentence { get; }

    [Description("The figures that are stated there.")]
    public List<Figure> Figures { get; } = [];

    [Description("The initiatives that are named there.")]
    public List<Initiative> Initiatives { get; } = [];
}
