using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using TaskStatus = ReformGraph.Domain.Entities.TaskStatus;

namespace ReformGraph.Data.Synthesis;

/// <summary>A synthetic county's register of reform tasks: as many work plans, tasks and pilot tasks as the report counts.</summary>
internal static class SyntheticReformTasks
{
    private const int Plans = 29;
    private const int PilotTowns = 3;
    private const int PerCounty = 199;

    private static readonly (TaskKind Kind, string Code, int Count)[] Kinds =
        [(TaskKind.WorkPlan, "RT-P", Plans), (TaskKind.Task, "RT-T", 155), (TaskKind.Pilot, "RT-X", 15)];

    private static readonly (string Zh, string En)[] Aims =
        [("优化", "Improve"), ("规范", "Standardise"), ("推进", "Advance"), ("完善", "Complete"), ("盘活", "Put to use")];

    private static readonly (Theme Theme, string Zh, string En)[] Subjects =
    [
        (Theme.SpatialLayout, "县域空间布局", "the layout of the county"),
        (Theme.Industry, "乡村产业园区", "rural industry parks"),
        (Theme.Transport, "农村客运线路", "rural bus lines"),
        (Theme.Facilities, "教育医疗设施", "schools and health centres"),
        (Theme.Facilities, "区域性养老服务", "regional care of the elderly"),
        (Theme.Assets, "腾退资产", "vacated assets"),
        (Theme.DevolvedPowers, "下放执法权限", "devolved law enforcement powers"),
        (Theme.OrganisationAndPartyBuilding, "村级党组织设置", "village Party organisations"),
        (Theme.ConvenienceServices, "便民服务站点", "convenience service sites"),
        (Theme.ServiceQuality, "窗口服务考核", "the assessment of service-counter staff"),
        (Theme.Training, "村干部培训", "the training of village cadres"),
    ];

    public static IEnumerable<ReformTask> Generate(SyntheticCounty county) =>
        Kinds.SelectMany(
            kind => Enumerable.Range(0, kind.Count).Select(within => (kind.Kind, Code: county.Code(kind.Code, within), within)))
            .Select((row, index) => Make(county, index, row.Kind, row.Code, row.within));

    private static ReformTask Make(SyntheticCounty county, int index, TaskKind kind, string code, int within)
    {
        var draw = county.Draw;
        var aim = draw.OneOf<(string Zh, string En)>(Aims);
        var subject = draw.OneOf<(Theme Theme, string Zh, string En)>(Subjects);
        var status =
            draw.Weighted<TaskStatus?>((15, TaskStatus.NotStarted), (40, TaskStatus.UnderWay), (35, TaskStatus.Completed), (10, null));
        var due = draw.Day(2021, 2025);
        var town = kind is TaskKind.Pilot ? within % PilotTowns : draw.Below(county.Townships.Length);
        return new()
        {
            Id = county.Id(index, PerCounty),
            Code = code,
            Synthetic = true,
            Kind = kind,
            TitleZh = draw.Chance(95) ? aim.Zh + subject.Zh : null,
            TitleEn = draw.Chance(70) ? $"{aim.En} {subject.En}" : null,
            MajorTask = draw.Weighted<MajorTask?>((20, MajorTask.ResourceAllocation), (25, MajorTask.DevelopmentQuality),
                (25, MajorTask.ServiceCapacity), (15, MajorTask.GovernanceEffectiveness), (15, null)),
            Theme = draw.Chance(85) ? subject.Theme : null,
            LeadOfficial = draw.Chance(80) ? draw.OneOf<string>(county.Leaders) : null,
            LeadDepartment = draw.Chance(85) ? Names.Department(draw) : null,
            Status = status,
            Progress = draw.Chance(85) ? ProgressOf(status, draw) : null,
            DueOn = draw.Chance(85) ? due : null,
            CompletedOn = status is TaskStatus.Completed && draw.Chance(90) ? due.AddDays(-draw.Below(Math.Min(120, due.DayOfYear))) : null,
            PlanId = kind is not TaskKind.WorkPlan && draw.Chance(80) ? county.Id(draw.Below(Plans), PerCounty) : null,
            CountyId = county.County.Id,
            TownshipId = kind is not TaskKind.WorkPlan && draw.Chance(75) ? county.Townships[town].Id : null,
            ProvenById = null,
        };
    }

    private static decimal? ProgressOf(TaskStatus? status, DeterministicRandom draw) => status switch
    {
        TaskStatus.NotStarted => 0,
        TaskStatus.UnderWay => draw.Amount(1, 99, 1),
        TaskStatus.Completed => 100,
        _ => null,
    };
}
