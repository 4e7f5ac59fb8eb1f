using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("registerSynonyms", LabelZh = "台账用语")]
[CodeWithin(nameof(County))]
[Description(
    "What the offices of a county call a column of a register, or a value in it. An import with a mapping keeps what the mapping says, " +
    "and later imports of the county's registers understand it.")]
[Index(nameof(CountyId), nameof(Register))]
internal sealed class RegisterSynonym : Versioned<RegisterSynonym>
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example riskVillages.status:已清零 for a value and riskVillages:科室意见 for a heading.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description("The register, by the name of its collection (riskVillages).")]
    [LabelZh("台账")]
    public required string Register { get; set; }

    [Description("The field whose value it is (status). Null for the heading of a column.")]
    [LabelZh("字段")]
    public string? Field { get; set; }

    [Description("The heading or the value as the offices write it, without spaces.")]
    [LabelZh("原文")]
    [RowLabel]
    public required string Wording { get; set; }

    [Description(
        "For a heading, the field that the column sets; for a value, the value that is stored (RESOLVED). Null if the column is left " +
        "out, or if the value stands for none.")]
    [LabelZh("含义")]
    public string? Meaning { get; set; }

    public int CountyId { get; set; }

    [Description("The county.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;
}
