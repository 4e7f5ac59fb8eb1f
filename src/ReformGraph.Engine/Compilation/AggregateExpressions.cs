using System.Linq.Expressions;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The expressions of aggregates over the rows of a group.</summary>
/// <param name="group">The group.</param>
/// <param name="carrier">The parameter that represents one of its rows.</param>
/// <param name="dialect">The dialect of the database.</param>
internal sealed class AggregateExpressions(Expression group, ParameterExpression carrier, SqlDialect dialect)
{
    private const long LowerHalf = 1L << 32;

    /// <summary>A column of an aggregate.</summary>
    /// <param name="kind">What is computed.</param>
    /// <param name="value">The value of a row that is aggregated; null for rows.</param>
    /// <param name="condition">The rows to include; null for all.</param>
    public Expression Aggregate(TermKind kind, Expression? value, Expression? condition)
    {
        value = value is null ? null : When(condition, value);
        return kind switch
        {
            TermKind.Rows => condition is null ? Count() : Count(condition),
            TermKind.Values => CountOf(value!),
            TermKind.Distinct => CountOfDistinct(Nullable(value!)),
            TermKind.Sum => Sum(Expression.Convert(value!, typeof(long?))),
            TermKind.SumOfHigh => Sum(Expression.Divide(Units(value!, dialect.Units), Expression.Constant(LowerHalf, typeof(long?)))),
            TermKind.SumOfLow => Sum(Expression.Modulo(Units(value!, dialect.Units), Expression.Constant(LowerHalf, typeof(long?)))),
            TermKind.Min => Extreme(nameof(Enumerable.Min), Nullable(value!)),
            _ => Extreme(nameof(Enumerable.Max), Nullable(value!)),
        };
    }

    /// <summary>An aggregate by which groups are filtered or ordered.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="value">The value of a row that is aggregated; null for rows.</param>
    /// <param name="condition">The rows to include; null for all.</param>
    public Expression Aggregate(GroupAggregate aggregate, Expression? value, Expression? condition) => aggregate.Function?.Function switch
    {
        null => Aggregate(TermKind.Rows, null, condition),
        AggregateFunction.ValueCount => Aggregate(TermKind.Values, value, condition),
        AggregateFunction.CountDistinct => Aggregate(TermKind.Distinct, value, condition),
        AggregateFunction.Sum => SumOf(CountOf(When(condition, value!)), InOnePart(When(condition, value!))),
        AggregateFunction.Avg => AverageOf(CountOf(When(condition, value!)), InOnePart(When(condition, value!)),
            AggregateFunctions.IsWhole(aggregate.Path!.Leaf.Type)),
        AggregateFunction.Min => Aggregate(TermKind.Min, value, condition),
        _ => Aggregate(TermKind.Max, value, condition),
    };

    /// <summary>A sum by which groups are filtered or ordered: null if there are no values.</summary>
    /// <param name="count">The number of values.</param>
    /// <param name="sum">Their sum in whole units.</param>
    public static ConditionalExpression SumOf(Expression count, Expression sum) => Expression.Condition(
        Expression.Equal(count, Expression.Constant(0)), Expression.Constant(null, typeof(long?)), Nullable(sum));

    /// <summary>The same for an average.</summary>
    /// <param name="count">The number of values.</param>
    /// <param name="sum">Their sum in whole units.</param>
    /// <param name="ofWholes">Whether they are whole numbers, whose average is a decimal.</param>
    public static ConditionalExpression AverageOf(Expression count, Expression sum, bool ofWholes) => SumOf(
        count, Rounded(ofWholes ? Expression.Multiply(sum, Long(SqlDialect.UnitsOfOne)) : sum, Expression.Convert(count, typeof(long))));

    /// <summary>A value if a condition holds, otherwise null.</summary>
    public static Expression When(Expression? condition, Expression value) => condition is null
        ? value
        : Expression.Condition(condition, Nullable(value), Expression.Constant(null, PlanParameters.Lifted(value.Type)));

    // In the type in which it is compared: the database itself rejects a sum beyond 64 bits.
    private UnaryExpression InOnePart(Expression value) => Expression.Convert(Sum(Units(value, dialect.Units)), typeof(long));

    // Rounded as averages are written: a half goes away from zero.
    private static ConditionalExpression Rounded(Expression sum, Expression count)
    {
        var (twice, divisor) = (Expression.Multiply(sum, Long(2)), Expression.Multiply(count, Long(2)));
        return Expression.Condition(
            Expression.GreaterThanOrEqual(sum, Long(0)),
            Expression.Divide(Expression.Add(twice, count), divisor),
            Expression.Divide(Expression.Subtract(twice, count), divisor));
    }

    private static ConstantExpression Long(long value) => Expression.Constant(value);

    private MethodCallExpression Count(params Expression[] condition) => Call(
        typeof(Enumerable), nameof(Enumerable.Count), [carrier.Type],
            [group, .. condition.Select(part => Expression.Lambda(part, carrier))]);

    private MethodCallExpression CountOf(Expression value) => Count(Expression.Not(IsNull(value)));

    // COUNT(DISTINCT) ignores nulls, unlike LINQ's Distinct: only the SQL is executed.
    private MethodCallExpression CountOfDistinct(Expression value)
    {
        var values =
            Call(typeof(Enumerable), nameof(Enumerable.Select), [carrier.Type, value.Type], group, Expression.Lambda(value, carrier));
        var distinct = Call(typeof(Enumerable), nameof(Enumerable.Distinct), [value.Type], values);
        return Call(typeof(Enumerable), nameof(Enumerable.Count), [value.Type], distinct);
    }

    /// <summary>The sum of whole numbers; 0 if there are none.</summary>
    public MethodCallExpression Sum(Expression value) =>
        Call(typeof(Enumerable), nameof(Enumerable.Sum), [carrier.Type], group, Expression.Lambda(value, carrier));

    private MethodCallExpression Extreme(string method, Expression value) =>
        Call(typeof(Enumerable), method, [carrier.Type, value.Type], group, Expression.Lambda(value, carrier));

    /// <summary>The whole number in which a value is added, as it is stored: a decimal in its smallest units, a duration in
    /// ticks.</summary>
    /// <param name="value">The value.</param>
    /// <param name="ofDecimal">Converts a decimal to its smallest units.</param>
    public static Expression Units(Expression value, Func<Expression, Expression> ofDecimal) =>
        (ScalarType.For(value.Type)?.Codec.Arithmetic ?? Arithmetic.None) switch
        {
            Arithmetic.Short or Arithmetic.Long => Expression.Convert(value, typeof(long?)),
            Arithmetic.Decimal => ofDecimal(value),
            Arithmetic.Ticks => Expression.Convert(Expression.Convert(value, typeof(object)), typeof(long?)),
            var other => throw new NotSupportedException(
                $"Values of type {value.Type.Name} cannot be added: their arithmetic is {other}."),
        };
}
