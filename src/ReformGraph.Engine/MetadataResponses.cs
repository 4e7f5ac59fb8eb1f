using System.IO.Pipelines;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>A complete response that reads no data: equal requests get the same bytes until the program ends.</summary>
/// <param name="Json">The response.</param>
public sealed record CachedResponse(ReadOnlyMemory<byte> Json)
{
    /// <summary>Takes the place of the state of the data, on which the response does not depend.</summary>
    public const string StateTag = "schema";

    /// <summary>Sends it.</summary>
    internal async Task SendAsync(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation)
    {
        start(new ResponseHead(StateTag, Json.Length));
        await output.WriteAsync(Json, cancellation);
    }
}

/// <summary>
/// Answers introspection. It counts the bytes before it writes any, and rejects too many. The response to an operation that contains
/// nothing else is created once and kept.
/// </summary>
internal sealed class MetadataResponses(RoleSchemas schemas, EngineOptions options)
{
    /// <summary>How many bytes of responses are kept.</summary>
    public const int KeptBytes = 32 * 1024 * 1024;

    // How far counting continues past the limit, so that the error can state by how much it is exceeded.
    private const long CountedTimes = 20;

    // The maximum size of an entry besides its response and its variables, for each character of its document.
    private const int FormBytes = 64;

    private readonly BoundedCache<(ResponseSerializer Form, string Variables), (CachedResponse Answer, long Bytes)> kept =
        new(KeptBytes, (_, entry) => entry.Bytes);

    /// <summary>The number of bytes that it keeps.</summary>
    public long Bytes => kept.Bytes;

    /// <summary>The schema as a role sees it.</summary>
    public RoleSchema SchemaOf(RoleScope role) => schemas.Get(role);

    /// <summary>What writes the root fields about the schema, and the complete response if there are no others; nothing if there are no
    /// such root fields.</summary>
    /// <param name="form">The serializer of the response.</param>
    /// <param name="query">The query.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="place">The place of the query in the document.</param>
    /// <exception cref="RequestErrorException">The response would be too large, or took too long.</exception>
    public (MetadataWriter? Writer, CachedResponse? Kept) Get(ResponseSerializer form, QueryRequest query, VariableValues variables,
        Place place)
    {
        if (form.Metadata.Count == 0)
        {
            return (null, null);
        }

        var isAlone = form.IsOfSchema && query is { AsOf: null, IsStamped: false, IsTokened: false, Since: null, StatesCost: false };
        var key = (form,
            query.Variables.ValueKind == JsonValueKind.Object && variables.Values.Count > 0 ? query.Variables.GetRawText() : string.Empty);
        if (isAlone && kept.TryGet(key, out var known))
        {
            return (null, known.Answer);
        }

        var clock = new Deadline(options.Timeout, CancellationToken.None);
        var writer = new MetadataWriter(schemas.Get(query.Role).Objects, variables);
        RefuseLarge(form, writer, place, clock);
        return isAlone ? (null, Keep(key, Answer(form, writer, clock), query)) : (writer, null);
    }

    private CachedResponse Keep((ResponseSerializer, string Variables) key, CachedResponse answer, QueryRequest query) =>
        kept.Add(key, (answer, answer.Json.Length + (2 * key.Variables.Length) + (FormBytes * query.Document.Text.Length))).Answer;

    private void RefuseLarge(ResponseSerializer form, MetadataWriter writer, Place place, Deadline clock)
    {
        var allowed = options.Limits.IntrospectionBytes;
        var budget = new LimitCounter(nameof(DocumentLimits.IntrospectionBytes), allowed, "The answer to introspection has too many bytes");
        foreach (var root in form.Metadata)
        {
            budget.Spend(writer.Count(root, CountedTimes * allowed, clock), place.Offset);
        }

        LimitCounter.Enforce(place.Text, budget);
    }

    private static CachedResponse Answer(ResponseSerializer form, MetadataWriter writer, Deadline clock)
    {
        using var json = new JsonText();
        json.Raw("{\"data\":"u8);
        foreach (var (lead, root) in form.Roots.All)
        {
            json.Raw(lead);
            if (root.Metadata is { } asked)
            {
                writer.Write(asked, json, clock);
            }
            else
            {
                json.Raw(root.Constant);
            }
        }

        json.Raw(form.Roots.End);
        json.Raw('}');
        return new CachedResponse(json.Written.ToArray());
    }
}
