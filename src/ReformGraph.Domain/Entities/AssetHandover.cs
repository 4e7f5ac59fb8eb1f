using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
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
internal sealed class AssetHandover : Versioned<AssetHandover>
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

    [Description("The name of the lot in Chinese. Null if it is not known.")]
    [LabelZh("中文名称")]
    [RowLabel]
    public string? NameZh { get; set; }

    [Description("The way in which it was handed over or disposed of (处置方式). Null if it is not known.")]
    [LabelZh("处置方式")]
    public HandoverMethod? Method { get; set; }

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
}
