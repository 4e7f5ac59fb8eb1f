using System.Text.Json;
using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

internal sealed class Point(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement task = new(database, "SELECT Id, Code, TitleZh, Status, Progress, DueOn, LeadDepartment FROM ReformTasks WHERE Id = ?");

    public static Work Work { get; } = new("point", "one row by its id", 5, Variables.Of(("id", Variables.Steps(3, 7))), database => new Point(database));

    public override void Write(Utf8JsonWriter json, FloorParameters parameters)
    {
        task.Bind(1, parameters.Integer(0));
        json.WritePropertyName(ReformTaskById);
        if (task.Step())
        {
            json.WriteStartObject();
            task.WriteId(json, Id, 0);
            task.WriteText(json, Code, 1);
            task.WriteText(json, TitleZh, 2);
            task.WriteName(json, Status, 3, Codes.TaskStatuses);
            task.WriteDecimal(json, Progress, 4);
            task.WriteText(json, DueOn, 5);
            task.WriteText(json, LeadDepartment, 6);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        task.Reset();
    }
}
