using System.Text.Json;
using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

internal sealed class Page(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement total = new(database, "SELECT COUNT(*) FROM RiskVillages WHERE Level = ? AND AssessedOn >= ?");

    private readonly FloorStatement rows = new(database, """
        SELECT Code, Level, Status, LeadOfficial, AssessedOn FROM RiskVillages
        WHERE Level = ? AND AssessedOn >= ? ORDER BY AssessedOn DESC, Id LIMIT 50
        """);

    public static Work Work { get; } = new(
        "page",
        "a filtered page of 50 with its total",
        null,
        Variables.Of(("level", Variables.OneOf("HIGH", "MEDIUM", "LOW")), ("since", Variables.Days(2022, 17))),
        database => new Page(database));

    public override void Write(Utf8JsonWriter json, FloorParameters parameters)
    {
        var level = Codes.RiskLevels.NumberOf(parameters.Text(0));
        var since = parameters.Utf8(1, stackalloc byte[16]);
        json.WriteStartObject(RiskVillages);
        total.Bind(1, level);
        total.Bind(2, since);
        total.Step();
        json.WriteNumber(TotalCount, total.Integer(0));
        total.Reset();
        rows.Bind(1, level);
        rows.Bind(2, since);
        json.WriteStartArray(Nodes);
        while (rows.Step())
        {
            json.WriteStartObject();
            rows.WriteText(json, Code, 0);
            rows.WriteName(json, Level, 1, Codes.RiskLevels);
            rows.WriteName(json, Status, 2, Codes.RiskStatuses);
            rows.WriteText(json, LeadOfficial, 3);
            rows.WriteText(json, AssessedOn, 4);
            json.WriteEndObject();
        }

        rows.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
