using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Execution;

/// <summary>How much of an answer is held in memory. It refuses more than is allowed.</summary>
/// <param name="total">What all answers hold together.</param>
internal sealed class RowBufferSize(RowBufferTotal total) : IDisposable
{
    /// <summary>What it takes to find something by its owner's key.</summary>
    public const int Entry = 48;

    // Memory is taken in steps, as those who share it must not meet at every row.
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

    /// <summary>Counts bytes; negative where they are given back.</summary>
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

    /// <summary>Gives the memory back to the other answers.</summary>
    public void Dispose() => total.GiveBack(taken);

    /// <summary>The refusal of what is more than allowed.</summary>
    public static RequestErrorException Refusal(string of, long allowed, string setting) => new(new RequestError(
        ErrorCodes.AnswerTooLarge,
            $"The response would gather more than {allowed} {of} in memory ({setting}). Ask for smaller pages (first or last), or " +
            "for fewer lists inside lists.")
    {
        Details = new Dictionary<string, object> { ["limit"] = setting, ["allowed"] = allowed },
    });
}
