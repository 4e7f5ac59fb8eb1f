using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>Sends responses: those that the engine writes, and the errors of a request that never reached it.</summary>
internal static class HttpResponses
{
    // Everything besides the address that affects a response.
    private const string Vary =
        $"Accept, Accept-Encoding, Authorization, {CostHeaders.Asked}, {HistoryHeaders.AsOf}, {HistoryHeaders.Stamp}";

    /// <summary>Asks for a name and a password; the password is the key.</summary>
    public const string BasicChallenge = "Basic realm=\"ReformGraph\", charset=\"UTF-8\"";

    private static readonly string[] Challenges = ["Bearer realm=\"ReformGraph\"", BasicChallenge];

    /// <summary>Lets the engine write, with the status and headers of its response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="contentType">The content type of the response.</param>
    /// <param name="tagOf">Returns the entity tag of a response that shows a state of the data; null for a response that must not be
    /// cached.</param>
    /// <param name="run">Runs a prepared query.</param>
    public static async Task RunAsync(HttpContext context, string contentType, Func<string, string>? tagOf,
        Func<PipeWriter, Action<ResponseHead>, CancellationToken, Task> run)
    {
        var started = false;
        try
        {
            await run(context.Response.BodyWriter, Start, context.RequestAborted);
        }
        catch (Exception failure) when (started)
        {
            // Part of the response may have been sent: only an aborted connection keeps the client from taking it for complete.
            context.Abort();
            if (!context.RequestAborted.IsCancellationRequested || failure is not OperationCanceledException)
            {
                Log(context).LogError(failure, "The response {TraceId} was cut off.", context.TraceIdentifier);
            }
        }

        void Start(ResponseHead head)
        {
            started = true;
            SetHead(context.Response, contentType, StatusCodes.Status200OK, tagOf?.Invoke(head.StateTag));
            HistoryHeaders.Write(context.Response, head);
            context.Response.ContentLength = head.Length;
        }
    }

    /// <summary>Tells the client that its copy is current.</summary>
    public static void NotModified(HttpResponse response, string tag) => SetHead(response, null, StatusCodes.Status304NotModified, tag);

    /// <summary>Sends a file or the requested ranges of it, or tells the client that its copy is current.</summary>
    /// <param name="context">The request.</param>
    /// <param name="contentType">The content type of the file.</param>
    /// <param name="tag">Its entity tag.</param>
    /// <param name="head">What is known about it.</param>
    /// <param name="content">Its bytes.</param>
    public static Task FileAsync(HttpContext context, string contentType, string tag, ResponseHead head, FileStream content)
    {
        SetHead(context.Response, contentType, StatusCodes.Status200OK, tag);
        HistoryHeaders.Write(context.Response, head);
        var headers = context.Request.Headers;
        if (!HttpMethods.IsGet(context.Request.Method) || headers.Range is not [{ } range]
            || !range.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            headers.Range = default; // HTTP allows ranges only for GET, and ignores unknown units; the framework accepts both
        }

        return Results.File(content, contentType, entityTag: EntityTagHeaderValue.Parse(tag), enableRangeProcessing: true)
            .ExecuteAsync(context);
    }

    /// <summary>Sends errors in GraphQL's response format, without data, in the media type of the endpoint, or otherwise in the one that
    /// the client prefers.</summary>
    /// <param name="context">The request.</param>
    /// <param name="errors">The errors.</param>
    public static async Task RefuseAsync(HttpContext context, IReadOnlyList<RequestError> errors)
    {
        var response = context.Response;
        ErrorHeaders.Begin(response);
        var accept = context.Request.Headers.Accept;
        var type = context.Features.Get<ResponseMediaType>()
            ?? context.GetEndpoint()?.Metadata.GetMetadata<ResponseMediaType>()
            ?? (ExportParameters.Wanted(accept) is null ? ResponseMediaType.Negotiate(accept) : null) ?? ResponseMediaType.Problem;
        SetHead(response, type.ContentType, type.StatusOf(errors), null);
        ErrorHeaders.Set(response, errors, Challenges);

        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, ErrorListWriter.Json))
        {
            json.WriteStartObject();
            ErrorListWriter.Write(json, errors);
            json.WriteEndObject();
        }

        response.ContentLength = body.WrittenCount;
        await response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Sends a report, preceded by errors in GraphQL's format if there are any.</summary>
    public static async Task ReportAsync(HttpContext context, IReadOnlyList<RequestError> errors, ReadOnlyMemory<byte> report)
    {
        RequestLog.LineOf(context)?.Reject(errors);
        SetHead(context.Response, ResponseMediaType.Json.ContentType, errors is []
            ? StatusCodes.Status200OK : ResponseMediaType.Json.StatusOf(errors), null);
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, ErrorListWriter.Json))
        {
            json.WriteStartObject();
            if (errors is not [])
            {
                ErrorListWriter.Write(json, errors);
            }

            json.WritePropertyName("report");
            json.WriteRawValue(report.Span);
            json.WriteEndObject();
        }

        context.Response.ContentLength = body.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Sends what was created only for this request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="content">The bytes.</param>
    public static async Task BytesAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> content)
    {
        SetHead(context.Response, contentType, StatusCodes.Status200OK, null);
        context.Response.ContentLength = content.Length;
        await context.Response.BodyWriter.WriteAsync(content, context.RequestAborted);
    }

    /// <summary>Sends a text, or tells the client that its copy is current.</summary>
    /// <param name="context">The request.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="text">The text.</param>
    /// <param name="tag">Its entity tag.</param>
    /// <param name="caching">The value of Cache-Control.</param>
    /// <param name="vary">The value of Vary.</param>
    public static Task TextAsync(HttpContext context, string type, string text, string tag, string caching,
        string vary = "Accept-Encoding, Authorization")
    {
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = caching;
        response.Headers.Vary = vary;
        response.Headers.XContentTypeOptions = "nosniff";
        if (EntityTags.Holds(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = $"{type}; charset=utf-8";
        response.ContentLength = Encoding.UTF8.GetByteCount(text);
        return response.WriteAsync(text, context.RequestAborted);
    }

    private static void SetHead(HttpResponse response, string? contentType, int status, string? tag)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append("Vary", Vary);
        response.Headers.CacheControl = tag is null ? "no-store" : "private, no-cache";
        response.Headers.ETag = tag;
    }

    private static ILogger Log(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("ReformGraph.Http");
}
