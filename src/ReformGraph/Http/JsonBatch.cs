using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>A batch in JSON.</summary>
internal sealed class JsonBatch(IBufferWriter<byte> output) : BatchOutput
{
    private readonly Utf8JsonWriter json = new(output, ErrorListWriter.Json);

    public override string ContentType => "application/json;charset=utf-8";

    /// <summary>The requests of a batch.</summary>
    /// <exception cref="RequestErrorException">It is malformed.</exception>
    public static IReadOnlyList<BatchPart> Read(JsonElement batch) =>
        batch.ValueKind == JsonValueKind.Object && batch.TryGetProperty("requests", out var requests)
            && requests.ValueKind == JsonValueKind.Array
            && requests.EnumerateArray().Select(One).ToList() is var parts && parts.Select(part => part.Id).Distinct()
            .Count() == parts.Count
            ? parts
            : throw Malformed();

    public override void Start()
    {
        json.WriteStartObject();
        json.WriteStartArray("responses");
    }

    public override void Write(BatchPart part, HttpResponse response, ReadOnlyMemory<byte> body)
    {
        json.WriteStartObject();
        json.WriteString("id", part.Id);
        json.WriteNumber("status", response.StatusCode);
        json.WriteStartObject("headers");
        foreach (var (name, value) in HeadersOf(response))
        {
            json.WriteString(name.ToLowerInvariant(), value);
        }

        json.WriteEndObject();
        if (body.Length > 0)
        {
            json.WritePropertyName("body");
            WriteBody(response.ContentType ?? string.Empty, body.Span);
        }

        json.WriteEndObject();
        json.Flush();
    }

    public override void End()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    public override void Dispose() => json.Dispose();

    private void WriteBody(string type, ReadOnlySpan<byte> body)
    {
        if (type.StartsWith("application/json", StringComparison.Ordinal))
        {
            json.WriteRawValue(body, skipInputValidation: true);
        }
        else if (type.StartsWith("text/", StringComparison.Ordinal))
        {
            json.WriteStringValue(body);
        }
        else
        {
            json.WriteStringValue(Base64Url.EncodeToString(body));
        }
    }

    private static BatchPart One(JsonElement request) => new(
        Text(request, "id"),
        Text(request, "method").ToUpperInvariant(),
        Text(request, "url"),
        !request.TryGetProperty("headers", out var headers) ? []
        : headers.ValueKind != JsonValueKind.Object || headers.EnumerateObject()
        .Any(header => header.Value.ValueKind != JsonValueKind.String) ? throw Malformed()
        : [.. headers.EnumerateObject().Select(header => (header.Name, header.Value.GetString()!))]);

    private static string Text(JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()! : throw Malformed();

    private static RequestErrorException Malformed() => FeedErrors.Malformed(
        "$batch",
            "A batch in JSON is { \"requests\": [{ \"id\": \"1\", \"method\": \"GET\", \"url\": \"SET\" }] }, with a different id for " +
            "each request, and headers as strings.");
}
