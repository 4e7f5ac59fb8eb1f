using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Execution;

/// <summary>How much of an answer is held in memory. It refuses more than is allowed.</summary>
/// <param name="options">What is allowed.</param>
internal sealed class GatheredSize(EngineOptions options)
{
    /// <summary>What it takes to find something by its owner's key.</summary>
    public const int Entry = 48;

    private int rows;
    private long bytes;

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
    }

    /// <summary>The refusal of what is more than allowed.</summary>
    public static RequestRefusedException Refusal(string of, long allowed, string setting) => new(new RequestError(
        ErrorCodes.AnswerTooLarge, $"The answer gathers more than the {allowed} {of} that are allowed ({setting}). Ask for smaller pages (first or last), or for fewer lists inside lists.")
    {
        Details = new Dictionary<string, object> { ["limit"] = setting, ["allowed"] = allowed },
    });
}
