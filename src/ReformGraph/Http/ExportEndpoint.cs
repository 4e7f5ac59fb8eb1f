using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;
using ReformGraph.Export;
using ReformGraph.History;

namespace ReformGraph.Http;

/// <summary>
/// Exports over HTTP. In comes <c>GET /export/COLLECTION.FORMAT</c>; out go all rows of the collection. It refuses by method, address and
/// parameters; what these say of the rows is the engine's affair, which takes them as a GraphQL query.
/// </summary>
internal sealed class ExportEndpoint(QueryEngine engine, TrustedDocuments documents, EntityTags tags, ExportFiles files, ReformGraphOptions options, ChangeClock clock)
{
    public const string Path = "/export/{file}";

    private const int LongestShown = 100;

    private static readonly string[] Parameters = ["select", "where", "order", "asOf", IncrementalPull.ChangedSince, IncrementalPull.RangeStart, IncrementalPull.RangeEnd, "labels", "bom"];

    private readonly IReadOnlyDictionary<string, EntityModel> entities = ExportName.EntitiesOf(engine.Catalog);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (RequestRefusedException refused)
        {
            // The document is not the client's own: a place in it would say nothing.
            await Answer.RefuseAsync(context, [.. refused.Errors.Select(error => error with { Locations = [] })]);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var isHead = HttpMethods.IsHead(request.Method);
        if (!isHead && !HttpMethods.IsGet(request.Method))
        {
            throw Refusal.Method(ErrorCodes.MethodNotAllowed, $"The method {request.Method} is not served here; send GET.", "GET", "HEAD");
        }

        documents.RefuseOthers();
        RefuseUnknown(request.Query);
        var (entity, format) = FileOf((string)request.RouteValues["file"]!);
        var question = new ExportRequest(entity, $"{request.PathBase}{request.Path}{request.QueryString}", clock.Now, IsMarked(request.Query, format));
        var asked = QuestionOf(request, entity, context.Features.GetRequiredFeature<Actor>().Role.Name());
        if (format.IsFile)
        {
            await SendFileAsync(context, format, question, asked);
            return;
        }

        var export = engine.Prepare(asked);
        string TagOf(string state) => tags.Of(state, export.Document, asked, $"{format.Extension} {asked.Enums} {question.IsMarked}");
        if (request.Headers.IfNoneMatch.Count > 0 && TagOf(await engine.StateTagAsync(context.RequestAborted)) is var tag && EntityTags.Holds(request, tag))
        {
            Answer.NotModified(context.Response, tag);
            return;
        }

        await Answer.RunAsync(context, format.MediaType + format.Parameters, TagOf, (output, start, cancellation) => export.RunAsync(format.Writer(question), output, Start(start), isHead, cancellation));

        Action<AnswerHead> Start(Action<AnswerHead> start) => head =>
        {
            start(head);
            context.Response.Headers.ContentDisposition = ExportName.Disposition(entity, format, DateOnly.FromDateTime(clock.Now), asked.AsOf is null ? null : head.AsOf);
        };
    }

    // A file always has the stamp in it.
    private async Task SendFileAsync(HttpContext context, ExportFormat format, ExportRequest question, ExportQuery asked)
    {
        var export = engine.Prepare(asked with { IsStamped = true });
        string KeyOf(string state) => tags.KeyOf(state, export.Document, asked, $"{format.Extension} {question.Address}");
        var key = KeyOf(await engine.StateTagAsync(context.RequestAborted));
        if (EntityTags.HeldFile(context.Request, key) is { } held)
        {
            Answer.NotModified(context.Response, held);
            return;
        }

        var open = await files.OpenAsync(key, WriteAsync, context.RequestAborted);
        var head = open.File.Head;
        context.Response.Headers.ContentDisposition = ExportName.Disposition(question.Entity, format, DateOnly.FromDateTime(clock.Now), asked.AsOf is null ? null : head.AsOf);
        await Answer.FileAsync(context, format.MediaType, EntityTags.OfFile(KeyOf(head.StateTag), open.File.Digest), asked.IsStamped ? head : head with { Stamp = null }, open.Content);

        async Task WriteAsync(PipeWriter output, Action<AnswerHead> start, CancellationToken cancellation)
        {
            using var writer = format.Writer(question);
            await export.RunAsync(writer, output, start, isHeadOnly: false, cancellation);
        }
    }

    private (EntityModel Entity, ExportFormat Format) FileOf(string file)
    {
        var point = file.LastIndexOf('.');
        var (name, extension) = point < 0 ? (file, "") : (file[..point], file[(point + 1)..]);
        var entity = entities.GetValueOrDefault(name)
            ?? throw Refusal.Of(ErrorCodes.ExportCollectionUnknown, $"There is no collection '{Shown(name)}' to be exported.", ("collections", entities.Keys.Order(StringComparer.Ordinal)));
        var format = ExportFormat.All.FirstOrDefault(format => format.Extension == extension)
            ?? throw Refusal.Of(ErrorCodes.ExportFormatUnknown, $"'{Shown(extension)}' is no format of exports; ask for {name}.csv.", ("formats", ExportFormat.All.Select(format => format.Extension)));
        return (entity, format);
    }

    private ExportQuery QuestionOf(HttpRequest request, EntityModel entity, string role)
    {
        var header = HistoryHeaders.Read(request, new QueryRequest("", null, default));
        var columns = One(request.Query, "select") is { } select ? ExportColumns.Selected(entity, select) : ExportColumns.Usual(entity, role);
        var since = IncrementalPull.Since(entity, One(request.Query, IncrementalPull.ChangedSince));
        if (since is not null)
        {
            IncrementalPull.RequireTracked(entity, [.. columns], "id", "code");
            foreach (var parameter in (string[])["where", "order", IncrementalPull.RangeStart, IncrementalPull.RangeEnd])
            {
                IncrementalPull.RefuseBeside(parameter, request.Query.ContainsKey(parameter));
            }
        }

        return new(entity, columns, Where(), Json("order"))
        {
            Since = since,
            Role = role,
            AsOf = One(request.Query, "asOf") is { } asOf ? InstantOf(asOf) : header.AsOf,
            IsStamped = header.IsStamped,
            Enums = One(request.Query, "labels") switch
            {
                null or "code" => EnumText.Name,
                "zh" => EnumText.LabelZh,
                "en" => EnumText.LabelEn,
                _ => throw Refusal.Of(ErrorCodes.InvalidParameter, "The parameter labels must be code, zh or en.", ("parameter", "labels")),
            },
        };

        JsonElement Where()
        {
            var where = Json("where");
            var recorded = IncrementalPull.FirstRecorded(entity, One(request.Query, IncrementalPull.RangeStart), One(request.Query, IncrementalPull.RangeEnd));
            return recorded is null ? where
                : JsonElement.Parse(where.ValueKind == JsonValueKind.Undefined ? recorded.ToJsonString() : $$"""{"and":[{{where.GetRawText()}},{{recorded.ToJsonString()}}]}""", new JsonDocumentOptions { MaxDepth = int.MaxValue });
        }

        JsonElement Json(string name) => One(request.Query, name) is { } text ? RequestJson.Parse(Encoding.UTF8.GetBytes(text), $"parameter {name}", options.RequestLimits) : default;
    }

    private static AsOf InstantOf(string text) => AsOf.Parse(text) ?? throw Refusal.Of(
        ErrorCodes.AsOfMalformed, $"asOf is '{Shown(text)}'; it must be the sequence number of a change, such as 12, or an instant with its time and offset, such as 2026-11-25T08:00:00Z.");

    private static bool IsMarked(IQueryCollection query, ExportFormat format) => One(query, "bom") switch
    {
        null or "false" => false,
        "true" when format == ExportFormat.Csv => true,
        _ => throw Refusal.Of(ErrorCodes.InvalidParameter, "The parameter bom must be true or false, and is true for CSV only.", ("parameter", "bom")),
    };

    private static void RefuseUnknown(IQueryCollection query)
    {
        foreach (var (parameter, values) in query)
        {
            if (!Parameters.Contains(parameter) || values.Count > 1)
            {
                throw Refusal.Of(ErrorCodes.InvalidParameter, $"An export takes each of these parameters once at most: {string.Join(", ", Parameters)}; '{Shown(parameter)}' is another, or stands there twice.", ("parameter", Shown(parameter)));
            }
        }
    }

    private static string? One(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values[0] : null;

    private static string Shown(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}...";
}
