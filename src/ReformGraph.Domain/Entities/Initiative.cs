using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("initiatives", LabelZh = "改革举措")]
[CodeWithin(nameof(Report), nameof(Report.County))]
[Description("A measure that a report names (举措), with a title in our own words. Its quantities are figures.")]
[Index(nameof(Theme))]
internal sealed class Initiative : Versioned<Initiative>
{
    [Description("The primary key. The seed numbers initiatives in the order of the report; later ones follow.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example county-leading-group.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    public int ReportId { get; set; }

    [Description("The report.")]
    [LabelZh("报告")]
    public Report Report { get; set; } = null!;

    [Description("The subject.")]
    [LabelZh("主题")]
    public Theme Theme { get; set; }

    [Description("How far it has progressed, by the report's words.")]
    [LabelZh("阶段")]
    public Stage Stage { get; set; }

    [Description(
        "The report's own short name for it, without quotation marks around it, for example 六本台账 or 1+4. Null if it has none.")]
    [LabelZh("简称")]
    [RowLabel]
    public string? ShortName { get; set; }

    [Description("The title in Chinese, in our own words.")]
    [LabelZh("中文标题")]
    [RowLabel]
    public required string TitleZh { get; set; }

    [Description("The title in English.")]
    [LabelZh("英文标题")]
    [RowLabel]
    public required string TitleEn { get; set; }

    public int? TownshipId { get; set; }

    [Description(
        "The township in which it is carried out, or in which its village lies. Null for a measure of the county or of several " +
        "townships, or if the township has no row.")]
    [LabelZh("乡镇")]
    public Township? Township { get; set; }

    public int? VillageId { get; set; }

    [Description("The village in which it is carried out. Null for a measure of a township or of the county.")]
    [LabelZh("村社区")]
    public Village? Village { get; set; }

    public int? PartOfId { get; set; }

    [Description("The measure of which it is a part, as the 1+4 school project has five works. Null if it is part of none.")]
    [LabelZh("所属举措")]
    public Initiative? PartOf { get; set; }

    [Description("The measures that are parts of it.")]
    public List<Initiative> Parts { get; } = [];

    [Description("The figures that quantify it.")]
    public List<Figure> Figures { get; } = [];

    public int? LocatorId { get; set; }

    [Description("Where the report names it.")]
    [LabelZh("出处")]
    public Locator? Locator { get; set; }
}

[Description("How far a measure has progressed, by the report's words.")]
public enum Stage
{
    [Label("计划", "planned")]
    [Description("Announced among the next steps (下步工作打算), by words that do not say that it has begun.")]
    Planned = 1,

    [Label("推进中", "under way")]
    [Description(
        "Begun and not completed, or practised continually (推进, 探索, 逐步, 初步形成); also a next step by words that say " +
        "that it has begun (加快, 持续, 深入推进).")]
    UnderWay = 2,

    [Label("完成", "done")]
    [Description("Reported as carried out: set up, drawn up, completed (成立, 制定, 完成).")]
    Done = 3,
}

internal sealed class InitiativeMapping : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder) =>
        builder.HasOne(row => row.PartOf).WithMany(row => row.Parts).HasForeignKey(row => row.PartOfId);
}
