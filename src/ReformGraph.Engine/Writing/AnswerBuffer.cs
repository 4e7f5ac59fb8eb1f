using System.Buffers;
using System.IO.Pipelines;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// Holds an answer back until it is complete or has grown large: until then an error can still take its place. Large answers
/// go out in pieces, at the speed at which the client takes them.
/// </summary>
internal sealed class AnswerBuffer(PipeWriter output, CancellationToken cancellation) : IDisposable
{
    private const int HeldBack = 256 * 1024;

    private Action<long?>? start;

    /// <summary>What is held.</summary>
    public JsonText Json { get; } = new();

    /// <summary>Whether so much is held that it should go out.</summary>
    public bool IsLarge => Json.Length > HeldBack;

    /// <summary>Says what to do before the first byte; it is given the length of the answer, or null for one in parts.</summary>
    public void OnStart(Action<long?> action) => start = action;

    /// <summary>Sends what is held, as a part of an answer whose length is not known.</summary>
    public ValueTask<FlushResult> SendPartAsync() => SendAsync(null);

    /// <summary>Sends the rest.</summary>
    public ValueTask<FlushResult> CompleteAsync() => SendAsync(Json.Length);

    public void Dispose() => Json.Dispose();

    private ValueTask<FlushResult> SendAsync(long? wholeLength)
    {
        start?.Invoke(wholeLength);
        start = null;

        output.Write(Json.Written);
        Json.Clear();
        return output.FlushAsync(cancellation);
    }
}
