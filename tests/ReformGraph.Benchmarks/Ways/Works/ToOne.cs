using System.Text.Json;
using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

internal sealed class ToOne(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement rows = new(database, """
        SELECT r.Code, r.TitleZh, r.Status, t.Code, t.NameZh, c.Code, c.NameZh
        FROM ReformTasks r LEFT JOIN Townships t ON t.Id = r.TownshipId LEFT JOIN Counties c ON c.Id = t.CountyId
        WHERE r.DueOn >= ? ORDER BY r.Id LIMIT 50
        """);

    public static Work Work { get; } = new(
        "to-one", "50 rows with two to-one levels", 3, Variables.Of(("since", Variables.Days(2022, 17))), database => new ToOne(database));

    public override void Write(Utf8JsonWriter json, FloorParameters parameters)
    {
        rows.Bind(1, parameters.Utf8(0, stackalloc byte[16]));
        json.WriteStartObject(ReformTasks);
        json.WriteStartArray(Nodes);
        while (rows.Step())
        {
            json.WriteStartObject();
            rows.WriteText(json, Code, 0);
            rows.WriteText(json, TitleZh, 1);
            rows.WriteName(json, Status, 2, Codes.TaskStatuses);
            WriteTownship(json);
            json.WriteEndObject();
        }

        rows.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteTownship(Utf8JsonWriter json)
    {
        if (rows.IsNull(3))
        {
            json.WriteNull(Township);
            return;
        }

        json.WriteStartObject(Township);
        rows.WriteText(json, Code, 3);
        rows.WriteText(json, NameZh, 4);
        json.WriteStartObject(County);
        rows.WriteText(json, Code, 5);
        rows.WriteText(json, NameZh, 6);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
