using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("initiatives", LabelZh = "改革举措")]
[Description("A measure that a report names (举措), in our own words. Its quantities, if it has any, are figures.")]
[Index(nameof(Theme))]
internal sealed class Initiative : Versioned<Initiative>
{
    [Description("The primary key; initiatives are numbered in the order of the report.")]
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

    [Description("How far it has progressed, in the report's words.")]
    [LabelZh("阶段")]
    public Stage Stage { get; set; }

    [Description("The title in Chinese, in our own words.")]
    [LabelZh("中文标题")]
    [RowLabel]
    public required string TitleZh { get; set; }

    [Description("The title in English.")]
    [LabelZh("英文标题")]
    [RowLabel]
    public required string TitleEn { get; set; }

    public int? LocatorId { get; set; }

    [Description("Where the report names it.")]
    [LabelZh("出处")]
    public Locator? Locator { get; set; }
}

[Description("How far a measure has progressed, in the report's words.")]
public enum Stage
{
    [Label("计划", "planned")]
    [Description("Announced for the time to come (下步工作打算).")]
    Planned = 1,

    [Label("推进中", "under way")]
    [Description("Being done, or practised continually (推进, 探索, 逐步).")]
    UnderWay = 2,

    [Label("完成", "done")]
    [Description("Reported as carried out: set up, drawn up, completed (成立, 制定, 完成).")]
    Done = 3,
}
