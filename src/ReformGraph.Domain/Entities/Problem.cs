using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("problems", LabelZh = "问题")]
[CodeWithin(nameof(County))]
[Description(
    "A row of the register of problems (问题清单): one problem of the reform, who is responsible for it, and until when it is to be " +
    "closed. Counties load their own registers; the first report's problems have no rows.")]
[Index(nameof(DueOn))]
internal sealed class Problem : Versioned<Problem>, IValidatableObject
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example WT-001.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description("The problem in the register's own words (问题描述).")]
    [LabelZh("问题描述")]
    [RowLabel]
    public required string Statement { get; set; }

    [Description("By whom or how it was found (问题来源), for example 巡察反馈. Null if it is not known.")]
    [LabelZh("问题来源")]
    public string? Source { get; set; }

    [Description("The leading official who is responsible (责任领导). Null if it is not known.")]
    [LabelZh("责任领导")]
    [Sensitive]
    public string? ResponsibleLeader { get; set; }

    [Description("The department that is responsible (责任单位). Null if it is not known.")]
    [LabelZh("责任单位")]
    public string? ResponsibleDepartment { get; set; }

    [Description("How far it has been dealt with (销号情况). Null if it is not known.")]
    [LabelZh("销号情况")]
    public ProblemStatus? Status { get; set; }

    [Description("The status in the register's own words (长期坚持), which OTHER does not say. Null if the status says it.")]
    [LabelZh("销号情况原文")]
    public string? StatusWording { get; set; }

    [Description("The day by which it is to be closed (整改时限). Null if it is not known.")]
    [LabelZh("整改时限")]
    [Deadline]
    public DateOnly? DueOn { get; set; }

    [Description("The day on which it was closed (销号). Null while it is not, or if it is not known.")]
    [LabelZh("销号日期")]
    [NotInFuture]
    public DateOnly? ClosedOn { get; set; }

    [Description(
        "Whether it was overdue on a day: whether it was due before this day, and not closed by its end. Null if that is not known.")]
    [LabelZh("逾期")]
    [Argument("The day. It may be in the past.")]
    public static Expression<Func<Problem, DateOnly, bool?>> Overdue { get; } = (row, on) =>
        row.DueOn == null ? null : on <= row.DueOn ? false
        : row.ClosedOn != null ? row.ClosedOn > on
        : row.Status == ProblemStatus.Closed || row.Status == ProblemStatus.Other ? null : true;

    public int CountyId { get; set; }

    [Description("The county.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    public int? TownshipId { get; set; }

    [Description("The township that it concerns. Null for a problem of the county, or if it is not known.")]
    [LabelZh("乡镇")]
    public Township? Township { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClosedOn is not null && Status is ProblemStatus.Open or ProblemStatus.UnderWay)
        {
            yield return new BilingualResult(new("must be empty while the problem is not closed", "问题未销号时必须为空"),
                nameof(ClosedOn));
        }
    }
}

[Description("How far a problem has been dealt with (销号).")]
public enum ProblemStatus
{
    [Label("未销号", "open")]
    [Description("It is not closed (未销号), and nobody says that work on it has begun.")]
    Open = 1,

    [Label("整改中", "under way")]
    [Description("It is being dealt with (整改中), or awaits its closing.")]
    UnderWay = 2,

    [Label("已销号", "closed")]
    [Description("It is closed (已销号).")]
    Closed = 3,

    [Label("其他", "other")]
    [Description("Any other status (其他), such as one that is permanent (长期坚持).")]
    Other = 4,
}
