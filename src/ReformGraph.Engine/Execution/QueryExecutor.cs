using System.Globalization;
using System.Text;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// The stage <i>run</i>, the only one that uses a connection. Input: a compiled plan, the values of its plan parameters, a read
/// transaction. Output: the rows of every list, level by level, one statement for all owners of a level; a list that can be streamed is
/// left to the writer. It rejects a request that would gather more rows than allowed.
/// </summary>
internal sealed class QueryExecutor : IDisposable
{
    private readonly StatementSource connection;
    private readonly object?[] values;
    private readonly RowBufferSize size;
    private int groupsWithRows;

    public QueryExecutor(CompiledPlan compiled, object?[] values, StatementSource connection, RowBufferTotal gathered,
        FieldErrors? errors = null)
    {
        this.connection = connection;
        this.values = values;
        size = new RowBufferSize(gathered);
        Errors = errors ?? new FieldErrors(gathered.Options.Limits.Errors);
        Roots = new ListResult?[compiled.Roots.Count];
        for (var number = 0; number < Roots.Length; number++)
        {
            Roots[number] = compiled.Plan.Roots[number] is DataRoot data
                ? new ListResult(data.List, compiled.Roots[number]!, values, Errors, size, null) : null;
        }
    }

    /// <summary>Executes a plan: reads everything that must be known before the first byte is written.</summary>
    public static QueryExecutor Gather(CompiledPlan compiled, object?[] values, StatementSource connection, RowBufferTotal gathered,
        FieldErrors? errors = null)
    {
        var run = new QueryExecutor(compiled, values, connection, gathered, errors);
        try
        {
            run.Gather();
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>The result of each root field; null for one that reads nothing.</summary>
    public ListResult?[] Roots { get; }

    /// <summary>The errors of single fields, which are found while they are written.</summary>
    public FieldErrors Errors { get; }

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
    public int SizeOf(PageResult list) => (int)((long)values[list.Plan.Page.Take.Number]! - list.Plan.Page.Ahead);

    /// <summary>The bound statement of a list whose rows are streamed.</summary>
    public PreparedStatement Stream(ListResult list)
    {
        var statement = connection.Prepare(list.Statements.Rows!);
        statement.Bind(values);
        return statement;
    }

    public void Dispose()
    {
        foreach (var root in Roots)
        {
            root?.Dispose();
        }

        size.Dispose();
    }

    private void Gather(ListResult list, IReadOnlyCollection<long>? owners = null)
    {
        GatherAround(list, list.Statements);
        for (var number = 0; number < list.Aggregates.Length; number++)
        {
            Each(list.Statements.Aggregates[number], list.Aggregates[number], static (result, row) => result.Add(row));
        }

        foreach (var groups in list.Groups)
        {
            Gather(groups, owners ?? [PageResult.Root]);
        }

        for (var number = 0; number < list.Timelines.Length; number++)
        {
            Gather(list.Timelines[number], list.Statements.Timelines[number]);
        }

        if (list.Plan.CanStream)
        {
            return;
        }

        GatherRows(list, list.Statements.Rows);
        Each(list.Statements.Sharing, list, static (result, row) => result.AddSharing(row));
        if (list.SharedWithin is not null)
        {
            return; // none of its rows is the answer
        }

        foreach (var inner in list.Lists)
        {
            GatherBelow(list, inner);
        }
    }

    private void Gather(TimelineResult timeline, IReadOnlyList<ReadStatement> statements)
    {
        foreach (var instant in (DateTime[])values[timeline.Plan.Instants.PlanParameter.Number]!)
        {
            var sequence = InstantResolver.LastAt(connection, instant);
            if (!timeline.Add(instant, sequence))
            {
                continue;
            }

            values[timeline.Plan.Step.Number] = sequence;
            foreach (var (statement, aggregate) in statements.Zip(timeline.Steps[^1].Aggregates))
            {
                Each(statement, (Run: this, Aggregate: aggregate), static (to, row) =>
                {
                    to.Aggregate.Add(row);
                    to.Run.size.AddRow();
                });
            }
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
            size.AddBytes((long)keys.Count * RowBufferSize.Entry);
            values[parent.Keys.Number] = StoredValues.ToStored(keys);
            Gather(inner, keys);
            values[parent.Keys.Number] = null;
            size.AddBytes(-(long)keys.Count * RowBufferSize.Entry);
        }
    }

    private void GatherAround(PageResult page, PageStatements statements)
    {
        Each(statements.Total, page, static (result, row) => result.AddTotal(row));
        Each(statements.BeforeAfter, page, static (result, row) => result.AddBeforeAfter(row));
        Each(statements.BehindBefore, page, static (result, row) => result.AddBehindBefore(row));
    }

    private void GatherRows(PageResult page, ReadStatement? statement) =>
        Each(statement, (Run: this, Page: page, Most: SizeOf(page)), static (to, row) => to.Run.AddRow(to.Page, row, to.Most));

    private void AddRow(PageResult page, RowSource row, int most)
    {
        if (page.AddRow(row, most))
        {
            size.AddRow();
        }
    }

    private void Gather(GroupsResult groups, IReadOnlyCollection<long> owners)
    {
        GatherAround(groups, groups.Statements);
        foreach (var (subtotal, statement) in groups.Subtotals.Zip(groups.Statements.Subtotals))
        {
            Each(statement, (Run: this, Subtotal: subtotal), static (to, row) =>
            {
                to.Subtotal.Add(row);
                to.Run.size.AddRow();
            });
        }

        Each(groups.Statements.Preceding, groups, static (result, row) => result.AddPreceding(row));
        GatherRows(groups, groups.Statements.Rows);
        if (groups.Groups.Gaps is { } gaps)
        {
            groups.FillGaps(gaps, DayIn(gaps.From), DayIn(gaps.To), owners);
        }

        if (groups.Groups.Running.Count > 0)
        {
            groups.AddUp();
        }

        if (groups.Groups.Rows.Count > 0)
        {
            GatherRowsOf(groups);
        }
    }

    private DateOnly DayIn(PlanParameter planParameter) =>
        DateOnly.ParseExact((string)values[planParameter.Number]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void GatherRowsOf(GroupsResult groups)
    {
        groupsWithRows += groups.Rows.Count;
        if (groupsWithRows > GroupsSize.GroupsWithRows)
        {
            throw new RequestErrorException(new RequestError(
                ErrorCodes.TooManyGroupRows,
                    $"The query asks for the rows of more than {GroupsSize.GroupsWithRows} groups. Ask for a page of fewer groups, or " +
                    "for the rows without groups."));
        }

        for (var number = 0; number < groups.Rows.Count; number++)
        {
            groups.Rows.Row = number;
            foreach (var (plan, list) in groups.Groups.Rows.Zip(groups.AddRowsOfGroup()))
            {
                Bind(plan, groups);
                Gather(list);
            }
        }
    }

    private void Bind(GroupRowsPlan plan, GroupsResult groups)
    {
        foreach (var (column, key) in plan.Keys.Index())
        {
            var isMissing = groups.Rows.IsNull(column);
            values[key.IsMissing.Number] = isMissing ? 1L : 0L;
            values[key.Value.Number] = key.Key.Type.Codec.Kind switch
            {
                StoredKind.Integer => isMissing ? 0L : groups.Rows.Integer(column),
                StoredKind.Real => isMissing ? 0.0 : groups.Rows.Real(column),
                _ => isMissing ? string.Empty : Encoding.UTF8.GetString(groups.Rows.Text(column)),
            };
        }

        if (plan.Owner is { } owner)
        {
            values[owner.Number] = groups.OwnerOf(groups.Rows);
        }
    }

    private void Each<T>(ReadStatement? statement, T to, Action<T, RowSource> add)
    {
        if (statement is null)
        {
            return;
        }

        var prepared = connection.Prepare(statement);
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
