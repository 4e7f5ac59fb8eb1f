using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Entity("reports", LabelZh = "报告")]
[Description(
    "A report from which figures and initiatives are taken: a county's summary of the follow-up phase (后半篇文章) of the Two " +
    "Reforms (两项改革).")]
internal sealed class Report : Versioned<Report>
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

    [Description("The title in English, in our translation.")]
    [LabelZh("英文标题")]
    [RowLabel]
    public required string TitleEn { get; set; }

    [Description("The year that the report is about. Null if the document states none.")]
    [LabelZh("年份")]
    [Range(1900, 2199)]
    public int? Year { get; set; }

    [Description(
        "The SHA-256 of the document's file, in lower-case hexadecimal digits. It identifies the text that the locators point into.")]
    [LabelZh("文件校验值")]
    [Pattern("[0-9a-f]{64}", "64 lower-case hexadecimal digits", "64 位小写十六进制数")]
    public required string Sha256 { get; set; }

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
}
