using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Telemetry;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// GraphQL over HTTP. Input: a request to <c>/graphql</c>. Output: the engine's response, or the schema. It rejects
/// requests only by method, headers and format; the engine handles the document. It reads no data.
/// </summary>
internal sealed class GraphQLEndpoint(QueryEngine engine, TrustedDocuments documents, EntityTags tags, ExportResponse answer,
    KeptEncodings encodings, ReformGraphOptions options, ChangeClock clock)
{
    public const string Path = "/graphql";
    public const string PreflightHeader = "GraphQL-Require-Preflight";

    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsPost(request.Method) ? PostAsync(context)
            : !IsRead(request)
            ? throw RequestErrors.Method(ServerErrorCodes.MethodNotAllowed,
                $"The method {request.Method} is not supported; send GET or POST.",
            "GET", "HEAD", "POST")
            : request.Query.ContainsKey("sdl") ? SchemaAsync(context)
            : GetAsync(context);
    }

    /// <summary>Rejects what a GET request must not do.</summary>
    /// <exception cref="RequestErrorException">The operation is not a query.</exception>
    internal static void RefuseUnsafe(HttpRequest request, PreparedQuery query)
    {
        if (IsRead(request) && !query.IsQuery)
        {
            throw RequestErrors.Method(ServerErrorCodes.OperationNotSafe,
                "A GET request may contain only queries; send this operation by POST.", "POST");
        }
    }

    private async Task PostAsync(HttpContext context)
    {
        var type = Negotiated(context.Request);
        var body = await RequestJson.ReadBodyAsync(context.Request, options.RequestLimits, context.RequestAborted);
        await AnswerAsync(context, type, RequestParameters.From(body, engine));
    }

    private Task GetAsync(HttpContext context)
    {
        var type = Negotiated(context.Request);
        RefuseForeign(context.Request);
        return AnswerAsync(context, type, RequestParameters.From(context.Request.Query, options.RequestLimits, engine));
    }

    private Task AnswerAsync(HttpContext context, ResponseMediaType? type, RequestParameters parameters) =>
        engine.Observe() is { } observed ? ObserveAsync(context, type, parameters, observed) : AnswerAsync(context, type, parameters, null);

    private async Task ObserveAsync(HttpContext context, ResponseMediaType? type, RequestParameters parameters, ObservedOperation observed)
    {
        using (observed)
        {
            await observed.RunAsync(() => AnswerAsync(context, type, parameters, observed));
        }
    }

    private Task AnswerAsync(HttpContext context, ResponseMediaType? type, RequestParameters parameters, ObservedOperation? observed)
    {
        var request = context.Request;
        var actor = context.Features.GetRequiredFeature<Actor>();
        var line = RequestLog.LineOf(context);
        line?.Operation = parameters.OperationName;
        var (statesCost, isAlone) = CostHeaders.Read(request);
        var asked = new QueryRequest(documents.TextFor(parameters), parameters.OperationName, parameters.Variables)
        {
            AsOf = HistoryHeaders.InstantOf(request),
            IsStamped = HistoryHeaders.AsksForStamp(request),
            Role = actor.RoleScope,
            Actor = actor.Name,
            StatesCost = statesCost,
            Count = SensitiveRead.CountOf(context),
            Observed = observed,
        };
        if (type is null)
        {
            return ExportAsync(context, asked);
        }

        var query = engine.Prepare(asked);
        line?.Operation = query.OperationName;
        RefuseUnsafe(request, query);
        if (isAlone)
        {
            CostHeaders.Write(context.Response, query.Cost);
            return HttpResponses.BytesAsync(context, type.ContentType, CostHeaders.Alone(query.Cost));
        }

        CostHeaders.Spend(context, query.Cost);
        SensitiveRead.Begin(context, query.Sensitive, query.OperationName);
        if (!query.IsQuery)
        {
            RequestBudget.Of(context)?.BeginWrite();
        }

        return RunAsync(context, type, query, asked);
    }

    private async Task RunAsync(HttpContext context, ResponseMediaType type, PreparedQuery query, QueryRequest asked)
    {
        var request = context.Request;
        Func<string, string>? tagOf = IsRead(request) ? state => tags.Create(state, asked, type) : null;
        if (tagOf is not null && request.Headers.IfNoneMatch.Count > 0)
        {
            var tag = tagOf(query.Kept is null ? await engine.StateTagAsync(context.RequestAborted, asked.Actor) : CachedResponse.StateTag);
            if (EntityTags.Holds(request, tag))
            {
                HttpResponses.NotModified(context.Response, tag);
                return;
            }
        }

        await HttpResponses.RunAsync(context, type.ContentType, tagOf, (output, start, cancellation) => query.Kept is { } kept
            ? encodings.SendAsync(context, kept, start, cancellation)
            : engine.RunAsync(query, output, start, cancellation));
    }

    private Task ExportAsync(HttpContext context, QueryRequest asked)
    {
        var request = context.Request;
        var (format, range) = ExportParameters.Wanted(request.Headers.Accept)!.Value;
        var parameters = ExportParameters.FromMediaType(range);
        var export = parameters.LaidOut(engine.ExportOf(asked));
        var variables = asked.Variables.ValueKind == JsonValueKind.Object ? asked.Variables.GetRawText() : string.Empty;
        var question = parameters.Request(format,
            new(export.Entity, $"{request.PathBase}{request.Path} {asked.Document.Text} {variables}".TrimEnd(), clock.Now));
        return answer.SendAsync(context, format, question, export);
    }

    private Task SchemaAsync(HttpContext context)
    {
        context.Features.Set(ResponseMediaType.Problem); // not a GraphQL request
        documents.RefuseOthers();
        var part = context.Request.Query["sdl"].ToString();
        if (part is not ("" or "core"))
        {
            throw RequestErrors.Create(ServerErrorCodes.InvalidParameter,
                "The parameter sdl must be empty, for the whole schema, or core, for the part about rows.", ("parameter", "sdl"));
        }

        var sdl = engine.SdlOf(context.Features.GetRequiredFeature<Actor>().RoleScope, core: part == "core");
        return HttpResponses.TextAsync(context, "text/plain", sdl, EntityTags.OfText(sdl), "private, no-cache");
    }

    internal static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Whether a GET request is a browser's for the address itself, with neither a document nor <c>sdl</c>.</summary>
    internal static bool IsForPeople(HttpRequest request) =>
        request.Path.StartsWithSegments(Path, out var rest) && rest.Value is "" or "/"
        && ResponseMediaType.WantsHtml(request.Headers.Accept)
        && !request.Query.ContainsKey("sdl") && !request.Query.ContainsKey(RequestParameters.Names.Query)
        && !request.Query.ContainsKey(RequestParameters.Names.DocumentId);

    // Null if an export is requested.
    private static ResponseMediaType? Negotiated(HttpRequest request) => ExportParameters.Wanted(request.Headers.Accept) is not null ? null
        : ResponseMediaType.Negotiate(request.Headers.Accept) ?? throw RequestErrors.Create(
            ServerErrorCodes.NotAcceptable,
                $"Accept is '{request.Headers.Accept}'; the server can send application/graphql-response+json and application/json, in " +
                "UTF-8, and for a query of one collection also the export formats.");

    // A page of another site can make a browser send a plain GET request, but not this header or a JSON content type without a preflight. A
    // POST request needs no such rule: it is read only if its content type is JSON.
    private static void RefuseForeign(HttpRequest request)
    {
        var json = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(ResponseMediaType.Json.Name, StringComparison.OrdinalIgnoreCase);
        if (!json && !request.Headers.ContainsKey(PreflightHeader))
        {
            throw RequestErrors.Create(ServerErrorCodes.PreflightRequired,
                $"A GET request needs the header {PreflightHeader} with any value (or Content-Type: application/json), so that other " +
                "sites cannot make a browser send it.");
        }
    }
}
