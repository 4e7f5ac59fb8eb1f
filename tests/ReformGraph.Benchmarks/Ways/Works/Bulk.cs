using System.Text.Json;
using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

internal sealed class Bulk(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement rows = new(database, """
        SELECT Id, Code, Kind, TitleZh, LeadOfficial, LeadDepartment, Status, Progress, DueOn
        FROM ReformTasks WHERE DueOn >= ? ORDER BY Id LIMIT 5000
        """);

    public static Work Work { get; } = new(
        "bulk", "5,000 rows of 9 columns", 5, Variables.Of(("since", Variables.Days(2021, 9))), database => new Bulk(database));

    public override void Write(Utf8JsonWriter json, FloorParameters parameters)
    {
        rows.Bind(1, parameters.Utf8(0, stackalloc byte[16]));
        json.WriteStartObject(ReformTasks);
        json.WriteStartArray(Nodes);
        while (rows.Step())
        {
            json.WriteStartObject();
            rows.WriteId(json, Id, 0);
            rows.WriteText(json, Code, 1);
            rows.WriteName(json, Kind, 2, Codes.TaskKinds);
            rows.WriteText(json, TitleZh, 3);
            rows.WriteText(json, LeadOfficial, 4);
            rows.WriteText(json, LeadDepartment, 5);
            rows.WriteName(json, Status, 6, Codes.TaskStatuses);
            rows.WriteDecimal(json, Progress, 7);
            rows.WriteText(json, DueOn, 8);
            json.WriteEndObject();
        }

        rows.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
