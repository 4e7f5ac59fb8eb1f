using System.Text.Json;
using GraphQLParser.AST;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>A document as the client sent it. What was made of its text stays with it, so that nobody looks for it again.</summary>
public sealed class DocumentText(string text)
{
    /// <summary>The text.</summary>
    public string Text => text;

    internal ParsedDocument? Parsed { get; set; }

    /// <summary>A text as a document.</summary>
    public static implicit operator DocumentText(string text) => new(text);

    internal static DocumentText FromJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return new DocumentText(reader.GetString()!);
    }
}

/// <summary>A request of whatever form: for whom it is answered, and as of when.</summary>
public abstract record EngineRequest
{
    /// <summary>The role of those who may read only what everyone may.</summary>
    public const string Public = "public";

    /// <summary>For whom it is answered. Plans, and the tags of answers, are one role's own.</summary>
    public string Role { get; init; } = Public;

    /// <summary>As of when all is read that does not say so itself; null for the present.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>Whether filters in the variables may hold <see cref="Modeling.ValueFunctions.Conditions"/>.</summary>
    public bool TakesValueConditions { get; init; }

    /// <summary>Whether the answer shall say by what it can be had again.</summary>
    public bool IsStamped { get; init; }

    /// <summary>Whether the head of the answer shall give the token by which one asks for what has changed since.</summary>
    public bool IsTokened { get; init; }

    /// <summary>The token by which differences are asked for, that it may be found to be of this log; null where none are.</summary>
    public ChangeToken? Since { get; init; }

    /// <summary>What is asked, with its variables: all that stamps hash.</summary>
    /// <param name="document">The document that asks for it, as it was read.</param>
    internal abstract string Question(string document);
}

/// <summary>A GraphQL request as the client sent it.</summary>
/// <param name="Document">The document.</param>
/// <param name="OperationName">Which operation of the document; null where there is only one.</param>
/// <param name="Variables">A JSON object, or undefined.</param>
public sealed record QueryRequest(DocumentText Document, string? OperationName, JsonElement Variables) : EngineRequest
{
    /// <summary>The name under which changes are recorded.</summary>
    public string Actor { get; init; } = Public;

    internal override string Question(string document) => string.Join(
        '\0', Document.Text, OperationName, Variables.ValueKind == JsonValueKind.Object ? Variables.GetRawText() : string.Empty);
}

/// <summary>A request that passed every check and is bound to its plan. It is run once.</summary>
public sealed class PreparedQuery
{
    internal PreparedQuery(
        EngineRequest request, string document, (CompiledPlan Compiled, ResponseSerializer Form) plan, VariableValues variables)
    {
        (Request, Document) = (request, document);
        (Compiled, Form) = plan;
        Values = PlanBinding.Bind(Compiled.Plan, variables);
        Instants = PlanBinding.InstantsOf(Compiled.Plan, variables);
    }

    /// <summary>Whether the operation is a query, as only these may come by GET.</summary>
    public bool IsQuery => Operation is null or { Operation: OperationType.Query };

    /// <summary>The answer, where it is known without reading any data: then it is this one whatever the data are. Else null.</summary>
    public CachedResponse? Kept { get; init; }

    /// <summary>What writes the root fields about the schema; null where there are none, and where the answer is known.</summary>
    internal MetadataWriter? Metadata { get; init; }

    /// <summary>What a mutation operation writes; null for every other.</summary>
    internal PreparedMutations? Mutations { get; init; }

    /// <summary>The text of the document; of a read request, that of one that asks for the same.</summary>
    internal string Document { get; }

    /// <summary>The operation of the document; null for a read request.</summary>
    internal GraphQLOperationDefinition? Operation { get; init; }

    internal EngineRequest Request { get; }

    internal CompiledPlan Compiled { get; }

    internal ResponseSerializer Form { get; }

    /// <summary>The values of the plan's plan parameters as they are bound.</summary>
    internal object?[] Values { get; }

    /// <summary>As of when root fields are read; null as the request says, or else now.</summary>
    internal IReadOnlyList<(PlannedInstant Planned, AsOf? AsOf)> Instants { get; }
}

/// <summary>What is known of an answer before its first byte.</summary>
/// <param name="StateTag">Names the state of the data that the answer shows.</param>
/// <param name="Length">The length of the body in bytes, or null for an answer that is streamed.</param>
public sealed record ResponseHead(string StateTag, long? Length)
{
    /// <summary>The sequence number as of which the whole request was answered; null for the present.</summary>
    public long? AsOf { get; init; }

    /// <summary>By what the answer can be had again; null where that was not asked for.</summary>
    public ResponseStamp? Stamp { get; init; }

    /// <summary>Up to where it shows the changes; null where that was not asked for.</summary>
    public ChangeToken? Token { get; init; }
}
