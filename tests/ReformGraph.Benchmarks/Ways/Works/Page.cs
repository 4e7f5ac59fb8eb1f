using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>A filtered page of 50 with its total.</summary>
internal sealed class Page(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement total = new(database, "SELECT COUNT(*) FROM RiskVillages WHERE Level = ? AND AssessedOn >= ?");

    private readonly FloorStatement rows = new(database, """
        SELECT Code, Level, Status, LeadOfficial, AssessedOn FROM RiskVillages
        WHERE Level = ? AND AssessedOn >= ? ORDER BY AssessedOn DESC, Id DESC LIMIT 50
        """);

    public static Work Work { get; } = new(
        "page",
        null,
        Variables.Of(("level", Variables.OneOf("HIGH", "MEDIUM", "LOW")), ("since", Variables.Days(2022, 17))),
        database => new Page(database));

    public override void Write(FloorJson json, FloorParameters parameters)
    {
        var level = CodeNames.RiskLevels.NumberOf(parameters.Text(0));
        var since = parameters.Utf8(1, stackalloc byte[16]);
        total.Bind(1, level);
        total.Bind(2, since);
        total.Step();
        json.Number("""{"data":{"riskVillages":{"totalCount":"""u8, total.Integer(0));
        total.Reset();
        rows.Bind(1, level);
        rows.Bind(2, since);
        json.Raw(""","nodes":["""u8);
        while (rows.Step())
        {
            rows.WriteText(json, """{"code":"""u8, 0);
            rows.WriteName(json, ""","level":"""u8, 1, CodeNames.RiskLevels);
            rows.WriteName(json, ""","status":"""u8, 2, CodeNames.RiskStatuses);
            rows.WriteText(json, ""","leadOfficial":"""u8, 3);
            rows.WriteDay(json, ""","assessedOn":"""u8, 4);
            json.Raw("},"u8);
        }

        rows.Reset();
        json.EndList();
        json.Raw("}}}"u8);
    }
}
