using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Numbers about all rows of a list: of the root, or of every parent row at once.</summary>
/// <param name="Number">Its place among the aggregates of its list.</param>
/// <param name="Filter">Which rows: the list's condition and its own.</param>
/// <param name="Terms">Its columns. Behind them, in a list below rows, stands the owner's key.</param>
/// <param name="Sums">The sums that must not leave the range of their type.</param>
internal sealed record AggregatePlan(int Number, Filter? Filter, TermSet Terms, IReadOnlyList<SumColumns> Sums);

/// <summary>A column of an aggregate.</summary>
/// <param name="Kind">What is computed.</param>
/// <param name="Path">Over which values; null for rows.</param>
/// <param name="Given">The condition of the rows whose values these are; null for all rows.</param>
internal sealed record AggregateTerm(TermKind Kind, FieldPath? Path, FieldPath? Given)
{
    public StoredKind StoredKind => Kind is TermKind.Min or TermKind.Max ? StoredKinds.Of(Path!.Leaf.Type) : StoredKind.Integer;
}

/// <summary>
/// What a column of an aggregate computes. A sum of 64-bit values can leave their range on the way and come back: it is added in
/// two halves, which cannot, and put together at the end.
/// </summary>
internal enum TermKind
{
    /// <summary>How many rows.</summary>
    Rows,

    /// <summary>How many values.</summary>
    Values,

    /// <summary>How many different values.</summary>
    Distinct,

    /// <summary>The sum of values of at most 32 bits.</summary>
    Sum,

    /// <summary>The sum of what stands above the lower 32 bits.</summary>
    SumOfHigh,

    /// <summary>The sum of the lower 32 bits.</summary>
    SumOfLow,

    /// <summary>The least value.</summary>
    Min,

    /// <summary>The greatest value.</summary>
    Max,
}

/// <summary>The columns of a sum.</summary>
/// <param name="Path">What is added.</param>
/// <param name="Values">How many values there are.</param>
/// <param name="High">The sum of the high halves; null where the values are no longer than 32 bits.</param>
/// <param name="Low">The sum of the low halves, or of the values themselves.</param>
internal sealed record SumColumns(FieldPath Path, int Values, int? High, int Low);

/// <summary>The distinct columns of an aggregate, each under a number.</summary>
internal sealed class TermSet
{
    private readonly List<AggregateTerm> terms = [];
    private readonly Dictionary<(TermKind, string?, string?), int> numbers = [];

    public IReadOnlyList<AggregateTerm> All => terms;

    /// <summary>The number of a column, which is computed from now on.</summary>
    public int Add(TermKind kind, FieldPath? path, FieldPath? given = null)
    {
        // Where no value can be missing there are as many values as rows.
        (kind, path) = kind == TermKind.Values && !path!.IsNullable && given is null ? (TermKind.Rows, null) : (kind, path);
        if (!numbers.TryGetValue((kind, path?.Name, given?.Name), out var number))
        {
            number = terms.Count;
            numbers.Add((kind, path?.Name, given?.Name), number);
            terms.Add(new AggregateTerm(kind, path, given));
        }

        return number;
    }

    /// <summary>The columns of a sum.</summary>
    public SumColumns AddSum(FieldPath path, FieldPath? given = null)
    {
        var values = Add(TermKind.Values, path, given);
        return AggregateFunctions.IsWhole(path.Leaf.Type) && path.Leaf.Type.ClrType != typeof(long)
            ? new SumColumns(path, values, null, Add(TermKind.Sum, path, given))
            : new SumColumns(path, values, Add(TermKind.SumOfHigh, path, given), Add(TermKind.SumOfLow, path, given));
    }
}
