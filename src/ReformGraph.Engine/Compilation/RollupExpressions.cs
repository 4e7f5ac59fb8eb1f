using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The expressions of aggregates over rows, composed of what a rollup keeps about them.</summary>
/// <param name="rollup">The rollup.</param>
/// <param name="column">The number that a row of the rollup contains.</param>
/// <param name="total">Sums such numbers, as type <see cref="long"/>.</param>
internal sealed class RollupExpressions(Rollup rollup, Func<RollupColumn, Expression> column, Func<Expression, Expression> total)
{
    private const long LowerHalf = 1L << 32;

    /// <summary>The number of rows.</summary>
    /// <param name="condition">The rows to include; null for all.</param>
    public Expression Rows(Expression? condition) => Total(Column(RollupPart.Rows, null)!, condition);

    /// <summary>The number of values.</summary>
    /// <param name="path">The values.</param>
    /// <param name="value">The value, if it belongs to a dimension; otherwise null.</param>
    /// <param name="condition">The rows to include; null for all.</param>
    public Expression Values(FieldPath path, Expression? value, Expression? condition) =>
        Column(RollupPart.Values, path) is { } kept ? Total(kept, condition)
        : !path.IsNullable ? Rows(condition)
        : Rows(condition is null ? Expression.Not(IsNull(value!)) : Expression.AndAlso(condition, Expression.Not(IsNull(value!))));

    /// <summary>Part of a sum.</summary>
    /// <param name="part">The part.</param>
    /// <param name="path">The values.</param>
    /// <param name="condition">The rows to include; null for all.</param>
    public Expression Sum(RollupPart part, FieldPath path, Expression? condition) => Total(Column(part, path)!, condition);

    /// <summary>An aggregate by which groups are filtered or ordered.</summary>
    /// <param name="aggregate">The aggregate: of rows, of values, a sum or an average.</param>
    /// <param name="value">The value, if it belongs to a dimension; otherwise null.</param>
    /// <param name="condition">The rows to include; null for all.</param>
    public Expression Aggregate(GroupAggregate aggregate, Expression? value, Expression? condition) => aggregate.Function?.Function switch
    {
        null => Counted(Rows(condition)),
        AggregateFunction.ValueCount => Counted(Values(aggregate.Path!, value, condition)),
        AggregateFunction.Sum =>
            AggregateExpressions.SumOf(Counted(Values(aggregate.Path!, value, condition)), InOnePart(aggregate.Path!, condition)),
        _ => AggregateExpressions.AverageOf(
            Counted(Values(aggregate.Path!, value, condition)), InOnePart(aggregate.Path!, condition),
                AggregateFunctions.IsWhole(aggregate.Path!.Leaf.Type)),
    };

    private static UnaryExpression Counted(Expression number) => Expression.Convert(number, typeof(int));

    private Expression InOnePart(FieldPath path, Expression? condition) => Column(RollupPart.Sum, path) is { } whole
        ? Total(whole, condition)
        : Total(Expression.Add(Expression.Multiply(Column(RollupPart.High, path)!, Expression.Constant(LowerHalf)),
            Column(RollupPart.Low, path)!), condition);

    private Expression? Column(RollupPart part, FieldPath? path) =>
        (path is null || path.Leaf.Property is not null) && path is not { Reference.Steps.Count: > 0 }
            && rollup.Find(part, path?.Leaf.Property) is { } found ? column(found) : null;

    private Expression Total(Expression number, Expression? condition) => total(AggregateExpressions.When(condition, number));
}
