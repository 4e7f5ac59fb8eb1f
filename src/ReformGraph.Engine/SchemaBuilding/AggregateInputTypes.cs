using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// Conditions on aggregates, and orders by them. They have the shape of the aggregates themselves, with the operators of their types, or a
/// direction, in place of a value.
/// </summary>
internal sealed class AggregateInputTypes(TypeRegistry types, FilterTypes filters, SortTypes sorts)
{
    /// <summary>The conditions on aggregates over several rows.</summary>
    public InputObjectGraphType Filter(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}AggregateFilterInput",
        (entity, "aggregate filter"),
        $"Conditions on aggregates over rows of {entity.Name}. All conditions given must hold.",
        input =>
        {
            FilterTypes.AddCombinations(input);
            Fill(input, entity, "Filter", filters.OperatorsOf);
        });

    /// <summary>The order by aggregates over several rows.</summary>
    public InputObjectGraphType Sort(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}AggregateSortInput",
        (entity, "aggregate sort"),
        $"Orders by one aggregate over rows of {entity.Name}: one field besides where. Null is the least value.",
        input => Fill(input, entity, "Sort", _ => sorts.Direction()));

    private void Fill(InputObjectGraphType input, EntityModel entity, string kind, Func<ScalarType, IGraphType> leaf)
    {
        Add(input, "where", filters.FilterType(entity),
            "The conditions that rows must meet to enter the aggregates of this object. By default, all rows do.");
        Add(input, "count", leaf(ScalarType.For(typeof(int))!), "The number of rows.");
        foreach (var function in AggregateFunctions.All.Where(function => AggregateTypes.Reaches(entity, function)))
        {
            Add(input, function.Name, Values(entity, function, kind, leaf), function.Description);
        }
    }

    private InputObjectGraphType Values(EntityModel entity, AggregateFunctionRow function, string kind,
        Func<ScalarType, IGraphType> leaf) => types.Get<InputObjectGraphType>(
        $"{AggregateNames.TypeName(entity, function)}{kind}Input",
        (entity, function, kind),
        function.Description,
        input =>
        {
            foreach (var field in entity.Fields)
            {
                if (field is ReferenceField reference && AggregateTypes.Reaches(reference.Target, function))
                {
                    Add(input, field.Name, Values(reference.Target, function, kind, leaf), field.Description);
                }
                else if (field is ScalarField scalar && function.ResultOf(scalar) is { } result)
                {
                    Add(input, field.Name, leaf(result), field.Description);
                }
            }
        });

    private static void Add(InputObjectGraphType input, string name, IGraphType type, string description) =>
        input.AddField(new FieldType { Name = name, Description = description, ResolvedType = type });
}
