using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Writes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Imports over HTTP. Input: a table, by <c>POST /import/ENTITY</c>. Output: the report. It rejects requests by method, role, address,
/// headers and parameters, and stores the table in a file without a name until it is complete, so that a slow sender blocks no other
/// writer.
/// </summary>
internal sealed class ImportEndpoint(QueryEngine engine, WriteQueue connection, ChangeClock clock, ExportFiles files,
    ReformGraphOptions options)
{
    public const string Path = "/import/{entity}";

    private const string Table = "table", Mapping = "mapping";

    private static readonly string[] Parameters =
        ["reason", "kind", "effectiveOn", "evidenceReference", "evidenceSha256", "dryRun", "charset", "decimal", "language", "county",
        "sheet", Mapping, "addPlaces", "replace"];

    private static readonly Bilingual TheTable = new("The table", "表格");

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var actor = RequestBudget.BeginPostedWrite(context);
        var body = new SpooledBody(files, "the table", options.RequestLimits.ImportBytes, "Limits:ImportBytes");
        await using var form = FormParts.AreIn(request) ? await FormAsync(request, body, context.RequestAborted) : null;
        var asked = RequestOf(request, actor, form);
        await using var table = form?.File(Table)!.Content ?? await body.ReceiveAsync(request, context.RequestAborted);
        SensitiveRead.Begin(context, SensitiveRead.FieldsOf(asked.Entity)); // the report has the values before
        try
        {
            var report =
                await connection.AloneAsync((database, alone) => asked.RunAsync(database, table, alone, _ => { }, context.RequestAborted),
                    context.RequestAborted);
            SensitiveRead.Add(context, report.Changed.Total);
            RequestError[] errors = report.IsAccepted
                ? [] : [new(ServerErrorCodes.ImportRefused,
                new Bilingual($"{report.Summary.En}. Nothing was imported.",
                    $"{report.Summary.Zh}。未导入任何数据。").In(asked.Language))];
            await HttpResponses.ReportAsync(context, errors, report.ToJson());
        }
        catch (TableException damaged)
        {
            throw RequestErrors.OfFile(
                damaged, TheTable, asked.Format.Unit, asked.Language, ServerErrorCodes.ImportFileDamaged, ServerErrorCodes.ImportTooLarge);
        }
    }

    private static async Task<FormParts> FormAsync(HttpRequest request, SpooledBody table, CancellationToken cancellation)
    {
        var known = new KnownParts(new Dictionary<string, SpooledBody> { [Table] = table }, [Mapping], TableMapping.Longest,
            _ => FormParts.Malformed($"it must have a part named {Table}, may have one named {Mapping}, and has no others"));
        var form = await FormParts.ReceiveAsync(request, known, cancellation);
        return form.File(Table) is not null ? form : throw FormParts.Malformed($"it has no part named {Table}");
    }

    // A browser or curl sends a file that it does not know as bytes or as text.
    private static string? TypeOf(FormFile table) =>
        table.ContentType is null or "" or "application/octet-stream" or "text/plain" && TableFormat.OfFile(table.Name) is { } format
            ? format.MediaType : table.ContentType;

    private ImportRequest RequestOf(HttpRequest request, Actor actor, FormParts? form)
    {
        var entity = EntityOf(request, actor.RoleScope);
        var contentType = form is null ? request.ContentType : TypeOf(form.File(Table)!);
        var format = FormatOf(request, contentType);
        RequestErrors.UnlessKnown(request.Query, Parameters, "An import");
        var note = new ImportNote(One("reason"), One("kind"), One("effectiveOn"), One("evidenceReference"), One("evidenceSha256"))
            .Read(actor.Name, clock.Now, Wrong);
        return new ImportReading(CharsetOf(contentType!, One("charset")), One("decimal"),
            One("language") ?? RequestLanguage.Preferred(request), One("sheet"))
            .For(new(entity, format, note, Truth("dryRun"), options.RequestLimits.Tables)
            {
                Role = actor.RoleScope,
                Register = RegisterOf(),
            }, Wrong);

        RegisterRequest? RegisterOf()
        {
            var mapping = (form?.Field(Mapping) ?? One(Mapping)) is { } text ? Encoding.UTF8.GetBytes(text) : null;
            var (adds, replaces) = (Truth("addPlaces"), Truth("replace"));
            return One("county") is { } county
                ? new(county, mapping is null ? null : TableMapping.Read(mapping, engine.DataModel, entity, Wrong), adds, replaces)
                : mapping is null && !adds && !replaces ? null
                : throw Wrong($"{(mapping is not null ? Mapping : adds ? "addPlaces" : "replace")} requires county.");
        }

        bool Truth(string parameter) => One(parameter) switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"The parameter {parameter} must be true or false."),
        };

        Exception Wrong(string wrong) => RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"A parameter is wrong: {wrong}");

        string? One(string parameter) => request.Query.TryGetValue(parameter, out var values) ? values[0] : null;
    }

    private EntityModel EntityOf(HttpRequest request, RoleScope role)
    {
        var name = (string)request.RouteValues["entity"]!;
        var entity = ImportRequest.Find(engine.DataModel, name)
            ?? throw RequestErrors.Create(ServerErrorCodes.ImportEntityUnknown,
                new Bilingual($"No entity named '{TableException.Shown(name)}' can be imported.",
                    $"没有可导入的实体“{TableException.Shown(name)}”。").In(RequestLanguage.Of(request, "language")),
                ("entities", ImportRequest.EntitiesOf(engine.DataModel).Select(ImportRequest.NameOf)));
        return role.CoversWrites(entity) ? entity : throw new RequestErrorException(role.Writes!.Refusal(entity));
    }

    private static TableFormat FormatOf(HttpRequest request, string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && TableFormat.OfMediaType(type.MediaType.Value!) is { } format
            && (!type.Charset.HasValue || ResponseMediaType.IsUtf8(type)
            || (format.IsText && TextEncoding.Find(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null))
            && StringValues.IsNullOrEmpty(request.Headers.ContentEncoding)
            ? format
            : throw RequestErrors.Create(ServerErrorCodes.UnsupportedMediaType,
                $"The body of an import must be {string.Join(" or ", TableFormat.All.Select(known => known.MediaType).Distinct())}, in " +
                $"UTF-8 (CSV also in {string.Join(", ", TextEncoding.All.Skip(1).Select(encoding => encoding.Name))}) and without a " +
                "content encoding, and its Content-Type must say so.");

    // The parameter takes precedence over the header, which some clients send by default.
    private static string? CharsetOf(string contentType, string? parameter) => parameter ?? (
        MediaTypeHeaderValue.Parse(contentType) is { Charset: { HasValue: true } charset } type && !ResponseMediaType.IsUtf8(type)
            ? HeaderUtilities.RemoveQuotes(charset).ToString() : null);
}
