using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>What conditions on groups mean, and orders of them.</summary>
internal static class ReferenceHaving
{
    /// <summary>Equal keys make one group; null is equal to null.</summary>
    public static IEqualityComparer<object?[]> SameKeys { get; } = EqualityComparer<object?[]>.Create(
        (x, y) => x!.Zip(y!).All(pair => ReferenceValues.Order.Compare(pair.First, pair.Second) == 0), _ => 0);

    /// <summary>The to-one fields of the tiny model.</summary>
    private static readonly HashSet<string> References =
        [.. TinyDatabase.CatalogAlone().Entities.SelectMany(entity => entity.Fields).OfType<ReferenceField>().Select(field => field.Name)];

    public static bool Matches(IReadOnlyList<object> rows, object? having) =>
        ((IDictionary<string, object?>)having!).All(condition => condition.Key switch
    {
        "where" => true,
        "and" => ReferenceValues.Items(condition.Value).All(one => Matches(rows, one)),
        "or" => !ReferenceValues.Items(condition.Value).Any() || ReferenceValues.Items(condition.Value).Any(one => Matches(rows, one)),
        _ => Leaves(rows, (IDictionary<string, object?>)having!, condition.Key, condition.Value)
            .All(leaf => ReferenceFilter.Matches(leaf.Value, leaf.Asked)),
    });

    /// <summary>An order of groups; without any, that of their keys.</summary>
    public static Comparer<ReferenceGroup> OrderOf(IReadOnlyList<ReferenceGroupKey> keys, object? order)
    {
        var parts = ReferenceValues.Items(order).SelectMany(one => Parts(keys, (IDictionary<string, object?>)one!)).ToList();
        parts.AddRange(keys.Select((_, number) => ((Func<ReferenceGroup, object?>)(group => group.Values[number]), SortDirection.Asc)));
        return Comparer<ReferenceGroup>.Create((x, y) => parts
            .Select(part => ReferenceValues.Order.Compare(part.Value(x), part.Value(y)) * (part.Direction == SortDirection.Asc ? 1 : -1))
            .FirstOrDefault(comparison => comparison != 0));
    }

    private static IEnumerable<(Func<ReferenceGroup, object?> Value, SortDirection Direction)> Parts(IReadOnlyList<ReferenceGroupKey> keys,
        IDictionary<string, object?> order)
    {
        foreach (var (name, asked) in order)
        {
            var given = (IDictionary<string, object?>)asked!;
            if (name == "named")
            {
                var number = keys.Index().Single(key => key.Item.Name == (string)given["as"]!).Index;
                yield return (group => group.Values[number], (SortDirection)given["direction"]!);
            }
            else if (name == "key")
            {
                foreach (var (path, direction) in Keyed(given))
                {
                    var number = keys.Index()
                        .First(key => key.Item.Field == path[^1] && key.Item.Path.SkipLast(1).SequenceEqual(path.SkipLast(1))).Index;
                    yield return (group => group.Values[number], direction);
                }
            }
            else
            {
                foreach (var (value, direction) in Numbers(given))
                {
                    yield return (group => value(group.Rows), direction);
                }
            }
        }
    }

    /// <summary>The numbers of an order.</summary>
    public static IEnumerable<(Func<IReadOnlyList<object>, object?> Value, SortDirection Direction)> Numbers(
        IDictionary<string, object?> order) =>
        from part in order
        where part.Key != "where"
        from direction in Directions(part.Value)
        select ((Func<IReadOnlyList<object>, object?>)(rows => Leaves(rows, order, part.Key, part.Value).Single().Value), direction);

    private static IEnumerable<(string[] Path, SortDirection Direction)> Keyed(IDictionary<string, object?> order) =>
        order.SelectMany(field =>
        field.Value is SortDirection direction
            ? [(new[] { field.Key }, direction)]
            : Keyed((IDictionary<string, object?>)field.Value!).Select(key => ((string[])[field.Key, .. key.Path], key.Direction)));

    private static IEnumerable<SortDirection> Directions(object? asked) =>
        asked is SortDirection direction ? [direction] : ((IDictionary<string, object?>)asked!).Values.SelectMany(Directions);

    private static IEnumerable<(object? Value, object? Asked)> Leaves(IReadOnlyList<object> all, IDictionary<string, object?> given,
        string function, object? asked)
    {
        var rows = given.TryGetValue("where", out var where) && where is not null
            ? all.Where(row => ReferenceFilter.Matches(row, where)) : all;
        return function == "count" ? [(rows.Count(), asked)] : Leaves([.. rows], function, asked);
    }

    private static IEnumerable<(object? Value, object? Asked)> Leaves(IReadOnlyList<object?> rows, string function, object? asked) =>
        ((IDictionary<string, object?>)asked!).SelectMany(field =>
    {
        var values = rows.Select(row => ReferenceValues.Of(row, field.Key)).ToList();
        return References.Contains(field.Key)
            ? Leaves(values, function, field.Value) : [(new ReferenceAggregate([], function).Of(values), field.Value)];
    });
}
