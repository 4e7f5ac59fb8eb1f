using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>A file of a form.</summary>
/// <param name="Name">Its name; empty if it has none.</param>
/// <param name="ContentType">Its Content-Type; null if none is given.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FormFile(string Name, string? ContentType, FileStream Content)
{
    /// <summary>Its media type; empty if none is given.</summary>
    public string MediaType => MediaTypeHeaderValue.TryParse(ContentType, out var type) ? type.MediaType.ToString() : string.Empty;
}

/// <summary>The parts that a form can have, each at most once.</summary>
/// <param name="Files">Where those that are files are received, by their names.</param>
/// <param name="Fields">The names of the others, which are texts in UTF-8.</param>
/// <param name="LongestField">The maximum number of bytes in a field.</param>
/// <param name="Unknown">The error for a part that the form does not have, or has twice, by its name.</param>
internal sealed record KnownParts(
    IReadOnlyDictionary<string, SpooledBody> Files,
    IReadOnlyList<string> Fields,
    int LongestField,
    Func<string, RequestErrorException> Unknown);

/// <summary>The parts of a form (multipart/form-data): files, and fields. It rejects forms that another site may have sent.</summary>
internal sealed class FormParts : IAsyncDisposable
{
    private const int LongestBoundary = 70; // by RFC 2046
    private const string FormData = "multipart/form-data";

    private readonly Dictionary<string, string> fields = [];
    private readonly Dictionary<string, FormFile> files = [];

    /// <summary>The text of a field; null if it is not given.</summary>
    public string? Field(string name) => fields.GetValueOrDefault(name);

    /// <summary>A file; null if it is not given.</summary>
    public FormFile? File(string name) => files.GetValueOrDefault(name);

    /// <summary>Whether the body of a request is a form.</summary>
    public static bool AreIn(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(FormData, StringComparison.OrdinalIgnoreCase);

    /// <summary>The error for a form that cannot be read.</summary>
    public static RequestErrorException Malformed(string why) =>
        RequestErrors.Create(ServerErrorCodes.BodyNotReadable, $"The form is malformed: {why}.");

    /// <summary>Receives the form of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The parts that it can have.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="RequestErrorException">It is malformed or too large, has other parts, or another site may have sent
    /// it.</exception>
    public static async Task<FormParts> ReceiveAsync(HttpRequest request, KnownParts known, CancellationToken cancellation)
    {
        // Unlike the media types of other bodies that change data, a browser sends a form to any site without asking it.
        if (!request.Headers.ContainsKey(GraphQLEndpoint.PreflightHeader))
        {
            throw RequestErrors.Create(ServerErrorCodes.PreflightRequired,
                $"A form needs the header {GraphQLEndpoint.PreflightHeader} with any value, so that other sites cannot make a browser " +
                "send it.");
        }

        var parts = new FormParts();
        try
        {
            var reader = new MultipartReader(BoundaryOf(request), request.Body) { BodyLengthLimit = null };
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                await parts.AddAsync(request, section, known, cancellation);
            }

            return parts;
        }
        catch (Exception broken)
        {
            await parts.DisposeAsync();
            throw broken is InvalidDataException or DecoderFallbackException or (IOException and not FileNotFoundException)
                ? Malformed("each part needs a Content-Disposition and ends with the boundary, and fields are in UTF-8") : broken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in files.Values)
        {
            await file.Content.DisposeAsync();
        }
    }

    private async Task AddAsync(HttpRequest request, MultipartSection section, KnownParts known, CancellationToken cancellation)
    {
        var disposition = section.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
        if (known.Files.TryGetValue(name, out var body) && !files.ContainsKey(name))
        {
            var fileName = disposition!.FileNameStar.HasValue
                ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
            var content = await body.ReceiveAsync(request, section.Body, cancellation);
            files.Add(name, new($"{fileName}", section.ContentType, content));
        }
        else if (known.Fields.Contains(name) && !fields.ContainsKey(name))
        {
            fields.Add(name, await TextAsync(request, name, section, known.LongestField, cancellation));
        }
        else
        {
            throw known.Unknown(name);
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= LongestBoundary } boundary
        && string.IsNullOrEmpty(request.Headers.ContentEncoding)
            ? boundary : throw Malformed("its Content-Type needs a boundary, and it has no content encoding");

    private static async Task<string> TextAsync(HttpRequest request, string name, MultipartSection section, int longest,
        CancellationToken cancellation)
    {
        using var sending = ClientPace.Receive(request.HttpContext);
        var buffer = new byte[longest + 1];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= longest ? new UTF8Encoding(false, true).GetString(buffer, 0, length).Trim()
            : throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"The field {name} must have at most {longest} bytes.");
    }
}
