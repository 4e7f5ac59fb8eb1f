using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Planning;

/// <summary>Numbers about all rows of a list: of the root, or of every parent row at once.</summary>
/// <param name="Number">Its place among the aggregates of its list.</param>
/// <param name="Filter">Which rows: the list's condition and its own.</param>
/// <param name="Terms">Its columns. Behind them, in a list below rows, stands the owner's key.</param>
/// <param name="Rollup">What is read in the rows' place; null for the rows.</param>
internal sealed record AggregatePlan(int Number, Filter? Filter, TermSet Terms, RollupUse? Rollup);

/// <summary>A column of an aggregate.</summary>
/// <param name="Kind">What is computed.</param>
/// <param name="Path">Over which values; null for rows.</param>
/// <param name="Condition">Over which of the rows; null for all.</param>
internal sealed record AggregateTerm(TermKind Kind, FieldPath? Path, Filter? Condition)
{
    public StoredKind StoredKind => Kind is TermKind.Min or TermKind.Max ? Path!.Leaf.Type.Codec.Kind : StoredKind.Integer;
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

/// <summary>The columns of an amount: a number of rows, or a sum.</summary>
/// <param name="Values">How many values there are.</param>
/// <param name="High">The sum of the high halves; null where the values are no longer than 32 bits.</param>
/// <param name="Low">The sum of the low halves, or of the values themselves.</param>
internal record AmountColumns(int Values, int? High, int Low);

/// <summary>The columns of a sum.</summary>
/// <param name="Path">What is added.</param>
/// <param name="Values">How many values there are.</param>
/// <param name="High">The sum of the high halves; null where the values are no longer than 32 bits.</param>
/// <param name="Low">The sum of the low halves, or of the values themselves.</param>
internal sealed record SumColumns(FieldPath Path, int Values, int? High, int Low) : AmountColumns(Values, High, Low);

/// <summary>The distinct columns of an aggregate, each under a number.</summary>
/// <param name="offset">How many columns stand in front of them.</param>
internal sealed class TermSet(int offset)
{
    private readonly List<AggregateTerm> terms = [];
    private readonly Dictionary<(TermKind, string?, Filter?), int> numbers = [];

    public IReadOnlyList<AggregateTerm> All => terms;

    /// <summary>The sums that must not leave the range of their type.</summary>
    public List<SumColumns> Sums { get; } = [];

    /// <summary>The number of the first column behind them.</summary>
    public int End => offset + terms.Count;

    /// <summary>The number of a column, which is computed from now on.</summary>
    /// <param name="kind">What is computed.</param>
    /// <param name="path">Over which values; null for rows.</param>
    /// <param name="condition">Over which of the rows; null for all.</param>
    public int Add(TermKind kind, FieldPath? path, Filter? condition = null)
    {
        // Where no value can be missing there are as many values as rows.
        (kind, path) = kind == TermKind.Values && !path!.IsNullable ? (TermKind.Rows, null) : (kind, path);
        if (!numbers.TryGetValue((kind, path?.Name, condition), out var number))
        {
            number = End;
            numbers.Add((kind, path?.Name, condition), number);
            terms.Add(new AggregateTerm(kind, path, condition));
        }

        return number;
    }

    /// <summary>The number of the column of a number by which groups are ordered; null where that is computed in one part.</summary>
    public int? Add(GroupAggregate aggregate) => aggregate.Function?.Function switch
    {
        null => Add(TermKind.Rows, null, aggregate.Condition),
        AggregateFunction.ValueCount => Add(TermKind.Values, aggregate.Path, aggregate.Condition),
        AggregateFunction.CountDistinct => Add(TermKind.Distinct, aggregate.Path, aggregate.Condition),
        AggregateFunction.Min => Add(TermKind.Min, aggregate.Path, aggregate.Condition),
        AggregateFunction.Max => Add(TermKind.Max, aggregate.Path, aggregate.Condition),
        _ => null,
    };

    /// <summary>The columns of a number of rows.</summary>
    public AmountColumns AddCount()
    {
        var rows = Add(TermKind.Rows, null);
        return new AmountColumns(rows, null, rows);
    }

    /// <summary>The columns of a sum.</summary>
    public SumColumns AddSum(FieldPath path, Filter? condition = null)
    {
        var values = Add(TermKind.Values, path, condition);
        return AggregateFunctions.IsShort(path.Leaf.Type)
            ? new SumColumns(path, values, null, Add(TermKind.Sum, path, condition))
            : new SumColumns(path, values, Add(TermKind.SumOfHigh, path, condition), Add(TermKind.SumOfLow, path, condition));
    }
}
