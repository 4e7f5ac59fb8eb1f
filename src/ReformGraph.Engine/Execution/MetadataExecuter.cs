using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// Answers the root fields about the schema itself. What enters: a validated operation and those of its root fields. What leaves:
/// the JSON of each, by its key. GraphQL.NET executes them; it never sees a field that reads data.
/// </summary>
internal sealed class MetadataExecuter(ISchema schema)
{
    private static readonly Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> Nothing =
        Task.FromResult<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>>(new Dictionary<string, ReadOnlyMemory<byte>>());

    private readonly DocumentExecuter executer = new();
    private readonly GraphQLSerializer serializer = new(options => options.Encoder = ErrorListWriter.Json.Encoder);

    public Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> AnswerAsync(ParsedDocument document, GraphQLOperationDefinition operation, JsonElement variables, ReadPlan plan, CancellationToken cancellation) =>
        plan.Metadata.Count == 0 ? Nothing : ExecuteAsync(document, operation, variables, [.. plan.Metadata.SelectMany(root => root.Field.All)], cancellation);

    private async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ExecuteAsync(ParsedDocument document, GraphQLOperationDefinition operation, JsonElement variables, List<ASTNode> fields, CancellationToken cancellation)
    {
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = Reduced(document, operation, fields),
            Query = document.Text,
            ValidationRules = [],
            Variables = variables.ValueKind == JsonValueKind.Object ? serializer.ReadNode<Inputs>(variables) : null,
            CancellationToken = cancellation,
        });
        if (result.Errors is { Count: > 0 } errors)
        {
            // The document is valid, so it is a variable: one that is null where null is not allowed.
            throw errors[0] is GraphQL.Execution.DocumentError wrong
                ? new RequestRefusedException(new RequestError(ErrorCodes.VariableInvalid, SourceText.Shorten(wrong.Message)))
                : new InvalidOperationException("The schema could not answer about itself.", errors[0]);
        }

        using var json = JsonDocument.Parse(serializer.Serialize(result));
        return json.RootElement.GetProperty("data").EnumerateObject()
            .ToDictionary(field => field.Name, field => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(field.Value.GetRawText()));
    }

    private static GraphQLDocument Reduced(ParsedDocument document, GraphQLOperationDefinition operation, List<ASTNode> fields)
    {
        var reduced = new GraphQLOperationDefinition(new GraphQLSelectionSet(fields) { Location = operation.SelectionSet.Location })
        {
            Operation = operation.Operation,
            Variables = operation.Variables,
            Location = operation.Location,
        };
        return new GraphQLDocument([reduced, .. document.Fragments.Values]);
    }
}
