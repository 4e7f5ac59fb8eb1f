using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// Rejects, before the first row is read, a response that could contain more than allowed. The pages of most responses bound them, without
/// a look at the data; for the others, the number of rows is queried.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="tables">The number of rows in each table.</param>
internal sealed class ResponseLimit(EngineOptions options, TableSizes tables)
{
    /// <summary>The memory of all accepted responses together.</summary>
    public RowBufferTotal Gathered { get; } = new(options);

    /// <summary>Whether the pages of a response already show that it cannot be too large.</summary>
    public bool IsBounded(IReadOnlyList<(ReadPlan Plan, object?[] Values)> plans, bool isHeld = false) => Fits(Size(plans, null), isHeld);

    /// <summary>Checks a response.</summary>
    /// <param name="plans">The plans of what is read for it, with the values of the plan parameters.</param>
    /// <param name="connection">A connection in its read transaction.</param>
    /// <param name="tag">The state of the data that the transaction shows.</param>
    /// <param name="isHeld">Whether the response is held in memory until it is complete.</param>
    /// <exception cref="RequestErrorException">It could be too large.</exception>
    public void Check(IReadOnlyList<(ReadPlan Plan, object?[] Values)> plans, StatementSource connection, string tag, bool isHeld = false)
    {
        if (IsBounded(plans, isHeld))
        {
            return;
        }

        var size = Size(plans, tables.Get([.. plans.SelectMany(one => one.Plan.Size.Tables)], connection, tag));
        if (size.Rows > options.AnswerRows)
        {
            throw Refusal("rows", size.Rows, options.AnswerRows, nameof(options.AnswerRows), size);
        }

        if (!Fits(size, isHeld))
        {
            throw Refusal("bytes", size.Bytes, BytesOf(isHeld),
                isHeld ? $"half of {nameof(options.GatheredBytes)}" : nameof(options.AnswerBytes), size);
        }
    }

    private bool Fits(ResponseSize size, bool isHeld) => size.Rows <= options.AnswerRows && size.Bytes <= BytesOf(isHeld);

    private long BytesOf(bool isHeld) => isHeld ? options.GatheredBytes / 2 : options.AnswerBytes;

    private static ResponseSize Size(IReadOnlyList<(ReadPlan Plan, object?[] Values)> plans, IReadOnlyDictionary<Type, TableSize>? known)
    {
        var sum = ResponseSize.Nothing;
        foreach (var (plan, values) in plans)
        {
            sum += plan.Size.At(values, known);
        }

        return sum;
    }

    private static RequestErrorException Refusal(string of, long found, long allowed, string setting, ResponseSize size) =>
        new(new RequestError(
        ErrorCodes.AnswerTooLarge,
        $"The response could contain {found} {of}; {allowed} are allowed ({setting}). Most of them are in {size.Largest}. "
        + "Ask for smaller pages (first or last), there or in the lists around it, or ask for the inner list by itself.")
        {
            Details =
                new Dictionary<string, object> { ["limit"] = setting, ["found"] = found, ["allowed"] = allowed, ["list"] = size.Largest },
        });
}
