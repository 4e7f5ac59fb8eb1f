using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("facilityConsolidations", LabelZh = "设施整合")]
[CodeWithin(nameof(County))]
[Description(
    "A row of the register of facility consolidation (设施整合): one facility and what was done with it. The report counts them and " +
    "names none, so names and places are null until a county loads its own register. Rows of different types need not be different " +
    "facilities: a planned medical sub-centre may be one of the health centres.")]
[Index(nameof(Type), nameof(Action))]
[Index(nameof(EffectiveOn))]
[Rollup(nameof(Type), nameof(Action))]
[Rollup(nameof(CountyId), nameof(Type))]
internal sealed class FacilityConsolidation : Versioned<FacilityConsolidation>, IValidatableObject
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example FC-HC-007 for a health centre.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description(
        "Whether the row is synthetic (合成数据): generated for load tests and demonstrations. It says nothing about a real " +
        "place.")]
    [LabelZh("合成数据")]
    [Computed]
    public bool Synthetic { get; set; }

    [Description("The type of the facility.")]
    [LabelZh("设施类型")]
    public FacilityType Type { get; set; }

    [Description("The type in the register's own words (文化站), which OTHER does not say. Null if the type says it.")]
    [LabelZh("设施类型原文")]
    public string? TypeWording { get; set; }

    [Description("What was done with it, in the report's words.")]
    [LabelZh("举措类型")]
    public FacilityAction Action { get; set; }

    [Description("What was done in the register's own words (迁建), which OTHER does not say. Null if the action says it.")]
    [LabelZh("举措类型原文")]
    public string? ActionWording { get; set; }

    [Description("The name in Chinese. Null if it is not known.")]
    [LabelZh("中文名称")]
    [RowLabel]
    public string? NameZh { get; set; }

    [Description("The name in English. Null if it is not known.")]
    [LabelZh("英文名称")]
    [RowLabel]
    public string? NameEn { get; set; }

    [Description("The day on which the change takes effect. Null if it is not known.")]
    [LabelZh("生效日期")]
    [NotInFuture(nameof(Action), FacilityAction.Planned)]
    public DateOnly? EffectiveOn { get; set; }

    [Description("The floor area in square metres. Null if it is not known.")]
    [LabelZh("建筑面积")]
    [MeasuredIn("m²")]
    [Range(typeof(decimal), "0", "10000000")]
    public decimal? FloorArea { get; set; }

    [Description("How far the construction has progressed. Null if it is not known, or if nothing is built.")]
    [LabelZh("建设状态")]
    public FacilityStatus? Status { get; set; }

    [Description("The status in the register's own words (停工), which OTHER does not say. Null if the status says it.")]
    [LabelZh("建设状态原文")]
    public string? StatusWording { get; set; }

    [Description("How many people it is meant for: beds (床位) or places (学位). Null if it is not known.")]
    [LabelZh("设计容量")]
    [MixedUnits]
    [Range(0, 1_000_000)]
    public int? Capacity { get; set; }

    [Description("The total investment (总投资), in yuan. Null if it is not known.")]
    [LabelZh("总投资")]
    [MeasuredIn("元")]
    [Range(typeof(decimal), "0", "1000000000000")]
    public decimal? Investment { get; set; }

    public int? MergedIntoId { get; set; }

    [Description("The facility that took it over, if it was merged or integrated. Null if it is not known.")]
    [LabelZh("并入设施")]
    public FacilityConsolidation? MergedInto { get; set; }

    [Description("The facilities that it took over.")]
    public List<FacilityConsolidation> MergedFrom { get; } = [];

    public int CountyId { get; set; }

    [Description("The county.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    public int? TownshipId { get; set; }

    [Description("The township in which it lies. Null if it is not known.")]
    [LabelZh("乡镇")]
    public Township? Township { get; set; }

    public int? VillageId { get; set; }

    [Description("The village or community that it serves. Null if it is not known, and for a facility of a township or of the county.")]
    [LabelZh("村社区")]
    public Village? Village { get; set; }

    public int? ProvenById { get; set; }

    [Description("The figure of the report that proves its existence. Null for a row that a county has added.")]
    [LabelZh("依据数据")]
    public Figure? ProvenBy { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((MergedInto is not null || MergedIntoId is not null)
            && Action is not (FacilityAction.MergedOrClosed or FacilityAction.Integrated))
        {
            yield return new BilingualResult(
                new("must be empty unless the facility was merged or integrated", "除非设施已撤并或整合，否则必须为空"),
                nameof(MergedInto));
        }
    }
}

internal sealed class FacilityConsolidationMapping : IEntityTypeConfiguration<FacilityConsolidation>
{
    public void Configure(EntityTypeBuilder<FacilityConsolidation> builder)
    {
        builder.HasOne(row => row.MergedInto).WithMany(row => row.MergedFrom).HasForeignKey(row => row.MergedIntoId);
    }
}
