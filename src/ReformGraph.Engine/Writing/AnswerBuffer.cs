using System.Buffers;
using System.IO.Pipelines;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// Holds an answer back until it is complete or has grown large: until then an error can still take its place. Large answers
/// go out in pieces, at the speed at which the client takes them.
/// </summary>
internal sealed class AnswerBuffer(PipeWriter output, CancellationToken cancellation) : IBufferWriter<byte>, IDisposable
{
    private const int HeldBack = 256 * 1024;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int length;
    private Action<long?>? start;

    /// <summary>Says what to do before the first byte; it is given the length of the answer, or null for one in parts.</summary>
    public void OnStart(Action<long?> action) => start = action;

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Whether so much is held that it should go out.</summary>
    public bool IsLarge(int pending) => length + pending > HeldBack;

    /// <summary>Sends what is held, as a part of an answer whose length is not known.</summary>
    public ValueTask<FlushResult> SendPartAsync() => SendAsync(null);

    /// <summary>Sends the rest.</summary>
    public ValueTask<FlushResult> CompleteAsync() => SendAsync(length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    private ValueTask<FlushResult> SendAsync(long? wholeLength)
    {
        start?.Invoke(wholeLength);
        start = null;

        output.Write(bytes.AsSpan(0, length));
        length = 0;
        return output.FlushAsync(cancellation);
    }

    private void Reserve(int count)
    {
        if (bytes.Length - length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length + count, bytes.Length * 2));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
