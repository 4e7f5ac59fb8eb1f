using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Execution;

/// <summary>How much memory the answers take together that are held at one time. It refuses the one for which there is none left.</summary>
/// <param name="options">What is allowed.</param>
internal sealed class RowBufferTotal(EngineOptions options)
{
    /// <summary>How many answers of the largest size there is memory for.</summary>
    public const int Answers = 2;

    private long held;

    /// <summary>What is allowed.</summary>
    public EngineOptions Options => options;

    /// <summary>Takes memory for an answer.</summary>
    /// <exception cref="RequestErrorException">There is not as much left.</exception>
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

    /// <summary>Gives memory back.</summary>
    public void GiveBack(long bytes) => Interlocked.Add(ref held, -bytes);
}
