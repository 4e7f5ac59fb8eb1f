using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>How much an answer holds at most.</summary>
/// <param name="Rows">Its rows, each as often as it is written; groups, and the instants of time lines, are rows too.</param>
/// <param name="Bytes">Its bytes, in which texts count with their usual length.</param>
/// <param name="Largest">The list with the most rows, by the response names that lead to it.</param>
/// <param name="RowsOfLargest">How many these are.</param>
internal readonly record struct ResponseSize(long Rows, long Bytes, string Largest, long RowsOfLargest)
{
    public static ResponseSize Nothing { get; } = new(0, 0, string.Empty, 0);

    public static ResponseSize operator +(ResponseSize left, ResponseSize right)
    {
        var larger = left.RowsOfLargest >= right.RowsOfLargest ? left : right;
        return new ResponseSize(Saturating.Add(left.Rows, right.Rows), Saturating.Add(left.Bytes, right.Bytes), larger.Largest,
            larger.RowsOfLargest);
    }
}

/// <summary>What is known of a table.</summary>
/// <param name="Rows">How many different rows it has at most, at any time up to now.</param>
/// <param name="Widths">The usual lengths of its texts in bytes, by their columns.</param>
internal sealed record TableSize(long Rows, IReadOnlyDictionary<string, long> Widths);

/// <summary>Where a list stands in an answer.</summary>
/// <param name="Written">In how many places.</param>
/// <param name="Owners">Of how many different owners it is: there are so many different lists.</param>
/// <param name="PerOwner">In how many places the list of one owner stands at most.</param>
internal readonly record struct Places(long Written, long Owners, long PerOwner)
{
    public static Places Root { get; } = new(1, 1, 1);

    /// <summary>The places of rows of which each owner has at most a number, and all owners together another one.</summary>
    /// <param name="perList">The rows of one list.</param>
    /// <param name="all">All rows.</param>
    public Places Of(long perList, long all)
    {
        var different = Math.Min(Saturating.Multiply(Owners, perList), all);
        return new(Math.Min(Saturating.Multiply(Written, perList), Saturating.Multiply(PerOwner, different)), different, PerOwner);
    }
}
