using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The inputs of conditions on the results of functions, and on two values of a row. They belong to the filters without being fields of
/// them, so that the schema that clients see does not contain them.
/// </summary>
internal static class ValueConditionTypes
{
    private static readonly TypeRegistry Types = new();

    private static readonly FieldType Field = new() { Name = "values", ResolvedType = Condition().NonNull().List() };

    /// <summary>Allows such conditions in a filter of rows.</summary>
    public static void AddTo(InputObjectGraphType filter) => filter.Metadata[ValueFunctions.Conditions] = Field;

    private static InputObjectGraphType Condition() =>
        Types.Get<InputObjectGraphType>("Condition", nameof(Condition), "A condition on a value.", input =>
    {
        var operators = new FilterTypes(Types);
        Add(input, "value", Value().NonNull());
        foreach (var type in ValueFunctions.Results)
        {
            Add(input, type.Name, operators.OperatorsOf(type));
        }

        Add(input, "operator", Types.Scalar("String"));
        Add(input, "than", Value());
    });

    private static InputObjectGraphType Value() =>
        Types.Get<InputObjectGraphType>("Value", nameof(Value), "A value of a row, or what a function makes of one.", input =>
    {
        Add(input, "path", Types.Scalar("String"));
        Add(input, "function", Types.Scalar("String"));
        Add(input, "of", input);
        Add(input, "text", Types.Scalar("String"));
    });

    private static void Add(InputObjectGraphType input, string name, IGraphType type) =>
        input.AddField(new FieldType { Name = name, ResolvedType = type });
}
