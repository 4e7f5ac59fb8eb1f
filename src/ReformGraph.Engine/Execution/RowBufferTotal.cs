using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Execution;

/// <summary>The memory that all responses in progress hold together. It rejects a response for which none is left.</summary>
/// <param name="options">The limits.</param>
internal sealed class RowBufferTotal(EngineOptions options)
{
    /// <summary>The number of responses of the largest size for which there is memory.</summary>
    public const int Answers = 2;

    private long held;

    /// <summary>The limits.</summary>
    public EngineOptions Options => options;

    /// <summary>Reserves memory for a response.</summary>
    /// <exception cref="RequestErrorException">Not enough is left.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref held, bytes) > (long)Answers * options.GatheredBytes)
        {
            GiveBack(bytes);
            throw new RequestErrorException(new RequestError(
                ErrorCodes.ServerBusy,
                    $"The responses in progress use all the memory allowed to them together ({Answers} times " +
                    $"{nameof(options.GatheredBytes)}). Try again in a moment."));
        }
    }

    /// <summary>Releases memory.</summary>
    public void GiveBack(long bytes) => Interlocked.Add(ref held, -bytes);
}
