using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ReformGraph.Engine.Errors;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>A batch as multipart/mixed: each part is a request or a response in the format of HTTP/1.1.</summary>
internal sealed class MultipartBatch(IBufferWriter<byte> output) : BatchOutput
{
    private const int LongestBoundary = 70; // by RFC 2046

    private readonly string boundary = $"batch_{Guid.NewGuid():N}";

    public override string ContentType => $"{ODataBatch.Multipart};boundary={boundary}";

    /// <summary>The requests of a batch.</summary>
    /// <exception cref="RequestErrorException">It is malformed.</exception>
    public static async Task<IReadOnlyList<BatchPart>> ReadAsync(byte[] body, MediaTypeHeaderValue type)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
        {
            throw Malformed("its Content-Type needs a boundary");
        }

        var parts = new List<BatchPart>();
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body));
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                using var text = new StreamReader(section.Body, Encoding.UTF8);
                var id = section.Headers?.GetValueOrDefault("Content-ID").ToString() is { Length: > 0 } given ? given : null;
                parts.Add(section.ContentType?.StartsWith(ODataBatch.Multipart, StringComparison.OrdinalIgnoreCase) == true
                    ? new BatchPart(id, "POST", string.Empty, []) { IsChange = true }
                    : One(id, await text.ReadToEndAsync()));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw Malformed("it does not end with its boundary");
        }

        return parts;
    }

    public override void Start()
    {
    }

    public override void Write(BatchPart part, HttpResponse response, ReadOnlyMemory<byte> body)
    {
        var head = new StringBuilder($"--{boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (part.Id is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-ID: {part.Id}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture,
            $"\r\nHTTP/1.1 {response.StatusCode} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n");
        foreach (var (name, value) in HeadersOf(response))
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        output.Write(Encoding.UTF8.GetBytes($"{head}\r\n"));
        output.Write(body.Span);
        output.Write("\r\n"u8);
    }

    public override void Dispose()
    {
    }

    public override void End() => output.Write(Encoding.UTF8.GetBytes($"--{boundary}--\r\n"));

    private static BatchPart One(string? id, string text)
    {
        var lines = text.TrimStart('\r', '\n').Split('\n').Select(line => line.TrimEnd('\r')).TakeWhile(line => line.Length > 0).ToList();
        if (lines is not [var start, .. var rest] || start.Split(' ') is not [var method, var url, "HTTP/1.1"])
        {
            throw Malformed("each part is a request, such as GET SET HTTP/1.1, with its headers and an empty line below it");
        }

        var headers = rest.Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToList();
        return headers.All(header => header is [{ Length: > 0 }, _])
            ? new BatchPart(id, method.ToUpperInvariant(), url, [.. headers.Select(header => (header[0], header[1]))])
            : throw Malformed("each header of a request is a name, a colon and a value");
    }

    private static RequestErrorException Malformed(string reason) => FeedErrors.Malformed("$batch", $"The batch cannot be read: {reason}.");
}
