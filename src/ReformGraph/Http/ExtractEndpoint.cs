using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Access;
using ReformGraph.Domain.Rules;
using ReformGraph.Export;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Proposes the figures of a report, or its checks, over HTTP. Input: the report, by <c>POST /extract</c>. Output: a table. It rejects
/// requests by method, role, headers, parameters and size, and writes nothing to the database.
/// </summary>
internal sealed class ExtractEndpoint(ExportFiles files, ReformGraphOptions options) : IDisposable
{
    public const string Path = "/extract";

    private static readonly string[] Parameters = ["format", "all", "checks", "language"];
    private static readonly Bilingual TheReport = new("The report", "报告");

    // A report can take a second of one processor and some ten megabytes.
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        RequestErrors.UnlessPost(request);
        Permissions.Extract.Require(context.Features.GetRequiredFeature<Actor>().Role.Name());
        var (report, draft) = (FormatOf(request), DraftOf(request));
        var (all, checks, language) = (Truth(request, "all"), Truth(request, "checks"), RequestLanguage.Of(request, "language"));
        var body = new SpooledBody(files, "the report", options.RequestLimits.ReportBytes, "Limits:ReportBytes");
        await using var file = await body.ReceiveAsync(request, context.RequestAborted);
        using var written = new MemoryStream();
        await turns.WaitAsync(context.RequestAborted);
        try
        {
            await using var database = DatabaseFile.ReadingContextOf(options.Database.File);
            var known = await KnownIndicators.ReadAsync(database, context.RequestAborted);
            var rows = IndicatorSuggestions.Suggest(
                [.. ReportDraft.Make(report.Read(file, options.RequestLimits.ReportBytes), all)], known);
            await draft.WriteAsync(checks ? CheckWriter.TableOf(CheckProposals.From(rows, known)) : DraftWriter.TableOf(rows), written,
                context.RequestAborted);
        }
        catch (TableException damaged)
        {
            throw RequestErrors.OfFile(
                damaged, TheReport, report.Unit, language, ServerErrorCodes.ReportNotReadable, ServerErrorCodes.ReportTooLarge);
        }
        finally
        {
            turns.Release();
        }

        await HttpResponses.BytesAsync(context, draft == DraftFormat.Csv ? $"{draft.MediaType}; charset=utf-8" : draft.MediaType,
            written.GetBuffer().AsMemory(0, (int)written.Length));
    }

    public void Dispose() => turns.Dispose();

    private static ReportFormat FormatOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && ReportFormat.OfMediaType(type.MediaType.Value!) is { } format
            && (!type.Charset.HasValue || TextEncoding.Find(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null)
            && StringValues.IsNullOrEmpty(request.Headers.ContentEncoding)
            ? format
            : throw RequestErrors.Create(ServerErrorCodes.UnsupportedMediaType,
                $"A report must be {string.Join(" or ", ReportFormat.All.Select(known => known.MediaType))}, without a content encoding, " +
                "and its Content-Type must say so.");

    private static DraftFormat DraftOf(HttpRequest request)
    {
        RequestErrors.UnlessKnown(request.Query, Parameters, "/extract");
        return request.Query["format"] is [{ } name]
            ? DraftFormat.All.FirstOrDefault(format => format.Extension == "." + name)
                ?? throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, "The parameter format must be csv or xlsx.")
            : DraftFormat.Csv;
    }

    private static bool Truth(HttpRequest request, string parameter) => request.Query[parameter] switch
    {
        [] or ["false"] => false,
        ["true"] => true,
        _ => throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"The parameter {parameter} must be true or false."),
    };
}
