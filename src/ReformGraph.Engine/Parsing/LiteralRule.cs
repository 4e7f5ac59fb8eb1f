using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// Literals of arguments and of variables' defaults are of their types. Decides as GraphQL.NET's two rules do, and says more:
/// which value inside the literal is wrong, where it stands, and what would be right.
/// </summary>
internal sealed class LiteralRule : ValidationRuleBase
{
    private static readonly NodeVisitors Visitor = new(
        new MatchingNodeVisitor<GraphQLArgument>((argument, context) =>
            Check(context, $"Argument '{SourceText.Shorten(argument.Name.StringValue)}'", "ARGUMENTS_OF_CORRECT_TYPE", context.TypeInfo.GetArgument()?.ResolvedType, argument.Value)),
        new MatchingNodeVisitor<GraphQLVariableDefinition>((variable, context) =>
            Check(context, $"The default of '${SourceText.Shorten(variable.Variable.Name.StringValue)}'", "DEFAULT_VALUES_OF_CORRECT_TYPE", variable.Type.GraphTypeFromType(context.Schema), variable.DefaultValue)));

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(ValidationContext context, string what, string rule, IGraphType? type, GraphQLValue? value)
    {
        if (type is null || value is null || context.IsValidLiteralValue(type, value) is not { } message)
        {
            return;
        }

        var (at, reason) = FirstWrong(type, value) ?? new Wrong(value, $"has a wrong value. {SourceText.Shorten(message)}");
        context.ReportError(new ValidationError(default, "5.6.1", $"{what} {reason}", at) { Code = rule });
    }

    /// <summary>The first value inside a literal that its scalar or enum refuses, or the first field that its type does not have.</summary>
    private static Wrong? FirstWrong(IGraphType type, GraphQLValue value) => (type, value) switch
    {
        (_, GraphQLVariable) => null,
        (NonNullGraphType required, GraphQLNullValue) => new Wrong(value, $"holds null where {required} is required."),
        (_, GraphQLNullValue) => null,
        (NonNullGraphType required, _) => FirstWrong(required.ResolvedType!, value),
        (ListGraphType list, GraphQLListValue items) => FirstOf(items.Values, item => FirstWrong(list.ResolvedType!, item)),
        (ListGraphType list, _) => FirstWrong(list.ResolvedType!, value),
        (IInputObjectGraphType named, GraphQLObjectValue fields) => FirstOf(fields.Fields, field => FirstWrong(named, field)),
        (IInputObjectGraphType named, _) => new Wrong(value, $"holds a wrong {named.Name}: it must be an object in braces; it has {FieldsOf(named)}."),
        _ => ScalarRefusals.Of(type, value) is { } reason ? new Wrong(value, $"holds a wrong {type.Name}: {reason}.") : null,
    };

    private static Wrong? FirstWrong(IInputObjectGraphType type, GraphQLObjectField field) => type.GetField(field.Name)?.ResolvedType is { } inner
        ? FirstWrong(inner, field.Value)
        : new Wrong(field, $"has a field '{SourceText.Shorten(field.Name.StringValue)}', which {type.Name} does not have; it has {FieldsOf(type)}.");

    private static string FieldsOf(IInputObjectGraphType type) => string.Join(", ", type.Fields.Select(known => known.Name));

    private static Wrong? FirstOf<T>(List<T>? parts, Func<T, Wrong?> find) =>
        (parts ?? []).Select(find).FirstOrDefault(wrong => wrong is not null);

    private sealed record Wrong(ASTNode At, string Reason);
}
