using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Recommends the index that would spare the statement of a list the scan of a table. Columns compared for equality come first: then the
/// index leads to the matching rows only, and the columns after them may be those of the order. A range leads to its rows too. An order
/// without a filter is read from its index until the page is full; with a filter that no index serves, it might be read to its end.
/// </summary>
internal static class IndexAdvice
{
    /// <summary>The line to write on the entity, or why there is none.</summary>
    public static string For(ListPlan list)
    {
        var parts = Parts(list.Filter).ToList();
        var bounds = parts.Select(BoundOf).OfType<Bound>().GroupBy(bound => bound.Path.Reference.Prefix)
            .OrderBy(group => group.First().Path.Reference.Steps.Count).FirstOrDefault()?.ToList() ?? [];
        if (list.Parent is { } parent)
        {
            bounds.RemoveAll(bound => bound.Path.Reference.Steps.Count > 0);
            bounds.Insert(0, new Bound(parent.OwnerKey, true));
        }

        var (columns, entity) = bounds is [var first, ..] && first.Path.Reference.Steps is [.., var last]
            ? (Served(bounds, []), last.Target)
            : (parts.Count == 0 || bounds.Count > 0 ? Served(bounds, [.. OrderColumns(list)]) : [], list.Source);
        return columns.Count == 0 ? $"no index serves {(parts.Count == 0 ? "this order" : Named(parts[0]))}"
            : IsThere(columns) ? "its index exists, but finds too many rows"
            : Line(entity, columns);
    }

    private static List<Column> Served(List<Bound> bounds, List<Column> order)
    {
        var columns = bounds.Where(bound => bound.IsExact).Select(bound => new Column(bound.Path.Leaf.Property!, false)).ToList();
        var rest = order.Count > 0 && (columns.Count > 0 || bounds.Count == 0)
            ? order
            : bounds.Where(bound => !bound.IsExact).Take(1).Select(bound => new Column(bound.Path.Leaf.Property!, false));
        return [.. columns.Concat(rest).DistinctBy(column => column.Property)];
    }

    // The key follows each entry of an index, ascending: an order with a descending key is read backwards.
    private static IEnumerable<Column> OrderColumns(ListPlan list) => list.Order
        .TakeWhile(key => key.Path is { Reference.Steps.Count: 0, Leaf.Property: { } property } && !property.IsPrimaryKey())
        .Select(key => new Column(key.Path.Leaf.Property!, key.Descending != list.Order[^1].Descending));

    private static IEnumerable<Filter> Parts(Filter? filter) => filter switch
    {
        null => [],
        AllOf all => all.Parts.SelectMany(Parts),
        _ => [filter],
    };

    // Reached through a to-one field, null also means a missing row, to which no index of its table leads.
    private static Bound? BoundOf(Filter part) => part switch
    {
        Comparison { Path.Leaf.Property: not null, Operator: FilterOperator.Eq } equal => new Bound(equal.Path, true),
        Comparison
        {
            Path.Leaf.Property: not null,
            Operator: FilterOperator.Gt or FilterOperator.Gte or FilterOperator.Lt or FilterOperator.Lte or FilterOperator.StartsWith,
        } range => new Bound(range.Path, false),
        Membership { Path.Leaf.Property: not null, Negated: false } listed when !listed.HoldsNull
            || listed.Path.Reference.Steps.Count == 0 => new Bound(listed.Path, true),
        Absence { Path: { Leaf.Property: not null, Reference.Steps.Count: 0 }, Negated: false } missing => new Bound(missing.Path, true),
        _ => null,
    };

    private static string Named(Filter part) => part switch
    {
        Comparison { Path.Leaf.Property: null } computed => $"the computed {computed.Path.Name}",
        Comparison comparison => FilterOperators.InFamily(comparison.Path.Leaf.Type.Operators)
            .First(row => row.Operator == comparison.Operator).Name,
        ListCondition list => FilterOperators.OnLists.First(row => row.Operator == list.Operator).Name,
        AnyOf => "or",
        _ => "this filter",
    };

    // EF Core's finalized model does not keep the direction of an index: one that should descend may be missing.
    private static bool IsThere(List<Column> columns) => !columns.Any(column => column.Descending)
        && ((IEntityType)columns[0].Property.DeclaringType).GetIndexes()
            .Any(index => index.Properties.Take(columns.Count).SequenceEqual(columns.Select(column => column.Property)));

    private static string Line(EntityModel entity, List<Column> columns)
    {
        var names = string.Join(", ", columns.Select(column => $"nameof({entity.Name}.{column.Property.Name})"));
        var direction = columns.Any(column => column.Descending)
            ? $", IsDescending = [{string.Join(", ", columns.Select(column => column.Descending ? "true" : "false"))}]"
            : "";
        return $"[Index({names}{direction})]";
    }

    private sealed record Bound(FieldPath Path, bool IsExact);

    private sealed record Column(IProperty Property, bool Descending);
}
