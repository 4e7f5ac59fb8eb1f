using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("townships", LabelZh = "乡镇")]
[CodeWithin(nameof(County))]
[Description(
    "A town or township (乡镇). While names are masked, there is one row for each place in the report that needs one: two rows may be " +
    "the same town, so the number of rows is not the number of towns.")]
internal sealed class Township : Versioned<Township>
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code of this data set, not the area code.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description(
        "Whether the row is synthetic (合成数据): generated for load tests and demonstrations. It says nothing about a real " +
        "place.")]
    [LabelZh("合成数据")]
    [Computed]
    public bool Synthetic { get; set; }

    [Description("The area code: the county's six digits and three more. Null if the source masks the name.")]
    [LabelZh("行政区划代码")]
    [Pattern("[0-9]{9}", "nine digits", "九位数字")]
    public string? AreaCode { get; set; }

    [Description("The name in Chinese. Null if the source masks it (**).")]
    [LabelZh("中文名称")]
    [RowLabel]
    public string? NameZh { get; set; }

    [Description("The name in English. Null if the source masks it (**).")]
    [LabelZh("英文名称")]
    [RowLabel]
    public string? NameEn { get; set; }

    [Description("What the source says about the place; while its name is masked, this is all that identifies it.")]
    [LabelZh("原文所称")]
    [RowLabel]
    public required string KnownAs { get; set; }

    [Description("The same in Chinese. Null if nobody has given it.")]
    [LabelZh("中文原文所称")]
    [RowLabel]
    public string? KnownAsZh { get; set; }

    [Description("Town, township or subdistrict. Null if it is not known.")]
    [LabelZh("乡镇类别")]
    public TownshipKind? Kind { get; set; }

    [Description("The kind in the register's own words (国有林场), which OTHER does not say. Null if the kind says it.")]
    [LabelZh("乡镇类别原文")]
    public string? KindWording { get; set; }

    [Description("The class of the township, 1 for class one (一类乡镇). Null if it is not known.")]
    [LabelZh("乡镇类型")]
    [Range(1, 9)]
    public int? Class { get; set; }

    [Description("The first day on which the unit exists under its code. Null if it is not known.")]
    [LabelZh("起始日期")]
    public DateOnly? ValidFrom { get; set; }

    [Description(
        "The first day on which it no longer exists under its code, as after a merger. Null while it exists or if it is not known.")]
    [LabelZh("终止日期")]
    [NotBefore(nameof(ValidFrom))]
    public DateOnly? ValidTo { get; set; }

    public int CountyId { get; set; }

    [Description("The county.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    public int? SuccessorId { get; set; }

    [Description("The unit that it was merged into (乡镇行政区划调整). Null while it exists or if it is not known.")]
    [LabelZh("并入单位")]
    public Township? Successor { get; set; }

    [Description("The units that were merged into it.")]
    public List<Township> Predecessors { get; } = [];

    [Description("Its villages and communities, as far as they are known.")]
    public List<Village> Villages { get; } = [];

    [Description("The figures about it or about its villages.")]
    public List<Figure> Figures { get; } = [];

    [Description("The reform tasks that it carries out (改革任务).")]
    public List<ReformTask> ReformTasks { get; } = [];

    [Description("The facilities in it (设施整合).")]
    public List<FacilityConsolidation> FacilityConsolidations { get; } = [];

    [Description("The asset lots in it (资产移交).")]
    public List<AssetHandover> AssetHandovers { get; } = [];

    [Description("Its villages at risk (风险村).")]
    public List<RiskVillage> RiskVillages { get; } = [];

    [Description("The problems that concern it (问题清单).")]
    public List<Problem> Problems { get; } = [];

    [Description("The measures that the report places in it (举措).")]
    public List<Initiative> Initiatives { get; } = [];
}

[Description("The kind of a township-level division.")]
public enum TownshipKind
{
    [Label("乡", "township")]
    [Description("A township (乡).")]
    Township = 1,

    [Label("镇", "town")]
    [Description("A town (镇).")]
    Town = 2,

    [Label("街道", "subdistrict")]
    [Description("A subdistrict (街道).")]
    Subdistrict = 3,

    [Label("其他", "other")]
    [Description("Any other division (其他), such as a state forest farm (国有林场).")]
    Other = 4,
}

internal sealed class TownshipMapping : IEntityTypeConfiguration<Township>
{
    public void Configure(EntityTypeBuilder<Township> builder) =>
        builder.HasOne(row => row.Successor).WithMany(row => row.Predecessors).HasForeignKey(row => row.SuccessorId);
}
