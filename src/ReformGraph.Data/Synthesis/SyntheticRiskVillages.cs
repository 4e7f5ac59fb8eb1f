using ReformGraph.Domain.Entities;

namespace ReformGraph.Data.Synthesis;

/// <summary>A synthetic county's register of villages at risk: as many at each level as the report counts.</summary>
internal static class SyntheticRiskVillages
{
    private const int PerCounty = 118;

    private static readonly (RiskLevel Level, string Code, int Count)[] Levels =
        [(RiskLevel.High, "RV-H", 13), (RiskLevel.Medium, "RV-M", 58), (RiskLevel.Low, "RV-L", 47)];

    private static readonly string[] Factors = ["宗族矛盾", "财务不清", "土地纠纷", "班子不和", "信访积案",
        "债务较重", "人选不足", "外出党员多"];

    public static IEnumerable<RiskVillage> Generate(SyntheticCounty county)
    {
        var villages = county.Draw.Distinct(PerCounty, county.Villages.Length);
        return Levels.SelectMany(
            level => Enumerable.Range(0, level.Count).Select(index => (level.Level, Code: county.Code(level.Code, index))))
            .Select((row, index) => Make(county, index, row.Level, row.Code, villages[index]));
    }

    private static RiskVillage Make(SyntheticCounty county, int index, RiskLevel level, string code, int villageIndex)
    {
        var draw = county.Draw;
        var village = county.Villages[villageIndex];
        var status =
            draw.Weighted<RiskStatus?>((20, RiskStatus.Open), (35, RiskStatus.BeingResolved), (35, RiskStatus.Resolved), (10, null));
        var assessed = draw.Day(2021, 2024);
        return new()
        {
            Id = county.Id(index, PerCounty),
            Code = code,
            Synthetic = true,
            Level = level,
            Status = status,
            LeadOfficial = draw.Chance(80) ? draw.OneOf<string>(county.Leaders) : null,
            RiskFactors = draw.Chance(75)
                ? string.Join("；", draw.Distinct(draw.Between(1, 3), Factors.Length).Select(factor => Factors[factor])) : null,
            AssessedOn = draw.Chance(85) ? assessed : null,
            ResolvedOn = status is RiskStatus.Resolved && draw.Chance(90) ? assessed.AddDays(draw.Between(30, 360)) : null,
            CountyId = county.County.Id,
            TownshipId = draw.Chance(95) ? village.TownshipId : null,
            VillageId = draw.Chance(85) ? village.Id : null,
            ProvenById = null,
        };
    }
}
