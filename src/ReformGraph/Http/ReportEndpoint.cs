using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Writes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Export;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Adds reports over HTTP. Input: a form with a report, the figures and checks of a draft and what is stated about the report, by
/// <c>POST /reports</c>. Output: what was done. It rejects requests by method, role, headers, fields and size, and stores the form in a
/// file without a name until it is complete, so that a slow sender blocks no other writer.
/// </summary>
internal sealed class ReportEndpoint(WriteQueue connection, ChangeClock clock, ExportFiles files, ReformGraphOptions options)
{
    public const string Path = "/reports";

    private const int LongestField = 16_384;
    private const string Report = "report", Figures = "figures", Checks = "checks";

    private static readonly string[] Fields = [.. ReportFields.All.Select(field => field.Name),
        "reason", "kind", "effectiveOn", "evidenceReference", "evidenceSha256", "dryRun", "language"];

    private static readonly Bilingual TheReport = new("The report", "报告"), TheFigures = new("The draft of the figures", "数据草稿"),
        TheChecks = new("The table of checks", "校验表");

    private KnownParts Known { get; } = new(
        new Dictionary<string, SpooledBody>
        {
            [Report] = new(files, "the report", options.RequestLimits.ReportBytes, "Limits:ReportBytes"),
            [Figures] = new(files, "the draft of the figures", options.RequestLimits.ImportBytes, "Limits:ImportBytes"),
            [Checks] = new(files, "the table of checks", options.RequestLimits.ImportBytes, "Limits:ImportBytes"),
        },
        Fields,
        LongestField,
        name => Wrong($"A form has these parts, each at most once: the files {Report}, {Figures}, {Checks}, and the fields " +
            $"{string.Join(", ", Fields)}. '{TableException.Shown(name)}' is not one of them, or is given twice."));

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var actor = RequestBudget.BeginPostedWrite(context);
        RequestErrors.UnlessKnown(request.Query, [], "/reports, whose form has fields instead,");
        await using var parts = FormParts.AreIn(request) ? await FormParts.ReceiveAsync(request, Known, context.RequestAborted)
            : throw RequestErrors.Create(ServerErrorCodes.UnsupportedMediaType,
                "The body must be multipart/form-data, and its Content-Type must say so.");
        var language = LanguageOf(request, parts);
        var asked = RequestOf(parts, actor, language);
        var done = await connection.AloneAsync(
            (database, alone) => RunAsync(asked, parts, database, alone, context.RequestAborted), context.RequestAborted);
        RequestError[] errors = done.IsAccepted ? [] : [new(ServerErrorCodes.ReportRefused,
            new Bilingual($"{done.Summary.En}. Nothing was added.", $"{done.Summary.Zh}。未新增任何数据。").In(language))];
        await HttpResponses.ReportAsync(context, errors, done.ToJson());
    }

    private ReportRequest RequestOf(FormParts parts, Actor actor, Language language)
    {
        var note = new ImportNote(Given("reason"), Given("kind"), Given("effectiveOn"), Given("evidenceReference"), Given("evidenceSha256"))
            .Read(actor.Name, clock.Now, wrong => Wrong($"A field of the form is wrong: {wrong}"));
        var stated = ReportFields.Read(Given, (name, wrong) => Wrong(
            new Bilingual($"The field {name} {wrong.En}.", $"字段 {name} {wrong.Zh}。").In(language)));
        var report = parts.File(Report) ?? throw Wrong($"The form has no file {Report}: a text or a Word file.");
        var format = ReportFormat.OfMediaType(report.MediaType) ?? ReportFormat.OfFile(report.Name)
            ?? throw Unsupported(Report, ReportFormat.All.Select(known => known.MediaType));
        return new(stated, Reading(TheReport, format.Unit, language, ServerErrorCodes.ReportNotReadable, ServerErrorCodes.ReportTooLarge,
            () => format.Read(report.Content, options.RequestLimits.ReportBytes)), note, IsDryRun(Given("dryRun")), language)
        {
            Scope = actor.RoleScope.Writes,
        };

        string? Given(string field) => GivenIn(parts, field);
    }

    private Task<ReportLoading> RunAsync(ReportRequest asked, FormParts parts, ReformDbContext database, ChangeClock alone,
        CancellationToken cancellation)
    {
        var limits = options.RequestLimits.Tables;
        var (draft, confirmed) = (TableOf(parts, Figures), TableOf(parts, Checks));
        return asked.RunAsync(database, result => new(
            Rows(TheFigures, draft, asked.Language, (file, format) => DraftFile.Read(file, format, limits, result)),
            Rows(TheChecks, confirmed, asked.Language, (file, format) => CheckFile.Read(file, format, limits, result))),
            alone, cancellation);
    }

    private static (FormFile File, TableFormat Format)? TableOf(FormParts parts, string name) => parts.File(name) is not { } file ? null
        : (file, DraftCells.Formats.FirstOrDefault(known =>
                file.MediaType.Equals(known.MediaType, StringComparison.OrdinalIgnoreCase)
                || file.Name.EndsWith(known.Extension, StringComparison.OrdinalIgnoreCase))
            ?? throw Unsupported(name, DraftCells.Formats.Select(known => known.MediaType)));

    private static IReadOnlyList<T> Rows<T>(Bilingual what, (FormFile File, TableFormat Format)? table, Language language,
        Func<Stream, TableFormat, IReadOnlyList<T>> read) => table is not { } given ? []
        : Reading(what, given.Format.Unit, language, ServerErrorCodes.ImportFileDamaged, ServerErrorCodes.ImportTooLarge,
            () => read(given.File.Content, given.Format));

    private static T Reading<T>(Bilingual what, string unit, Language language, ErrorCode notReadable, ErrorCode tooLarge, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TableException damaged)
        {
            throw RequestErrors.OfFile(damaged, what, unit, language, notReadable, tooLarge);
        }
    }

    private static Language LanguageOf(HttpRequest request, FormParts parts) => (GivenIn(parts, "language")
        ?? RequestLanguage.Preferred(request)) switch
    {
        "en" => Language.English,
        "zh" => Language.Chinese,
        _ => throw Wrong("The field language must be en or zh."),
    };

    private static bool IsDryRun(string? text) => text switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Wrong("The field dryRun must be true or false."),
    };

    private static string? GivenIn(FormParts parts, string field) => parts.Field(field) is { Length: > 0 } text ? text : null;

    private static RequestErrorException Wrong(string message) => RequestErrors.Create(ServerErrorCodes.InvalidParameter, message);

    private static RequestErrorException Unsupported(string part, IEnumerable<string> types) => RequestErrors.Create(
        ServerErrorCodes.UnsupportedMediaType,
        $"The file {part} must be {string.Join(" or ", types)}, and its Content-Type or the extension of its name must say so.");
}
