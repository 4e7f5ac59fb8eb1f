using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.OData;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// OData over HTTP. Input: a GET request below <c>/odata</c>, or several in a batch. Output: rows, or the documents about them. It rejects
/// requests by method, headers and options; what these say about the rows is passed to the engine as a read request with the same limits
/// and permissions as every query.
/// </summary>
internal sealed class ODataEndpoint(QueryEngine engine, TrustedDocuments documents, EntityTags tags, ReformGraphOptions options,
    ILogger<ErrorMiddleware> log)
{
    public const string Root = "/odata";
    public const string Path = Root + "/{**path}";

    private const string PlainText = "text/plain;charset=utf-8";

    // There can be as many scopes as tokens.
    private const int MostModels = 100;

    private readonly ConcurrentDictionary<string, (FeedModel Model, Lazy<string> Metadata)> models = new();

    private int LargestPage => options.Engine.Paging.MaxPageSize;

    /// <summary>Whether a request gets a response in OData's conventions.</summary>
    public static bool Serves(HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public Task HandleAsync(HttpContext context)
    {
        if (!ODataBatch.Serves(context.Request))
        {
            return ReadAsync(context);
        }

        documents.RefuseOthers();
        return new ODataBatch(ReadAsync, options.RequestLimits, log).HandleAsync(context);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var request = context.Request;
        RequestErrors.UnlessRead(request);

        documents.RefuseOthers();
        if (decimal.TryParse(request.Headers[ODataResponse.MaxVersion].ToString()
            .Split(';')[0], CultureInfo.InvariantCulture, out var version) && version < 4)
        {
            throw RequestErrors.Create(ServerErrorCodes.NotAcceptable,
                "OData-MaxVersion is below 4.0, the lowest version that this server supports.");
        }

        var role = context.Features.GetRequiredFeature<Actor>().RoleScope;
        var (model, metadata) = ModelOf(role);
        request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var path);
        var asked = new FeedOptions(model, path.ToUriComponent().TrimStart('/') + request.QueryString, ODataLinks.OptionsOf(request.Query));
        var address = FeedAddress.Parse(asked.Parser, model);
        asked.RefuseOthers(address.Kind);
        ODataLinks.RefuseEndless(request);
        if (address.Kind == FeedKind.Metadata)
        {
            await ODataResponse.SendTextAsync(context, ODataMediaType.OfMetadata(asked["$format"]), metadata.Value);
            return;
        }

        var type = ODataMediaType.Negotiate(asked["$format"], address.Kind is FeedKind.Count or FeedKind.Value ? default
            : request.Headers.Accept);
        if (address.Kind == FeedKind.Service)
        {
            await ODataResponse.SendTextAsync(context, type.ContentType,
                FeedDocuments.Service(model, ODataLinks.AddressOf(request), type.HasContext));
            return;
        }

        await AnswerAsync(context, FeedQuery.Translate(model, address, asked, LargestPage), type);
    }

    private async Task AnswerAsync(HttpContext context, FeedQuery query, ODataMediaType type)
    {
        var (request, response) = (context.Request, context.Response);
        var preferences = ODataPreferences.Read(request, query, LargestPage);
        var run = new ODataExecutor(engine, context, query);
        var after = query.IsPaged ? await run.CursorAsync() : null;
        var asked = run.Asked(query.IsPaged ? query.Page((int)Math.Min(preferences.Size, query.Top ?? preferences.Size), after)
            : query.Single());

        // A row has one tag, whichever of its properties are selected: UI5 takes a different tag for a change when it selects more of them.
        var isRow = query.Kind == FeedKind.Row;
        var form = FormOf(request, type, preferences, isRow);
        var question = isRow ? string.Empty : asked.Question();
        if (request.Headers.IfNoneMatch.Count > 0
            && tags.Create(await engine.StateTagAsync(context.RequestAborted, asked.Actor), question, asked, form) is var held
            && EntityTags.Holds(request, held))
        {
            ODataResponse.NotModified(response, held);
            return;
        }

        using var body = new FeedResponse(
            query, type.HasContext ? $"{ODataLinks.AddressOf(request)}/$metadata#{query.Context}" : null, type.HasExactTexts);
        var pages = query.IsPaged
            ? await ODataPages.ReadAsync(run, query, preferences.Size, LargestPage, preferences.HasSize, after, body)
            : await ODataPages.ReadAsync(run, query, asked, body);
        var tag = tags.Create(pages.State.StateTag, question, asked, form);
        WriteHeaders(context, pages.State, preferences);
        if (body.IsNothing)
        {
            ODataResponse.Nothing(response, tag);
            return;
        }

        if (query.Kind == FeedKind.Rows)
        {
            End(body, request, query, pages, preferences.IsTracking);
        }

        var contentType = query.Kind is FeedKind.Count or FeedKind.Value ? PlainText : type.ContentType;
        await ODataResponse.SendAsync(context, contentType, tag, body.Body);
    }

    // The links are made of the address.
    private static string FormOf(HttpRequest request, ODataMediaType type, ODataPreferences preferences, bool isRow) =>
        $"{type.ContentType} {preferences.Size} {preferences.IsTracking} {preferences.PrefersChanges} " +
        $"{PublicAddress.BaseUrl(request)}{request.Path}{(isRow ? default : request.QueryString)}";

    private static void End(FeedResponse body, HttpRequest request, FeedQuery query, ODataPages pages, bool isTracking) => body.End(
        pages.Place is null
            ? null : ODataLinks.Next(request, query.Now, pages.State.Stamp!.Sequence, pages.Place, query.Top - pages.Rows),
        isTracking ? ODataLinks.Delta(request, pages.State.Token!) : null);

    private static void WriteHeaders(HttpContext context, ResponseHead state, ODataPreferences preferences)
    {
        HistoryHeaders.Write(context.Response,
            state with { AsOf = state.Stamp!.Sequence, Stamp = HistoryHeaders.AsksForStamp(context.Request) ? state.Stamp : null });
        context.Response.Headers[ODataResponse.PreferenceApplied] = preferences.Applied;
    }

    private (FeedModel Model, Lazy<string> Metadata) ModelOf(RoleScope role)
    {
        if (models.Count >= MostModels)
        {
            models.Clear();
        }

        return models.GetOrAdd(role.Key, _ =>
        {
            var model = new FeedModel(engine.DataModel, role);
            return (model, new Lazy<string>(() => FeedDocuments.Metadata(model)));
        });
    }
}
