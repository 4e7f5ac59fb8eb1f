using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Planning;

/// <summary>Aggregates over all rows of a list: of the root, or of all parent rows at once.</summary>
/// <param name="Number">Its index among the aggregates of its list.</param>
/// <param name="Filter">The rows to include: the list's condition and its own.</param>
/// <param name="Terms">Its columns. In a list below rows, they are followed by the owner's key.</param>
/// <param name="Rollup">The rollup that is read instead of the rows; null for the rows.</param>
internal sealed record AggregatePlan(int Number, Filter? Filter, TermSet Terms, RollupUse? Rollup);

/// <summary>A column of an aggregate.</summary>
/// <param name="Kind">What is computed.</param>
/// <param name="Path">The values; null for rows.</param>
/// <param name="Condition">The rows to include; null for all.</param>
internal sealed record AggregateTerm(TermKind Kind, FieldPath? Path, Filter? Condition)
{
    public StoredKind StoredKind => Kind is TermKind.Min or TermKind.Max ? Path!.Leaf.Type.Codec.Kind : StoredKind.Integer;
}

/// <summary>
/// What a column of an aggregate computes. The sum of 64-bit values can leave their range and return to it: it is computed in two halves,
/// which cannot overflow, and combined at the end.
/// </summary>
internal enum TermKind
{
    /// <summary>The number of rows.</summary>
    Rows,

    /// <summary>The number of values.</summary>
    Values,

    /// <summary>The number of distinct values.</summary>
    Distinct,

    /// <summary>The sum of values of at most 32 bits.</summary>
    Sum,

    /// <summary>The sum of the bits above the lower 32.</summary>
    SumOfHigh,

    /// <summary>The sum of the lower 32 bits.</summary>
    SumOfLow,

    /// <summary>The least value.</summary>
    Min,

    /// <summary>The greatest value.</summary>
    Max,
}

/// <summary>The columns of an amount: a number of rows, or a sum.</summary>
/// <param name="Values">The number of values.</param>
/// <param name="High">The sum of the high halves; null if the values have at most 32 bits.</param>
/// <param name="Low">The sum of the low halves, or of the values themselves.</param>
internal record AmountColumns(int Values, int? High, int Low);

/// <summary>The columns of a sum.</summary>
/// <param name="Path">The values.</param>
/// <param name="Values">The number of values.</param>
/// <param name="High">The sum of the high halves; null if the values have at most 32 bits.</param>
/// <param name="Low">The sum of the low halves, or of the values themselves.</param>
internal sealed record SumColumns(FieldPath Path, int Values, int? High, int Low) : AmountColumns(Values, High, Low);

/// <summary>The distinct columns of an aggregate, each with a number.</summary>
/// <param name="offset">The number of columns before them.</param>
internal sealed class TermSet(int offset)
{
    private readonly List<AggregateTerm> terms = [];
    private readonly Dictionary<(TermKind, string?, Filter?), int> numbers = [];

    public IReadOnlyList<AggregateTerm> All => terms;

    /// <summary>Whether one of them is computed from sensitive values.</summary>
    public bool IsSensitive => terms.Exists(term => term.Path?.Leaf.IsSensitive == true);

    /// <summary>The sums that must not exceed the range of their type.</summary>
    public List<SumColumns> Sums { get; } = [];

    /// <summary>The number of the first column after them.</summary>
    public int End => offset + terms.Count;

    /// <summary>The number of a column, which is computed from then on.</summary>
    /// <param name="kind">What is computed.</param>
    /// <param name="path">The values; null for rows.</param>
    /// <param name="condition">The rows to include; null for all.</param>
    public int Add(TermKind kind, FieldPath? path, Filter? condition = null)
    {
        // If no value can be missing, there are as many values as rows.
        (kind, path) = kind == TermKind.Values && !path!.IsNullable ? (TermKind.Rows, null) : (kind, path);
        if (!numbers.TryGetValue((kind, path?.Name, condition), out var number))
        {
            number = End;
            numbers.Add((kind, path?.Name, condition), number);
            terms.Add(new AggregateTerm(kind, path, condition));
        }

        return number;
    }

    /// <summary>The column of an aggregate by which groups are ordered; null if it is computed in one part.</summary>
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
