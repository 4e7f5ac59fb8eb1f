using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// Collection fields: their arguments, connections, edges and page info, as HotChocolate prints them. A collection is the same at every
/// level.
/// </summary>
internal sealed class ConnectionTypes(TypeRegistry types, FilterTypes filters, SortTypes sorts, AggregateTypes aggregates,
    GroupTypes groups, Func<EntityModel, IGraphType> objects, PagingOptions paging)
{
    /// <summary>A collection field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">Its description.</param>
    /// <param name="connection">The name of its connection type.</param>
    /// <param name="target">The entity that it lists.</param>
    public FieldType Field(string name, string description, string connection, EntityModel target) => Paged(new()
    {
        Name = name,
        Description = description,
        Arguments = Arguments(target),
        ResolvedType = ConnectionType(connection, target),
    });

    /// <summary>Says that a field is a connection with these pages.</summary>
    public FieldType Paged(FieldType field) => field.Paged(paging);

    /// <summary>The arguments that select the page.</summary>
    public IEnumerable<QueryArgument> PageArguments()
    {
        var count = types.Scalar("Int");
        var cursor = types.Scalar("String");
        return
        [
            Argument("first", count,
                "The number of nodes from the start of the list. Without first and last, the server's default page size applies. A " +
                "number above the server's maximum is refused."),
            Argument("after", cursor, "Only nodes after the one with this cursor. The cursor must come from the same order."),
            Argument("last", count, "The number of nodes from the end of the list. It cannot be combined with first."),
            Argument("before", cursor, "Only nodes before the one with this cursor. The cursor must come from the same order."),
        ];
    }

    /// <summary>A connection.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">The source of the type.</param>
    /// <param name="what">What its nodes are, for descriptions.</param>
    /// <param name="node">The type of its nodes.</param>
    /// <param name="more">Adds the fields that only this connection has.</param>
    public ObjectGraphType Connection(string name, object source, string what, IGraphType node, Action<ObjectGraphType> more) =>
        types.Get<ObjectGraphType>(
        name,
        source,
        $"One page of a list of {what}.",
        connection =>
        {
            Add(connection, "pageInfo", PageInfo().NonNull(), "Whether there are more pages, and the cursors that lead to them.");
            Add(connection, "edges", Edge(ConnectionNames.EdgeOf(name), source, what, node).NonNull().List(),
                "The nodes of this page, each with its cursor.");
            Add(connection, "nodes", node.NonNull().List(), "The nodes of this page.");
            Add(connection, "totalCount", types.Scalar("Int").NonNull(), "The number of nodes on all pages together.").ReadAlone();
            more(connection);
        });

    private QueryArguments Arguments(EntityModel target) => new(
    [
        .. PageArguments(),
        Argument("where", filters.FilterType(target), "The conditions that nodes must meet. totalCount counts only these nodes."),
        Argument("order", sorts.SortType(target).NonNull()
            .List(), "The sort order, most significant field first. By default, nodes are ordered by the primary key."),
    ]);

    private ObjectGraphType ConnectionType(string name, EntityModel target) =>
        Connection(name, (target, "connection"), target.Name, objects(target), connection =>
    {
        if (target.HasAggregates)
        {
            connection.AddField(
                aggregates.Field(target, "Aggregates over all nodes on all pages together. They do not depend on the page.").ReadAlone());
            connection.AddField(groups.Field(target, this));
        }

        if (target is { HasAggregates: true, IsVersioned: true })
        {
            connection.AddField(new TimelineTypes(types, aggregates).Field(target));
        }
    });

    private ObjectGraphType Edge(string name, object source, string what, IGraphType node) => types.Get<ObjectGraphType>(
        name,
        (source, "edge"),
        $"One node of a list of {what}, with its cursor.",
        edge =>
        {
            Add(edge, "cursor", types.Scalar("String").NonNull(), "Marks this node's place in the order. Pass it to after or before.");
            Add(edge, "node", node.NonNull(), "The node.");
        });

    private ObjectGraphType PageInfo() => types.Get<ObjectGraphType>(
        "PageInfo",
        nameof(ConnectionTypes),
        "Whether there are more pages, and the cursors that lead to them.",
        info =>
        {
            Add(info, "hasNextPage", types.Scalar("Boolean").NonNull(), "Whether there are nodes after this page.");
            Add(info, "hasPreviousPage", types.Scalar("Boolean").NonNull(), "Whether there are nodes before this page.");
            Add(info, "startCursor", types.Scalar("String"), "The cursor of this page's first node; null for an empty page.");
            Add(info, "endCursor", types.Scalar("String"), "The cursor of this page's last node; null for an empty page.");
        });

    private static QueryArgument Argument(string name, IGraphType type, string description) =>
        new(type) { Name = name, Description = description };

    private static FieldType Add(ObjectGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
