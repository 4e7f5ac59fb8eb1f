using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>From the selection of a collection, wherever it stands, to the plan of its page and the shape of its answer.</summary>
internal sealed class ListPlanner(PlanScope scope)
{
    /// <summary>Plans a collection field.</summary>
    /// <param name="field">The selected field.</param>
    /// <param name="source">What it lists.</param>
    /// <param name="owner">The name of the type whose field it is.</param>
    /// <param name="connection">The name of its connection type.</param>
    /// <param name="number">Its place among the lists of its parent, or among the roots.</param>
    /// <param name="parent">The rows that it hangs on; null for a root.</param>
    public (ListPlan List, IReadOnlyList<ConnectionOutput> Outputs) Plan(SelectedField field, EntityModel source, string owner, string connection, int number, ParentLink? parent)
    {
        var arguments = scope.Arguments(field, owner);
        var order = OrderPlanner.Plan(source, arguments.GetValueOrDefault("order"));
        var fingerprint = Cursor.Fingerprint(OrderPlanner.Describe(source, order));
        var filter = scope.Filters.Plan(source, arguments.GetValueOrDefault("where"));
        var selections = scope.Selections.Below(field, connection);
        var page = PageOf(field, arguments, order, fingerprint, end => Asks(selections, end));
        var rows = new RowPlanner(scope, source);
        var aggregates = new List<AggregatePlan>();
        var outputs = selections.Select(selected => Output(selected, source, connection, filter, rows, aggregates)).ToList();
        var cursors = NeedsCursors(outputs);
        var list = new ListPlan
        {
            Number = number,
            Source = source,
            Parent = parent,
            Filter = filter,
            Order = order,
            Page = page,
            Fingerprint = fingerprint,
            CursorColumns = cursors ? [.. order.Select(key => rows.Columns.Add(key.Path))] : [],
            Columns = outputs.Exists(output => output is NodesOutput or EdgesOutput or PageInfoOutput) ? rows.Columns : null,
            Lists = rows.Lists,
            Aggregates = aggregates,
            CountsTotal = outputs.Exists(output => output is TotalCountOutput),
            OwnerColumn = parent is null ? null : rows.Columns.Add(parent.OwnerKey),
            LooksBeforeAfter = page.After is not null && Asks(selections, "hasPreviousPage"),
            LooksBehindBefore = page.Before is not null && Asks(selections, "hasNextPage"),
            CanStream = CanStream(outputs, page, parent, rows),
        };
        scope.Joins.Check(list, field.First);
        return (list, outputs);
    }

    private Page PageOf(SelectedField field, IReadOnlyDictionary<string, InputValue> arguments, IReadOnlyList<OrderKey> order, string fingerprint, Func<string, bool> asks)
    {
        var first = arguments.GetValueOrDefault("first") as InputScalar;
        var last = arguments.GetValueOrDefault("last") as InputScalar;
        if (first is not null && last is not null)
        {
            throw last.At.Refusal(ErrorCodes.FirstAndLast, $"{field.Name} has both first and last; give one of them, as a page is counted from one end.");
        }

        var ahead = asks(last is null ? "hasNextPage" : "hasPreviousPage") ? 1 : 0;
        return new Page(
            last is null ? scope.Slots.Take("first", first, ahead) : scope.Slots.Take("last", last, ahead),
            ahead,
            last is not null,
            Bound("after"),
            Bound("before"));

        Seek? Bound(string name) => arguments.GetValueOrDefault(name) is InputScalar cursor
            ? scope.Slots.Seek(name, cursor, order, fingerprint, scope.Variables)
            : null;
    }

    private ConnectionOutput Output(SelectedField field, EntityModel source, string connection, Filter? filter, RowPlanner rows, List<AggregatePlan> aggregates)
    {
        var key = JsonEncodedText.Encode(field.Key);
        return field.Name switch
        {
            "nodes" => new NodesOutput(key, rows.Outputs(source, ReferencePath.Here, scope.Selections.Below(field, source.Name))),
            "edges" => new EdgesOutput(key, Edges(field, source, connection, rows)),
            "pageInfo" => new PageInfoOutput(key, PageInfo(field)),
            "totalCount" => new TotalCountOutput(key),
            "aggregate" => Aggregate(),
            _ => new ConnectionTypeNameOutput(key, connection),
        };

        AggregateOutput Aggregate()
        {
            var (plan, output) = new AggregatePlanner(scope).Plan(field, source, connection, filter, aggregates.Count);
            aggregates.Add(plan);
            return output;
        }
    }

    private List<EdgeOutput> Edges(SelectedField edges, EntityModel source, string connection, RowPlanner rows)
    {
        var type = ConnectionNames.EdgeOf(connection);
        return [.. scope.Selections.Below(edges, type).Select(field => new EdgeOutput(
            JsonEncodedText.Encode(field.Key),
            field.Name == "node" ? rows.Outputs(source, ReferencePath.Here, scope.Selections.Below(field, source.Name)) : null,
            field.Name == "__typename" ? type : null))];
    }

    private List<PageInfoField> PageInfo(SelectedField info) =>
        [.. scope.Selections.Below(info, "PageInfo").Select(field => new PageInfoField(JsonEncodedText.Encode(field.Key), field.Name))];

    private static bool NeedsCursors(List<ConnectionOutput> outputs) => outputs.Exists(output => output switch
    {
        EdgesOutput edges => edges.Fields.Any(field => field.Node is null && field.TypeName is null),
        PageInfoOutput info => info.Fields.Any(field => field.Name is "startCursor" or "endCursor"),
        _ => false,
    });

    private bool Asks(IReadOnlyList<SelectedField> selections, string name) =>
        selections.Any(selected => selected.Name == "pageInfo" && scope.Selections.Below(selected, "PageInfo").Any(field => field.Name == name));

    private static bool CanStream(List<ConnectionOutput> outputs, Page page, ParentLink? parent, RowPlanner rows)
    {
        var firstRows = outputs.FindIndex(output => output is NodesOutput or EdgesOutput);
        return parent is null && !page.Backward && rows.Lists.Count == 0
            && outputs.Count(output => output is NodesOutput or EdgesOutput) == 1
            && !outputs[..firstRows].Exists(output => output is PageInfoOutput);
    }
}
