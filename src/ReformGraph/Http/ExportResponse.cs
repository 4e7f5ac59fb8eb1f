using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Export;

namespace ReformGraph.Http;

/// <summary>Sends an export, whatever its address: as it is read, or from a cached file.</summary>
internal sealed class ExportResponse(QueryEngine engine, EntityTags tags, ExportFiles files, ServerMetrics metrics)
{
    /// <param name="context">The request.</param>
    /// <param name="format">The format.</param>
    /// <param name="question">The request in words.</param>
    /// <param name="asked">The request.</param>
    /// <exception cref="RequestErrorException">It was rejected before its first byte.</exception>
    public async Task SendAsync(HttpContext context, ExportFormat format, ExportRequest question, ExportQuery asked)
    {
        asked = asked with { Actor = context.Features.GetRequiredFeature<Actor>().Name, Count = SensitiveRead.CountOf(context) };
        try
        {
            await metrics.ExportAsync(
                format.IsFile ? SendFileAsync(context, format, question, asked) : SendRowsAsync(context, format, question, asked));
        }
        catch (RequestErrorException refused)
        {
            // The document of an export is not the client's own: a place in it would mean nothing.
            throw new RequestErrorException([.. refused.Errors.Select(error => error with { Locations = [] })]);
        }
    }

    private async Task SendRowsAsync(HttpContext context, ExportFormat format, ExportRequest question, ExportQuery asked)
    {
        var request = context.Request;
        var export = engine.Prepare(asked);
        SensitiveRead.Begin(context, export.Sensitive);
        Func<string, string>? tagOf = GraphQLEndpoint.IsRead(request)
            ? state => tags.Create(state, export.Document, asked, $"{format.Extension} {question.Form}") : null;
        if (tagOf is not null && request.Headers.IfNoneMatch.Count > 0
            && tagOf(await engine.StateTagAsync(context.RequestAborted, asked.Actor)) is var tag && EntityTags.Holds(request, tag))
        {
            HttpResponses.NotModified(context.Response, tag);
            return;
        }

        await HttpResponses.RunAsync(context, format.MediaType + format.Parameters, tagOf, WriteAsync);

        async Task WriteAsync(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation)
        {
            using var writer = format.Writer(question);
            await export.RunAsync(writer, output, Start(start), HttpMethods.IsHead(request.Method), cancellation);
        }

        Action<ResponseHead> Start(Action<ResponseHead> start) => head =>
        {
            start(head);
            Name(context, format, question, asked, head);
        };
    }

    // A file always contains the stamp.
    private async Task SendFileAsync(HttpContext context, ExportFormat format, ExportRequest question, ExportQuery asked)
    {
        var export = engine.Prepare(asked with { IsStamped = true });
        SensitiveRead.Begin(context, export.Sensitive);
        string KeyOf(string state) => tags.KeyOf(state, export.Document, asked, $"{format.Extension} {question.Form} {question.Address}");
        var key = KeyOf(await engine.StateTagAsync(context.RequestAborted, asked.Actor));
        if (GraphQLEndpoint.IsRead(context.Request) && EntityTags.HeldFile(context.Request, key) is { } held)
        {
            HttpResponses.NotModified(context.Response, held);
            return;
        }

        var open = await files.OpenAsync(key, WriteAsync, context.RequestAborted, asked.Actor);
        SensitiveRead.Add(context, open.File.SensitiveRows - (asked.Count?.SensitiveRows ?? 0)); // unless it was read for this request
        var head = open.File.Head;
        Name(context, format, question, asked, head);
        await HttpResponses.FileAsync(context, format.MediaType, EntityTags.OfFile(KeyOf(head.StateTag), open.File.Digest), asked.IsStamped
            ? head : head with { Stamp = null }, open.Content);

        async Task<long> WriteAsync(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation)
        {
            using var writer = format.Writer(question);
            await export.RunAsync(writer, output, start, isHeadOnly: false, cancellation);
            return asked.Count?.SensitiveRows ?? 0;
        }
    }

    private static void Name(HttpContext context, ExportFormat format, ExportRequest question, ExportQuery asked, ResponseHead head) =>
        context.Response.Headers.ContentDisposition =
            ExportName.Disposition(question.Entity, format, DateOnly.FromDateTime(question.At), asked.AsOf is null ? null : head.AsOf);
}
