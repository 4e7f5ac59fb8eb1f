using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Synthesis;

/// <summary>What the rows of a synthetic county are.</summary>
public sealed class SyntheticCountyTests(SyntheticDatabase database) : IClassFixture<SyntheticDatabase>
{
    private const string OfCounty = "CountyId = 2";

    private static readonly string[] Tables =
        ["Counties", "Townships", "Villages", "ReformTasks", "FacilityConsolidations", "AssetHandovers", "RiskVillages"];

    [Theory]
    [InlineData("Townships", OfCounty, 33)]
    [InlineData("Villages", "TownshipId IN (SELECT Id FROM Townships WHERE CountyId = 2)", 462)]
    [InlineData("ReformTasks", OfCounty + " AND Kind = 1", 29)]
    [InlineData("ReformTasks", OfCounty + " AND Kind = 2", 155)]
    [InlineData("ReformTasks", OfCounty + " AND Kind = 3", 15)]
    [InlineData("FacilityConsolidations", OfCounty, 590)]
    [InlineData("FacilityConsolidations", OfCounty + " AND Type = 8", 462)]
    [InlineData("AssetHandovers", OfCounty, 137)]
    [InlineData("RiskVillages", OfCounty, 118)]
    [InlineData("RiskVillages", OfCounty + " AND Level = 3", 13)]
    public void A_county_has_as_many_rows_as_the_report_counts(string table, string where, int count) =>
        Assert.Equal([$"{count}"], database.Rows($"SELECT COUNT(*) FROM {table} WHERE {where}"));

    [Fact]
    public void Every_row_is_synthetic_and_there_is_nothing_else()
    {
        using var context = SeededDatabase.Open(database.Path);
        foreach (var entity in DataModel.Create(context.Model).Entities.Where(entity => entity.IsVersioned))
        {
            var table = SchemaNames.PascalCase(entity.Plural);
            var other = Tables.Contains(table) ? "WHERE Synthetic IS NOT 1" : "";
            Assert.Equal($"{table}: 0", $"{table}: {database.Rows($"SELECT COUNT(*) FROM {table} {other}").Single()}");
        }

        Assert.Equal(["1|1"], database.Rows("SELECT Id, Sequence FROM DataState"));
        Assert.Equal(["1|2026-01-01 00:00:00|1"], database.Rows("SELECT Sequence, RecordedAt, Kind FROM Changes"));
    }

    [Fact]
    public void Rows_refer_to_rows_of_their_own_county()
    {
        Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
        foreach (var register in Tables[3..])
        {
            Assert.Empty(
                database.Rows($"SELECT r.Code FROM {register} r JOIN Townships t ON t.Id = r.TownshipId WHERE t.CountyId <> r.CountyId"));
        }

        foreach (var register in new[] { "FacilityConsolidations", "RiskVillages" })
        {
            Assert.Empty(
                database.Rows(
                $"SELECT r.Code FROM {register} r JOIN Villages v ON v.Id = r.VillageId JOIN Townships t ON t.Id = v.TownshipId WHERE " +
                "t.CountyId <> r.CountyId OR r.TownshipId <> t.Id"));
        }

        Assert.Empty(database.Rows(
            "SELECT t.Code FROM ReformTasks t JOIN ReformTasks p ON p.Id = t.PlanId WHERE p.Kind <> 1 OR p.CountyId <> t.CountyId"));
        Assert.Empty(
            database.Rows(
            "SELECT f.Code FROM FacilityConsolidations f JOIN FacilityConsolidations m ON m.Id = f.MergedIntoId WHERE m.Id = f.Id OR " +
            "m.Type <> f.Type OR m.CountyId <> f.CountyId"));
        Assert.Empty(
            database.Rows(
            "SELECT Code FROM Villages v WHERE AreaCode IS NOT NULL AND substr(AreaCode, 1, 9) <> (SELECT AreaCode FROM Townships WHERE " +
            "Id = v.TownshipId)"));
    }

    [Theory]
    [InlineData("Townships", "NameEn")]
    [InlineData("Villages", "NameEn", "ValidFrom")]
    [InlineData("ReformTasks", "MajorTask", "Theme", "LeadOfficial", "Status", "Progress", "DueOn", "PlanId", "TownshipId")]
    [InlineData("FacilityConsolidations", "NameZh", "NameEn", "EffectiveOn", "FloorArea", "VillageId")]
    [InlineData("AssetHandovers", "NameZh", "Method", "FromHolder", "ToHolder", "NewUse", "FloorArea", "BookValue", "OwnershipSettledOn",
        "HandedOverOn")]
    [InlineData("RiskVillages", "Status", "LeadOfficial", "RiskFactors", "AssessedOn", "VillageId")]
    public void Most_values_are_known_and_some_are_not(string table, params string[] columns) => Assert.All(columns, column =>
        Assert.InRange(double.Parse(database.Rows($"SELECT AVG({column} IS NULL) FROM {table}").Single(),
            System.Globalization.CultureInfo.InvariantCulture), 0.03, 0.45));

    [Fact]
    public void Values_vary_as_those_of_a_register_do()
    {
        Assert.Equal(["3"], database.Rows("SELECT COUNT(DISTINCT Status) FROM RiskVillages"));
        Assert.Equal(["4"], database.Rows("SELECT COUNT(DISTINCT Method) FROM AssetHandovers"));
        Assert.Equal(["9"], database.Rows("SELECT COUNT(DISTINCT Action) FROM FacilityConsolidations"));
        Assert.Equal(["60"],
            database.Rows("SELECT COUNT(DISTINCT substr(EffectiveOn, 1, 7)) FROM FacilityConsolidations")); // every month of five years
        Assert.Equal(["462"],
            database.Rows("SELECT COUNT(DISTINCT substr(Code, 7) || TownshipId) FROM Villages WHERE Code LIKE 'S0001-%'"));
        Assert.NotEqual(["0"], database.Rows("SELECT COUNT(*) FROM AssetHandovers WHERE BookValue % 100 <> 0")); // a hundredth of a fen
        Assert.Empty(
            database.Rows("SELECT Code FROM RiskVillages WHERE ResolvedOn <= AssessedOn OR ResolvedOn IS NOT NULL AND Status IS NOT 3"));
    }
}
