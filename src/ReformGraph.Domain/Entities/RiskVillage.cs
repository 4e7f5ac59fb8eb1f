using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("riskVillages", LabelZh = "风险村")]
[CodeWithin(nameof(County))]
[Description(
    "A row of the register of villages at risk (风险村): a village or community (村, 社区) found to be at risk when " +
    "the two committees (两委) of all villages and communities were assessed before the elections. The report counts them by level and " +
    "names none.")]
[Index(nameof(Level), nameof(Status))]
[Index(nameof(AssessedOn))]
[Rollup(nameof(Level), nameof(Status))]
[Rollup(nameof(CountyId), nameof(Level))]
[Rollup(nameof(CountyId), nameof(Status))]
internal sealed class RiskVillage : Versioned<RiskVillage>, IValidatableObject
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example RV-H-007: the seventh row at high risk; M is medium, L low.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description(
        "Whether the row is synthetic (合成数据): generated for load tests and demonstrations. It says nothing about a real " +
        "place.")]
    [LabelZh("合成数据")]
    [Computed]
    public bool Synthetic { get; set; }

    [Description("The level of the risk (风险等级).")]
    [LabelZh("风险等级")]
    public RiskLevel Level { get; set; }

    [Description("How far the risk has been resolved (化解). Null if it is not known.")]
    [LabelZh("化解情况")]
    public RiskStatus? Status { get; set; }

    [Description("The status in the register's own words (动态监测), which OTHER does not say. Null if the status says it.")]
    [LabelZh("化解情况原文")]
    public string? StatusWording { get; set; }

    [Description(
        "The county-level leading official who leads the resolution (牵头化解). Null if it is not known: the report gives only their " +
        "number.")]
    [LabelZh("牵头领导")]
    [Sensitive]
    public string? LeadOfficial { get; set; }

    [Description("What the risk consists in (风险点). Null if it is not known.")]
    [LabelZh("风险点")]
    public string? RiskFactors { get; set; }

    [Description("The day of the assessment (研判). Null if it is not known.")]
    [LabelZh("研判日期")]
    [NotInFuture]
    public DateOnly? AssessedOn { get; set; }

    [Description("The day by which the risk is to be resolved (化解时限). Null if it is not known.")]
    [LabelZh("化解时限")]
    [Deadline]
    public DateOnly? DueOn { get; set; }

    [Description("The day on which the risk was resolved. Null while it is not, or if it is not known.")]
    [LabelZh("化解日期")]
    [NotBefore(nameof(AssessedOn))]
    [NotInFuture]
    public DateOnly? ResolvedOn { get; set; }

    [Description(
        "Whether it was overdue on a day: whether it was due before this day, and not resolved by its end. Null if that is not known.")]
    [LabelZh("逾期")]
    [Argument("The day. It may be in the past.")]
    public static Expression<Func<RiskVillage, DateOnly, bool?>> Overdue { get; } = (row, on) =>
        row.DueOn == null ? null : on <= row.DueOn ? false
        : row.ResolvedOn != null ? row.ResolvedOn > on
        : row.Status == RiskStatus.Resolved || row.Status == RiskStatus.Other ? null : true;

    public int CountyId { get; set; }

    [Description("The county.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    public int? TownshipId { get; set; }

    [Description("The township in which it lies. Null if it is not known.")]
    [LabelZh("乡镇")]
    public Township? Township { get; set; }

    public int? VillageId { get; set; }

    [Description("The village or community, if it is known which one it is.")]
    [LabelZh("村社区")]
    public Village? Village { get; set; }

    public int? ProvenById { get; set; }

    [Description("The figure of the report that proves its existence. Null for a row that a county has added.")]
    [LabelZh("依据数据")]
    public Figure? ProvenBy { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ResolvedOn is not null && Status is RiskStatus.Open or RiskStatus.BeingResolved)
        {
            yield return new BilingualResult(new("must be empty while the risk is not resolved", "风险未化解时必须为空"),
                nameof(ResolvedOn));
        }
    }
}

[Description("The level of a village's risk (风险等级), from low to high.")]
public enum RiskLevel
{
    [Label("低风险", "low")]
    [Description("Low risk (低风险).")]
    Low = 1,

    [Label("中风险", "medium")]
    [Description("Medium risk (中风险).")]
    Medium = 2,

    [Label("高风险", "high")]
    [Description("High risk (高风险).")]
    High = 3,
}

[Description("How far a village's risk has been resolved (化解).")]
public enum RiskStatus
{
    [Label("未化解", "open")]
    [Description("Nothing has been done about it yet (未化解).")]
    Open = 1,

    [Label("化解中", "being resolved")]
    [Description("It is being resolved (化解中).")]
    BeingResolved = 2,

    [Label("已化解", "resolved")]
    [Description("It is resolved (已化解).")]
    Resolved = 3,

    [Label("其他", "other")]
    [Description("Any other status (其他), such as under observation (动态监测).")]
    Other = 4,
}
