using ReformGraph.Domain.Entities;

namespace ReformGraph.Data.Synthesis;

/// <summary>A synthetic county's register of asset handovers: as many lots as the report counts.</summary>
internal static class SyntheticAssetHandovers
{
    private const int PerCounty = 137;

    private static readonly (AssetClass Class, string Code, int Count, string[] Premises)[] Classes =
    [
        (AssetClass.FiveStationsAndFiveOffices, "AH-S", 30,
            ["农技站", "水利站", "畜牧站", "文化站", "财政所", "司法所", "国土所"]),
        (AssetClass.PartyAndGovernmentOffices, "AH-G", 95, ["办公楼", "附属用房", "职工宿舍", "会议楼", "机关食堂"]),
        (AssetClass.Other, "AH-O", 12, ["旧粮站", "旧校舍", "旧影院"]),
    ];

    public static IEnumerable<AssetHandover> Generate(SyntheticCounty county) =>
        Classes.SelectMany(
            kind => Enumerable.Range(0, kind.Count).Select(index => (kind.Class, kind.Premises, Code: county.Code(kind.Code, index))))
            .Select((row, index) => Make(county, index, row.Class, row.Code, row.Premises));

    private static AssetHandover Make(SyntheticCounty county, int index, AssetClass assetClass, string code, string[] premises)
    {
        var draw = county.Draw;
        var township = draw.Below(county.Townships.Length);
        var town = county.TownNames[township].Zh;
        var method = MethodOf(assetClass, draw);
        var settled = draw.Day(2021, 2024);
        return new()
        {
            Id = county.Id(index, PerCounty),
            Code = code,
            Synthetic = true,
            AssetClass = assetClass,
            NameZh = draw.Chance(85) ? $"原{town}{draw.OneOf<string>(premises)}" : null,
            Method = method,
            FromHolder = draw.Chance(80) ? $"{town}人民政府" : null,
            ToHolder = draw.Chance(75) ? HolderAfter(method, draw) : null,
            NewUse = draw.Chance(65)
                ? draw.OneOf("便民服务站", "养老服务点", "村级活动室", "创业孵化基地", "仓储用房",
                "幼儿园") : null,
            FloorArea = draw.Chance(85) ? draw.Amount(60, 4_000, 2) : null,
            BookValue = draw.Chance(70) ? draw.Amount(20_000, 6_000_000, draw.Weighted((20, 0), (70, 2), (10, 4))) : null,
            OwnershipSettledOn = draw.Chance(60) ? settled : null,
            HandedOverOn = draw.Chance(75) ? settled.AddDays(draw.Between(0, 360)) : null,
            CountyId = county.County.Id,
            TownshipId = draw.Chance(90) ? county.Townships[township].Id : null,
            ProvenById = null,
        };
    }

    private static HandoverMethod? MethodOf(AssetClass assetClass, DeterministicRandom draw) =>
        assetClass is AssetClass.PartyAndGovernmentOffices
        ? draw.Weighted<HandoverMethod?>((65, HandoverMethod.CapitalContribution), (15, HandoverMethod.Reassignment),
            (8, HandoverMethod.Lease), (5, HandoverMethod.PublicAuction), (7, null))
        : draw.Weighted<HandoverMethod?>((60, HandoverMethod.Reassignment), (15, HandoverMethod.Lease), (10, HandoverMethod.PublicAuction),
            (5, HandoverMethod.CapitalContribution), (10, null));

    private static string HolderAfter(HandoverMethod? method, DeterministicRandom draw) => method switch
    {
        HandoverMethod.CapitalContribution => "县属国有企业",
        HandoverMethod.Reassignment => Names.Department(draw),
        _ => $"{Names.Official(draw)}（个体经营者）",
    };
}
