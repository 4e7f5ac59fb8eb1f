using System.ComponentModel;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Codes;

[Description("A subject of the report. Every figure and every initiative has one.")]
public enum Theme
{
    [Label("统筹与治理", "governance of the reform")]
    [Description(
        "How the follow-up phase is led: leading group, problem lists, working mechanisms (组织领导, 问题清单, 工作机制).")]
    Governance = 1,

    [Label("改革任务", "reform tasks")]
    [Description("Work plans and tasks of the framework, and the four major tasks (改革任务).")]
    ReformTasks = 2,

    [Label("先行试点", "pilots")]
    [Description("Pilot towns and the tasks that they take on (先行试点).")]
    Pilots = 3,

    [Label("空间布局", "spatial layout")]
    [Description("The county's spatial structure: main centre and secondary economic centres (空间布局).")]
    SpatialLayout = 4,

    [Label("产业发展", "industry")]
    [Description("Crops, enterprises, cooperatives, output, and where industries are placed (产业发展).")]
    Industry = 5,

    [Label("交通运输", "transport")]
    [Description("Roads, buses and the rural passenger network (交通运输).")]
    Transport = 6,

    [Label("设施整合", "facilities")]
    [Description("Schools, health centres and elderly-care centres, and how they are consolidated (教育, 医疗, 养老资源整合).")]
    Facilities = 7,

    [Label("资产盘活", "assets")]
    [Description("Premises vacated by the mergers, and what becomes of them (腾退资产盘活).")]
    Assets = 8,

    [Label("权力下放", "devolved powers")]
    [Description("County powers, resources and law enforcement moved down to townships (行政资源下沉, 权限下放, 执法).")]
    DevolvedPowers = 9,

    [Label("组织设置与党建", "organisation and Party building")]
    [Description(
        "Township bodies, village Party organisations, and self-governance, rule of law and rule of virtue (组织设置, 党建引领, " +
        "三治协同).")]
    OrganisationAndPartyBuilding = 10,

    [Label("基本服务", "basic services")]
    [Description(
        "Services that must not lapse: service sites in abolished townships, police, judicial offices, cultural venues " +
        "(基本服务底线).")]
    BasicServices = 11,

    [Label("便民服务", "convenience services")]
    [Description("Convenience service centres, their staff, matters, volume and satisfaction (便民服务主线).")]
    ConvenienceServices = 12,

    [Label("服务质量", "service quality")]
    [Description("Rules for service-counter staff and how they are assessed (服务规范, 量化考核).")]
    ServiceQuality = 13,

    [Label("风险村治理", "risk villages")]
    [Description(
        "Villages and communities found to be at risk before the elections of the two committees (两委), and outgoing cadres " +
        "(风险村, 离任干部).")]
    RiskVillages = 14,

    [Label("干部培训", "training")]
    [Description("Training, pay and management of village cadres (村干部培训与报酬).")]
    Training = 15,

    [Label("下步打算", "next steps")]
    [Obsolete("Next steps are a stage and not a subject: use the subject, and the stage of a measure.")]
    [Description("What the report announces for the time to come (下步工作打算). Only rows recorded before its deprecation have it.")]
    NextSteps = 16,

    [Label("其他", "other")]
    [Description("Any other subject (其他), and figures of an added report whose subject nobody has named yet.")]
    Other = 17,
}
