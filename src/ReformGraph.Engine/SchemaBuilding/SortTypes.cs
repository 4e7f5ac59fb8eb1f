using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>The inputs of <c>order</c>, named and shaped as in HotChocolate.Data.</summary>
internal sealed class SortTypes(TypeRegistry types)
{
    /// <summary>Orders by aggregates over the elements of a list; set after these are known.</summary>
    public Func<EntityModel, InputObjectGraphType> Aggregates { get; set; } =
        _ => throw new InvalidOperationException("There are no orders by aggregates yet.");

    /// <summary>The order of an entity.</summary>
    public InputObjectGraphType SortType(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}SortInput",
        (entity, "sort"),
        $"A sort order of rows of {entity.Name}, with one field in each object. Null is the least value, and the primary key " +
        "breaks all ties.",
        input =>
        {
            foreach (var field in entity.Fields)
            {
                if (OrderBy(field) is { } order)
                {
                    input.AddField(new FieldType { Name = field.Name, Description = field.Description, ResolvedType = order });
                }
            }
        });

    private IGraphType? OrderBy(Field field) => field switch
    {
        ScalarField => Direction(),
        ReferenceField reference => SortType(reference.Target),
        ListField { Target.HasAggregates: true } list => Aggregates(list.Target),
        _ => null,
    };

    /// <summary>A direction.</summary>
    public EngineEnumType Direction() => types.Get<EngineEnumType>(
        "SortEnumType",
        nameof(SortTypes),
        "A sort direction.",
        direction =>
        {
            direction.Add("ASC", SortDirection.Asc, "Ascending: null first, then the least.");
            direction.Add("DESC", SortDirection.Desc, "Descending: the greatest first, null last.");
        });
}
