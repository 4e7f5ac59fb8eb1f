using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Compilation;

/// <summary>One SQL statement with the slots that its parameters take their values from.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">The names of the parameters in it, each with its slot.</param>
/// <param name="ColumnCount">How many columns it selects.</param>
/// <param name="List">The list that it is of; null where it is of none.</param>
internal sealed record ReadStatement(string Sql, IReadOnlyList<(string Name, Slot Slot)> Parameters, int ColumnCount, ListPlan? List);

/// <summary>The statements of one list, and of the lists below its rows.</summary>
internal sealed record ListStatements(ReadStatement? Rows, ReadStatement? Total, ReadStatement? BeforeAfter, ReadStatement? BehindBefore, IReadOnlyList<ListStatements> Lists);

/// <summary>A plan with its statements, by the number of the root field; null for a root field that reads nothing.</summary>
internal sealed record CompiledPlan(ReadPlan Plan, IReadOnlyList<ListStatements?> Roots);

/// <summary>
/// The stage <i>compile</i>, second half. What enters: a plan. What leaves: the SQL that EF Core makes of its LINQ. It refuses a
/// statement with a parameter that is no slot of the plan: its value would be that of the first request for ever.
/// </summary>
internal static class StatementCompiler
{
    public static CompiledPlan Compile(ReadPlan plan, DbContext context)
    {
        var slots = plan.Slots.ToDictionary(slot => SlotClosures.ParameterName(slot.Number));
        return new CompiledPlan(plan, [.. plan.Roots.Select(root => root is DataRoot data ? Compile(data.List, slots, context) : null)]);
    }

    private static ListStatements Compile(ListPlan list, Dictionary<string, Slot> slots, DbContext context)
    {
        var queries = new ListCompiler(context).Compile(list);
        return new ListStatements(
            Statement(queries.Rows, list, slots, list.Columns?.Paths.Count ?? 0),
            Statement(queries.Total, list, slots, list.Parent is null ? 1 : 2),
            Statement(queries.BeforeAfter, list, slots, 1),
            Statement(queries.BehindBefore, list, slots, 1),
            [.. list.Lists.Select(inner => Compile(inner, slots, context))]);
    }

    private static ReadStatement? Statement(IQueryable<object[]>? query, ListPlan list, Dictionary<string, Slot> slots, int columnCount)
    {
        if (query is null)
        {
            return null;
        }

        using var command = query.CreateDbCommand();
        var parameters = new List<(string, Slot)>();
        foreach (System.Data.Common.DbParameter parameter in command.Parameters)
        {
            var slot = slots.GetValueOrDefault(parameter.ParameterName)
                ?? throw new InvalidOperationException($"The statement has the parameter {parameter.ParameterName}, which is no slot.");
            parameters.Add((parameter.ParameterName, slot));
        }

        return new ReadStatement(command.CommandText, parameters, columnCount, list);
    }
}
