using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Compilation;

/// <summary>One SQL statement with the plan parameters that give its parameters their values.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">The names of the parameters in it, each with its plan parameter.</param>
/// <param name="ColumnCount">The number of columns that it selects.</param>
/// <param name="List">The list that it reads; null if it reads none, or all rows of a table.</param>
internal sealed record ReadStatement(string Sql, IReadOnlyList<(string Name, PlanParameter PlanParameter)> Parameters, int ColumnCount,
    ListPlan? List)
{
    private string? summary;

    /// <summary>Whether its rows have sensitive values.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>What it reads from, such as <c>SELECT RiskVillages Counties</c>.</summary>
    public string Summary => summary ??= QuerySummary.Of(Sql);
}

/// <summary>The statements of one page.</summary>
internal abstract record PageStatements(ReadStatement? Rows, ReadStatement? Total, ReadStatement? BeforeAfter, ReadStatement? BehindBefore);

/// <summary>The statements of one list, and of the lists below its rows.</summary>
internal sealed record ListStatements(
    ReadStatement? Rows,
    ReadStatement? Total,
    ReadStatement? BeforeAfter,
    ReadStatement? BehindBefore,
    IReadOnlyList<ReadStatement> Aggregates,
    IReadOnlyList<GroupStatements> Groups,
    IReadOnlyList<IReadOnlyList<ReadStatement>> Timelines,
    IReadOnlyList<ListStatements> Lists) : PageStatements(Rows, Total, BeforeAfter, BehindBefore)
{
    /// <summary>For a difference whose code several rows may share, what those lie within; otherwise null.</summary>
    public ReadStatement? Sharing { get; init; }

    /// <summary>All of them, in order of execution.</summary>
    public IEnumerable<ReadStatement> InOrder =>
        ((ReadStatement?[])[Total, BeforeAfter, BehindBefore, .. Aggregates, .. Groups.SelectMany(groups => groups.InOrder),
            .. Timelines.SelectMany(timeline => timeline), Rows, Sharing])
            .OfType<ReadStatement>().Concat(Lists.SelectMany(list => list.InOrder));
}

/// <summary>The statements of one page of groups, and of the rows of a group.</summary>
internal sealed record GroupStatements(
    ReadStatement? Rows,
    ReadStatement? Total,
    ReadStatement? BeforeAfter,
    ReadStatement? BehindBefore,
    ReadStatement? Preceding,
    IReadOnlyList<ReadStatement> Subtotals,
    IReadOnlyList<ListStatements> RowsOfGroup) : PageStatements(Rows, Total, BeforeAfter, BehindBefore)
{
    /// <summary>All of them, in order of execution.</summary>
    public IEnumerable<ReadStatement> InOrder =>
        ((ReadStatement?[])[Total, BeforeAfter, BehindBefore, .. Subtotals, Preceding, Rows])
            .OfType<ReadStatement>().Concat(RowsOfGroup.SelectMany(list => list.InOrder));
}

/// <summary>A plan with its statements, by the number of the root field; null for a root field that reads nothing.</summary>
internal sealed record CompiledPlan(ReadPlan Plan, IReadOnlyList<ListStatements?> Roots);

/// <summary>
/// The stage <i>compile</i>, second half. Input: a plan. Output: the SQL that EF Core generates from its LINQ. It rejects a statement with
/// a parameter that is not a plan parameter of the plan: its value would remain that of the first request.
/// </summary>
internal sealed class StatementCompiler
{
    /// <summary>
    /// The prefix of the names that EF Core gives the parameter of <see cref="PastContext.At"/>; the names are numbered if several types
    /// use it. Each list is compiled with its own plan parameter for it.
    /// </summary>
    private const string AtParameter = $"@ef_filter__{nameof(PastContext.At)}";

    private readonly ListCompiler queries;
    private readonly SqlTranslator sql;
    private readonly Dictionary<string, PlanParameter> planParameters;
    private readonly PastContext? past;
    private readonly PlanParameter? at;

    private StatementCompiler(Dictionary<string, PlanParameter> planParameters, DbContext context, PastContext? past, PlanParameter? at,
        PlanParameter? since = null)
    {
        queries = new ListCompiler(context, since is null ? null : (since, at!));
        sql = new SqlTranslator(context);
        this.planParameters = planParameters;
        this.past = past;
        this.at = at;
    }

    /// <summary>Compiles a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="present">Compiles what is read as it is now.</param>
    /// <param name="past">Compiles what is read as of an earlier change.</param>
    public static CompiledPlan Compile(ReadPlan plan, DbContext present, PastContext? past)
    {
        var planParameters = plan.PlanParameters.ToDictionary(planParameter => ParameterClosures.ParameterName(planParameter.Number));
        return new(plan, [.. plan.Roots.Select(root => root is DataRoot data
            ? new StatementCompiler(planParameters, data.At is null ? present : past!, past, data.At, data.Since).Compile(data.List)
            : null)]);
    }

    private ListStatements Compile(ListPlan list)
    {
        var made = queries.Compile(list);
        return new ListStatements(
            Statement(made.Rows, list, list.Columns?.IsSensitive == true),
            Statement(made.Total, list.TotalRollup is null ? list : null),
            Statement(made.BeforeAfter, list),
            Statement(made.BehindBefore, list),
            [.. made.Aggregates.Zip(list.Aggregates,
                (query, aggregate) => Statement(query, Scanned(list, aggregate.Filter, aggregate.Rollup), aggregate.Terms.IsSensitive)!)],
            [.. made.Groups.Zip(list.Groups, (query, groups) => Compile(query, groups, list))],
            [.. list.Timelines.Select(
                timeline => new StatementCompiler(planParameters, past!, past, timeline.Step).Compile(list, timeline))],
            [.. list.Lists.Select(Compile)])
        {
            Sharing = list.Shared?.Rows is { } rows ? Statement(queries.Compile(rows).Rows, rows) : null,
        };
    }

    private IReadOnlyList<ReadStatement> Compile(ListPlan list, TimelinePlan timeline) =>
        [.. timeline.Aggregates.Select(
            aggregate => Statement(queries.Aggregate(list, aggregate), Scanned(list, aggregate.Filter, aggregate.Rollup),
                aggregate.Terms.IsSensitive)!)];

    private GroupStatements Compile(GroupQueries made, GroupsPlan groups, ListPlan list)
    {
        var scanned = Scanned(list, groups.Filter, groups.Rollup);
        return new GroupStatements(
            Statement(made.Rows, scanned, groups.By.Any(key => key.Path.Leaf.IsSensitive) || groups.Terms.IsSensitive),
            Statement(made.Total, scanned),
            Statement(made.BeforeAfter, scanned),
            Statement(made.BehindBefore, scanned),
            Statement(made.Preceding, scanned),
            [.. made.Subtotals.Zip(groups.Subtotals, (query, subtotal) => Statement(query, Scanned(list, list.Filter, subtotal.Rollup),
                groups.By.Take(subtotal.Level).Any(key => key.Path.Leaf.IsSensitive) || subtotal.Terms.IsSensitive)!)],
            [.. groups.Rows.Select(rows => Compile(rows.List))]);
    }

    // Aggregates over rows scan because of their condition, never because of an order; without a condition, no index would save a row. A
    // rollup is meant to be scanned.
    private static ListPlan? Scanned(ListPlan list, Filter? filter, RollupUse? rollup) =>
        rollup is not null || (list.Parent is null && filter is null) ? null : list with { Filter = filter, Order = [] };

    private ReadStatement? Statement(Expression? query, ListPlan? list, bool isSensitive = false)
    {
        if (query is null)
        {
            return null;
        }

        using var command = sql.Command(query);
        var parameters = new List<(string, PlanParameter)>();
        foreach (System.Data.Common.DbParameter parameter in command.Parameters)
        {
            var planParameter = (parameter.ParameterName.StartsWith(AtParameter, StringComparison.Ordinal) ? at
                : planParameters.GetValueOrDefault(parameter.ParameterName))
                ?? throw new InvalidOperationException(
                    $"The statement has the parameter {parameter.ParameterName}, which does not belong to the plan.");
            parameters.Add((parameter.ParameterName, planParameter));
        }

        return new ReadStatement(command.CommandText, parameters, QueryExpressions.ColumnCount(query), list)
        {
            IsSensitive = isSensitive,
        };
    }
}
