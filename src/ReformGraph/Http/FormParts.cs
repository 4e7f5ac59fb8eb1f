using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Errors;
using ReformGraph.Export;

namespace ReformGraph.Http;

/// <summary>A file of a form.</summary>
/// <param name="Name">Its name; empty if it has none.</param>
/// <param name="MediaType">Its media type; empty if none is given.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FormFile(string Name, string MediaType, FileStream Content);

/// <summary>The parts of a form (multipart/form-data): files, and fields in UTF-8. It rejects unknown and duplicate parts.</summary>
internal sealed class FormParts : IDisposable
{
    private const int LongestBoundary = 70; // by RFC 2046
    private const int LongestField = 16_384;
    private const string FormData = "multipart/form-data";

    private readonly Dictionary<string, string> fields = [];
    private readonly Dictionary<string, FormFile> formFiles = [];

    /// <summary>The text of a field; null if it is not given or empty.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    /// <summary>A file; null if it is not given.</summary>
    public FormFile? File(string name) => formFiles.GetValueOrDefault(name);

    /// <summary>The boundary between the parts.</summary>
    /// <exception cref="RequestErrorException">The body is no form.</exception>
    public static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(FormData, StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= LongestBoundary } boundary
        && string.IsNullOrEmpty(request.Headers.ContentEncoding)
            ? boundary
            : throw RequestErrors.Create(ServerErrorCodes.UnsupportedMediaType,
                $"The body must be {FormData} with a boundary, without a content encoding, and its Content-Type must say so.");

    /// <summary>Reads a form.</summary>
    /// <param name="form">The body.</param>
    /// <param name="boundary">The boundary between the parts.</param>
    /// <param name="files">Where its files are kept meanwhile.</param>
    /// <param name="fileNames">The names of parts that are files.</param>
    /// <param name="fieldNames">The names of the other parts.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="RequestErrorException">It is malformed, or has other parts.</exception>
    public static async Task<FormParts> ReadAsync(Stream form, string boundary, ExportFiles files, IReadOnlyList<string> fileNames,
        IReadOnlyList<string> fieldNames, CancellationToken cancellation)
    {
        form.Position = 0;
        var parts = new FormParts();
        try
        {
            var reader = new MultipartReader(boundary, form) { BodyLengthLimit = null };
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                var disposition = section.GetContentDispositionHeader();
                var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
                if (fileNames.Contains(name) && !parts.formFiles.ContainsKey(name))
                {
                    await parts.AddFileAsync(name, disposition!, section, files, cancellation);
                }
                else if (fieldNames.Contains(name) && !parts.fields.ContainsKey(name))
                {
                    parts.fields.Add(name, await TextAsync(name, section, cancellation));
                }
                else
                {
                    throw RequestErrors.Create(ServerErrorCodes.InvalidParameter,
                        $"A form has these parts, each at most once: the files {string.Join(", ", fileNames)}, and the fields " +
                        $"{string.Join(", ", fieldNames)}. '{TableException.Shown(name)}' is not one of them, or is given twice.");
                }
            }

            return parts;
        }
        catch (Exception broken)
        {
            parts.Dispose();
            throw broken is InvalidDataException or IOException or DecoderFallbackException
                ? RequestErrors.Create(ServerErrorCodes.BodyNotReadable,
                    "The form cannot be read: each part needs a Content-Disposition and ends with the boundary, and fields are in UTF-8.")
                : broken;
        }
    }

    public void Dispose()
    {
        foreach (var file in formFiles.Values)
        {
            file.Content.Dispose();
        }
    }

    private async Task AddFileAsync(string name, ContentDispositionHeaderValue disposition, MultipartSection section, ExportFiles files,
        CancellationToken cancellation)
    {
        var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        var type = MediaTypeHeaderValue.TryParse(section.ContentType, out var parsed) ? parsed.MediaType.ToString() : string.Empty;
        var content = files.Spool("the form");
        formFiles.Add(name, new($"{fileName}", type, content));
        await section.Body.CopyToAsync(content, cancellation);
    }

    private static async Task<string> TextAsync(string name, MultipartSection section, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField + 1];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= LongestField
            ? new UTF8Encoding(false, true).GetString(buffer, 0, length).Trim()
            : throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"The field {name} must have at most {LongestField} bytes.");
    }
}
