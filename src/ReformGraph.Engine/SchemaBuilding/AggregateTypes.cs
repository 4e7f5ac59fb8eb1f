using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// What <c>aggregate</c> of a connection returns: a count, and an object for each function with the fields for which it makes sense. The
/// fields of a row reached through a to-one field are below its name, as they are in a node.
/// </summary>
internal sealed class AggregateTypes(TypeRegistry types, FilterTypes filters)
{
    private readonly QuantityTypes quantities = new(types);

    /// <summary>The field of a connection, or of a group.</summary>
    public FieldType Field(EntityModel entity, string description) => new()
    {
        Name = "aggregate",
        Description = description,
        Arguments = new(new QueryArgument(filters.FilterType(entity))
        {
            Name = "where",
            Description = "The conditions that rows must meet to enter the aggregates. By default, all rows do.",
        }),
        ResolvedType = AggregateType(entity).NonNull(),
    };

    private ObjectGraphType AggregateType(EntityModel entity) => types.Get<ObjectGraphType>(
        AggregateNames.TypeName(entity),
        (entity, "aggregate"),
        $"Aggregates over rows of {entity.Name}.",
        aggregate =>
        {
            Add(aggregate, "count", types.Scalar("Int"), "The number of rows.");
            foreach (var function in AggregateFunctions.All.Where(function => Reaches(entity, function)))
            {
                Add(aggregate, function.Name, AggregateType(entity, function), function.Description);
            }

            if (entity.Measure is { } measure)
            {
                Add(aggregate, "quantity", quantities.QuantityType(entity, measure), QuantityTypes.Description);
            }
        });

    private ObjectGraphType AggregateType(EntityModel entity, AggregateFunctionRow function) => types.Get<ObjectGraphType>(
        AggregateNames.TypeName(entity, function),
        (entity, function),
        function.Description,
        values =>
        {
            foreach (var field in entity.Fields)
            {
                if (field is ReferenceField reference && Reaches(reference.Target, function))
                {
                    Add(values, field.Name, AggregateType(reference.Target, function), field.Description);
                }
                else if (field is ScalarField scalar && function.ResultOf(scalar) is { } result)
                {
                    values.AddField(new FieldType
                    {
                        Name = field.Name,
                        Description = field.Description,
                        ResolvedType = types.Scalar(result).Nullable(!function.IsCount)
                    });
                }
            }
        });

    /// <summary>Whether a function makes sense for any field: a type must have fields.</summary>
    public static bool Reaches(EntityModel entity, AggregateFunctionRow function) => Reaches(entity, function, []);

    private static bool Reaches(EntityModel entity, AggregateFunctionRow function, HashSet<EntityModel> seen) =>
        seen.Add(entity) && entity.Fields.Any(field => field switch
    {
        ScalarField scalar => function.ResultOf(scalar) is not null,
        ReferenceField reference => Reaches(reference.Target, function, seen),
        _ => false,
    });

    private static void Add(ObjectGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result.NonNull() });
}
