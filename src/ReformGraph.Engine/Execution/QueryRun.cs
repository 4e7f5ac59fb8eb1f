using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// The stage <i>run</i>, the only one that touches a connection. What enters: a compiled plan, the values of its slots, a lane in
/// its read transaction. What leaves: the rows of every list, level by level, one statement for all owners of a level; a list
/// that can be streamed is left for the writer. It refuses to gather more rows than allowed.
/// </summary>
internal sealed class QueryRun : IDisposable
{
    private readonly ReadLane lane;
    private readonly object?[] values;
    private readonly int allowedRows;
    private int rows;

    public QueryRun(CompiledPlan compiled, object?[] values, ReadLane lane, int allowedRows)
    {
        this.lane = lane;
        this.values = values;
        this.allowedRows = allowedRows;
        Roots = new ListResult?[compiled.Roots.Count];
        for (var number = 0; number < Roots.Length; number++)
        {
            Roots[number] = compiled.Plan.Roots[number] is DataRoot data ? new ListResult(data.List, compiled.Roots[number]!) : null;
        }
    }

    /// <summary>The result of each root field; null for one that reads nothing.</summary>
    public ListResult?[] Roots { get; }

    /// <summary>Reads everything that must be known before the first byte is written.</summary>
    public void Gather()
    {
        foreach (var root in Roots)
        {
            if (root is not null)
            {
                Gather(root);
            }
        }
    }

    /// <summary>The size of a list's page.</summary>
    public int SizeOf(ListResult list) => (int)((long)values[list.Plan.Page.Take.Number]! - list.Plan.Page.Ahead);

    /// <summary>The bound statement of a list whose rows are streamed.</summary>
    public SqliteStatement Stream(ListResult list)
    {
        var statement = lane.Prepare(list.Statements.Rows!);
        statement.Bind(values);
        return statement;
    }

    public void Dispose()
    {
        foreach (var root in Roots)
        {
            root?.Dispose();
        }
    }

    private void Gather(ListResult list)
    {
        Each(list.Statements.Total, list, static (result, row) => result.AddTotal(row));
        Each(list.Statements.BeforeAfter, list, static (result, row) => result.AddBeforeAfter(row));
        Each(list.Statements.BehindBefore, list, static (result, row) => result.AddBehindBefore(row));
        for (var number = 0; number < list.Aggregates.Length; number++)
        {
            Each(list.Statements.Aggregates[number], list.Aggregates[number], static (result, row) => result.Add(row));
        }

        if (list.Plan.CanStream)
        {
            return;
        }

        Each(list.Statements.Rows, (Run: this, List: list, Size: SizeOf(list)), static (to, row) => to.Run.AddRow(to.List, row, to.Size));
        foreach (var inner in list.Lists)
        {
            GatherBelow(list, inner);
        }
    }

    private void AddRow(ListResult list, SqliteStatement row, int size)
    {
        if (list.AddRow(row, size) && ++rows > allowedRows)
        {
            throw new RequestRefusedException(new RequestError(
                ErrorCodes.AnswerTooLarge, $"The answer gathers more than the {allowedRows} rows that are allowed (GatheredRows)."));
        }
    }

    private void GatherBelow(ListResult list, ListResult inner)
    {
        var parent = inner.Plan.Parent!;
        var keys = new HashSet<long>();
        for (list.Rows.Row = 0; list.Rows.Row < list.Rows.Count; list.Rows.Row++)
        {
            if (!list.Rows.IsNull(parent.KeyColumn))
            {
                keys.Add(list.Rows.Integer(parent.KeyColumn));
            }
        }

        if (keys.Count > 0)
        {
            values[parent.Keys.Number] = StoredValues.Of(keys);
            Gather(inner);
        }
    }

    private void Each<T>(ReadStatement? statement, T to, Action<T, SqliteStatement> add)
    {
        if (statement is null)
        {
            return;
        }

        var prepared = lane.Prepare(statement);
        try
        {
            prepared.Bind(values);
            while (prepared.Step())
            {
                add(to, prepared);
            }
        }
        finally
        {
            prepared.Reset();
        }
    }
}
