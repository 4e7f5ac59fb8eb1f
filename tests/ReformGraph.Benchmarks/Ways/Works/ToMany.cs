using System.Text.Json;
using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>A statement per parent and list: with SQLite in the same process it costs less than one with a window for all.</summary>
internal sealed class ToMany(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement townships = new(database, "SELECT Id, Code, NameZh FROM Townships WHERE ValidFrom >= ? ORDER BY Id LIMIT 20");
    private readonly FloorStatement villages = new(database, "SELECT Code, Level, Status FROM RiskVillages WHERE TownshipId = ? ORDER BY Id LIMIT 5");
    private readonly FloorStatement assets = new(database, "SELECT Code, AssetClass, FloorArea FROM AssetHandovers WHERE TownshipId = ? ORDER BY Id LIMIT 5");

    public static Work Work { get; } = new(
        "to-many", "20 rows with two to-many lists", 5, Variables.Of(("since", Variables.Days(2018, 30))), database => new ToMany(database));

    public override void Write(Utf8JsonWriter json, FloorParameters parameters)
    {
        townships.Bind(1, parameters.Utf8(0, stackalloc byte[16]));
        json.WriteStartObject(Townships);
        json.WriteStartArray(Nodes);
        while (townships.Step())
        {
            var id = townships.Integer(0);
            json.WriteStartObject();
            townships.WriteText(json, Code, 1);
            townships.WriteText(json, NameZh, 2);
            WriteVillages(json, id);
            WriteAssets(json, id);
            json.WriteEndObject();
        }

        townships.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteVillages(Utf8JsonWriter json, long township)
    {
        villages.Bind(1, township);
        json.WriteStartObject(RiskVillages);
        json.WriteStartArray(Nodes);
        while (villages.Step())
        {
            json.WriteStartObject();
            villages.WriteText(json, Code, 0);
            villages.WriteName(json, Level, 1, Codes.RiskLevels);
            villages.WriteName(json, Status, 2, Codes.RiskStatuses);
            json.WriteEndObject();
        }

        villages.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteAssets(Utf8JsonWriter json, long township)
    {
        assets.Bind(1, township);
        json.WriteStartObject(AssetHandovers);
        json.WriteStartArray(Nodes);
        while (assets.Step())
        {
            json.WriteStartObject();
            assets.WriteText(json, Code, 0);
            assets.WriteName(json, AssetClass, 1, Codes.AssetClasses);
            assets.WriteDecimal(json, FloorArea, 2);
            json.WriteEndObject();
        }

        assets.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
