using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.OData;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Several requests in one, which is all that some clients send. Input: a POST request to <c>/odata/$batch</c>, in JSON or as
/// multipart/mixed. Output: the responses in the same format, each as it would be on its own: for the sender of the batch, within the
/// limits of a request, with its own tag in JSON. They are executed and sent one after the other, so that no more than one is held. A part
/// that writes is rejected like every request that does.
/// </summary>
/// <param name="read">Executes a request.</param>
/// <param name="limits">The limits of the whole batch.</param>
/// <param name="log">The log for failures.</param>
internal sealed class ODataBatch(RequestDelegate read, RequestLimits limits, ILogger<ErrorMiddleware> log)
{
    /// <summary>The maximum number of requests in a batch.</summary>
    public const int MostParts = 100;

    public const string Multipart = "multipart/mixed";

    // UI5 sends both with each batch; its request for a CSRF token means nothing to a server that only reads.
    public const string MimeVersion = "MIME-Version", Token = "X-CSRF-Token";

    private const string Path = ODataEndpoint.Root + "/$batch";

    private const string Preference = "continue-on-error";

    /// <summary>Whether a request is a batch.</summary>
    public static bool Serves(HttpRequest request) => request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        RequestErrors.UnlessPost(request, "a batch by POST");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !(IsMultipart(type) || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)))
        {
            throw RequestErrors.Create(ServerErrorCodes.UnsupportedMediaType,
                $"A batch is {Multipart} with a boundary, or application/json.");
        }

        var body = await RequestJson.ReadBytesAsync(request, limits, context.RequestAborted);
        var parts = IsMultipart(type)
            ? await MultipartBatch.ReadAsync(body, type) : JsonBatch.Read(RequestJson.Parse(body, "batch", limits));
        if (parts.Count > MostParts)
        {
            throw FeedErrors.Malformed("$batch", $"The batch has {parts.Count} requests; {MostParts} are allowed.");
        }

        var goesOn = PreferenceOf(request.Headers[ODataResponse.Prefer]);
        using var output = AnswersIn(request, type)
            ? (BatchOutput)new MultipartBatch(context.Response.BodyWriter) : new JsonBatch(context.Response.BodyWriter);
        ODataResponse.Batch(context.Response, output.ContentType, goesOn is null
            ? default : $"{Preference}={(goesOn.Value ? "true" : "false")}");
        output.Start();
        foreach (var part in parts)
        {
            var answered = await AnswerAsync(context, part);
            output.Write(part, answered.Response, await BodyOf(answered));
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            if (answered.Response.StatusCode >= StatusCodes.Status400BadRequest && goesOn != true)
            {
                break; // as the protocol requires
            }
        }

        output.End();
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private async Task<HttpContext> AnswerAsync(HttpContext outer, BatchPart part)
    {
        var context = ContextOf(outer);
        var request = context.Request;
        (request.Method, request.Scheme, request.Host, request.PathBase) =
            (part.Method, outer.Request.Scheme, outer.Request.Host, outer.Request.PathBase);
        request.Path = ODataEndpoint.Root; // errors before its address is known have OData's format
        foreach (var (name, value) in part.Headers)
        {
            request.Headers[name] = value;
        }

        await new ErrorMiddleware(Read, log).InvokeAsync(context);

        // UI5 writes the tag of a part into its value, and fails if that is a plain number.
        if (context.Response.ContentType?.StartsWith("text/plain", StringComparison.Ordinal) == true)
        {
            context.Response.Headers.Remove(HeaderNames.ETag);
        }

        return context;

        Task Read(HttpContext one)
        {
            if (part.IsChange)
            {
                throw RequestErrors.Method(ServerErrorCodes.MethodNotAllowed, "Change sets are not supported; send requests that read.",
                    "GET", "HEAD");
            }

            (one.Request.Path, one.Request.QueryString) = AddressOf(outer.Request, part.Url);
            return read(one);
        }
    }

    private static DefaultHttpContext ContextOf(HttpContext outer)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = outer.RequestServices,
            RequestAborted = outer.RequestAborted,
            TraceIdentifier = outer.TraceIdentifier
        };
        context.Features.Set(outer.Features.GetRequiredFeature<Actor>());
        context.Features.Set(RequestBudget.Of(outer));
        context.Features.Set(SensitiveRead.Of(outer));
        context.Features.Set(RequestLog.LineOf(outer));
        context.Response.Body = new MemoryStream();
        return context;
    }

    // A URL must belong to the service, whether it is absolute, starts at the host or is relative to the service.
    private static (PathString Path, QueryString Query) AddressOf(HttpRequest outer, string url)
    {
        if (url.Length > RequestParameters.LongestRequestLine)
        {
            throw FeedErrors.Malformed("path",
                $"The URL of a part has {url.Length} characters; {RequestParameters.LongestRequestLine} are allowed.");
        }

        var root = $"{ODataLinks.AddressOf(outer)}/";
        if (!Uri.TryCreate(new Uri(root), url, out var address)
            || !$"{address.GetLeftPart(UriPartial.Path)}/".StartsWith(root, StringComparison.OrdinalIgnoreCase))
        {
            throw FeedErrors.NotFound("path", "The URL of a part leads out of the service.");
        }

        // As the server handles every other request.
        return address.AbsolutePath.Contains("%00", StringComparison.Ordinal)
            ? throw FeedErrors.Malformed("path", "The URL of a part contains a character that URLs do not allow.")
            : (PathString.FromUriComponent(address.AbsolutePath[outer.PathBase.ToUriComponent().Length..]), new QueryString(address.Query));
    }

    private static async Task<ReadOnlyMemory<byte>> BodyOf(HttpContext context)
    {
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        var body = (MemoryStream)context.Response.Body;
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static bool IsMultipart(MediaTypeHeaderValue type) => type.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase);

    // In the format in which it was sent, unless only the other is accepted.
    private static bool AnswersIn(HttpRequest request, MediaTypeHeaderValue type)
    {
        var accepted = request.Headers.Accept.ToString();
        var (multipart, json) = (accepted.Contains(Multipart, StringComparison.OrdinalIgnoreCase),
            accepted.Contains("application/json", StringComparison.OrdinalIgnoreCase));
        return multipart == json ? IsMultipart(type) : multipart;
    }

    private static bool? PreferenceOf(StringValues prefer) =>
        prefer.SelectMany(line => line!.Split([',', ';'], StringSplitOptions.TrimEntries))
        .Select(preference => preference.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(preference => preference[0] is Preference or "odata." + Preference)
        .Select(preference => (bool?)(preference.Length == 1 || preference[1].Equals("true", StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault();
}
