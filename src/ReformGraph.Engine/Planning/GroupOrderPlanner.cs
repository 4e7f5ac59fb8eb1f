using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates <c>order</c> of groups to keys. It contains all keys of the groups, so that no two groups are tied.</summary>
internal sealed class GroupOrderPlanner(PlanScope scope, EntityModel source, IReadOnlyList<GroupKey> by)
{
    public IReadOnlyList<GroupSortKey> Plan(InputValue? order)
    {
        var given = (order as InputList)?.Items.Cast<InputObject>().SelectMany(item => item.Fields)
            .SelectMany(field => KeysOf(field.Name, field.Value)) ?? [];
        return [.. given.Concat(by.Select(key => new GroupSortKey(key, null, false)))
            .DistinctBy(key => ((object?)key.Key ?? key.Aggregate))];
    }

    private IEnumerable<GroupSortKey> KeysOf(string name, InputValue value) => (name, value) switch
    {
        ("aggregate", InputObject aggregate) =>
            new AggregateInputPlanner(scope.Filters, source, number => new AggregatePath(number)).Order(aggregate)
            .Select(part => new GroupSortKey(null, part.Aggregate, part.Descending)),
        ("key", InputObject key) => ByKey(key, source, string.Empty),
        ("named", InputObject named) => [ByName(named)],
        _ => throw value.At.Refusal(ErrorCodes.NullOperand, $"order: {name} is null; give it a field with a direction, or leave it out."),
    };

    private IEnumerable<GroupSortKey> ByKey(InputObject order, EntityModel entity, string prefix) =>
        order.Fields.SelectMany(field => (scope.Members.Find(entity, field.Name, field.Value.At), field.Value) switch
    {
        (ReferenceField reference, InputObject inner) => ByKey(inner, reference.Target, prefix + field.Name + "."),
        (not ReferenceField, InputScalar { Fixed: SortDirection direction }) => [SortKey(prefix + field.Name, null, direction,
            field.Value)],
        _ => throw field.Value.At.Refusal(ErrorCodes.NullOperand,
            $"order: key.{prefix}{field.Name} is null; give it a direction, or leave it out."),
    });

    private GroupSortKey ByName(InputObject named)
    {
        var fields = named.Fields.ToDictionary(field => field.Name, field => (InputScalar)field.Value);
        return SortKey(null, (string)fields["as"].Fixed!, (SortDirection)fields["direction"].Fixed!, fields["as"]);
    }

    private GroupSortKey SortKey(string? field, string? name, SortDirection direction, InputValue at) =>
        new(by[GroupKeyPlanner.Find(by, field, name, at.At)], null, direction == SortDirection.Desc);
}
