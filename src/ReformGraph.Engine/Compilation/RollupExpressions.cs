using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The expressions of numbers about rows, put together from what a rollup keeps of them.</summary>
/// <param name="rollup">The rollup.</param>
/// <param name="column">The number that a row of it keeps.</param>
/// <param name="total">From such numbers to their sum, of type <see cref="long"/>.</param>
internal sealed class RollupExpressions(Rollup rollup, Func<RollupColumn, Expression> column, Func<Expression, Expression> total)
{
    private const long LowerHalf = 1L << 32;

    /// <summary>How many rows.</summary>
    /// <param name="condition">Of which rows; null for all.</param>
    public Expression Rows(Expression? condition) => Total(Column(RollupPart.Rows, null)!, condition);

    /// <summary>How many values.</summary>
    /// <param name="path">Which.</param>
    /// <param name="value">The value, where it is a dimension's; else null.</param>
    /// <param name="condition">Of which rows; null for all.</param>
    public Expression Values(FieldPath path, Expression? value, Expression? condition) =>
        Column(RollupPart.Values, path) is { } kept ? Total(kept, condition)
        : !path.IsNullable ? Rows(condition)
        : Rows(condition is null ? Expression.Not(IsNull(value!)) : Expression.AndAlso(condition, Expression.Not(IsNull(value!))));

    /// <summary>A part of a sum.</summary>
    /// <param name="part">Which.</param>
    /// <param name="path">Of what.</param>
    /// <param name="condition">Of which rows; null for all.</param>
    public Expression Sum(RollupPart part, FieldPath path, Expression? condition) => Total(Column(part, path)!, condition);

    /// <summary>A number by which groups are chosen or ordered.</summary>
    /// <param name="aggregate">Which: of rows, of values, a sum or an average.</param>
    /// <param name="value">The value, where it is a dimension's; else null.</param>
    /// <param name="condition">Of which rows; null for all.</param>
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
