using System.Linq.Expressions;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// Translates the keys of an order to ORDER BY, and cursors to the conditions that start or end a page there. Null is the least value: if
/// the database does not sort so by default, the query makes it.
/// </summary>
internal sealed class OrderCompiler(SqlDialect dialect)
{
    /// <summary>Orders rows.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="element">The parameter that represents one row.</param>
    /// <param name="row">The row from which the keys are read: the element, or a part of it.</param>
    /// <param name="order">The keys.</param>
    /// <param name="backward">Whether to order from the end.</param>
    /// <param name="isFirst">Whether the rows have no order yet.</param>
    public Expression Order(Expression source, ParameterExpression element, Expression row, IReadOnlyList<OrderKey> order, bool backward,
        bool isFirst = true) =>
        Order(source, element, order, key => Translate(key.Path, row), backward, isFirst);

    /// <summary>Orders rows, or groups.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="element">The parameter that represents one row.</param>
    /// <param name="order">The keys.</param>
    /// <param name="valueOf">Returns the value of a key.</param>
    /// <param name="backward">Whether to order from the end.</param>
    /// <param name="isFirst">Whether the rows have no order yet.</param>
    public Expression Order<TKey>(Expression source, ParameterExpression element, IReadOnlyList<TKey> order, Func<TKey, Expression> valueOf,
        bool backward, bool isFirst = true)
        where TKey : SortKey
    {
        foreach (var key in order)
        {
            var value = valueOf(key);
            var descending = key.Descending != backward;
            if (!dialect.NullsSortLow && key.IsNullable)
            {
                source = OrderBy(source, element, Expression.Not(IsNull(value)), descending, isFirst);
                isFirst = false;
            }

            source = OrderBy(source, element, value, descending, isFirst);
            isFirst = false;
        }

        return source;
    }

    /// <summary>
    /// The rows after a cursor, or before it. The most significant key bounds the whole condition on one side, so that an index on it finds
    /// the place: <c>k &gt;= @k AND (k &gt; @k OR id &gt; @id)</c>, never the OR alone.
    /// </summary>
    /// <param name="seek">The cursor's keys.</param>
    /// <param name="order">The order.</param>
    /// <param name="row">The row.</param>
    /// <param name="behind">Whether to return the rows after it.</param>
    /// <param name="inclusive">Whether to include the cursor's own row.</param>
    public static Expression? Seek(Seek? seek, IReadOnlyList<OrderKey> order, Expression row, bool behind, bool inclusive = false) =>
        Seek(seek, order, key => Translate(key.Path, row), behind, inclusive);

    /// <summary>The same for rows or groups.</summary>
    public static Expression? Seek<TKey>(Seek? seek, IReadOnlyList<TKey> order, Func<TKey, Expression> valueOf, bool behind,
        bool inclusive = false)
        where TKey : SortKey
    {
        Expression? rest = null;
        for (var number = order.Count - 1; seek is not null && number >= 0; number--)
        {
            var bound = new KeysetPredicate(order[number], seek.Keys[number], valueOf(order[number]), behind);
            rest = rest is null
                ? inclusive ? bound.AtOrBeyond() : bound.Beyond()
                : And(bound.AtOrBeyond(), bound.Beyond() is { } beyond ? Expression.OrElse(beyond, rest) : rest);
        }

        // After a group with only null keys there is nothing: no key has anything beyond.
        return rest is null && seek is not null && !inclusive ? Expression.Constant(false) : rest;
    }

    /// <summary>
    /// The rows after a cursor, or before it, as disjoint ranges: those that are equal in all keys but the last, those that are equal in
    /// all but the last two, and so on. An index on the keys seeks each, however deep in the list the cursor is.
    /// </summary>
    public static IReadOnlyList<Expression> Ranges(Seek seek, IReadOnlyList<OrderKey> order, Expression row, bool behind)
    {
        var ranges = new List<Expression>();
        Expression? equal = null;
        for (var number = 0; number < order.Count; number++)
        {
            var bound = new KeysetPredicate(order[number], seek.Keys[number], Translate(order[number].Path, row), behind);
            ranges.AddRange(bound.RangesBeyond().Select(range => And(equal, range)));
            equal = And(equal, bound.At());
        }

        return ranges;
    }

    private static Expression And(Expression? left, Expression right) => left is null ? right : Expression.AndAlso(left, right);
}
