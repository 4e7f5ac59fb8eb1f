using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Export;
using ReformGraph.History;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Exports over HTTP. Input: <c>GET /export/COLLECTION.FORMAT</c>. Output: all rows of the collection. It rejects requests by method,
/// address and parameters; what these say about the rows is passed to the engine as a read request.
/// </summary>
internal sealed class ExportEndpoint(QueryEngine engine, TrustedDocuments documents, ExportResponse answer, ReformGraphOptions options,
    ChangeClock clock)
{
    public const string Path = "/export/{file}";

    private const string Select = "select", View = "view", Wide = "wide", Document = "document", Variables = "variables";

    private static readonly string[] BesideDocument = [Document, Variables, .. ExportParameters.Names];

    private static readonly string[] Parameters = [Select, View, "where", "order", "asOf", IncrementalPull.ChangedSince,
        IncrementalPull.RangeStart, IncrementalPull.RangeEnd, .. BesideDocument];

    private readonly IReadOnlyDictionary<string, EntityModel> entities = ExportName.EntitiesOf(engine.DataModel);

    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        RequestErrors.UnlessRead(request);

        RefuseUnknown(request.Query);
        var (entity, format) = FileOf((string)request.RouteValues["file"]!);
        var parameters = new ExportParameters(name => One(request.Query, name));
        var question = parameters.Request(format, new(entity, $"{request.PathBase}{request.Path}{request.QueryString}", clock.Now));
        var role = context.Features.GetRequiredFeature<Actor>().RoleScope;
        var asked = One(request.Query, Document) is { } name ? DocumentOf(request, entity, name, role) : QuestionOf(request, entity, role);
        return answer.SendAsync(context, format, question, parameters.LaidOut(asked, isWide: request.Query.ContainsKey(View)));
    }

    private (EntityModel Entity, ExportFormat Format) FileOf(string file)
    {
        var point = file.LastIndexOf('.');
        var (name, extension) = point < 0 ? (file, "") : (file[..point], file[(point + 1)..]);
        var entity = entities.GetValueOrDefault(name)
            ?? throw RequestErrors.Create(ServerErrorCodes.ExportCollectionUnknown,
                $"There is no collection '{SourceText.Shorten(name)}' to export.",
                ("collections", entities.Keys.Order(StringComparer.Ordinal)));
        var format = ExportFormat.All.FirstOrDefault(format => format.Extension == extension)
            ?? throw RequestErrors.Create(ServerErrorCodes.ExportFormatUnknown,
                $"'{SourceText.Shorten(extension)}' is not an export format. Ask for {name}.csv.",
                ("formats", ExportFormat.All.Select(format => format.Extension)));
        return (entity, format);
    }

    private ExportQuery DocumentOf(HttpRequest request, EntityModel entity, string name, RoleScope role)
    {
        if (request.Query.Keys.FirstOrDefault(key => !BesideDocument.Contains(key)) is { } other)
        {
            throw RequestErrors.Create(ServerErrorCodes.InvalidParameter,
                $"{SourceText.Shorten(other)} cannot be combined with document, which selects the rows and columns.",
                ("parameter", other));
        }

        var parameters = new RequestParameters(null, name, null, Json(request, Variables));
        var asked = engine.ExportOf(new QueryRequest(documents.TextFor(parameters), null, parameters.Variables)
        {
            AsOf = HistoryHeaders.InstantOf(request),
            IsStamped = HistoryHeaders.AsksForStamp(request),
            Role = role,
        });
        return asked.Entity == entity
            ? asked
            : throw RequestErrors.Create(ServerErrorCodes.InvalidParameter,
                $"The document '{name}' selects {asked.Entity.Plural}, not {entity.Plural}.", ("parameter", Document));
    }

    private ExportQuery QuestionOf(HttpRequest request, EntityModel entity, RoleScope role)
    {
        documents.RefuseOthers();
        if (request.Query.ContainsKey(Variables))
        {
            throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, "variables requires the parameter document.",
                ("parameter", Variables));
        }

        var asOf = HistoryHeaders.InstantOf(request);
        var since = IncrementalPull.Since(entity, One(request.Query, IncrementalPull.ChangedSince));
        var columns = ColumnsOf(request, entity, role, since is not null);
        if (since is not null)
        {
            IncrementalPull.RequireTracked(entity, [.. columns], "id", "code");
            foreach (var parameter in (string[])["where", "order", IncrementalPull.RangeStart, IncrementalPull.RangeEnd])
            {
                IncrementalPull.RefuseBeside(parameter, request.Query.ContainsKey(parameter));
            }
        }

        return new(entity, columns, Where(), Json(request, "order"))
        {
            Since = since,
            Role = role,
            AsOf = One(request.Query, "asOf") is { } stated ? InstantOf(stated) : asOf,
            IsStamped = HistoryHeaders.AsksForStamp(request),
        };

        JsonElement Where()
        {
            var where = Json(request, "where");
            var recorded = IncrementalPull.FirstRecorded(entity, One(request.Query, IncrementalPull.RangeStart),
                One(request.Query, IncrementalPull.RangeEnd));
            return recorded is null ? where
                : JsonElement.Parse(
                    where.ValueKind == JsonValueKind.Undefined
                    ? recorded.ToJsonString() : $$"""{"and":[{{where.GetRawText()}},{{recorded.ToJsonString()}}]}""",
                    new JsonDocumentOptions { MaxDepth = int.MaxValue });
        }
    }

    private static IReadOnlyList<string> ColumnsOf(HttpRequest request, EntityModel entity, RoleScope role, bool areChanges) =>
        (One(request.Query, Select), One(request.Query, View)) switch
        {
            (null, null) when areChanges =>
                [.. ExportColumns.Usual(entity, role).Where(column => IncrementalPull.IsTracked(entity, column))],
            (null, null) => ExportColumns.Usual(entity, role),
            (null, Wide) => ExportColumns.Wide(entity),
            ({ } select, null) => ExportColumns.Selected(entity, select),
            _ => throw RequestErrors.Create(ServerErrorCodes.InvalidParameter,
                $"The parameter {View} must be {Wide}, and cannot be combined with {Select}.", ("parameter", View)),
        };

    private JsonElement Json(HttpRequest request, string name) =>
        One(request.Query, name) is { } text
        ? RequestJson.Parse(Encoding.UTF8.GetBytes(text), $"parameter {name}", options.RequestLimits) : default;

    private static AsOf InstantOf(string text) => AsOf.Parse(text) ?? throw RequestErrors.Create(
        ServerErrorCodes.AsOfMalformed, $"asOf is '{SourceText.Shorten(text)}'; it must be {AsOf.Form}.");

    private static void RefuseUnknown(IQueryCollection query)
    {
        foreach (var (parameter, values) in query)
        {
            if (!Parameters.Contains(parameter) || values.Count > 1)
            {
                throw RequestErrors.Create(ServerErrorCodes.InvalidParameter,
                    $"An export accepts these parameters, each at most once: {string.Join(", ", Parameters)}. " +
                    $"'{SourceText.Shorten(parameter)}' is not one of them, or is given twice.",
                        ("parameter", SourceText.Shorten(parameter)));
            }
        }
    }

    private static string? One(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values[0] : null;
}
