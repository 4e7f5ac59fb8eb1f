using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("assetHandovers", LabelZh = "资产移交")]
[CodeWithin(nameof(County))]
[Description(
    "A row of the register of asset handovers (资产移交): one lot of assets (宗) vacated by the mergers (腾退资产), and to whom " +
    "and how it was handed over. Lots that were auctioned or leased are named in the report without a number: their number is unknown, " +
    "not zero.")]
[Index(nameof(AssetClass), nameof(Method))]
[Index(nameof(HandedOverOn))]
[Index(nameof(BookValue))]
[Rollup(nameof(AssetClass), nameof(Method))]
[Rollup(nameof(HandedOverOn) + RollupAttribute.Month, nameof(Method))]
[Rollup(nameof(CountyId), nameof(Method))]
internal sealed class AssetHandover : Versioned<AssetHandover>, IValidatableObject
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code: AH-S-001 is a lot of the five stations and five offices, AH-G-001 one of Party and government offices.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description(
        "Whether the row is synthetic (合成数据): generated for load tests and demonstrations. It says nothing about a real " +
        "place.")]
    [LabelZh("合成数据")]
    [Computed]
    public bool Synthetic { get; set; }

    [Description("The class of the asset.")]
    [LabelZh("资产类别")]
    public AssetClass AssetClass { get; set; }

    [Description("The class in the register's own words (闲置仓库), which OTHER does not say. Null if the class says it.")]
    [LabelZh("资产类别原文")]
    public string? AssetClassWording { get; set; }

    [Description("The name of the lot in Chinese. Null if it is not known.")]
    [LabelZh("中文名称")]
    [RowLabel]
    public string? NameZh { get; set; }

    [Description("The way in which it was handed over or disposed of (处置方式). Null if it is not known.")]
    [LabelZh("处置方式")]
    public HandoverMethod? Method { get; set; }

    [Description("The way in the register's own words (拆除), which OTHER does not say. Null if the method says it.")]
    [LabelZh("处置方式原文")]
    public string? MethodWording { get; set; }

    [Description("Who owned it before (原权属单位). Null if it is not known.")]
    [LabelZh("原权属单位")]
    public string? FromHolder { get; set; }

    [Description(
        "Who received it (接收单位), in Chinese; if the report gives only a kind of recipient, that kind (县属国有企业: a " +
        "county state-owned enterprise). Null if it is not known.")]
    [LabelZh("接收单位")]
    public string? ToHolder { get; set; }

    [Description("What it is used for now, in Chinese (便民服务站: convenience service station). Null if it is not known.")]
    [LabelZh("现用途")]
    public string? NewUse { get; set; }

    [Description("The floor area in square metres. Null if it is not known.")]
    [LabelZh("建筑面积")]
    [MeasuredIn("m²")]
    [Range(typeof(decimal), "0", "10000000")]
    public decimal? FloorArea { get; set; }

    [Description("The book value in yuan. Null if it is not known.")]
    [LabelZh("账面价值")]
    [MeasuredIn("元")]
    [Range(typeof(decimal), "0", "1000000000000")]
    public decimal? BookValue { get; set; }

    [Description("The day on which the ownership was settled (确定权属). Null if it is not known.")]
    [LabelZh("确权日期")]
    [NotInFuture]
    public DateOnly? OwnershipSettledOn { get; set; }

    [Description("The day of the handover. Null if it is not known.")]
    [LabelZh("移交日期")]
    [NotInFuture]
    public DateOnly? HandedOverOn { get; set; }

    [Description("How far the disposal has progressed. Null if it is not known.")]
    [LabelZh("处置状态")]
    public DisposalStatus? DisposalStatus { get; set; }

    [Description("The status in the register's own words (权属纠纷), which OTHER does not say. Null if the status says it.")]
    [LabelZh("处置状态原文")]
    public string? DisposalStatusWording { get; set; }

    [Description("What the disposal yielded (处置收入), in yuan. Null if it is not known, or if there was nothing to yield.")]
    [LabelZh("处置收入")]
    [MeasuredIn("元")]
    [Range(typeof(decimal), "0", "1000000000000")]
    public decimal? Proceeds { get; set; }

    [Description("The rent of a year (年租金), in yuan. Null if it is not known, or if the lot is not let.")]
    [LabelZh("年租金")]
    [MeasuredIn("元")]
    [Range(typeof(decimal), "0", "1000000000000")]
    public decimal? AnnualRent { get; set; }

    [Description("The last day of the lease (租赁到期日). Null if it is not known, or if the lot is not let.")]
    [LabelZh("租赁到期日")]
    public DateOnly? LeaseEndsOn { get; set; }

    [Description("The day by which the disposal is to be completed (处置时限). Null if it is not known.")]
    [LabelZh("处置时限")]
    [Deadline]
    public DateOnly? DueOn { get; set; }

    [Description("The day on which the disposal was completed. Null while it is not, or if it is not known.")]
    [LabelZh("处置完成日期")]
    [NotInFuture]
    public DateOnly? CompletedOn { get; set; }

    [Description(
        "Whether it was overdue on a day: whether it was due before this day, and its disposal not completed by its end. Null if that is " +
        "not known.")]
    [LabelZh("逾期")]
    [Argument("The day. It may be in the past.")]
    public static Expression<Func<AssetHandover, DateOnly, bool?>> Overdue { get; } = (row, on) =>
        row.DueOn == null ? null : on <= row.DueOn ? false
        : row.CompletedOn != null ? row.CompletedOn > on
        : row.DisposalStatus == Entities.DisposalStatus.Completed || row.DisposalStatus == Entities.DisposalStatus.Other ? null : true;

    public int CountyId { get; set; }

    [Description("The county.")]
    [LabelZh("县")]
    public County County { get; set; } = null!;

    public int? TownshipId { get; set; }

    [Description("The township in which it lies. Null if it is not known.")]
    [LabelZh("乡镇")]
    public Township? Township { get; set; }

    public int? ProvenById { get; set; }

    [Description("The figure of the report that proves its existence. Null for a row that a county has added.")]
    [LabelZh("依据数据")]
    public Figure? ProvenBy { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CompletedOn is not null && DisposalStatus is Entities.DisposalStatus.NotStarted or Entities.DisposalStatus.UnderWay)
        {
            yield return new BilingualResult(new("must be empty while the disposal is not completed", "处置未完成时必须为空"),
                nameof(CompletedOn));
        }
    }
}

[Description("How far the disposal of an asset has progressed.")]
public enum DisposalStatus
{
    [Label("未处置", "not started")]
    [Description("Nothing has been done yet (未处置).")]
    NotStarted = 1,

    [Label("处置中", "under way")]
    [Description("The disposal is under way (处置中).")]
    UnderWay = 2,

    [Label("已处置", "completed")]
    [Description("The asset has been disposed of (已处置).")]
    Completed = 3,

    [Label("其他", "other")]
    [Description("Any other status (其他), such as a dispute over the ownership (权属纠纷).")]
    Other = 4,
}

[Description("The class of a vacated asset.")]
public enum AssetClass
{
    [Label("五站五所", "five stations and five offices")]
    [Description("Premises of the five stations and five offices (五站五所), field offices of county departments in townships.")]
    FiveStationsAndFiveOffices = 1,

    [Label("党政办公用房及附属房屋", "Party and government offices")]
    [Description(
        "Offices of the Party and the government of a township, and buildings that belong to them (党政办公用房及附属房屋).")]
    PartyAndGovernmentOffices = 2,

    [Label("其他", "other")]
    [Description("Any other vacated asset (其他腾退资产).")]
    Other = 3,

    [Label("闲置校舍", "school buildings")]
    [Description("A school building that is no longer used (闲置校舍).")]
    SchoolBuildings = 4,
}

[Description("The way in which a vacated asset is handed over or disposed of (处置方式).")]
public enum HandoverMethod
{
    [Label("调剂使用", "reassignment")]
    [Description("Given to another public body for its use (调剂使用).")]
    Reassignment = 1,

    [Label("公开拍卖", "public auction")]
    [Description("Sold at a public auction (公开拍卖).")]
    PublicAuction = 2,

    [Label("租赁", "lease")]
    [Description("Let (租赁).")]
    Lease = 3,

    [Label("增加注册资本金", "capital contribution")]
    [Description("Contributed to the registered capital of a state-owned enterprise (增加注册资本金).")]
    CapitalContribution = 4,

    [Label("其他", "other")]
    [Description("Any other way (其他), such as demolition (拆除).")]
    Other = 5,
}
