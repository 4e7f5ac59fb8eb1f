using System.IO.Pipelines;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>A whole answer that reads no data: the same bytes for all who ask the same, until the program ends.</summary>
/// <param name="Json">The answer.</param>
public sealed record CachedResponse(ReadOnlyMemory<byte> Json)
{
    /// <summary>Stands for the state of the data, of which there are none in it.</summary>
    public const string StateTag = "schema";

    /// <summary>Sends it.</summary>
    internal async Task SendAsync(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation)
    {
        start(new ResponseHead(StateTag, Json.Length));
        await output.WriteAsync(Json, cancellation);
    }
}

/// <summary>
/// Answers what is asked of the schema about itself. Before anything is written it counts the bytes, and refuses too many.
/// Where an operation asks for
/// nothing else its answer is made once and kept.
/// </summary>
internal sealed class MetadataResponses(RoleSchemas schemas, EngineOptions options)
{
    /// <summary>How many bytes of answers are kept.</summary>
    public const int KeptBytes = 32 * 1024 * 1024;

    // How far the count goes on, to tell how much is too much.
    private const long CountedTimes = 20;

    // What an entry takes besides its answer and its variables, at most, for each character of its document.
    private const int FormBytes = 64;

    private readonly BoundedCache<(ResponseSerializer Form, string Variables), (CachedResponse Answer, long Bytes)> kept =
        new(KeptBytes, (_, entry) => entry.Bytes);

    /// <summary>The schema as a role is shown it.</summary>
    public RoleSchema SchemaOf(string role) => schemas.Get(role);

    /// <summary>What writes the root fields about the schema, and the answer where there are no others;
    /// nothing where there are none of them.</summary>
    /// <param name="form">The form of the answer.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="variables">With which variables.</param>
    /// <param name="place">Where it is asked.</param>
    /// <exception cref="RequestErrorException">The answer would be too large, or took too long.</exception>
    public (MetadataWriter? Writer, CachedResponse? Kept) Get(ResponseSerializer form, QueryRequest query, VariableValues variables,
        Place place)
    {
        if (form.Metadata.Count == 0)
        {
            return (null, null);
        }

        var isAlone = form.IsOfSchema && query is { AsOf: null, IsStamped: false, IsTokened: false, Since: null };
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
