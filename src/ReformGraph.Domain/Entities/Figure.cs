using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("figures", LabelZh = "报告数据")]
[CodeWithin(nameof(County))]
[Description(
    "One quantity of a report, either stated in one place there or derived from stated ones. A number that the report states twice is " +
    "two figures.")]
[Index(nameof(Theme))]
internal sealed partial class Figure : Versioned<Figure>
{
    [Description("The primary key. The seed numbers figures in the order of the report, derived ones last; later ones follow.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example high-risk-villages.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    public int ReportId { get; set; }

    [Description("The report.")]
    [LabelZh("报告")]
    public Report Report { get; set; } = null!;

    public int IndicatorId { get; set; }

    [Description("What is measured (指标).")]
    [LabelZh("指标")]
    public Indicator Indicator { get; set; } = null!;

    [Description("The subject.")]
    [LabelZh("主题")]
    public Theme Theme { get; set; }

    [Description("What the value stands for: a level, a flow, a target ...")]
    [LabelZh("数据性质")]
    public FigureRole Role { get; set; }

    [Description(
        "The value in the unit. 万 and 亿 are multiplied out (23.09万件 is 230900); a percentage stays as stated (104 % is 104). " +
        "Computed from the wording, or from the inputs; kept to four decimal places.")]
    [LabelZh("数值")]
    [Computed]
    [Measure(
        Unit = nameof(Unit),
        Role = nameof(Role),
        Subject = nameof(Indicator),
        AddsTo = nameof(Indicator.AddsTo),
        Repeats = nameof(Restates),
        ReplacedBy = nameof(SupersededBy),
        Lower = nameof(Lower),
        LowerIncluded = nameof(LowerIncluded),
        Upper = nameof(Upper),
        UpperIncluded = nameof(UpperIncluded),
        Baseline = FigureRole.Baseline,
        Levels = [FigureRole.Level, FigureRole.Flow, FigureRole.Cumulative],
        Percent = Codes.Unit.Percent,
        PercentagePoint = Codes.Unit.PercentagePoint,
        Source = nameof(Report),
        Areas = [nameof(County), nameof(Township), nameof(Village)],
        Rates =
            [Codes.Unit.Percent, Codes.Unit.PercentagePoint, Codes.Unit.PersonPerTownship, Codes.Unit.PerMille, Codes.Unit.Times,
            Codes.Unit.Ratio, Codes.Unit.BasisPoint, Codes.Unit.PerMillePoint, Codes.Unit.PerUnit, Codes.Unit.DegreeCelsius],
        Flow = FigureRole.Flow,
        Period = nameof(Period),
        Stated = [nameof(StatedTime), nameof(UnreadPeriod)],
        Begins = nameof(PeriodBegins),
        Ends = nameof(PeriodEnds),
        Months = nameof(PeriodMonths),
        SourceDay = nameof(Entities.Report.Day),
        SourceBegins = nameof(Entities.Report.Begins),
        Inputs = nameof(Inputs),
        InputRate = nameof(FigureInput.RateCode))]
    public decimal Value { get; set; }

    [Description("The unit of the value and of its bounds.")]
    [LabelZh("单位")]
    public Unit Unit { get; set; }

    [Description("How exactly it is stated. Null for a derived figure, whose bounds come from its inputs.")]
    [LabelZh("精度")]
    [Computed]
    public Precision? Precision { get; set; }

    [Description("The lower bound of the true value. Null if nothing bounds it.")]
    [LabelZh("下限")]
    [Computed]
    [MixedUnits]
    public decimal? Lower { get; set; }

    [Description("Whether the lower bound itself is possible.")]
    [LabelZh("含下限")]
    [Computed]
    public bool LowerIncluded { get; set; }

    [Description("The upper bound of the true value. Null if nothing bounds it, as for 以上 (at least).")]
    [LabelZh("上限")]
    [Computed]
    [MixedUnits]
    public decimal? Upper { get; set; }

    [Description("Whether the upper bound itself is possible.")]
    [LabelZh("含上限")]
    [Computed]
    public bool UpperIncluded { get; set; }

    [Description(
        "The quantity as the report words it: numeral, multiplier, qualifier and unit, for example 1.5亿元以上. Null for a derived " +
        "figure.")]
    [LabelZh("原文表述")]
    [RowLabel]
    public string? Wording { get; set; }

    [Description(
        "The unit in the report's words, if it is not part of the wording: that in the heading of a table (万元), or of the last " +
        "number of an enumeration (12、15和18个). The value is read from both together. Null if the wording has its unit, or has none.")]
    [LabelZh("原文单位")]
    public string? UnitWording { get; set; }

    [Description(
        "Whether a change is a rise or a fall (增长, 下降). The wording states only its size: a fall makes the value negative. " +
        "Null if the figure is not a change.")]
    [LabelZh("变化方向")]
    public ChangeDirection? Direction { get; set; }

    [Description("How the value is computed from the inputs. Null for a figure that the report states.")]
    [LabelZh("推算方法")]
    public Derivation? Derivation { get; set; }

    [Description("Whether the report states the figure, or it is derived.")]
    [LabelZh("来源方式")]
    public static Expression<Func<Figure, FigureOrigin>> Origin { get; } =
        figure => figure.Derivation == null ? FigureOrigin.Stated : FigureOrigin.Derived;

    [Description("What the figure is about: the county, one township, or one village.")]
    [LabelZh("范围")]
    public static Expression<Func<Figure, FigureScope>> Scope { get; } = figure =>
        figure.VillageId != null ? FigureScope.Village : figure.TownshipId != null ? FigureScope.Township : FigureScope.County;

    [Description("The period as the report words it, for example 1—10月 (January to October). Null if none is stated.")]
    [LabelZh("时段")]
    public string? Period { get; set; }

    [Description("The year of the period. Null if the report does not state it.")]
    [LabelZh("年份")]
    [Range(1900, 2199)]
    public int? Year { get; set; }

    [Description("The first month of the period, 1 to 12.")]
    [LabelZh("起始月")]
    [Range(1, 12)]
    public int? FirstMonth { get; set; }

    [Description("The last month of the period, 1 to 12.")]
    [LabelZh("终止月")]
    [Range(1, 12)]
    [NotBefore(nameof(FirstMonth))]
    public int? LastMonth { get; set; }

    [Description("What a reader must know to interpret the figure: assumptions, and what the report leaves open.")]
    [LabelZh("备注")]
    public string? Remark { get; set; }

    public int CountyId { get; set; }

    [Description("The county that the figure is about, or in which its place lies.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    public int? TownshipId { get; set; }

    [Description("The township that the figure is about, or in which its village lies. Null for a figure of the whole county.")]
    [LabelZh("乡镇")]
    public Township? Township { get; set; }

    public int? VillageId { get; set; }

    [Description("The village that the figure is about. Null for a figure of a township or of the whole county.")]
    [LabelZh("村社区")]
    public Village? Village { get; set; }

    public int? LocatorId { get; set; }

    [Description("Where the report states it. Null for a derived figure.")]
    [LabelZh("出处")]
    public Locator? Locator { get; set; }

    public int? RestatesId { get; set; }

    [Description(
        "The figure that this one only repeats, as the name of the framework 1+29 repeats the 29 work plans. Null if it repeats none.")]
    [LabelZh("所重述数据")]
    public Figure? Restates { get; set; }

    public int? SupersededById { get; set; }

    [Description(
        "The later report whose statements take the place of this figure: it supersedes the figure's report, or restates this figure. " +
        "Sums leave the figure out. Null if the figure stands.")]
    [LabelZh("取代报告")]
    [Computed]
    public Report? SupersededBy { get; set; }

    public int? InitiativeId { get; set; }

    [Description("The measure that it quantifies (举措). Null if the report names none.")]
    [LabelZh("所属举措")]
    public Initiative? Initiative { get; set; }

    [Description("The figures that repeat this one.")]
    public List<Figure> Restatements { get; } = [];

    [Description("The figures that this one is derived from.")]
    public List<FigureInput> Inputs { get; } = [];

    [Description("The derivations that have this figure as an input.")]
    public List<FigureInput> InputOf { get; } = [];

    [Description("The checks in which this figure takes part.")]
    public List<CheckInput> CheckInputs { get; } = [];

    [Description("The reform tasks whose existence this figure proves (改革任务).")]
    public List<ReformTask> ReformTasks { get; } = [];

    [Description("The facilities whose existence this figure proves (设施整合).")]
    public List<FacilityConsolidation> FacilityConsolidations { get; } = [];

    [Description("The asset lots whose existence this figure proves (资产移交).")]
    public List<AssetHandover> AssetHandovers { get; } = [];

    [Description("The villages at risk whose existence this figure proves (风险村).")]
    public List<RiskVillage> RiskVillages { get; } = [];
}
