using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.ResponseCompression;
using ReformGraph.Engine;

namespace ReformGraph.Http;

/// <summary>
/// Sends responses that the engine caches, in the content coding that the client prefers. An encoding is created once, and cached as long
/// as its response: quickly for the first client, and then in the background, one at a time, as well as possible.
/// </summary>
internal sealed class KeptEncodings(IResponseCompressionProvider compression)
{
    private readonly ConditionalWeakTable<CachedResponse, ConcurrentDictionary<ContentCoding, (byte[] Body, bool IsBest)>> kept = [];
    private int isImproving;

    /// <summary>Sends a response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">The response.</param>
    /// <param name="start">Called before the first byte.</param>
    /// <param name="cancellation">Cancelled when the client has disconnected.</param>
    public async Task SendAsync(HttpContext context, CachedResponse answer, Action<ResponseHead> start, CancellationToken cancellation)
    {
        var coding = answer.Json.Length < ContentCompression.WorthCompressing
            ? null : compression.GetCompressionProvider(context) as ContentCoding;
        var body = coding is null ? answer.Json : EncodingOf(answer, coding);
        if (coding is not null)
        {
            context.Response.Headers.ContentEncoding = coding.EncodingName;
        }

        start(new ResponseHead(CachedResponse.StateTag, body.Length));
        await context.Response.Body.WriteAsync(body, cancellation);
    }

    private byte[] EncodingOf(CachedResponse answer, ContentCoding coding)
    {
        var encodings = kept.GetOrCreateValue(answer);
        var (body, isBest) = encodings.GetOrAdd(coding, _ => (coding.Encode(answer.Json), false));
        if (!isBest && Interlocked.Exchange(ref isImproving, 1) == 0) // if another is in progress, a later client triggers it
        {
            _ = Task.Run(() => Improve(answer, coding, encodings));
        }

        return body;
    }

    private void Improve(CachedResponse answer, ContentCoding coding,
        ConcurrentDictionary<ContentCoding, (byte[] Body, bool IsBest)> encodings)
    {
        try
        {
            encodings[coding] = (coding.EncodeBest(answer.Json), true);
        }
        finally
        {
            Volatile.Write(ref isImproving, 0);
        }
    }
}
