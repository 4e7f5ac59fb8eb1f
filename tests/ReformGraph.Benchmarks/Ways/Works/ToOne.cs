using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>50 rows with two to-one levels.</summary>
internal sealed class ToOne(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement rows = new(database, """
        SELECT r.Code, r.TitleZh, r.Status, t.Code, t.NameZh, c.Code, c.NameZh
        FROM ReformTasks r LEFT JOIN Townships t ON t.Id = r.TownshipId LEFT JOIN Counties c ON c.Id = t.CountyId
        WHERE r.DueOn >= ? ORDER BY r.Id LIMIT 50
        """);

    public static Work Work { get; } = new(
        "to-one", 3, Variables.Of(("since", Variables.Days(2022, 17))), database => new ToOne(database));

    public override void Write(FloorJson json, FloorParameters parameters)
    {
        rows.Bind(1, parameters.Utf8(0, stackalloc byte[16]));
        json.Raw("""{"data":{"reformTasks":{"nodes":["""u8);
        while (rows.Step())
        {
            rows.WriteText(json, """{"code":"""u8, 0);
            rows.WriteText(json, ""","titleZh":"""u8, 1);
            rows.WriteName(json, ""","status":"""u8, 2, CodeNames.TaskStatuses);
            WriteTownship(json);
            json.Raw("},"u8);
        }

        rows.Reset();
        json.EndList();
        json.Raw("}}}"u8);
    }

    private void WriteTownship(FloorJson json)
    {
        json.Raw(""","township":"""u8);
        if (rows.IsNull(3))
        {
            json.Raw("null"u8);
            return;
        }

        rows.WriteText(json, """{"code":"""u8, 3);
        rows.WriteText(json, ""","nameZh":"""u8, 4);
        rows.WriteText(json, ""","county":{"code":"""u8, 5);
        rows.WriteText(json, ""","nameZh":"""u8, 6);
        json.Raw("}}"u8);
    }
}
