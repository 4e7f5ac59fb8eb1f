using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>The instants as of which one request is executed: within the read transaction they become sequence numbers, which the response
/// states.</summary>
internal sealed class ResponseInstants(PreparedQuery query, ChangeClock clock)
{
    private readonly List<(PlannedInstant Instant, long Sequence)> ofFields = [];
    private readonly List<int> cut = [];

    /// <summary>The sequence number as of which the whole request is executed; null for the present.</summary>
    public long? OfRequest { get; private set; }

    public ResponseStamp? Stamp { get; private set; }

    public ChangeToken? Token { get; private set; }

    /// <summary>Waits until all changes up to the instants can be read, before the read transaction begins.</summary>
    public async ValueTask AwaitAsync(CancellationToken cancellation)
    {
        foreach (var (planned, asOf) in query.Instants)
        {
            if (asOf is not null)
            {
                await AwaitAsync(asOf, planned, cancellation);
            }
        }

        foreach (var timeline in query.Compiled.Plan.Timelines)
        {
            await AwaitAsync(timeline, cancellation);
        }

        if (query.Request.AsOf is { } ofRequest)
        {
            await AwaitAsync(ofRequest, null, cancellation);
        }
    }

    /// <summary>Identifies what the response depends on: the state of the data and, if the present ends a timeline, how many of its
    /// instants have passed.</summary>
    public string TagOf(string state) => cut.Count == 0 ? state : $"{state} {string.Join(' ', cut)}";

    /// <summary>Finds the sequence numbers and binds them.</summary>
    public void Resolve(ReadTransaction transaction, Lazy<string> schemaHash)
    {
        if (query.Request.Since is { } since)
        {
            InstantResolver.RefuseForeign(transaction, since);
        }

        OfRequest = query.Request.AsOf is { } ofRequest ? InstantResolver.Resolve(transaction, ofRequest, null) : null;
        foreach (var (planned, asOf) in query.Instants)
        {
            var sequence = asOf is null ? OfRequest ?? transaction.Sequence : InstantResolver.Resolve(transaction, asOf, planned);
            query.Values[planned.PlanParameter.Number] = sequence;
            if (planned.Key is not null)
            {
                InstantResolver.RefuseBackward(ofFields, planned, sequence);
                ofFields.Add((planned, sequence));
            }
        }

        Stamp = query.Request.IsStamped ? new ResponseStamp(OfRequest ?? transaction.Sequence, schemaHash.Value, QueryHash()) : null;
        Token = query.Request.IsTokened ? InstantResolver.TokenOf(transaction, OfRequest ?? transaction.Sequence) : null;
    }

    /// <summary>What the response states about itself besides its data; null for nothing.</summary>
    public byte[]? Extensions()
    {
        if (ofFields.Count == 0 && Stamp is null && !query.Request.StatesCost)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ErrorListWriter.Json))
        {
            json.WriteStartObject();
            if (ofFields.Count > 0)
            {
                json.WriteStartObject("asOf");
                ofFields.ForEach(field => Write(json, field.Instant, field.Sequence));
                json.WriteEndObject();
            }

            if (Stamp is { } stamp)
            {
                json.WriteStartObject("stamp");
                json.WriteNumber("sequence", stamp.Sequence);
                json.WriteString("schemaHash", stamp.SchemaHash);
                json.WriteString("queryHash", stamp.QueryHash);
                json.WriteString("version", ResponseStamp.Version);
                json.WriteEndObject();
            }

            if (query.Request.StatesCost)
            {
                query.Cost.Write(json);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    // The two instants of a field follow each other.
    private static void Write(Utf8JsonWriter json, PlannedInstant instant, long sequence)
    {
        if (instant.Argument == InstantPlanner.From)
        {
            json.WriteStartObject(instant.Key!);
        }

        json.WriteNumber(instant.Argument ?? instant.Key!, sequence);
        if (instant.Argument == InstantPlanner.To)
        {
            json.WriteEndObject();
        }
    }

    private async ValueTask AwaitAsync(AsOf asOf, PlannedInstant? planned, CancellationToken cancellation)
    {
        InstantResolver.RefuseFuture(asOf, clock.Now, planned);
        if (asOf.Instant is { } instant)
        {
            await clock.AnswerAsync(instant, cancellation);
        }
    }

    // Future instants have no numbers: a timeline ends with the present, and its response is valid until the next instant.
    private async ValueTask AwaitAsync(PlannedInstant timeline, CancellationToken cancellation)
    {
        var (asked, now) = ((DateTime[])query.Values[timeline.PlanParameter.Number]!, clock.Now);
        var come = Array.FindAll(asked, instant => instant <= now);
        if (come.Length > DocumentLimits.TimelineInstants)
        {
            throw timeline.At!.Value.Refusal(
                ErrorCodes.TimelineOutOfRange,
                    $"timeline: there are more than {DocumentLimits.TimelineInstants} instants between from and to. Ask for longer " +
                    "periods, or for a shorter time.");
        }

        if (query.Request.IsStamped)
        {
            InstantResolver.RefuseFuture(new AsOf(null, asked[^1]), now, timeline); // a stamped response never changes
        }

        query.Values[timeline.PlanParameter.Number] = come;
        if (come.Length < asked.Length)
        {
            cut.Add(come.Length);
        }

        if (come.Length > 0)
        {
            await clock.AnswerAsync(come[^1], cancellation);
        }
    }

    private string QueryHash() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query.Request.Question(query.Document))));
}
