using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates the selection of <c>groups</c> of a connection to the plan of its page and the shape of its response.</summary>
/// <param name="scope">What the planners of the operation share.</param>
/// <param name="source">The entity that the connection lists.</param>
/// <param name="filter">The condition of the connection.</param>
/// <param name="parent">The rows to which the connection belongs; null for a root.</param>
internal sealed class GroupPlanner(PlanScope scope, EntityModel source, Filter? filter, ParentLink? parent)
{
    /// <summary>Plans the field.</summary>
    /// <param name="field">The selected field.</param>
    /// <param name="connection">The name of the connection's type.</param>
    /// <param name="number">The index among the groups of the connection.</param>
    public (GroupsPlan Plan, GroupsOutput Output) Plan(SelectedField field, string connection, int number)
    {
        var arguments = scope.Arguments(field, connection);
        var by = new GroupKeyPlanner(scope).Plan(source, (InputList)arguments["by"]);
        var having = new AggregateInputPlanner(scope.Filters, source,
            aggregate => new AggregatePath(aggregate)).Condition(arguments.GetValueOrDefault("having"));
        var order = new GroupOrderPlanner(scope, source, by).Plan(arguments.GetValueOrDefault("order"));
        var fingerprint = Cursor.Fingerprint(OrderPlanner.Describe(NameOf(by), order));
        var gaps = GapPlanner.Plan(scope, arguments, by, order);
        var pages = new PagePlanner(scope, field, GroupNames.Connection(source));
        var page = gaps is null ? pages.Page(arguments, order, fingerprint) : GapPlanner.Page(scope, gaps, arguments["fillGaps"]);
        var rows = new GroupRowPlanner(scope, source, filter, parent, by, page);
        var outputs = pages.Selections.Select(selected => selected.Name == "subtotals"
            ? rows.Subtotals(selected)
            : pages.Output(selected, GroupNames.Group(source), rows.Outputs)).ToList();

        // A group needs a column, even if only __typename is selected.
        _ = rows.Terms.Add(TermKind.Rows, null);
        var cursors = PagePlanner.NeedsCursors(outputs) ? new GroupCursors(by, order, rows.Terms) : null;
        var plan = new GroupsPlan
        {
            Number = number,
            Source = source,
            Parent = parent,
            Filter = gaps is null ? filter : Filter.Both(filter, new InPeriods(by[0], gaps.From, gaps.To)),
            By = by,
            Terms = rows.Terms,
            Having = having,
            Order = order,
            Page = page,
            Fingerprint = fingerprint,
            HasRows = PagePlanner.NeedsRows(outputs),
            CursorAggregates = cursors?.Aggregates ?? [],
            CursorColumns = cursors?.Columns ?? [],
            OwnerColumn = GroupKey.OwnerColumn(by, parent, rows.Terms.End + (cursors?.Aggregates.Count ?? 0)),
            CountsTotal = outputs.Exists(output => output is TotalCountOutput),
            LooksBeforeAfter = page.After is not null && pages.Asks("hasPreviousPage"),
            LooksBehindBefore = page.Before is not null && pages.Asks("hasNextPage"),
            Gaps = gaps,
        };
        return (Complete(plan, rows, field.At), new GroupsOutput(JsonEncodedText.Encode(field.Key), number, outputs));
    }

    private string NameOf(IReadOnlyList<GroupKey> by) => $"{source.Plural} by {string.Join(',', by.Select(key => key.Name))}";

    private GroupsPlan Complete(GroupsPlan plan, GroupRowPlanner rows, Place at)
    {
        plan = plan with
        {
            Subtotals = [.. rows.SubtotalPlans.Select(
                subtotal => subtotal with { Rollup = RollupOf(filter, [.. plan.By.Take(subtotal.Level)], subtotal.Terms, []) })],
            Running = rows.Running,
            Rows = rows.Rows,
        };
        JoinLimit.Check(plan, at);
        return plan with { Rollup = RollupOf(plan.Filter, plan.By, plan.Terms, [.. plan.Aggregates]) };
    }

    private RollupUse? RollupOf(Filter? rows, IReadOnlyList<GroupKey> by, TermSet terms, IReadOnlyList<GroupAggregate> aggregates) =>
        scope.RollupOf(source, new RollupNeeds(rows, parent?.OwnerKey, by, terms.All, aggregates));
}

/// <summary>The columns of the keys of an order. Aggregates that are computed in one part follow all terms, in columns of their
/// own.</summary>
internal sealed class GroupCursors
{
    public GroupCursors(IReadOnlyList<GroupKey> by, IReadOnlyList<GroupSortKey> order, TermSet terms)
    {
        var found = order.Select(
            key => key.Key is { } part ? by.Index().First(known => known.Item == part).Index : terms.Add(key.Aggregate!)).ToList();
        Aggregates = [.. order.Zip(found).Where(key => key.Second is null).Select(key => key.First.Aggregate!)];
        var next = terms.End;
        Columns = [.. found.Select(column => column ?? next++)];
    }

    public IReadOnlyList<GroupAggregate> Aggregates { get; }

    public IReadOnlyList<int> Columns { get; }
}

/// <summary>Translates <c>fillGaps</c> to the requested periods.</summary>
internal static class GapPlanner
{
    public static GroupGaps? Plan(PlanScope scope, IReadOnlyDictionary<string, InputValue> arguments, IReadOnlyList<GroupKey> by,
        IReadOnlyList<GroupSortKey> order)
    {
        if (arguments.GetValueOrDefault("fillGaps") is not InputObject given)
        {
            return null;
        }

        if (by is not [{ Truncation: { } period }] || order is not [var only]
            || arguments.Keys.FirstOrDefault(name => name is "having" or "first" or "after" or "last" or "before") is not null)
        {
            throw given.At.Refusal(ErrorCodes.GapsNotFillable,
                "fillGaps requires exactly one key, a truncated date, and allows no order except by it, no having and no paging.");
        }

        return new GroupGaps(Day("from"), Day("to"), period, only.Descending);

        PlanParameter Day(string name)
        {
            var day = (InputScalar)given.Fields.First(field => field.Name == name).Value;
            return scope.PlanParameters.Computed(typeof(DateOnly), values => Periods.Start(period, (DateOnly)day.Source.Read(values)!));
        }
    }

    /// <summary>The page of all periods.</summary>
    public static Page Page(PlanScope scope, GroupGaps gaps, InputValue given) =>
        new(scope.PlanParameters.Periods(gaps, given.At), 0, false, null, null);
}
