using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Parses the bytes of a request to JSON in which every string can be read. It rejects what is not JSON in UTF-8, is too large or too deep;
/// it does not interpret the members.
/// </summary>
internal static class RequestJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The body of a POST.</summary>
    /// <exception cref="RequestErrorException">It is not one JSON object within the limits.</exception>
    public static async ValueTask<JsonElement> ReadBodyAsync(HttpRequest request, RequestLimits limits, CancellationToken cancellation)
    {
        RefuseMediaType(request);
        var body = await ReadBytesAsync(request, limits, cancellation);
        ReadOnlyMemory<byte> text = body.AsSpan().StartsWith(ByteOrderMark) ? body.AsMemory(ByteOrderMark.Length) : body;
        if (!text.Span.ContainsAnyExcept(" \t\r\n"u8))
        {
            throw RequestErrors.Create(ServerErrorCodes.BodyMissing, "The request has no body; send a JSON object with the member query.");
        }

        var root = Parse(text.Span, "body", limits);
        return root.ValueKind switch
        {
            JsonValueKind.Object => root,
            JsonValueKind.Array => throw RequestErrors.Create(ServerErrorCodes.BatchingNotSupported,
                "The body is a JSON array, but batching is not supported; send one request at a time."),
            _ => throw RequestErrors.Create(ServerErrorCodes.InvalidJson, $"The body is a JSON {Kind(root)}; it must be an object."),
        };
    }

    /// <summary>Parses JSON from the <paramref name="part"/> of the request.</summary>
    /// <exception cref="RequestErrorException">It is not JSON, too deep, or not Unicode.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> text, string part, RequestLimits limits)
    {
        if (!Utf8.IsValid(text))
        {
            throw RequestErrors.Create(ServerErrorCodes.InvalidUnicode, $"The {part} is not UTF-8.");
        }

        try
        {
            RefuseHalfSurrogates(text, part, limits);
            return JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = limits.JsonDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException wrong)
        {
            throw DepthOf(text) is int depth && depth > limits.JsonDepth
                ? RequestErrors.OverLimit(ServerErrorCodes.JsonTooDeep,
                    $"The {part} is nested {depth} levels deep; {limits.JsonDepth} are allowed.", "Limits:JsonDepth", depth,
                    limits.JsonDepth)
                : RequestErrors.Create(ServerErrorCodes.InvalidJson,
                    $"The {part} is not well-formed JSON{Place(wrong)}: {wrong.Message.Split(" LineNumber:")[0]}");
        }
    }

    /// <summary>The kind of a JSON value, in JSON's terms.</summary>
    public static string Kind(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "boolean" : value.ValueKind.ToString().ToLowerInvariant();

    private static void RefuseMediaType(HttpRequest request)
    {
        var given = request.ContentType;
        var problem =
            given == ResponseMediaType.Json.Name && request.Headers.ContentEncoding.Count == 0 ? string.Empty
            : !MediaTypeHeaderValue.TryParse(given, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                ? string.IsNullOrEmpty(given) ? "The request has no Content-Type" : $"The Content-Type is '{given}'"
            : type.Charset.HasValue && !ResponseMediaType.IsUtf8(type) ? $"The charset is '{type.Charset}'"
            : !StringValues.IsNullOrEmpty(request.Headers.ContentEncoding) ? $"The Content-Encoding is '{request.Headers.ContentEncoding}'"
            : string.Empty;
        if (problem.Length > 0)
        {
            throw RequestErrors.Create(ServerErrorCodes.UnsupportedMediaType,
                $"{problem}; the body must be application/json in UTF-8, without a content encoding.");
        }
    }

    /// <summary>The bytes of a body.</summary>
    /// <exception cref="RequestErrorException">There are too many, or they did not arrive.</exception>
    // Counted here and not by the server, which would close the connection while the body is still arriving: many clients would then see a
    // reset instead of the error. Here, the rest is read and discarded for a few seconds.
    public static async ValueTask<byte[]> ReadBytesAsync(HttpRequest request, RequestLimits limits, CancellationToken cancellation)
    {
        RefuseLength(request.ContentLength ?? 0, request.ContentLength, limits);
        var reader = request.BodyReader;
        using var sending = ClientPace.Receive(request.HttpContext);
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellation);
                var length = read.Buffer.Length;
                if (!read.IsCompleted && length <= limits.BodyBytes)
                {
                    reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                    continue;
                }

                var body = length <= limits.BodyBytes ? read.Buffer.ToArray() : [];
                reader.AdvanceTo(read.Buffer.End);
                RefuseLength(length, request.ContentLength, limits);
                return body;
            }
        }
        catch (IOException broken)
        {
            throw RequestErrors.NotReadable(broken);
        }
    }

    private static void RefuseLength(long length, long? announced, RequestLimits limits)
    {
        if (length > limits.BodyBytes)
        {
            var found = announced is null ? "larger" : $"{announced} bytes";
            throw RequestErrors.OverLimit(ServerErrorCodes.BodyTooLarge, $"The body is {found}; {limits.BodyBytes} bytes are allowed.",
                "Limits:BodyBytes", announced, limits.BodyBytes);
        }
    }

    // The parser accepts a lone half of a pair, but reading the string later would fail.
    private static void RefuseHalfSurrogates(ReadOnlySpan<byte> text, string part, RequestLimits limits)
    {
        if (text.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = limits.JsonDepth });
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw RequestErrors.Create(ServerErrorCodes.InvalidUnicode,
                    $"The {part} has an escape that is half of a surrogate pair, in the string at byte {reader.TokenStartIndex}.");
            }
        }
    }

    private static int DepthOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var depth = 0;
        try
        {
            while (reader.Read())
            {
                depth = Math.Max(depth,
                    reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? reader.CurrentDepth + 1 : 0);
            }
        }
        catch (JsonException)
        {
            // What was opened before the error counts.
        }

        return depth;
    }

    private static string Place(JsonException wrong) =>
        wrong is { LineNumber: long line, BytePositionInLine: long position } ? $" at line {line + 1}, byte {position + 1}" : string.Empty;
}
