using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>The maximum size of a response.</summary>
/// <param name="Rows">Its rows, each as often as it is written; groups, and the instants of timelines, are rows too.</param>
/// <param name="Bytes">Its bytes, counting texts with their usual length.</param>
/// <param name="Largest">The list with the most rows, by the response names that lead to it.</param>
/// <param name="RowsOfLargest">The number of its rows.</param>
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

/// <summary>What is known about a table.</summary>
/// <param name="Rows">The maximum number of different rows that it has had at any time up to now.</param>
/// <param name="Widths">The usual lengths of its texts in bytes, by column.</param>
internal sealed record TableSize(long Rows, IReadOnlyDictionary<string, long> Widths);

/// <summary>The occurrences of a list in a response.</summary>
/// <param name="Written">The number of places.</param>
/// <param name="Owners">The number of different owners, and so of different lists.</param>
/// <param name="PerOwner">The maximum number of places of the list of one owner.</param>
internal readonly record struct Places(long Written, long Owners, long PerOwner)
{
    public static Places Root { get; } = new(1, 1, 1);

    /// <summary>The places of rows that are limited per owner and for all owners together.</summary>
    /// <param name="perList">The rows of one list.</param>
    /// <param name="all">All rows.</param>
    public Places Of(long perList, long all)
    {
        var different = Math.Min(Saturating.Multiply(Owners, perList), all);
        return new(Math.Min(Saturating.Multiply(Written, perList), Saturating.Multiply(PerOwner, different)), different, PerOwner);
    }
}
