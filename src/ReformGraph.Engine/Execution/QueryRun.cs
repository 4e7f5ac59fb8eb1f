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

    public QueryRun(CompiledPlan compiled, object?[] values, ReadLane lane, EngineOptions options)
    {
        this.lane = lane;
        this.values = values;
        allowedRows = options.GatheredRows;
        Errors = new FieldErrors(options.Limits.Errors);
        Roots = [.. compiled.Plan.Roots.Select((root, number) => root is DataRoot data ? new ListResult(data.List, compiled.Roots[number]!, Errors, null) : null)];
    }

    /// <summary>The result of each root field; null for one that reads nothing.</summary>
    public IReadOnlyList<ListResult?> Roots { get; }

    /// <summary>The errors of single fields, which are found when they are written.</summary>
    public FieldErrors Errors { get; }

    /// <summary>Reads everything that must be known before the first byte is written.</summary>
    public void Gather()
    {
        foreach (var root in Roots.OfType<ListResult>())
        {
            Gather(root);
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
        Each(list.Statements.Total, list.AddTotal);
        Each(list.Statements.BeforeAfter, list.AddBeforeAfter);
        Each(list.Statements.BehindBefore, list.AddBehindBefore);
        foreach (var (aggregate, statement) in list.Aggregates.Zip(list.Statements.Aggregates))
        {
            Each(statement, aggregate.Add);
        }

        if (list.Plan.CanStream)
        {
            return;
        }

        var size = SizeOf(list);
        Each(list.Statements.Rows, row =>
        {
            if (list.AddRow(row, size) && ++rows > allowedRows)
            {
                throw new RequestRefusedException(new RequestError(
                    ErrorCodes.AnswerTooLarge, $"The answer gathers more than the {allowedRows} rows that are allowed (GatheredRows)."));
            }
        });
        foreach (var inner in list.Lists)
        {
            GatherBelow(list, inner);
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

    private void Each(ReadStatement? statement, Action<SqliteStatement> row)
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
                row(prepared);
            }
        }
        finally
        {
            prepared.Reset();
        }
    }
}
