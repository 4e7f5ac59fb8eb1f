using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>5,000 rows of 9 columns.</summary>
internal sealed class Bulk(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement rows = new(database, """
        SELECT Id, Code, Kind, TitleZh, LeadOfficial, LeadDepartment, Status, Progress, DueOn
        FROM ReformTasks WHERE DueOn >= ? ORDER BY Id LIMIT 5000
        """);

    public static Work Work { get; } = new(
        "bulk", 5, Variables.Of(("since", Variables.Days(2021, 9))), database => new Bulk(database));

    public override void Write(FloorJson json, FloorParameters parameters)
    {
        rows.Bind(1, parameters.Utf8(0, stackalloc byte[16]));
        json.Raw("""{"data":{"reformTasks":{"nodes":["""u8);
        while (rows.Step())
        {
            json.Id("""{"id":"""u8, rows.Integer(0));
            rows.WriteText(json, ""","code":"""u8, 1);
            rows.WriteName(json, ""","kind":"""u8, 2, CodeNames.TaskKinds);
            rows.WriteText(json, ""","titleZh":"""u8, 3);
            rows.WriteText(json, ""","leadOfficial":"""u8, 4);
            rows.WriteText(json, ""","leadDepartment":"""u8, 5);
            rows.WriteName(json, ""","status":"""u8, 6, CodeNames.TaskStatuses);
            rows.WriteDecimal(json, ""","progress":"""u8, 7);
            rows.WriteDay(json, ""","dueOn":"""u8, 8);
            json.Raw("},"u8);
        }

        rows.Reset();
        json.EndList();
        json.Raw("}}}"u8);
    }
}
