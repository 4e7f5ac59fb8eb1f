using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("reformTasks", LabelZh = "改革任务")]
[CodeWithin(nameof(County))]
[Description(
    "A row of the register of reform tasks (改革任务): one work plan, task or pilot task. The report counts them and names none, so " +
    "all but the kind is null until a county loads its own register. A pilot task may or may not be one of the tasks: totals across " +
    "kinds count rows.")]
[Index(nameof(Kind), nameof(Status))]
[Index(nameof(DueOn))]
[Index(nameof(Progress))]
[Rollup(nameof(Kind), nameof(Status), nameof(MajorTask))]
[Rollup(nameof(CountyId), nameof(Kind))]
[Rollup(nameof(CountyId), nameof(Status))]
internal sealed class ReformTask : Versioned<ReformTask>, IValidatableObject
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code: RT-P-001 is a work plan, RT-T-001 a task, RT-X-001 a pilot task.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description(
        "Whether the row is synthetic (合成数据): generated for load tests and demonstrations. It says nothing about a real " +
        "place.")]
    [LabelZh("合成数据")]
    [Computed]
    public bool Synthetic { get; set; }

    [Description("Work plan, task or pilot task.")]
    [LabelZh("任务类别")]
    public TaskKind Kind { get; set; }

    [Description("The kind in the register's own words (专项行动), which OTHER does not say. Null if the kind says it.")]
    [LabelZh("任务类别原文")]
    public string? KindWording { get; set; }

    [Description("The title in Chinese. Null if it is not known.")]
    [LabelZh("中文标题")]
    [RowLabel]
    public string? TitleZh { get; set; }

    [Description("The title in English. Null if it is not known.")]
    [LabelZh("英文标题")]
    [RowLabel]
    public string? TitleEn { get; set; }

    [Description("The major task that it serves (四大任务). Null if it is not known: the report gives none for a single task.")]
    [LabelZh("所属四大任务")]
    public MajorTask? MajorTask { get; set; }

    [Description("The subject. Null if it is not known.")]
    [LabelZh("主题")]
    public Theme? Theme { get; set; }

    [Description("The subject in the register's own words, which OTHER does not say. Null if the theme says it.")]
    [LabelZh("主题原文")]
    public string? ThemeWording { get; set; }

    [Description("The county-level leading official in charge (牵头领导). Null if it is not known.")]
    [LabelZh("牵头领导")]
    [Sensitive]
    public string? LeadOfficial { get; set; }

    [Description("The department in charge (牵头单位). Null if it is not known.")]
    [LabelZh("牵头单位")]
    public string? LeadDepartment { get; set; }

    [Description("How far it has progressed. Null if it is not known.")]
    [LabelZh("进展")]
    public TaskStatus? Status { get; set; }

    [Description("The status in the register's own words (暂缓实施), which OTHER does not say. Null if the status says it.")]
    [LabelZh("进展原文")]
    public string? StatusWording { get; set; }

    [Description("The share of the work that is done, in per cent from 0 to 100. Null if it is not known.")]
    [LabelZh("完成进度")]
    [MeasuredIn("%")]
    [Range(typeof(decimal), "0", "100")]
    public decimal? Progress { get; set; }

    [Description("The day by which it is due. Null if it is not known.")]
    [LabelZh("完成时限")]
    [Deadline]
    public DateOnly? DueOn { get; set; }

    [Description("The day on which it was completed. Null while it is not, or if it is not known.")]
    [LabelZh("完成日期")]
    [NotInFuture]
    public DateOnly? CompletedOn { get; set; }

    [Description(
        "Whether it was overdue on a day: whether it was due before this day, and not completed by its end. Null if that is not known.")]
    [LabelZh("逾期")]
    [Argument("The day. It may be in the past.")]
    public static Expression<Func<ReformTask, DateOnly, bool?>> Overdue { get; } = (row, on) =>
        row.DueOn == null ? null : on <= row.DueOn ? false
        : row.CompletedOn != null ? row.CompletedOn > on
        : row.Status == TaskStatus.Completed || row.Status == TaskStatus.Other ? null : true;

    public int? PlanId { get; set; }

    [Description("The work plan to which the task belongs (工作方案). Null for a work plan, and if it is not known.")]
    [LabelZh("所属工作方案")]
    public ReformTask? Plan { get; set; }

    [Description("The tasks of the work plan.")]
    public List<ReformTask> Tasks { get; } = [];

    public int CountyId { get; set; }

    [Description("The county.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    public int? TownshipId { get; set; }

    [Description("The township that carries it out; for a pilot task, the pilot town (先行试点镇). Null if it is not known.")]
    [LabelZh("乡镇")]
    public Township? Township { get; set; }

    public int? ProvenById { get; set; }

    [Description("The figure of the report that proves its existence. Null for a row that a county has added.")]
    [LabelZh("依据数据")]
    public Figure? ProvenBy { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CompletedOn is not null && Status is TaskStatus.NotStarted or TaskStatus.UnderWay)
        {
            yield return new BilingualResult(new("must be empty while the task is not completed", "任务未完成时必须为空"),
                nameof(CompletedOn));
        }

        if (Kind is TaskKind.WorkPlan && (Plan is not null || PlanId is not null))
        {
            yield return new BilingualResult(new("must be empty for a work plan", "工作方案的此项必须为空"), nameof(Plan));
        }
    }
}

[Description("The kind of a row in the register of reform tasks.")]
public enum TaskKind
{
    [Label("工作方案", "work plan")]
    [Description("A work plan of the framework 1+29 (改革任务工作方案).")]
    WorkPlan = 1,

    [Label("任务", "task")]
    [Description("A task of the list that the work plans lead to (任务清单).")]
    Task = 2,

    [Label("试点任务", "pilot task")]
    [Description("A task that a pilot town takes on first (试点任务).")]
    Pilot = 3,

    [Label("其他", "other")]
    [Description("Any other kind (其他), such as a campaign (专项行动).")]
    Other = 4,
}

[Description("The four major tasks of the follow-up phase (四大任务).")]
public enum MajorTask
{
    [Label("优化资源配置", "better allocation of resources")]
    [Description("To allocate resources better (优化资源配置).")]
    ResourceAllocation = 1,

    [Label("提升发展质量", "better quality of development")]
    [Description("To raise the quality of development (提升发展质量).")]
    DevelopmentQuality = 2,

    [Label("增强服务能力", "stronger services")]
    [Description("To strengthen the capacity to serve (增强服务能力).")]
    ServiceCapacity = 3,

    [Label("提高治理效能", "more effective governance")]
    [Description("To make governance more effective (提高治理效能).")]
    GovernanceEffectiveness = 4,
}

[Description("How far a reform task has progressed.")]
public enum TaskStatus
{
    [Label("未启动", "not started")]
    [Description("Work has not begun (未启动).")]
    NotStarted = 1,

    [Label("推进中", "under way")]
    [Description("Work has begun (推进中).")]
    UnderWay = 2,

    [Label("已完成", "completed")]
    [Description("The work is done (已完成).")]
    Completed = 3,

    [Label("其他", "other")]
    [Description("Any other status (其他), such as postponed (暂缓实施).")]
    Other = 4,
}

internal sealed class ReformTaskMapping : IEntityTypeConfiguration<ReformTask>
{
    public void Configure(EntityTypeBuilder<ReformTask> builder)
    {
        builder.HasOne(row => row.Plan).WithMany(row => row.Tasks).HasForeignKey(row => row.PlanId);
    }
}
