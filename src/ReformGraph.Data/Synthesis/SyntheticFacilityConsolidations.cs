using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;

namespace ReformGraph.Data.Synthesis;

/// <summary>A synthetic county's register of facility consolidation: as many of each kind as the report counts.</summary>
internal static class SyntheticFacilityConsolidations
{
    private const int PerCounty = 590;

    // Added schools come before those that are merged into them.
    private static readonly Kind[] Kinds =
    [
        new("FC-HC", 32, FacilityType.HealthCentre, FacilityAction.EstablishedToStandard, FacilityAction.Strengthened, "卫生院",
            "Health Centre", 4_000),
        new("FC-MC", 4, FacilityType.MedicalSubCentre, FacilityAction.Planned, FacilityAction.Built, "县域医疗次中心",
            "Medical Sub-centre", 12_000),
        new("FC-EC", 33, FacilityType.ElderlyCareCentre, FacilityAction.Built, FacilityAction.Improved, "养老中心",
            "Elderly-care Centre", 3_000),
        new("FC-VS", 3, FacilityType.VocationalSchool, FacilityAction.Integrated, FacilityAction.Strengthened, "职业中学",
            "Vocational School", 20_000),
        new("FC-SA", 2, FacilityType.PrimaryOrSecondarySchool, FacilityAction.Added, FacilityAction.Built, "学校", "School", 15_000),
        new("FC-SM", 10, FacilityType.PrimaryOrSecondarySchool, FacilityAction.MergedOrClosed, FacilityAction.Integrated, "小学",
            "Primary School", 5_000),
        new("FC-SC", 33, FacilityType.ServiceCentre, FacilityAction.Strengthened, FacilityAction.Improved, "便民服务中心",
            "Service Centre", 1_500),
        new("FC-SS", 11, FacilityType.ServiceSubCentre, FacilityAction.Improved,
            FacilityAction.EstablishedToStandard, "便民服务分中心",
            "Service Sub-centre", 800),
        new("FC-VR", 462, FacilityType.VillageServiceRoom, FacilityAction.Consolidated,
            FacilityAction.EstablishedToStandard, "便民服务室",
            "Service Room", 300),
    ];

    public static IEnumerable<FacilityConsolidation> Generate(SyntheticCounty county)
    {
        var firsts = new Dictionary<FacilityType, int>(); // for each type, the key of the first row
        foreach (var (index, (kind, within)) in Kinds.SelectMany(
            kind => Enumerable.Range(0, kind.Count).Select(within => (kind, within))).Index())
        {
            var id = county.Id(index, PerCounty);
            firsts.TryAdd(kind.Type, id);
            yield return Make(county, kind, within, id, firsts[kind.Type]);
        }
    }

    private static FacilityConsolidation Make(SyntheticCounty county, Kind kind, int within, int id, int first)
    {
        var draw = county.Draw;
        var village = kind.Type is FacilityType.VillageServiceRoom ? county.Villages[within] : null;
        var township = kind.Count < county.Townships.Length - 1
            ? draw.Below(county.Townships.Length) : within; // one in nearly every township, or a few in some
        var name = village is null ? county.TownNames[township] : county.VillageNames[within];
        var action = draw.Chance(80) ? kind.UsualAction : kind.OtherAction;
        return new()
        {
            Id = id,
            Code = county.Code(kind.Code, within),
            Synthetic = true,
            Type = kind.Type,
            Action = action,
            NameZh = draw.Chance(90) ? name.Zh + kind.NameZh : null,
            NameEn = draw.Chance(65) ? $"{name.En} {kind.NameEn}" : null,
            EffectiveOn = draw.Chance(75) ? draw.Day(2021, 2025) : null,
            FloorArea = draw.Chance(70) ? draw.Amount(kind.LargestArea / 10, kind.LargestArea, 2) : null,
            MergedIntoId = action is FacilityAction.MergedOrClosed or FacilityAction.Integrated && id != first && draw.Chance(75)
                ? first : null,
            CountyId = county.County.Id,
            TownshipId = draw.Chance(95) ? village?.TownshipId ?? county.Townships[township].Id : null,
            VillageId = draw.Chance(95) ? village?.Id : null,
            ProvenById = null,
        };
    }

    private sealed record Kind(
        string Code, int Count, FacilityType Type, FacilityAction UsualAction, FacilityAction OtherAction, string NameZh, string NameEn,
            int LargestArea);
}
