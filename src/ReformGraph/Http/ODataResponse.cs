using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using ReformGraph.Engine.Errors;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>Sends responses in OData's conventions: its version, its headers, its format of errors.</summary>
internal static class ODataResponse
{
    public const string Prefer = "Prefer", PreferenceApplied = "Preference-Applied", Version = "OData-Version", MaxVersion =
        "OData-MaxVersion";

    private const string Vary = $"Accept, Accept-Encoding, Authorization, {Prefer}, {HistoryHeaders.AsOf}";

    /// <summary>Sends a whole response.</summary>
    public static Task SendAsync(HttpContext context, string contentType, string tag, ReadOnlySpan<byte> body)
    {
        SetHead(context.Response, StatusCodes.Status200OK, contentType, tag);
        context.Response.ContentLength = body.Length;
        context.Response.BodyWriter.Write(body);
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted).AsTask();
    }

    /// <summary>Begins the response to a batch.</summary>
    public static void Batch(HttpResponse response, string contentType, StringValues preferenceApplied)
    {
        SetHead(response, StatusCodes.Status200OK, contentType, null);
        response.Headers[PreferenceApplied] = preferenceApplied;
    }

    /// <summary>Tells the client that its copy is current.</summary>
    public static void NotModified(HttpResponse response, string tag) => SetHead(response, StatusCodes.Status304NotModified, null, tag);

    /// <summary>Tells the client that a reference is null.</summary>
    public static void Nothing(HttpResponse response, string tag) => SetHead(response, StatusCodes.Status204NoContent, null, tag);

    /// <summary>Sends errors: the first, and the others as its details.</summary>
    public static async Task RefuseAsync(HttpContext context, IReadOnlyList<RequestError> errors)
    {
        var response = context.Response;
        ErrorHeaders.Begin(response);
        SetHead(response, errors[0].Code.Status, "application/json;charset=utf-8", null);
        ErrorHeaders.Set(response, errors, HttpResponses.BasicChallenge); // the only one that all BI tools support

        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, ErrorListWriter.Json))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            Write(json, errors[0]);
            if (errors.Count > 1)
            {
                json.WriteStartArray("details");
                foreach (var error in errors.Skip(1))
                {
                    json.WriteStartObject();
                    Write(json, error);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        response.ContentLength = body.WrittenCount;
        await response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Sends a text as it is.</summary>
    public static Task SendTextAsync(HttpContext context, string contentType, string text)
    {
        var tag = EntityTags.OfText(text);
        if (EntityTags.Holds(context.Request, tag))
        {
            NotModified(context.Response, tag);
            return Task.CompletedTask;
        }

        return SendAsync(context, contentType, tag, Encoding.UTF8.GetBytes(text));
    }

    private static void Write(Utf8JsonWriter json, RequestError error)
    {
        json.WriteString("code", error.Code.Name);
        json.WriteString("message", error.Message);
        if ((error.Details?.GetValueOrDefault(FeedErrors.Target) ?? error.Details?.GetValueOrDefault("parameter")) is string target)
        {
            json.WriteString("target", target);
        }
    }

    private static void SetHead(HttpResponse response, int status, string? contentType, string? tag)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.Headers[Version] = "4.0";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append("Vary", Vary);
        response.Headers.CacheControl = tag is null ? "no-store" : "private, no-cache";
        response.Headers.ETag = tag;
    }
}
