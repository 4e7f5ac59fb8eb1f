using System.Text.Json;
using GraphQLParser.AST;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Telemetry;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>A document as the client sent it. The results of parsing its text stay with it, so that no cache is searched again.</summary>
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

/// <summary>A request in any form: the role for which it is executed, and the instant as of which it reads.</summary>
public abstract record EngineRequest
{
    /// <summary>The role with the fewest rights: it may read only what everyone may read.</summary>
    public const string Public = "public";

    internal static readonly RoleScope Everyone = Public;

    /// <summary>The role for which it is executed, with the scope of the sender. Plans and entity tags belong to one.</summary>
    public RoleScope Role { get; init; } = Everyone;

    /// <summary>The instant as of which everything is read that does not specify its own; null for the present.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>Whether filters in the variables may contain <see cref="Modeling.ValueFunctions.Conditions"/>.</summary>
    public bool TakesValueConditions { get; init; }

    /// <summary>Whether the response states how it can be repeated.</summary>
    public bool IsStamped { get; init; }

    /// <summary>Whether the response's headers contain the token with which to request what has changed since.</summary>
    public bool IsTokened { get; init; }

    /// <summary>The token with which differences are requested, so that it can be checked against this log; null if none are.</summary>
    public ChangeToken? Since { get; init; }

    /// <summary>Who sends it: changes are recorded under this name, and reads of several senders take turns.</summary>
    public string Actor { get; init; } = Public;

    /// <summary>Whether the response states its cost.</summary>
    public bool StatesCost { get; init; }

    /// <summary>Counts what is read for it; null if nobody wants to know.</summary>
    public ReadCount? Count { get; init; }

    /// <summary>Observes it; null if nobody does.</summary>
    public ObservedOperation? Observed { get; init; }

    /// <summary>The request and its variables: everything that stamps hash.</summary>
    /// <param name="document">The document of the request, as read.</param>
    internal abstract string Question(string document);
}

/// <summary>A GraphQL request as the client sent it.</summary>
/// <param name="Document">The document.</param>
/// <param name="OperationName">The name of the operation to execute; null if the document has only one.</param>
/// <param name="Variables">A JSON object, or undefined.</param>
public sealed record QueryRequest(DocumentText Document, string? OperationName, JsonElement Variables) : EngineRequest
{
    internal override string Question(string document) => string.Join(
        '\0', Document.Text, OperationName, Variables.ValueKind == JsonValueKind.Object ? Variables.GetRawText() : string.Empty);
}

/// <summary>A request that passed every check and is bound to its plan. It can be run once.</summary>
public sealed class PreparedQuery
{
    private readonly OperationCost read;

    internal PreparedQuery(
        EngineRequest request, string document, (CompiledPlan Compiled, ResponseSerializer Form) plan, VariableValues variables)
    {
        (Request, Document) = (request, document);
        (Compiled, Form) = plan;
        Values = PlanBinding.Bind(Compiled.Plan, variables);
        Instants = PlanBinding.InstantsOf(Compiled.Plan, variables);
        read = Compiled.Plan.Cost.At(variables);
    }

    /// <summary>The name of the operation; null if it has none.</summary>
    public string? OperationName => Operation?.Name?.StringValue;

    /// <summary>Whether the operation is a query; only queries may be sent by GET.</summary>
    public bool IsQuery => Operation is null or { Operation: OperationType.Query };

    /// <summary>The sensitive fields that it reads, or by which it filters, orders, groups or aggregates.</summary>
    public IReadOnlyList<string> Sensitive => Mutations is null ? Compiled.Plan.Sensitive
        : [.. Mutations.Mutations.OfType<PreparedMutation>().SelectMany(mutation => mutation.Payload.Plans)
            .SelectMany(plan => plan.Plan.Sensitive).Distinct()];

    /// <summary>Its cost.</summary>
    public OperationCost Cost => Mutations?.Cost ?? read;

    /// <summary>The response, if it is known without reading any data and so does not depend on them; otherwise null.</summary>
    public CachedResponse? Kept { get; init; }

    /// <summary>What writes the root fields about the schema; null if there are none, or if the response is known.</summary>
    internal MetadataWriter? Metadata { get; init; }

    /// <summary>What a mutation operation writes; null for every other.</summary>
    internal PreparedMutations? Mutations { get; init; }

    /// <summary>The text of the document; for a read request, the text of an equivalent document.</summary>
    internal string Document { get; }

    /// <summary>The operation of the document; null for a read request.</summary>
    internal GraphQLOperationDefinition? Operation { get; init; }

    /// <summary>Its name in the list of slow queries; null for none.</summary>
    internal string? Name => Request is ReadRequest read ? read.Name : OperationName;

    internal EngineRequest Request { get; }

    internal CompiledPlan Compiled { get; }

    internal ResponseSerializer Form { get; }

    /// <summary>The values of the plan parameters, as bound.</summary>
    internal object?[] Values { get; }

    /// <summary>The instant as of which root fields are read; null for that of the request or, without one, now.</summary>
    internal IReadOnlyList<(PlannedInstant Planned, AsOf? AsOf)> Instants { get; }
}

/// <summary>What is known of a response before its first byte.</summary>
/// <param name="StateTag">Identifies the state of the data that the response shows.</param>
/// <param name="Length">The length of the body in bytes; null for a streamed response.</param>
public sealed record ResponseHead(string StateTag, long? Length)
{
    /// <summary>The sequence number as of which the whole request was executed; null for the present.</summary>
    public long? AsOf { get; init; }

    /// <summary>How the response can be repeated; null if that was not requested.</summary>
    public ResponseStamp? Stamp { get; init; }

    /// <summary>The token of the last change that it shows; null if that was not requested.</summary>
    public ChangeToken? Token { get; init; }
}
