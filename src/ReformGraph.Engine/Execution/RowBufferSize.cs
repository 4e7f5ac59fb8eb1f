using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Execution;

/// <summary>How much of a response is held in memory. It rejects more than allowed.</summary>
/// <param name="total">The memory of all responses together.</param>
internal sealed class RowBufferSize(RowBufferTotal total) : IDisposable
{
    /// <summary>The memory that finding something by its owner's key takes.</summary>
    public const int Entry = 48;

    // Memory is reserved in steps, so that responses do not compete for the total at every row.
    private const int MostOfStep = 256 * 1024;

    private readonly EngineOptions options = total.Options;
    private int rows;
    private long bytes;
    private long taken;

    /// <summary>Counts a row.</summary>
    public void AddRow()
    {
        if (++rows > options.GatheredRows)
        {
            throw Refusal("rows", options.GatheredRows, nameof(options.GatheredRows));
        }
    }

    /// <summary>Counts bytes; negative if they are released.</summary>
    public void AddBytes(long more)
    {
        bytes += more;
        if (bytes > options.GatheredBytes)
        {
            throw Refusal("bytes", options.GatheredBytes, nameof(options.GatheredBytes));
        }

        while (bytes > taken)
        {
            var step = Math.Min(MostOfStep, options.GatheredBytes);
            total.Take(step);
            taken += step;
        }
    }

    /// <summary>Releases the memory for other responses.</summary>
    public void Dispose() => total.GiveBack(taken);

    /// <summary>The error for more than allowed.</summary>
    public static RequestErrorException Refusal(string of, long allowed, string setting) => new(new RequestError(
        ErrorCodes.AnswerTooLarge,
            $"The response would gather more than {allowed} {of} in memory ({setting}). Ask for smaller pages (first or last), or " +
            "for fewer lists inside lists.")
    {
        Details = new Dictionary<string, object> { ["limit"] = setting, ["allowed"] = allowed },
    });
}
