namespace ReformGraph.Engine.Modeling;

/// <summary>The functions over the values of a field in several rows. The compiler has one expression for each.</summary>
public enum AggregateFunction
{
    /// <summary>How many values there are.</summary>
    ValueCount,

    /// <summary>How many different values there are.</summary>
    CountDistinct,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their average.</summary>
    Avg,

    /// <summary>The least.</summary>
    Min,

    /// <summary>The greatest.</summary>
    Max,
}

/// <summary>One row of the table of aggregate functions.</summary>
/// <param name="Function">The function.</param>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it returns, and how it treats nulls.</param>
public sealed record AggregateFunctionRow(AggregateFunction Function, string Name, string Description)
{
    /// <summary>Whether it counts values, of any type.</summary>
    public bool IsCount => Function is AggregateFunction.ValueCount or AggregateFunction.CountDistinct;

    /// <summary>The type of its result over the values of a field; null if it would make no sense.</summary>
    /// <param name="field">The field.</param>
    public ScalarType? ResultOf(ScalarField field) =>
        (field.HasMixedUnits && !IsCount) || (field.Unit == AggregateFunctions.Percent && Function == AggregateFunction.Sum)
            ? null : ResultOf(field.Type);

    /// <summary>The type of its result over values of one unit.</summary>
    /// <param name="type">Their type.</param>
    public ScalarType? ResultOf(ScalarType type) => Function switch
    {
        _ when IsCount => ScalarType.For(typeof(int)),
        AggregateFunction.Min or AggregateFunction.Max => AggregateFunctions.IsOrdered(type) ? type : null,
        _ when AggregateFunctions.IsWhole(type) => ScalarType.For(Function == AggregateFunction.Sum ? typeof(long) : typeof(decimal)),
        _ => AggregateFunctions.IsSummable(type) ? type : null,
    };
}

/// <summary>
/// The only table of aggregate functions. Null is not a value: it is not counted or added, and is neither the least nor the greatest. A
/// <c>Float</c> has no sum, because that would depend on the order of addition; an identifier has no least value.
/// </summary>
public static class AggregateFunctions
{
    /// <summary>The functions, in the order of the schema.</summary>
    public static IReadOnlyList<AggregateFunctionRow> All { get; } =
    [
        new(AggregateFunction.ValueCount, "valueCount", "The number of values, not counting null."),
        new(AggregateFunction.CountDistinct, "countDistinct", "The number of distinct values, not counting null."),
        new(AggregateFunction.Sum, "sum", "The exact sum of the values; null if there are none."),
        new(AggregateFunction.Avg, "avg",
            "The exact sum of the values divided by their number, rounded half away from zero to four decimal places (a TimeSpan: to its " +
            "smallest unit); null if there are none."),
        new(AggregateFunction.Min, "min", "The least value, in the order in which lists are sorted; null if there are no values."),
        new(AggregateFunction.Max, "max", "The greatest value, in the order in which lists are sorted; null if there are no values."),
    ];

    /// <summary>The unit of percentages, which do not add.</summary>
    public const string Percent = "%";

    /// <summary>The sum.</summary>
    internal static AggregateFunctionRow Sum { get; } = All.Single(row => row.Function == AggregateFunction.Sum);

    /// <summary>The greatest value.</summary>
    internal static AggregateFunctionRow Max { get; } = All.Single(row => row.Function == AggregateFunction.Max);

    /// <summary>Whether it is a number.</summary>
    internal static bool IsNumber(ScalarType scalar) =>
        IsWhole(scalar) || scalar.Codec.Arithmetic is Arithmetic.Decimal or Arithmetic.Inexact;

    /// <summary>Whether it is a whole number.</summary>
    internal static bool IsWhole(ScalarType scalar) => scalar.Codec.Arithmetic is Arithmetic.Short or Arithmetic.Long;

    /// <summary>Whether it is a whole number of at most 32 bits.</summary>
    internal static bool IsShort(ScalarType scalar) => scalar.Codec.Arithmetic is Arithmetic.Short;

    /// <summary>Whether its values can be added.</summary>
    internal static bool IsSummable(ScalarType scalar) =>
        IsWhole(scalar) || scalar.Codec.Arithmetic is Arithmetic.Decimal or Arithmetic.Ticks;

    /// <summary>Whether its values have a least and a greatest.</summary>
    internal static bool IsOrdered(ScalarType scalar) => scalar.Codec.HasExtremes;
}
