using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// What the connections of rows and of groups have in common: translates the arguments to the page, and the selections on the connection to
/// the shape of its object.
/// </summary>
/// <param name="scope">What the planners of the operation share.</param>
/// <param name="field">The selected field.</param>
/// <param name="connection">The name of its connection type.</param>
internal sealed class PagePlanner(PlanScope scope, SelectedField field, string connection)
{
    public IReadOnlyList<SelectedField> Selections { get; } = field.Below(connection);

    /// <summary>The requested page.</summary>
    public Page Page(IReadOnlyDictionary<string, InputValue> arguments, IReadOnlyList<SortKey> order, string fingerprint)
    {
        var first = arguments.GetValueOrDefault("first") as InputScalar;
        var last = arguments.GetValueOrDefault("last") as InputScalar;
        if (first is not null && last is not null)
        {
            throw last.At.Refusal(ErrorCodes.FirstAndLast,
                $"{field.Name} has both first and last. Give only one of them: a page is counted from one end.");
        }

        var ahead = Asks(last is null ? "hasNextPage" : "hasPreviousPage") ? 1 : 0;
        return new Page(
            last is null ? scope.PlanParameters.Take("first", first, ahead) : scope.PlanParameters.Take("last", last, ahead),
            ahead,
            last is not null,
            Bound("after"),
            Bound("before"));

        Seek? Bound(string name) => arguments.GetValueOrDefault(name) is InputScalar cursor
            ? scope.PlanParameters.Seek(name, cursor, order, fingerprint, scope.Variables)
            : null;
    }

    /// <summary>What is written under one key of the connection.</summary>
    /// <param name="selected">The selection.</param>
    /// <param name="node">The name of the type of its nodes.</param>
    /// <param name="row">Translates the selections on a node to what is written of it.</param>
    public ConnectionOutput Output(SelectedField selected, string node, Func<IReadOnlyList<SelectedField>, IReadOnlyList<RowOutput>> row)
    {
        var key = JsonEncodedText.Encode(selected.Key);
        return selected.Name switch
        {
            "nodes" => new NodesOutput(key, row(selected.Below(node))),
            "edges" => new EdgesOutput(key, Edges(selected, node, row)),
            "pageInfo" =>
                new PageInfoOutput(key,
                [.. selected.Below("PageInfo").Select(info => new PageInfoField(JsonEncodedText.Encode(info.Key), info.Name))]),
            "totalCount" => new TotalCountOutput(key),
            _ => new ConnectionTypeNameOutput(key, connection),
        };
    }

    /// <summary>Whether a field of pageInfo is selected.</summary>
    public bool Asks(string name) =>
        Selections.Any(selected => selected.Name == "pageInfo" && selected.Below("PageInfo").Any(info => info.Name == name));

    /// <summary>Whether the selection needs any row.</summary>
    public static bool NeedsRows(IEnumerable<ConnectionOutput> outputs) =>
        outputs.Any(output => output is NodesOutput or EdgesOutput or PageInfoOutput);

    /// <summary>Whether any cursor is selected.</summary>
    public static bool NeedsCursors(IEnumerable<ConnectionOutput> outputs) => outputs.Any(output => output switch
    {
        EdgesOutput edges => edges.Fields.Any(edge => edge.Node is null && edge.TypeName is null),
        PageInfoOutput info => info.Fields.Any(asked => asked.Name is "startCursor" or "endCursor"),
        _ => false,
    });

    private List<EdgeOutput> Edges(SelectedField edges, string node, Func<IReadOnlyList<SelectedField>, IReadOnlyList<RowOutput>> row)
    {
        var type = ConnectionNames.EdgeOf(connection);
        return [.. edges.Below(type).Select(edge => new EdgeOutput(
            JsonEncodedText.Encode(edge.Key),
            edge.Name == "node" ? row(edge.Below(node)) : null,
            edge.Name == "__typename" ? type : null))];
    }
}
