using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// Variables may be used only where their types are allowed. Collects their positions while a document is walked, and checks them
/// afterwards, for each operation that reaches them. GraphQL.NET's rule ignores what a list requires of its items, and a OneOf input in a
/// list; it treats the default null as non-null and, as wrapped types have no names to compare, accepts [X]! or Y! for X!.
/// </summary>
internal sealed class VariablePositions(ParsedDocument document, ISchema schema) : INodeVisitor
{
    private readonly Dictionary<ASTNode, Definition> definitions = [];
    private Definition current = new();

    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        switch (node)
        {
            case GraphQLOperationDefinition or GraphQLFragmentDefinition:
                definitions.Add(node, current = new Definition());
                break;
            case GraphQLFragmentSpread spread when document.Fragment(spread) is { } fragment:
                current.Spreads.Add(fragment);
                break;
            case GraphQLArgument argument when context.TypeInfo.GetArgument() is { ResolvedType: { } type } declared:
                Collect(argument.Value, new Position(type, declared.DefaultValue is not null, null));
                break;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => ValueTask.CompletedTask;

    /// <summary>The variables in wrong positions, after the whole document was walked.</summary>
    public IEnumerable<ValidationError> Errors() =>
        document.Operations.Where(operation => operation.Variables is { Count: > 0 }).SelectMany(ErrorsOf);

    private IEnumerable<ValidationError> ErrorsOf(GraphQLOperationDefinition operation)
    {
        var declared = operation.Variables!.Items
            .DistinctBy(variable => variable.Variable.Name.StringValue)
            .ToDictionary(variable => variable.Variable.Name.StringValue,
                variable => (Definition: variable, Type: variable.Type.GraphTypeFromType(schema)));
        return
            from use in Reached(operation)
            let variable = declared.GetValueOrDefault(use.Variable.Name.StringValue)
            where variable.Type is not null // otherwise another rule rejects it
            let error = Error(use, variable.Definition, variable.Type)
            where error is not null
            select error;
    }

    private static ValidationError? Error(Use use, GraphQLVariableDefinition definition, IGraphType type)
    {
        var (expected, hasDefault, oneOf) = use.Position;
        var mayBeNull = type is not NonNullGraphType && (hasDefault || definition.DefaultValue is not null and not GraphQLNullValue);
        return !Fits(type, mayBeNull && expected is NonNullGraphType required ? required.ResolvedType! : expected)
            ? Broken("VARIABLES_IN_ALLOWED_POSITION", "5.8.5", $"used in position expecting type '{expected}'.")
            : oneOf is not null && type is not NonNullGraphType
            ? Broken("ONE_OF_INPUT_VALUES", "3.10", $"must be of type '{type}!', because it is the field of a OneOf input, {oneOf.Name}.")
            : null;

        ValidationError Broken(string rule, string section, string what) =>
            new(default, section, $"Variable '${SourceText.Shorten(use.Variable.Name.StringValue)}' of type '{type}' {what}", definition,
                use.Variable)
            { Code = rule };
    }

    private static bool Fits(IGraphType type, IGraphType expected) => (type, expected) switch
    {
        (NonNullGraphType { ResolvedType: { } inner }, NonNullGraphType { ResolvedType: { } needed }) => Fits(inner, needed),
        (_, NonNullGraphType) => false,
        (NonNullGraphType { ResolvedType: { } inner }, _) => Fits(inner, expected),
        (ListGraphType { ResolvedType: { } item }, ListGraphType { ResolvedType: { } needed }) => Fits(item, needed),
        _ => type == expected,
    };

    // Each fragment once: however often it is spread, the positions of its variables are the same.
    private IEnumerable<Use> Reached(GraphQLOperationDefinition operation)
    {
        var reached = new HashSet<ASTNode> { operation };
        var open = new Queue<ASTNode>(reached);
        while (open.TryDequeue(out var node))
        {
            foreach (var fragment in definitions[node].Spreads.Where(reached.Add))
            {
                open.Enqueue(fragment);
            }

            foreach (var use in definitions[node].Uses)
            {
                yield return use;
            }
        }
    }

    private void Collect(GraphQLValue value, Position position)
    {
        var type = position.Type is NonNullGraphType required ? required.ResolvedType! : position.Type;
        switch (value)
        {
            case GraphQLVariable variable:
                current.Uses.Add(new Use(variable, position));
                break;
            case GraphQLListValue list when type is ListGraphType { ResolvedType: { } item }:
                list.Values?.ForEach(one => Collect(one, new Position(item, false, null)));
                break;
            case GraphQLObjectValue given when position.Type.GetNamedType() is IInputObjectGraphType named:
                given.Fields?.ForEach(field => Collect(field, named));
                break;
        }
    }

    private void Collect(GraphQLObjectField given, IInputObjectGraphType named)
    {
        if (named.GetField(given.Name) is { ResolvedType: { } type } field)
        {
            Collect(given.Value, new Position(type, field.DefaultValue is not null, named.IsOneOf ? named : null));
        }
    }

    /// <summary>The position of a variable.</summary>
    /// <param name="Type">The expected type.</param>
    /// <param name="HasDefault">Whether there is a value even if none is given.</param>
    /// <param name="OneOf">The OneOf input of which it is a field; null if it is not.</param>
    private sealed record Position(IGraphType Type, bool HasDefault, IInputObjectGraphType? OneOf);

    private sealed record Use(GraphQLVariable Variable, Position Position);

    private sealed class Definition
    {
        public List<Use> Uses { get; } = [];

        public List<GraphQLFragmentDefinition> Spreads { get; } = [];
    }
}
