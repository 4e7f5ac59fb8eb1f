using ReformGraph.Data.Errors;
using ReformGraph.Export;

namespace ReformGraph.Http;

/// <summary>
/// Receives the body of a request into a file without a name, so that a slow sender takes no memory and blocks nobody.
/// </summary>
/// <param name="Files">The folder of temporary files.</param>
/// <param name="Content">The content, with the article: the table.</param>
/// <param name="Most">The maximum number of bytes.</param>
/// <param name="Limit">The setting of this limit.</param>
internal sealed record SpooledBody(ExportFiles Files, string Content, long Most, string Limit)
{
    /// <summary>Receives the body of a request.</summary>
    /// <exception cref="Engine.Errors.RequestErrorException">
    /// There is none, it is too large, or it does not arrive.
    /// </exception>
    public Task<FileStream> ReceiveAsync(HttpRequest request, CancellationToken cancellation) =>
        ReceiveAsync(request, request.Body, request.ContentLength, cancellation);

    /// <summary>Receives a part of the body of a request.</summary>
    /// <exception cref="Engine.Errors.RequestErrorException">
    /// There is none, it is too large, or it does not arrive.
    /// </exception>
    public Task<FileStream> ReceiveAsync(HttpRequest request, Stream part, CancellationToken cancellation) =>
        ReceiveAsync(request, part, announced: null, cancellation);

    private async Task<FileStream> ReceiveAsync(HttpRequest request, Stream body, long? announced, CancellationToken cancellation)
    {
        RefuseLength(announced ?? 0, announced);
        var file = Files.Spool(Content);
        try
        {
            var buffer = new byte[81_920];
            using var sending = ClientPace.Receive(request.HttpContext);
            for (int read; (read = await ReadAsync(body, buffer, cancellation)) > 0;)
            {
                RefuseLength(file.Length + read, announced);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            return file.Length > 0
                ? file : throw RequestErrors.Create(ServerErrorCodes.BodyMissing, $"The request has no body; send {Content}.");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async ValueTask<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation);
        }
        catch (IOException broken)
        {
            throw RequestErrors.NotReadable(broken);
        }
    }

    private void RefuseLength(long length, long? announced)
    {
        if (length > Most)
        {
            var subject = $"{char.ToUpperInvariant(Content[0])}{Content[1..]}";
            throw RequestErrors.OverLimit(
                ServerErrorCodes.BodyTooLarge, $"{subject} is larger than {Most} bytes.", Limit, announced, Most);
        }
    }
}
