using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Translates <c>order</c> to keys. The list's order is the sort order, and within one object the order of its fields; the primary key is
/// always the last tie-breaker. It rejects an object without a direction.
/// </summary>
internal static class OrderPlanner
{
    public static IReadOnlyList<OrderKey> Plan(FilterPlanner filters, EntityModel entity, InputValue? order)
    {
        var keys = new List<OrderKey>();
        foreach (var item in order is InputList list ? list.Items : [])
        {
            Add(keys, filters, entity, ReferencePath.Here, (InputObject)item);
        }

        // In the direction of the last key, so that one index serves the order both ways.
        keys.Add(new OrderKey(ReferencePath.Here.To(entity.Key), keys is [.., { Descending: true }]));
        var distinct = keys.DistinctBy(key => key.Path.Name).ToList();

        // Nothing is tied after the primary key.
        return distinct[..(distinct.FindIndex(key => key.Path.Name == entity.Key.Name) + 1)];
    }

    private static void Add(List<OrderKey> keys, FilterPlanner filters, EntityModel entity, ReferencePath path, InputObject order)
    {
        foreach (var (name, value) in order.Fields)
        {
            switch (filters.Members.Find(entity, name, value.At), value)
            {
                case (ScalarField scalar, InputScalar { Fixed: SortDirection direction }):
                    keys.Add(new OrderKey(path.To(scalar), direction == SortDirection.Desc));
                    break;
                case (ReferenceField reference, InputObject inner):
                    Add(keys, filters, reference.Target, path.To(reference), inner);
                    break;
                case (ListField list, InputObject inner):
                    keys.AddRange(new AggregateInputPlanner(filters, list.Target,
                        aggregate => new ListAggregatePath(path, list, aggregate)).Order(inner)
                        .Select(part => new OrderKey(part.Path, part.Descending)));
                    break;
                default:
                    var wanted = filters.Members.Find(entity, name, value.At) is not ScalarField
                        ? "a field with a direction" : "a direction";
                    throw value.At.Refusal(ErrorCodes.NullOperand, $"order: {name} is null; give it {wanted}, or leave it out.");
            }
        }
    }

    /// <summary>The text from which a cursor's fingerprint is computed.</summary>
    public static string Describe(string what, IEnumerable<SortKey> order) =>
        $"{what}:{string.Join(',', order.Select(key => key.Described + (key.Descending ? " DESC" : " ASC")))}";
}
