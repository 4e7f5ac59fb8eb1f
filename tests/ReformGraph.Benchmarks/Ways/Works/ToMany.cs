using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>20 rows with two to-many lists. A statement per parent and list: with SQLite in the same process it costs less than one with a
/// window for all.</summary>
internal sealed class ToMany(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement townships =
        new(database, "SELECT Id, Code, NameZh FROM Townships WHERE ValidFrom >= ? ORDER BY Id LIMIT 20");
    private readonly FloorStatement villages =
        new(database, "SELECT Code, Level, Status FROM RiskVillages WHERE TownshipId = ? ORDER BY Id LIMIT 5");
    private readonly FloorStatement assets =
        new(database, "SELECT Code, AssetClass, FloorArea FROM AssetHandovers WHERE TownshipId = ? ORDER BY Id LIMIT 5");

    public static Work Work { get; } = new(
        "to-many", 5, Variables.Of(("since", Variables.Days(2018, 30))), database => new ToMany(database));

    public override void Write(FloorJson json, FloorParameters parameters)
    {
        townships.Bind(1, parameters.Utf8(0, stackalloc byte[16]));
        json.Raw("""{"data":{"townships":{"nodes":["""u8);
        while (townships.Step())
        {
            var id = townships.Integer(0);
            townships.WriteText(json, """{"code":"""u8, 1);
            townships.WriteText(json, ""","nameZh":"""u8, 2);
            WriteVillages(json, id);
            WriteAssets(json, id);
            json.Raw("},"u8);
        }

        townships.Reset();
        json.EndList();
        json.Raw("}}}"u8);
    }

    private void WriteVillages(FloorJson json, long township)
    {
        villages.Bind(1, township);
        json.Raw(""","riskVillages":{"nodes":["""u8);
        while (villages.Step())
        {
            villages.WriteText(json, """{"code":"""u8, 0);
            villages.WriteName(json, ""","level":"""u8, 1, CodeNames.RiskLevels);
            villages.WriteName(json, ""","status":"""u8, 2, CodeNames.RiskStatuses);
            json.Raw("},"u8);
        }

        villages.Reset();
        json.EndList();
        json.Raw("}"u8);
    }

    private void WriteAssets(FloorJson json, long township)
    {
        assets.Bind(1, township);
        json.Raw(""","assetHandovers":{"nodes":["""u8);
        while (assets.Step())
        {
            assets.WriteText(json, """{"code":"""u8, 0);
            assets.WriteName(json, ""","assetClass":"""u8, 1, CodeNames.AssetClasses);
            assets.WriteDecimal(json, ""","floorArea":"""u8, 2);
            json.Raw("},"u8);
        }

        assets.Reset();
        json.EndList();
        json.Raw("}"u8);
    }
}
