using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>The inputs of <c>where</c>, named and shaped as in HotChocolate.Data.</summary>
internal sealed class FilterTypes(TypeRegistry types)
{
    /// <summary>Conditions on aggregates over the elements of a list; set after these are known.</summary>
    public Func<EntityModel, InputObjectGraphType> Aggregates { get; set; } =
        _ => throw new InvalidOperationException("There are no conditions on aggregates yet.");

    /// <summary>The filter of an entity.</summary>
    public InputObjectGraphType FilterType(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}FilterInput",
        (entity, "filter"),
        $"A filter of rows of {entity.Name}. All conditions given must hold; an empty object matches all rows.",
        input =>
        {
            AddCombinations(input);
            ValueConditionTypes.AddTo(input);
            foreach (var field in entity.Fields)
            {
                if (ConditionOn(field) is { } condition)
                {
                    input.AddField(new FieldType { Name = field.Name, Description = field.Description, ResolvedType = condition });
                }
            }
        });

    private InputObjectGraphType? ConditionOn(Field field) => field switch
    {
        ScalarField scalar => OperatorsOf(scalar.Type),
        ReferenceField reference => FilterType(reference.Target),
        ListField list => OnList(list.Target),
        _ => null,
    };

    private InputObjectGraphType OnList(EntityModel target) => types.Get<InputObjectGraphType>(
        $"ListFilterInputTypeOf{target.Name}FilterInput",
        (target, "list filter"),
        $"Conditions on a list of {target.Name}. All conditions given must hold.",
        input =>
        {
            foreach (var row in FilterOperators.OnLists)
            {
                var operand = row.Operator == ListOperator.Any ? types.Scalar("Boolean") : FilterType(target);
                input.AddField(new FieldType { Name = row.Name, Description = row.Description, ResolvedType = operand });
            }

            if (target.HasAggregates)
            {
                input.AddField(new FieldType
                {
                    Name = "aggregate",
                    Description = "Conditions on aggregates over its elements.",
                    ResolvedType = Aggregates(target)
                });
            }
        });

    /// <summary>The conditions on a scalar.</summary>
    public InputObjectGraphType OperatorsOf(ScalarType scalar) => types.Get<InputObjectGraphType>(
        scalar.FilterInputName,
        (scalar.Name, "operators"),
        $"Conditions on a value of type {scalar.Name}. All conditions given must hold.",
        input =>
        {
            if (scalar.Operators == OperatorFamily.Text)
            {
                AddCombinations(input);
            }

            var value = types.Scalar(scalar);
            foreach (var row in FilterOperators.InFamily(scalar.Operators))
            {
                var operand = row.TakesList ? value.Nullable(!scalar.IsEnum).List() : value;
                input.AddField(new FieldType { Name = row.Name, Description = row.Description, ResolvedType = operand });
            }
        });

    /// <summary>Adds <c>and</c> and <c>or</c>.</summary>
    public static void AddCombinations(InputObjectGraphType input)
    {
        input.AddField(new FieldType
        {
            Name = "and",
            Description = "All of these must hold, in addition to the other conditions of this object.",
            ResolvedType = input.NonNull().List(),
        });
        input.AddField(new FieldType
        {
            Name = "or",
            Description = "At least one of these must hold, in addition to the other conditions of this object.",
            ResolvedType = input.NonNull().List(),
        });
    }
}
