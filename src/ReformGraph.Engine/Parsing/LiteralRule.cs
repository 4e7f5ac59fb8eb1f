using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// Literals in arguments and in defaults of variables must have the right types. The error says which value inside the literal is wrong,
/// where it is, and what would be right. GraphQL.NET's rules say less, and do not check a OneOf input inside a non-null type, or in place
/// of a list.
/// </summary>
internal sealed class LiteralRule : ValidationRuleBase
{
    private static readonly NodeVisitors Visitor = new(
        new MatchingNodeVisitor<GraphQLArgument>((argument, context) =>
            Check(context, $"Argument '{SourceText.Shorten(argument.Name.StringValue)}'", "ARGUMENTS_OF_CORRECT_TYPE",
                context.TypeInfo.GetArgument()?.ResolvedType, argument.Value)),
        new MatchingNodeVisitor<GraphQLVariableDefinition>((variable, context) =>
            Check(context, $"The default of '${SourceText.Shorten(variable.Variable.Name.StringValue)}'", "DEFAULT_VALUES_OF_CORRECT_TYPE",
                variable.Type.GraphTypeFromType(context.Schema), variable.DefaultValue)));

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(ValidationContext context, string what, string rule, IGraphType? type, GraphQLValue? value)
    {
        if (type is not null && value is not null && FirstWrong(type, value) is { } wrong)
        {
            context.ReportError(
                new ValidationError(default, wrong.Section, $"{what} {wrong.Said}", [.. wrong.At]) { Code = wrong.Rule ?? rule });
        }
    }

    /// <summary>The first value inside a literal that its type rejects. The positions of variables are checked by
    /// <see cref="VariablePositions"/>.</summary>
    private static Wrong? FirstWrong(IGraphType type, GraphQLValue value) => (type, value) switch
    {
        (_, GraphQLVariable) => null,
        (NonNullGraphType required, GraphQLNullValue) => new Wrong($"contains null where {required} is required.", value),
        (_, GraphQLNullValue) => null,
        (NonNullGraphType required, _) => FirstWrong(required.ResolvedType!, value),
        (ListGraphType list, GraphQLListValue items) => FirstOf(items.Values, item => FirstWrong(list.ResolvedType!, item)),
        (ListGraphType list, _) => FirstWrong(list.ResolvedType!, value),
        (IInputObjectGraphType named, GraphQLObjectValue given) => FirstWrong(named, given),
        (IInputObjectGraphType named, _) =>
            new Wrong($"contains an invalid {named.Name}: it must be an object in braces, with the fields {FieldsOf(named)}.", value),
        (ScalarGraphType scalar, _) => ScalarErrors.Explain(scalar, value) is { } reason
            ? new Wrong($"contains an invalid {scalar.Name}: {reason}.", value) { Unknown = UnknownIn(scalar, value) } : null,
        _ => null, // not an input type, which another rule rejects
    };

    private static Wrong? FirstWrong(IInputObjectGraphType type, GraphQLObjectValue value)
    {
        var known = new Dictionary<string, GraphQLObjectField>();
        foreach (var field in value.Fields ?? [])
        {
            var name = field.Name.StringValue;
            if (!known.TryAdd(name, field))
            {
                return new Wrong($"gives the field '{SourceText.Shorten(name)}' twice.", known[name],
                    field)
                { Rule = "UNIQUE_INPUT_FIELD_NAMES", Section = "5.6.3" };
            }

            if (FirstWrong(type, field) is { } wrong)
            {
                return wrong;
            }
        }

        var missing = RequiredFields.Get(type).Where(field => !known.ContainsKey(field.Name))
            .Select(field => $"{field.Name} ({field.ResolvedType})").ToList();
        return missing.Count > 0 ? new Wrong($"lacks fields that {type.Name} requires: {string.Join(", ", missing)}.", value)
            : type.IsOneOf && value.Fields is not [{ Value: not GraphQLNullValue }] ? NotOne(type, value)
            : null;
    }

    private static Wrong? FirstWrong(IInputObjectGraphType type, GraphQLObjectField field) =>
        type.GetField(field.Name)?.ResolvedType is { } inner
        ? FirstWrong(inner, field.Value) is { } wrong ? wrong with { Path = $"{field.Name.StringValue}.{wrong.Path}" } : null
        : new Wrong(
            $"has a field '{SourceText.Shorten(field.Name.StringValue)}', which {type.Name} does not have; " +
            $"{type.Name} has {FieldsOf(type)}.", field);

    private static Wrong NotOne(IInputObjectGraphType type, GraphQLObjectValue value) =>
        new($"contains an invalid {type.Name}: exactly one field must be given, and it must not be null.", value)
        {
            Rule = "ONE_OF_INPUT_VALUES",
            Section = "3.10"
        };

    // A value of a code list is a word that its author can correct. Half of a surrogate pair cannot be shown.
    private static string? UnknownIn(ScalarGraphType type, GraphQLValue value) => type is not EngineEnumType ? null : value switch
    {
        GraphQLEnumValue named => SourceText.Shorten(named.Name.StringValue),
        GraphQLStringValue text when !text.Value.Span.ContainsAnyInRange('\uD800', '\uDFFF') =>
            $"\"{SourceText.Shorten(text.Value.ToString())}\"",
        _ => null,
    };

    private static string FieldsOf(IInputObjectGraphType type) => string.Join(", ", type.Fields.Select(known => known.Name));

    private static Wrong? FirstOf<T>(List<T>? parts, Func<T, Wrong?> find) =>
        (parts ?? []).Select(find).FirstOrDefault(wrong => wrong is not null);

    private sealed record Wrong(string Reason, params IReadOnlyList<ASTNode> At)
    {
        /// <summary>The rule that is broken; null for the rule on values of correct type.</summary>
        public string? Rule { get; init; }

        public string Section { get; init; } = "5.6.1";

        /// <summary>The value, if it is not one of its code list.</summary>
        public string? Unknown { get; init; }

        /// <summary>The fields that lead to it inside the literal, each followed by a full stop.</summary>
        public string Path { get; init; } = string.Empty;

        /// <summary>The reason, with the unknown value and its path.</summary>
        public string Said => Unknown is null ? Reason : Reason.Replace(": ",
            $", {Unknown}{(Path.Length == 0 ? string.Empty : $" at {SourceText.Shorten(Path.TrimEnd('.'))}")}: ", StringComparison.Ordinal);
    }
}
