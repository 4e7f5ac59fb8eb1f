using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>A form with a table and its mapping, as <c>multipart/form-data</c>: the parts <c>table</c> and <c>mapping</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="ContentType">The media type of the table; null if the form does not say it.</param>
/// <param name="Mapping">The mapping; null for none.</param>
internal sealed record ImportForm(FileStream Table, string? ContentType, byte[]? Mapping) : IAsyncDisposable
{
    private const string MediaType = "multipart/form-data";
    private const int LongestBoundary = 70; // by RFC 2046

    /// <summary>Whether a request contains a form.</summary>
    public static bool Is(HttpRequest request) =>
        request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Receives a form.</summary>
    /// <param name="body">Receives the table.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="RequestErrorException">It is malformed or too large, or another site may have sent it.</exception>
    public static async Task<ImportForm> ReceiveAsync(SpooledBody body, HttpRequest request, CancellationToken cancellation)
    {
        // Unlike the media types of tables, a browser sends a form to any site without asking it.
        if (!request.Headers.ContainsKey(GraphQLEndpoint.PreflightHeader))
        {
            throw RequestErrors.Create(ServerErrorCodes.PreflightRequired,
                $"A form needs the header {GraphQLEndpoint.PreflightHeader} with any value, so that other sites cannot make a browser " +
                "send it.");
        }

        var (file, type, mapping) = ((FileStream?)null, (string?)null, (byte[]?)null);
        try
        {
            var reader = new MultipartReader(BoundaryOf(request), request.Body);
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                switch (section.GetContentDispositionHeader()?.Name.Value?.Trim('"'))
                {
                    case "table" when file is null:
                        type = section.ContentType is { Length: > 0 } and not "application/octet-stream" and not "text/plain"
                            ? section.ContentType : TypeOfName(section);
                        file = await body.ReceiveAsync(request, section.Body, cancellation);
                        break;
                    case "mapping" when mapping is null:
                        mapping = await TextAsync(section.Body, cancellation);
                        break;
                    default:
                        throw Malformed("it must have a part named table, may have one named mapping, and has no others");
                }
            }

            return file is null ? throw Malformed("it has no part named table") : new(file, type, mapping);
        }
        catch (Exception broken)
        {
            await (file?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw broken is InvalidDataException or (IOException and not FileNotFoundException)
                ? Malformed("it does not end with its boundary, or its headers are too long") : broken;
        }
    }

    public ValueTask DisposeAsync() => Table.DisposeAsync();

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary : throw Malformed("its Content-Type needs a boundary");

    // A browser or curl sends a file that it does not know as bytes or as text.
    private static string? TypeOfName(MultipartSection section) =>
        section.GetContentDispositionHeader()?.FileName.Value?.Trim('"') is { } name && TableFormat.OfFile(name) is { } format
            ? format.MediaType : section.ContentType;

    private static async Task<byte[]> TextAsync(Stream part, CancellationToken cancellation)
    {
        var (buffer, text) = (new byte[81_920], new MemoryStream());
        for (int read; (read = await part.ReadAsync(buffer, cancellation)) > 0 && text.Length <= TableMapping.Longest;)
        {
            text.Write(buffer.AsSpan(0, read));
        }

        return text.ToArray(); // one that is too long is rejected when it is read
    }

    private static RequestErrorException Malformed(string why) =>
        RequestErrors.Create(ServerErrorCodes.BodyNotReadable, $"The form is malformed: {why}.");
}
