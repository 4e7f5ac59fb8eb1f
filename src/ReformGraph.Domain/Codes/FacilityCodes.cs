using System.ComponentModel;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Codes;

[Description("The type of a facility.")]
public enum FacilityType
{
    [Label("建制乡镇卫生院", "health centre")]
    [Description("The health centre of an established township (建制乡镇卫生院).")]
    HealthCentre = 1,

    [Label("县域医疗次中心", "county medical sub-centre")]
    [Description("A county medical sub-centre: the 4 of the layout 1+4+N (县域医疗次中心).")]
    MedicalSubCentre = 2,

    [Label("区域性养老中心", "regional elderly-care centre")]
    [Description("A regional elderly-care centre (区域性养老中心).")]
    ElderlyCareCentre = 3,

    [Label("职业中学", "vocational school")]
    [Description("A secondary vocational school (职中).")]
    VocationalSchool = 4,

    [Label("中小学", "primary or secondary school")]
    [Description("A primary or secondary school (中小学); the report does not divide the two.")]
    PrimaryOrSecondarySchool = 5,

    [Label("便民服务中心", "convenience service centre")]
    [Description("The convenience service centre of a township (便民服务中心).")]
    ServiceCentre = 6,

    [Label("便民服务分中心", "convenience service sub-centre")]
    [Description("A sub-centre of a township's convenience service centre (便民服务分中心).")]
    ServiceSubCentre = 7,

    [Label("便民服务室", "village service room")]
    [Description("The convenience service room of a village or community (便民服务室).")]
    VillageServiceRoom = 8,

    [Label("便民服务站", "convenience service station")]
    [Description("A convenience service station (便民服务站).")]
    ServiceStation = 9,

    [Label("县医疗中心", "county medical centre")]
    [Description("The county medical centre: the 1 of the layout 1+4+N (县医疗中心).")]
    CountyMedicalCentre = 10,

    [Label("学校", "school")]
    [Description("A school whose level the register does not give (学校).")]
    School = 11,

    [Label("幼儿园", "kindergarten")]
    [Description("A kindergarten (幼儿园).")]
    Kindergarten = 12,

    [Label("其他", "other")]
    [Description("Any other facility (其他).")]
    Other = 13,
}

[Description("How far the construction of a facility has progressed.")]
public enum FacilityStatus
{
    [Label("未开工", "not started")]
    [Description("Construction has not begun (未开工).")]
    NotStarted = 1,

    [Label("在建", "under way")]
    [Description("It is being built (在建).")]
    UnderWay = 2,

    [Label("已建成", "completed")]
    [Description("It is built (已建成).")]
    Completed = 3,

    [Label("其他", "other")]
    [Description("Any other status (其他), such as suspended (停工).")]
    Other = 4,
}

[Description("What was done with a facility.")]
public enum FacilityAction
{
    [Label("规划建设", "planned")]
    [Description("Not yet there: planned, or being built (规划, 加快建设).")]
    Planned = 1,

    [Label("规范设置", "established to standard")]
    [Description("Set up or kept by the standard for its kind (规范设置).")]
    EstablishedToStandard = 2,

    [Label("建成", "built")]
    [Description("Built (建成).")]
    Built = 3,

    [Label("新增", "added")]
    [Description("Newly opened (新增).")]
    Added = 4,

    [Label("整合", "integrated")]
    [Description("Integrated with others of its kind (整合).")]
    Integrated = 5,

    [Label("撤并", "merged or closed")]
    [Description("Merged into another or closed (撤并); the report does not divide the two.")]
    MergedOrClosed = 6,

    [Label("做强", "strengthened")]
    [Description("Strengthened (做强).")]
    Strengthened = 7,

    [Label("做优", "improved")]
    [Description("Improved (做优).")]
    Improved = 8,

    [Label("做实", "consolidated")]
    [Description("Put on a solid footing (做实).")]
    Consolidated = 9,

    [Label("其他", "other")]
    [Description("Anything else (其他), such as relocated (迁建).")]
    Other = 10,
}
