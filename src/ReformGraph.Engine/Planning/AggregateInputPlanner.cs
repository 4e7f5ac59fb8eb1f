using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates conditions on aggregates, and orders by them, to the aggregates that they read. Both have the shape of the
/// aggregates.</summary>
/// <param name="filters">Plans the conditions on rows.</param>
/// <param name="source">The entity of the rows.</param>
/// <param name="pathOf">Returns the path to the value of an aggregate.</param>
internal sealed class AggregateInputPlanner(FilterPlanner filters, EntityModel source, Func<GroupAggregate, FieldPath> pathOf)
{
    /// <summary>The condition on several rows; null if it matches all.</summary>
    public Filter? Condition(InputValue? having) => having is InputObject given && On(given) is { Parts.Count: > 0 } filter ? filter : null;

    /// <summary>The aggregates of an order, each with its direction.</summary>
    public IEnumerable<(GroupAggregate Aggregate, FieldPath Path, bool Descending)> Order(InputObject order) =>
        Leaves(order, "order").Select(leaf =>
        leaf.Value is InputScalar { Fixed: SortDirection direction }
            ? (leaf.Aggregate, pathOf(leaf.Aggregate), direction == SortDirection.Desc)
            : throw leaf.Value.At.Refusal(ErrorCodes.NullOperand,
                $"order: {leaf.Aggregate.Name} is null; give it a direction, or leave it out."));

    private AllOf On(InputObject having) => new(
    [
        .. having.Fields.Where(field => field.Name is "and" or "or").Select(field => FilterPlanner.Combined(field.Name, field.Value, On)),
        .. Leaves(having, "having").Select(leaf => leaf.Value is InputObject operators
            ? (Filter)filters.OnScalar(pathOf(leaf.Aggregate), operators)
            : throw FilterPlanner.Null(leaf.Value,
                $"having: {leaf.Aggregate.Name} is null; to match missing values, write {{ eq: null }}")),
    ]);

    private IEnumerable<(GroupAggregate Aggregate, InputValue Value)> Leaves(InputObject given, string argument)
    {
        var condition = filters.PlanBeside(source, given.Fields.FirstOrDefault(field => field.Name == "where").Value);
        foreach (var (name, value) in given.Fields.Where(field => field.Name is not ("where" or "and" or "or")))
        {
            var function = AggregateFunctions.All.FirstOrDefault(row => row.Name == name);
            foreach (var leaf in function is null
                ? [(new GroupAggregate(null, null, condition), value)]
                : Leaves(value, source, ReferencePath.Here, function, condition, $"{argument}: {name}"))
            {
                yield return leaf;
            }
        }
    }

    private IEnumerable<(GroupAggregate Aggregate, InputValue Value)> Leaves(
        InputValue value, EntityModel entity, ReferencePath path, AggregateFunctionRow function, Filter? condition, string place) =>
            value is InputObject given
        ? given.Fields.SelectMany(field => filters.Members.Find(entity, field.Name, field.Value.At) switch
        {
            ReferenceField reference =>
                Leaves(field.Value, reference.Target, path.To(reference), function, condition, $"{place}.{field.Name}"),
            var leaf => [(new GroupAggregate(function, path.To(entity, (ScalarField)leaf!), condition), field.Value)],
        })
        : throw FilterPlanner.Null(value, $"{place} is null; give it a field, or leave it out");
}
