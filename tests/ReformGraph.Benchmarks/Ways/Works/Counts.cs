using System.Text.Json;
using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

internal sealed class Counts(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement villages = new(database, "SELECT COUNT(*) FROM RiskVillages WHERE Level = ? AND Status = ?");
    private readonly FloorStatement tasks = new(database, "SELECT COUNT(*) FROM ReformTasks WHERE Kind = ? AND Status = ?");

    public static Work Work { get; } = new(
        "counts",
        "two counts by filter",
        null,
        Variables.Of(
            ("level", Variables.OneOf("HIGH", "MEDIUM", "LOW")),
            ("risk", Variables.OneOf("OPEN", "BEING_RESOLVED", "RESOLVED", "OPEN")),
            ("kind", Variables.OneOf("PILOT", "TASK", "WORK_PLAN", "TASK", "PILOT")),
            ("task", Variables.OneOf("COMPLETED", "UNDER_WAY"))),
        database => new Counts(database));

    public override void Write(Utf8JsonWriter json, FloorParameters parameters)
    {
        Write(json, Villages, villages, Codes.RiskLevels.NumberOf(parameters.Text(0)), Codes.RiskStatuses.NumberOf(parameters.Text(1)));
        Write(json, Tasks, tasks, Codes.TaskKinds.NumberOf(parameters.Text(2)), Codes.TaskStatuses.NumberOf(parameters.Text(3)));
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, FloorStatement count, long first, long second)
    {
        count.Bind(1, first);
        count.Bind(2, second);
        count.Step();
        json.WriteStartObject(name);
        json.WriteNumber(TotalCount, count.Integer(0));
        json.WriteEndObject();
        count.Reset();
    }
}
