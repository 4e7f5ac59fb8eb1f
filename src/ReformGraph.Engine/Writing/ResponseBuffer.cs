using System.Buffers;
using System.IO.Pipelines;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// Holds an answer back until it is complete or has grown large: until then an error can still take its place. Large answers
/// go out in pieces, at the speed at which the client takes them.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="start">What to do before the first byte; it is given the tag of the data's state,
/// and the length of the answer or null for one in parts.</param>
/// <param name="cancellation">Cancelled when the client has gone.</param>
internal sealed class ResponseBuffer(PipeWriter output, Action<string, long?> start, CancellationToken cancellation) : IDisposable
{
    /// <summary>How much is held before a part goes.</summary>
    public const int HeldBack = 256 * 1024;

    private bool started;

    /// <summary>What is held.</summary>
    public JsonText Json { get; } = new();

    /// <summary>Names the state of the data that the answer shows.</summary>
    public string StateTag { get; set; } = string.Empty;

    /// <summary>Sends what is held, as a part of an answer whose length is not known.</summary>
    public ValueTask<FlushResult> SendPartAsync() => SendAsync(null);

    /// <summary>Sends the rest.</summary>
    public ValueTask<FlushResult> CompleteAsync() => SendAsync(Json.Length);

    public void Dispose() => Json.Dispose();

    private ValueTask<FlushResult> SendAsync(long? wholeLength)
    {
        if (!started)
        {
            started = true;
            start(StateTag, wholeLength);
        }

        output.Write(Json.Written);
        Json.Clear();
        return output.FlushAsync(cancellation);
    }
}
