using ReformGraph.Benchmarks.Ways.Floor;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>One row by its id.</summary>
internal sealed class Point(sqlite3 database) : FloorAnswer
{
    private readonly FloorStatement task =
        new(database, "SELECT Id, Code, TitleZh, Status, Progress, DueOn, LeadDepartment FROM ReformTasks WHERE Id = ?");

    public static Work Work { get; } = new("point", 5, Variables.Of(("id", Variables.Steps(3, 7))), database => new Point(database));

    public override void Write(FloorJson json, FloorParameters parameters)
    {
        task.Bind(1, parameters.Integer(0));
        json.Raw("""{"data":{"reformTaskById":"""u8);
        if (task.Step())
        {
            json.Id("""{"id":"""u8, task.Integer(0));
            task.WriteText(json, ""","code":"""u8, 1);
            task.WriteText(json, ""","titleZh":"""u8, 2);
            task.WriteName(json, ""","status":"""u8, 3, CodeNames.TaskStatuses);
            task.WriteDecimal(json, ""","progress":"""u8, 4);
            task.WriteDay(json, ""","dueOn":"""u8, 5);
            task.WriteText(json, ""","leadDepartment":"""u8, 6);
            json.Raw("}}}"u8);
        }
        else
        {
            json.Raw("null}}"u8);
        }

        task.Reset();
    }
}
