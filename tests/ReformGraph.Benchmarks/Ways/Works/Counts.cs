using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>Two counts by filter.</summary>
internal sealed class Counts(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement villages = new(database, "SELECT COUNT(*) FROM RiskVillages WHERE Level = ? AND Status = ?");
    private readonly FloorStatement tasks = new(database, "SELECT COUNT(*) FROM ReformTasks WHERE Kind = ? AND Status = ?");

    public static Work Work { get; } = new(
        "counts",
        null,
        Variables.Of(
            ("level", Variables.OneOf("HIGH", "MEDIUM", "LOW")),
            ("risk", Variables.OneOf("OPEN", "BEING_RESOLVED", "RESOLVED", "OPEN")),
            ("kind", Variables.OneOf("PILOT", "TASK", "WORK_PLAN", "TASK", "PILOT")),
            ("task", Variables.OneOf("COMPLETED", "UNDER_WAY"))),
        database => new Counts(database));

    public override void Write(FloorJson json, FloorParameters parameters)
    {
        var ofVillages =
            Count(villages, CodeNames.RiskLevels.NumberOf(parameters.Text(0)), CodeNames.RiskStatuses.NumberOf(parameters.Text(1)));
        json.Number("""{"data":{"villages":{"totalCount":"""u8, ofVillages);
        var ofTasks = Count(tasks, CodeNames.TaskKinds.NumberOf(parameters.Text(2)), CodeNames.TaskStatuses.NumberOf(parameters.Text(3)));
        json.Number("""},"tasks":{"totalCount":"""u8, ofTasks);
        json.Raw("}}}"u8);
    }

    private static long Count(FloorStatement count, long first, long second)
    {
        count.Bind(1, first);
        count.Bind(2, second);
        count.Step();
        var counted = count.Integer(0);
        count.Reset();
        return counted;
    }
}
