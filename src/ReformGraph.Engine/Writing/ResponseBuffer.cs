using System.Buffers;
using System.IO.Pipelines;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// Holds a response back until it is complete or has grown large: until then an error can still replace it. Large responses are sent in
/// parts, at the speed at which the client receives them.
/// </summary>
/// <param name="output">The output.</param>
/// <param name="start">Called before the first byte, with the tag of the state of the data and the length of the response, or null if it is
/// sent in parts.</param>
/// <param name="cancellation">Cancelled when the client has disconnected.</param>
internal sealed class ResponseBuffer(PipeWriter output, Action<string, long?> start, CancellationToken cancellation) : IDisposable
{
    /// <summary>How much is held before a part is sent.</summary>
    public const int HeldBack = 256 * 1024;

    private bool started;

    /// <summary>What is held.</summary>
    public JsonText Json { get; } = new();

    /// <summary>The tag of the state of the data that the response shows.</summary>
    public string StateTag { get; set; } = string.Empty;

    /// <summary>Sends what is held, as part of a response of unknown length.</summary>
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
