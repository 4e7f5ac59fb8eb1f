using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>
/// OData over HTTP. In comes a GET below <c>/odata</c>; out go rows, or the documents about them. It refuses by method, headers and options; what
/// these say of the rows is the engine's affair, which takes them as a GraphQL query with the same limits and permissions as every other.
/// </summary>
internal sealed class ODataEndpoint(QueryEngine engine, TrustedDocuments documents, EntityTags tags, ReformGraphOptions options)
{
    public const string Root = "/odata";
    public const string Path = Root + "/{**path}";

    // An answer is held as text, as the tree of its values and as the JSON that is made of it.
    private const int MostBytes = 4 * 1024 * 1024;
    private const int Smaller = 8;

    private readonly ConcurrentDictionary<string, (FeedModel Model, Lazy<string> Metadata)> models = new();

    private int LargestPage => options.Engine.Paging.MaxPageSize;

    /// <summary>Whether a request is answered by OData's conventions.</summary>
    public static bool Serves(HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        Refusal.UnlessRead(request);

        documents.RefuseOthers();
        if (decimal.TryParse(request.Headers["OData-MaxVersion"].ToString().Split(';')[0], CultureInfo.InvariantCulture, out var version) && version < 4)
        {
            throw Refusal.Of(ErrorCodes.NotAcceptable, "OData-MaxVersion is below 4.0, which is the version that is served.");
        }

        var role = context.Features.GetRequiredFeature<Actor>().Role.Name();
        var (model, metadata) = models.GetOrAdd(role, ModelOf);
        request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var path);
        var asked = new FeedOptions(model, path.ToUriComponent().TrimStart('/') + request.QueryString, ODataLinks.OptionsOf(request.Query));
        var address = FeedAddress.Of(asked.Parser, model);
        asked.RefuseOthers(address.Kind);
        if (address.Kind == FeedKind.Metadata)
        {
            await ODataAnswer.SendTextAsync(context, ODataMediaType.OfMetadata(asked["$format"]), metadata.Value);
            return;
        }

        var type = ODataMediaType.Of(asked["$format"], address.Kind == FeedKind.Count ? default : request.Headers.Accept);
        if (address.Kind == FeedKind.Service)
        {
            await ODataAnswer.SendTextAsync(context, type.ContentType, FeedDocuments.Service(model, ODataLinks.AddressOf(request), type.HasContext));
            return;
        }

        await AnswerAsync(context, FeedQuery.Of(model, address, asked, LargestPage), type);
    }

    private async Task AnswerAsync(HttpContext context, FeedQuery query, ODataMediaType type)
    {
        var (request, response) = (context.Request, context.Response);
        var prefer = request.Headers[ODataAnswer.Prefer];
        var preferred = ODataLinks.PageSizeOf(prefer);
        var size = Math.Min(preferred ?? LargestPage, LargestPage);
        var isPaged = query is { Kind: FeedKind.Rows, IsTotal: false };
        var isTracking = isPaged && query.IsTrackable && (query.Since is not null || ODataLinks.IsTracking(prefer));
        var first = (int)Math.Min(size, query.Top ?? size);
        var asked = Asked(context, query, isPaged ? query.Page(first, query.After) : query.Single());
        var form = $"{type.ContentType} {LargestPage} {size} {isTracking}";
        if (request.Headers.IfNoneMatch.Count > 0 && tags.Of(await engine.StateTagAsync(context.RequestAborted), asked, form) is var held && EntityTags.Holds(request, held))
        {
            ODataAnswer.NotModified(response, held);
            return;
        }

        var (answer, state) = isPaged ? await RunPageAsync() : await RunAsync(asked, context.RequestAborted);
        using var body = answer;
        var tag = tags.Of(state.StateTag, asked, form);
        response.Headers[HistoryHeaders.AsOfSequence] = state.Stamp!.Sequence.ToString(CultureInfo.InvariantCulture);
        response.Headers[HistoryHeaders.ChangeToken] = $"{state.Token}";
        response.Headers[ODataAnswer.PreferenceApplied] = ODataLinks.Applied(isPaged && preferred is not null ? size : null, isTracking && query.Since is null);
        var found = query.Read(body.RootElement);
        if (found.ValueKind == JsonValueKind.Null)
        {
            ODataAnswer.Nothing(response, tag);
        }
        else if (query.Kind == FeedKind.Count)
        {
            await ODataAnswer.SendAsync(context, "text/plain;charset=utf-8", tag, Encoding.UTF8.GetBytes(found.GetProperty("totalCount").GetRawText()));
        }
        else
        {
            var head = new FeedHead(type.HasContext ? $"{ODataLinks.AddressOf(request)}/$metadata#{query.Context}" : null)
            {
                NextLink = isPaged && NextOf(found) is { } cursor && (query.Top is not { } top || top > first) ? ODataLinks.Next(request, state.Stamp.Sequence, cursor, query.Top - first) : null,
                DeltaLink = isTracking ? ODataLinks.Delta(request, state.Token!) : null,
            };
            await ODataAnswer.SendAsync(context, type.ContentType, tag, FeedAnswer.Of(query, head, found));
        }

        // How large a page is, is the server's to say: one that would be too large is made smaller, and its next link leads on.
        async Task<(JsonDocument Answer, AnswerHead State)> RunPageAsync()
        {
            while (true)
            {
                try
                {
                    return await RunAsync(query.Skip > 0 ? await SkipAsync(context, query, first) : Asked(context, query, query.Page(first, query.After)), context.RequestAborted);
                }
                catch (RequestRefusedException refused) when (refused.Errors[0].Code == ErrorCodes.AnswerTooLarge && first > 1)
                {
                    first = Math.Max(1, first / Smaller);
                }
            }
        }
    }

    // Rows are sought by key and never counted off; those of a $skip are passed by in pages without rows, as of the state of the first of them.
    private async Task<QueryRequest> SkipAsync(HttpContext context, FeedQuery query, int first)
    {
        var after = query.After;
        long? sequence = null;
        for (var rest = query.Skip; rest > 0; rest -= LargestPage)
        {
            var (answer, state) = await RunAsync(AsOf(Asked(context, query, query.Walk(Math.Min(rest, LargestPage), after))), context.RequestAborted);
            using var body = answer;
            sequence ??= state.Stamp!.Sequence;
            after = query.Read(body.RootElement).GetProperty("pageInfo").GetProperty("endCursor").GetString() ?? after;
        }

        return AsOf(Asked(context, query, query.Page(first, after)));

        QueryRequest AsOf(QueryRequest request) => sequence is null ? request : request with { AsOf = new(sequence, null) };
    }

    private async Task<(JsonDocument Answer, AnswerHead State)> RunAsync(QueryRequest request, CancellationToken cancellation)
    {
        AnswerHead? state = null;
        using var text = new BoundedText();
        await engine.RunAsync(Prepared(request), PipeWriter.Create(text, new StreamPipeWriterOptions(leaveOpen: true)), head => state = head, cancellation);
        return (JsonDocument.Parse(text.GetBuffer().AsMemory(0, (int)text.Length), new JsonDocumentOptions { MaxDepth = 128 }), state!);
    }

    /// <summary>The text of an answer, which must not be too long.</summary>
    private sealed class BoundedText : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Length + buffer.Length <= MostBytes
            ? base.WriteAsync(buffer, cancellationToken)
            : throw Refusal.Of(ErrorCodes.AnswerTooLarge, $"The answer is larger than {MostBytes} bytes. Give the lists in $expand a smaller $top, or choose fewer properties by $select.");
    }

    private PreparedQuery Prepared(QueryRequest request)
    {
        try
        {
            return engine.Prepare(request);
        }
        catch (RequestRefusedException refused) when (refused.Errors[0].Code is var code && (code == ErrorCodes.CursorMalformed || code == ErrorCodes.CursorOfAnotherOrder))
        {
            throw Refusal.Of(code, "The $skiptoken is not one of this address; follow @odata.nextLink as it was given.", (FeedRefusal.Target, "$skiptoken"));
        }
    }

    private static QueryRequest Asked(HttpContext context, FeedQuery query, QueryRequest request)
    {
        var actor = context.Features.GetRequiredFeature<Actor>();
        var asked = HistoryHeaders.Read(context.Request, request) with { Role = actor.Role.Name(), Actor = actor.Name, IsStamped = true, IsTokened = true, Since = query.Since };
        return query.AsOf is null ? asked : asked with { AsOf = query.AsOf };
    }

    private static string? NextOf(JsonElement connection) => connection.GetProperty("pageInfo") is var info && info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;

    private (FeedModel Model, Lazy<string> Metadata) ModelOf(string role)
    {
        var model = new FeedModel(engine.Catalog, role);
        return (model, new Lazy<string>(() => FeedDocuments.Metadata(model)));
    }
}
