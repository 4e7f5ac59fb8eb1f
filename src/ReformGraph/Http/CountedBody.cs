using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace ReformGraph.Http;

/// <summary>The body of a response, whose bytes it counts.</summary>
/// <param name="body">The body.</param>
internal sealed class CountedBody(IHttpResponseBodyFeature body) : PipeWriter, IHttpResponseBodyFeature
{
    private readonly PipeWriter output = body.Writer;
    private Stream? stream;

    /// <summary>The number of bytes so far.</summary>
    public long Bytes { get; private set; }

    public Stream Stream => stream ??= AsStream(leaveOpen: true);

    public PipeWriter Writer => this;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    public override void Advance(int bytes)
    {
        Bytes += bytes;
        output.Advance(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        Bytes += source.Length;
        return output.WriteAsync(source, cancellationToken);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        output.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken = default) => body.StartAsync(cancellationToken);

    public void DisableBuffering() => body.DisableBuffering();

    public Task CompleteAsync() => body.CompleteAsync();
}
