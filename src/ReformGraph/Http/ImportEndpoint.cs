using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Access;
using ReformGraph.Database;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Import;
using ReformGraph.Writes;

namespace ReformGraph.Http;

/// <summary>
/// Imports over HTTP. In comes a table by <c>POST /import/ENTITY</c>; out goes the report. It refuses by method, role, address, headers and
/// parameters, and holds the table in a file without a name until all of it is there, so that a slow sender stops no other writer.
/// </summary>
internal sealed class ImportEndpoint(QueryEngine engine, WriterLane lane, ReformGraphOptions options)
{
    public const string Path = "/import/{entity}";

    private static readonly string[] Parameters = ["reason", "kind", "effectiveOn", "evidenceReference", "evidenceSha256", "dryRun"];

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            throw Refusal.Method(ErrorCodes.MethodNotAllowed, $"The method {request.Method} is not served here; send POST.", "POST");
        }

        var actor = context.Features.GetRequiredFeature<Actor>();
        Permissions.Write.Require(actor.Role.Name());
        var asked = RequestOf(request, actor);
        await using var table = await ReadBodyAsync(request, context.RequestAborted);
        try
        {
            var report = await lane.AloneAsync(clock => RunAsync(asked, table, clock, context.RequestAborted), context.RequestAborted);
            RequestError[] errors = report.IsAccepted ? [] : [new(ErrorCodes.ImportRefused, $"{report}. Nothing was imported.")];
            await Answer.ReportAsync(context, errors, report.ToJson());
        }
        catch (TableException damaged)
        {
            (string, object?)[] details = [("row", damaged.Number), ("column", damaged.Column), ("value", damaged.Value is { } value ? TableException.Shown(value) : null), ("expected", damaged.Expected)];
            throw Refusal.Of(ErrorCodes.ImportFileDamaged, $"The table, {damaged.Say(asked.Format.Unit)}", [.. details.Where(detail => detail.Item2 is not null).Select(detail => (detail.Item1, detail.Item2!))]);
        }
    }

    private async Task<ImportReport> RunAsync(ImportRequest asked, Stream table, ChangeClock clock, CancellationToken cancellation)
    {
        await using var database = await DatabaseFile.WritingContextOfAsync(options.Database.File, options.Writes.LockWait);
        return await asked.RunAsync(database, table, clock, _ => { }, cancellation);
    }

    private ImportRequest RequestOf(HttpRequest request, Actor actor)
    {
        var name = (string)request.RouteValues["entity"]!;
        var entity = ImportRequest.Find(engine.Catalog, name)
            ?? throw Refusal.Of(ErrorCodes.ImportEntityUnknown, $"Nothing of the name '{TableException.Shown(name)}' can be imported.", ("entities", ImportRequest.EntitiesOf(engine.Catalog).Select(ImportRequest.NameOf)));
        var format = FormatOf(request);
        foreach (var (parameter, values) in request.Query)
        {
            if (!Parameters.Contains(parameter) || values.Count > 1)
            {
                throw Refusal.Of(ErrorCodes.InvalidParameter, $"An import takes each of these parameters once at most: {string.Join(", ", Parameters)}; '{TableException.Shown(parameter)}' is another, or stands there twice.");
            }
        }

        var note = new ImportNote(One("reason"), One("kind"), One("effectiveOn"), One("evidenceReference"), One("evidenceSha256"))
            .Read(actor.Name, wrong => Refusal.Of(ErrorCodes.InvalidParameter, $"A parameter is wrong: {wrong}"));
        return new(entity, format, note, One("dryRun") switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw Refusal.Of(ErrorCodes.InvalidParameter, "The parameter dryRun must be true or false."),
        });

        string? One(string parameter) => request.Query.TryGetValue(parameter, out var values) ? values[0] : null;
    }

    private static TableFormat FormatOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && TableFormat.OfMediaType(type.MediaType.Value!) is { } format
            && (!type.Charset.HasValue || AnswerMediaType.IsUtf8(type)) && StringValues.IsNullOrEmpty(request.Headers.ContentEncoding)
            ? format
            : throw Refusal.Of(ErrorCodes.UnsupportedMediaType, $"The body of an import must be {string.Join(" or ", TableFormat.All.Select(known => known.MediaType))}, in UTF-8 and without a content encoding, and its Content-Type must say so.");

    private async Task<FileStream> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        RefuseLength(request.ContentLength ?? 0, request.ContentLength);
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 81_920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            File.Delete(path); // at once, as a server that is killed closes nothing
            await CopyAsync(request, file, cancellation);
            return file.Length > 0 ? file : throw Refusal.Of(ErrorCodes.BodyMissing, "The request has no body; send the table.");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task CopyAsync(HttpRequest request, FileStream file, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        using var sending = ClientPace.Receive(request.HttpContext);
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
            {
                RefuseLength(file.Length + read, request.ContentLength);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        catch (BadHttpRequestException broken)
        {
            throw Refusal.Of(ErrorCodes.BodyNotReadable, $"The body did not arrive as announced: {broken.Message}");
        }
    }

    private void RefuseLength(long length, long? announced)
    {
        var most = options.RequestLimits.ImportBytes;
        if (length > most)
        {
            throw Refusal.OverLimit(ErrorCodes.BodyTooLarge, $"The table is larger than {most} bytes.", "Limits:ImportBytes", announced, most);
        }
    }
}
