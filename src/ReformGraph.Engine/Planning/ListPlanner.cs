using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates the selection of a collection, at any level, to the plan of its page and the shape of its response.</summary>
internal sealed class ListPlanner(PlanScope scope)
{
    /// <summary>Plans a collection field.</summary>
    /// <param name="field">The selected field.</param>
    /// <param name="source">The entity that it lists.</param>
    /// <param name="owner">The name of the type that has the field.</param>
    /// <param name="connection">The name of its connection type.</param>
    /// <param name="number">Its index among the lists of its parent, among the roots, or among the rows of a group.</param>
    /// <param name="parent">The rows to which it belongs; null for a root.</param>
    /// <param name="within">The condition of the larger list of which it is a part; null if there is none.</param>
    public (ListPlan List, IReadOnlyList<ConnectionOutput> Outputs) Plan(
        SelectedField field, EntityModel source, string owner, string connection, int number, ParentLink? parent, Filter? within = null)
    {
        var arguments = scope.Arguments(field, owner);
        var order = OrderPlanner.Plan(scope.Filters, source, arguments.GetValueOrDefault("order"));
        var fingerprint = Cursor.Fingerprint(OrderPlanner.Describe(source.Plural, order));
        var filter = Filter.Both(within, scope.Filters.Plan(source, arguments.GetValueOrDefault("where")));
        var pages = new PagePlanner(scope, field, connection);
        var page = pages.Page(arguments, order, fingerprint);
        var rows = new RowPlanner(scope, source);
        var summaries = new SummaryPlanner(scope, source, connection, filter, parent);
        var outputs = pages.Selections.Select(selected => summaries.Output(selected)
            ?? pages.Output(selected, source.Name, fields => rows.Outputs(source, ReferencePath.Here, fields))).ToList();
        var list = new ListPlan
        {
            Number = number,
            Source = source,
            Parent = parent,
            Filter = filter,
            Order = order,
            Page = page,
            Fingerprint = fingerprint,
            CursorColumns = PagePlanner.NeedsCursors(outputs) ? [.. order.Select(key => rows.Columns.Add(key.Path))] : [],
            Columns = PagePlanner.NeedsRows(outputs) ? rows.Columns : null,
            Lists = rows.Lists,
            Aggregates = summaries.Aggregates,
            Groups = summaries.Groups,
            Timelines = summaries.Timelines,
            CountsTotal = outputs.Exists(output => output is TotalCountOutput),
            TotalRollup = scope.RollupOf(source, new RollupNeeds(filter, parent?.OwnerKey, [], [], [])),
            OwnerColumn = parent is null ? null : rows.Columns.Add(parent.OwnerKey),
            LooksBeforeAfter = page.After is not null && pages.Asks("hasPreviousPage"),
            LooksBehindBefore = page.Before is not null && pages.Asks("hasNextPage"),
            CanStream = within is null && CanStream(outputs, page, parent, rows),
        };
        JoinLimit.Check(list, field.At);
        return (list, outputs);
    }

    private static bool CanStream(List<ConnectionOutput> outputs, Page page, ParentLink? parent, RowPlanner rows)
    {
        var firstRows = outputs.FindIndex(output => output is NodesOutput or EdgesOutput);
        return parent is null && !page.Backward && rows.Lists.Count == 0
            && outputs.Count(output => output is NodesOutput or EdgesOutput) == 1
            && !outputs[..firstRows].Exists(output => output is PageInfoOutput);
    }
}

/// <summary>Plans the aggregates, groups and timelines of a connection.</summary>
/// <param name="scope">What the planners of the operation share.</param>
/// <param name="source">What the connection lists.</param>
/// <param name="connection">The name of its type.</param>
/// <param name="filter">Its condition.</param>
/// <param name="parent">The rows to which it belongs; null for a root.</param>
internal sealed class SummaryPlanner(PlanScope scope, EntityModel source, string connection, Filter? filter, ParentLink? parent)
{
    private readonly List<AggregatePlan> aggregates = [];
    private readonly List<GroupsPlan> groups = [];
    private readonly List<TimelinePlan> timelines = [];

    public IReadOnlyList<AggregatePlan> Aggregates => aggregates;

    public IReadOnlyList<GroupsPlan> Groups => groups;

    public IReadOnlyList<TimelinePlan> Timelines => timelines;

    /// <summary>The shape of a selection's answer; null where it asks for rows, or for nothing that is planned here.</summary>
    public ConnectionOutput? Output(SelectedField selected)
    {
        switch (selected.Name)
        {
            case "aggregate":
                var (aggregate, aggregateOutput) =
                    AggregatePlanner.Plan(scope, selected, source, connection, filter, parent?.OwnerKey, aggregates.Count);
                aggregates.Add(aggregate);
                return aggregateOutput;
            case "groups":
                var (plan, groupsOutput) = new GroupPlanner(scope, source, filter, parent).Plan(selected, connection, groups.Count);
                groups.Add(plan);
                return groupsOutput;
            case "timeline":
                var (timeline, timelineOutput) =
                    new TimelinePlanner(scope).Plan(selected, source, connection, filter, parent?.OwnerKey, timelines.Count);
                timelines.Add(timeline);
                return timelineOutput;
            default:
                return null;
        }
    }
}
