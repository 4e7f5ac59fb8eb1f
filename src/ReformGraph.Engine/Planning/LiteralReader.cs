using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Reads argument values from a validated document. Input: a literal, its type, and the variables. Output: the input value, or null if a
/// variable without a value leaves it out.
/// </summary>
internal sealed class LiteralReader(string text, VariableValues variables)
{
    /// <summary>The arguments of a field that have a value.</summary>
    public IReadOnlyDictionary<string, InputValue> Arguments(GraphQLArguments? given, QueryArguments? declared)
    {
        var values = new Dictionary<string, InputValue>();
        foreach (var argument in given?.Items ?? [])
        {
            var name = argument.Name.StringValue;
            if (Read(argument.Value, declared!.Find(name)!.ResolvedType!) is { } value)
            {
                values.Add(name, value);
            }
        }

        return values;
    }

    /// <summary>Reads one value.</summary>
    public InputValue? Read(GraphQLValue value, IGraphType type)
    {
        var at = new Place(text, value.Location.Start);
        if (value is GraphQLVariable variable)
        {
            return Read(at, variable.Name.StringValue, type);
        }

        return value is GraphQLNullValue ? new InputNull(at) : ReadGiven(at, value, InputTypes.Nullable(type));
    }

    // A nullable variable with a default may be used where null is not allowed, and its value may be null all the same.
    private InputValue? Read(Place at, string name, IGraphType type)
    {
        var found = variables.Values.GetValueOrDefault(name);
        return type is NonNullGraphType && found is InputNull
            ? throw at.Refusal(ErrorCodes.VariableInvalid, $"${name} is null, but a value of type {type} is needed here.")
            : found is null ? null : found with { At = at };
    }

    private InputValue ReadGiven(Place at, GraphQLValue value, IGraphType type)
    {
        if (type is ListGraphType list)
        {
            var element = InputTypes.Nullable(list.ResolvedType!);
            var items = value is GraphQLListValue listed ? listed.Values ?? [] : [value];
            return element is ScalarGraphType
                ? Scalars(at, items, list.ResolvedType!) : new InputList(at, [.. items.Select(item => Read(item, list.ResolvedType!)!)]);
        }

        if (type is IInputObjectGraphType named)
        {
            return Object(at, (GraphQLObjectValue)value, named);
        }

        var scalar = ((ScalarGraphType)type).ParseLiteral(value);
        return new InputScalar(at, new ConstantValue(scalar), scalar);
    }

    private InputScalars Scalars(Place at, IReadOnlyList<GraphQLValue> items, IGraphType element)
    {
        var values = items.Select(item => Read(item, element)).ToList();
        return new InputScalars(
            at,
            new ListedValues([.. values.Select(value => value is InputScalar scalar ? scalar.Source : new ConstantValue(null))]),
            values.Exists(value => value is not InputScalar),
            values.Count);
    }

    private InputObject Object(Place at, GraphQLObjectValue value, IInputObjectGraphType type)
    {
        var fields = new List<(string, InputValue)>();
        foreach (var field in value.Fields ?? [])
        {
            if (Read(field.Value, type.GetField(field.Name)!.ResolvedType!) is { } given)
            {
                fields.Add((field.Name.StringValue, given));
            }
        }

        return new InputObject(at, fields);
    }
}
