using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The last step of reading. Input: a document within its limits. It rejects a document that breaks a rule of the specification against the
/// schema, with the errors in the order in which they are found, up to the allowed number. It runs GraphQL.NET's rules itself instead of
/// using its <c>DocumentValidator</c>, because the latter also coerces the variables of one operation; here the whole document is
/// validated, and its variables are not used.
/// </summary>
internal static class SchemaValidation
{
    // The rules that LiteralRule, VariablePositions and FieldSelectionMergingRule do better, those that parsing and the limits have already
    // enforced, and those that need the values of variables.
    private static readonly HashSet<Type> Replaced =
    [
        typeof(ArgumentsOfCorrectType), typeof(DefaultValuesOfCorrectType), typeof(UniqueInputFieldNames),
            typeof(VariablesInAllowedPosition),
        typeof(OverlappingFieldsCanBeMerged), typeof(UniqueFragmentNames), typeof(NoFragmentCycles), typeof(FieldArgumentsAreValidRule),
    ];

    private static readonly IReadOnlyList<IValidationRule> Rules =
        [.. DocumentValidator.CoreRules.Where(rule => !Replaced.Contains(rule.GetType())), new LiteralRule()];

    public static void Check(ParsedDocument document, ISchema schema, int allowedErrors)
    {
        var positions = new VariablePositions(document, schema);
        var errors = Broken(document, schema, allowedErrors, positions)
            .Concat(positions.Errors()).Concat(new FieldSelectionMergingRule(document).Errors()).Take(allowedErrors);
        var refusals = errors.Select(error => Refusal(document, error)).ToList();
        if (refusals.Count > 0)
        {
            throw new RequestErrorException(refusals);
        }
    }

    private static IEnumerable<ValidationError> Broken(ParsedDocument document, ISchema schema, int allowedErrors,
        VariablePositions positions)
    {
        // The copy has no text: each of possibly thousands of errors would otherwise count the lines before it.
        var nodes = new GraphQLDocument(document.Ast.Definitions) { Location = document.Ast.Location };
        using var enough = new CancellationTokenSource();
        var context = new ValidationContext
        {
            Schema = schema,
            Document = nodes,
            TypeInfo = new TypeInfo(schema),
            UserContext = new Dictionary<string, object?>(),
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            CancellationToken = enough.Token,
        };
        List<INodeVisitor> visitors =
            [context.TypeInfo, .. Rules.Select(rule => Done(rule.GetPreNodeVisitorAsync(context))).OfType<INodeVisitor>(), positions];
        visitors.Add(new ErrorCap(allowedErrors, enough));
        try
        {
            Done(new BasicVisitor(visitors).VisitAsync(nodes, new BasicVisitor.State(context)));
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // The maximum was reached; the errors found so far are reported.
        }

        return context.Errors;
    }

    private static RequestError Refusal(ParsedDocument document, ValidationError error) =>
        new(ErrorCodes.ValidationFailed, IsOurs(error) ? error.Message : SourceText.Shorten(error.Message))
        {
            Locations = [.. (error.Locations ?? []).Take(10).Select(location => SourceText.LocationOf(document.Text, Offset(location)))],
            Details = new Dictionary<string, object> { ["rule"] = error.Code ?? "UNKNOWN", ["section"] = error.Number ?? string.Empty },
        };

    // Our own rules shorten what they quote; the names that they list come from the schema. GraphQL.NET's rules each have an error type.
    private static bool IsOurs(ValidationError error) => error.GetType() == typeof(ValidationError);

    // Without a text, everything before a place is its line.
    private static int Offset(Location location) => location.Column - 1;

    // The rules are asynchronous for the sake of custom rules; those of the specification wait for nothing.
    private static T Done<T>(ValueTask<T> task) =>
        task.IsCompleted ? task.Result : throw new InvalidOperationException("A rule of the specification waits.");

    private static void Done(ValueTask task) => Done(new ValueTask<bool>(AsTask(task)));

    private static async Task<bool> AsTask(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return true;
    }

    /// <summary>Ends the walk when there are enough errors.</summary>
    private sealed class ErrorCap(int allowed, CancellationTokenSource enough) : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context) => Check(context);

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => Check(context);

        private ValueTask Check(ValidationContext context)
        {
            if (context.HasErrors && context.Errors.Count() >= allowed)
            {
                enough.Cancel();
                enough.Token.ThrowIfCancellationRequested();
            }

            return ValueTask.CompletedTask;
        }
    }
}
