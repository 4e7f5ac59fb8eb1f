using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("villages", LabelZh = "村社区")]
[CodeWithin(nameof(Township), nameof(Township.County))]
[Description(
    "A village or community (村, 社区). The report names one; the other villages and communities that it counts have no row here.")]
internal sealed class Village : Versioned<Village>
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

    [Description("The area code: the township's nine digits and three more. Null if it is not known.")]
    [LabelZh("行政区划代码")]
    [Pattern("[0-9]{12}", "twelve digits", "十二位数字")]
    public string? AreaCode { get; set; }

    [Description("The name in Chinese. Null if it is not known.")]
    [LabelZh("中文名称")]
    [RowLabel]
    [Sensitive]
    public string? NameZh { get; set; }

    [Description("The name in English. Null if it is not known.")]
    [LabelZh("英文名称")]
    [RowLabel]
    [Sensitive]
    public string? NameEn { get; set; }

    [Description("Village or community. Null if it is not known.")]
    [LabelZh("村社区类别")]
    public VillageKind? Kind { get; set; }

    [Description("The kind in the register's own words (农场分场), which OTHER does not say. Null if the kind says it.")]
    [LabelZh("村社区类别原文")]
    public string? KindWording { get; set; }

    [Description("The first day on which the unit exists under its code. Null if it is not known.")]
    [LabelZh("起始日期")]
    public DateOnly? ValidFrom { get; set; }

    [Description(
        "The first day on which it no longer exists under its code, as after a merger. Null while it exists or if it is not known.")]
    [LabelZh("终止日期")]
    [NotBefore(nameof(ValidFrom))]
    public DateOnly? ValidTo { get; set; }

    public int TownshipId { get; set; }

    [Description("The township in which it lies.")]
    [LabelZh("乡镇")]
    public Township Township { get; set; } = null!;

    public int? SuccessorId { get; set; }

    [Description("The unit that it was merged into (村级建制调整). Null while it exists or if it is not known.")]
    [LabelZh("并入单位")]
    public Village? Successor { get; set; }

    [Description("The units that were merged into it.")]
    public List<Village> Predecessors { get; } = [];

    [Description("The figures about it.")]
    public List<Figure> Figures { get; } = [];

    [Description("The facilities in it (设施整合).")]
    public List<FacilityConsolidation> FacilityConsolidations { get; } = [];

    [Description("Its rows in the register of villages at risk (风险村).")]
    public List<RiskVillage> RiskVillages { get; } = [];

    [Description("The measures that the report places in it (举措).")]
    public List<Initiative> Initiatives { get; } = [];
}

[Description("The kind of a village-level unit.")]
public enum VillageKind
{
    [Label("村", "village")]
    [Description("A village (村).")]
    Village = 1,

    [Label("社区", "community")]
    [Description("A community (社区).")]
    Community = 2,

    [Label("其他", "other")]
    [Description("Any other unit (其他), such as a branch of a farm (农场分场).")]
    Other = 3,
}

internal sealed class VillageMapping : IEntityTypeConfiguration<Village>
{
    public void Configure(EntityTypeBuilder<Village> builder) =>
        builder.HasOne(row => row.Successor).WithMany(row => row.Predecessors).HasForeignKey(row => row.SuccessorId);
}
