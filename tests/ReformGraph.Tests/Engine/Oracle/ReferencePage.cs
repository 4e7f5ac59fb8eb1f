using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>One page of a list, cut out of the whole.</summary>
/// <param name="Nodes">The page.</param>
/// <param name="AllNodes">The whole.</param>
/// <param name="HasNextPage">Whether anything follows it.</param>
/// <param name="HasPreviousPage">Whether anything precedes it.</param>
internal sealed record ReferencePage(IReadOnlyList<object> Nodes, IReadOnlyList<object> AllNodes, bool HasNextPage, bool HasPreviousPage)
{
    /// <summary>Filters, orders and cuts.</summary>
    /// <param name="list">The rows.</param>
    /// <param name="arguments">The field's arguments that were given.</param>
    /// <param name="rowOf">The row that a cursor marks.</param>
    public static ReferencePage Of(IEnumerable<object> list, IReadOnlyDictionary<string, object?> arguments, Func<string, object> rowOf)
    {
        var order = OrderOf(arguments.GetValueOrDefault("order"));
        var rows = Filtered(list, arguments).Order(order).ToList();
        var start = arguments.GetValueOrDefault("after") is string after ? rows.Count(row => order.Compare(row, rowOf(after)) <= 0) : 0;
        var end = arguments.GetValueOrDefault("before") is string before
            ? rows.Count(row => order.Compare(row, rowOf(before)) < 0) : rows.Count;
        return Cut(rows, arguments, start, end);
    }

    /// <summary>The page of a part of a list.</summary>
    public static ReferencePage Cut(IReadOnlyList<object> rows, IReadOnlyDictionary<string, object?> arguments, int start, int end)
    {
        var (frontCut, backCut) = (start, rows.Count - end);
        var range = rows.Take(end).Skip(start).ToList();
        var page = arguments.GetValueOrDefault("last") is int last
            ? range.TakeLast(last).ToList()
            : range.Take(arguments.GetValueOrDefault("first") as int? ?? 50).ToList();
        var outside = range.Count - page.Count;
        return arguments.GetValueOrDefault("last") is int
            ? new(page, rows, backCut > 0, frontCut > 0 || outside > 0)
            : new(page, rows, backCut > 0 || outside > 0, frontCut > 0);
    }

    /// <summary>The aggregates of all nodes, or of those that a filter of their own leaves.</summary>
    public ReferenceAggregate Aggregate(IReadOnlyDictionary<string, object?> arguments) => new([.. Filtered(AllNodes, arguments)]);

    /// <summary>A field of the connection, or of its page info.</summary>
    public object? Field(string name) => name switch
    {
        "nodes" => Nodes,
        "edges" => Nodes.Select(node => new ReferenceEdge(node)),
        "totalCount" => AllNodes.Count,
        "pageInfo" => this,
        "hasNextPage" => HasNextPage,
        "hasPreviousPage" => HasPreviousPage,
        "startCursor" => Nodes.Count == 0 ? null : CursorBook.NameOf(Nodes[0]),
        "endCursor" => Nodes.Count == 0 ? null : CursorBook.NameOf(Nodes[^1]),
        _ => throw new ArgumentException($"A connection has no field {name}.", nameof(name)),
    };

    /// <summary>Those that a filter leaves.</summary>
    public static IEnumerable<object> Filtered(IEnumerable<object> rows, IReadOnlyDictionary<string, object?> arguments) =>
        arguments.GetValueOrDefault("where") is { } where ? rows.Where(row => ReferenceFilter.Matches(row, where)) : rows;

    private static Comparer<object> OrderOf(object? order)
    {
        var keys = ReferenceValues.Items(order).SelectMany(one => KeysOf((IDictionary<string, object?>)one!)).ToList();
        keys.Add((row => ReferenceValues.Of(row, "id"), keys is [.., (_, SortDirection.Desc)] ? SortDirection.Desc : SortDirection.Asc));
        return Comparer<object>.Create((x, y) => keys
            .Select(key => ReferenceValues.Order.Compare(key.Value(x), key.Value(y)) * (key.Direction == SortDirection.Asc ? 1 : -1))
            .FirstOrDefault(comparison => comparison != 0));
    }

    private static IEnumerable<(Func<object?, object?> Value, SortDirection Direction)> KeysOf(IDictionary<string, object?> order) =>
        order.SelectMany(field => field.Value switch
    {
        SortDirection direction => [(row => ReferenceValues.Of(row, field.Key), direction)],
        IDictionary<string, object?> numbers when Lists.Contains(field.Key) => ReferenceHaving.Numbers(numbers)
            .Select(number =>
                ((Func<object?, object?>)(row =>
                number.Value([.. ReferenceValues.Items(ReferenceValues.Of(row, field.Key)).OfType<object>()])), number.Direction)),
        var inner =>
            KeysOf((IDictionary<string, object?>)inner!)
            .Select(key => ((Func<object?, object?>)(row => key.Value(ReferenceValues.Of(row, field.Key))), key.Direction)),
    });

    /// <summary>The lists of the tiny model.</summary>
    private static readonly HashSet<string> Lists =
        [.. TinyDatabase.CatalogAlone().Entities.SelectMany(entity => entity.Fields).OfType<ListField>().Select(field => field.Name)];
}

/// <summary>A row with its cursor, which is its name.</summary>
internal sealed record ReferenceEdge(object Node);
