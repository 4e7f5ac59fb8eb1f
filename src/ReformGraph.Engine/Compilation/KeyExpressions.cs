using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>Translates the keys of a group to expressions.</summary>
internal static class KeyExpressions
{
    public static Expression Translate(GroupKey key, RowValues row)
    {
        var value = row.Resolve(key.Path);
        return key.Boundaries is { } boundaries ? Range(Nullable(value), boundaries)
            : key.Truncation is { } truncation
            ? Truncated(truncation, key.Offsets is [] ? Nullable(value) : Day(Nullable(value), key.Offsets))
            : value;
    }

    // The number of boundaries at or below a value, found by binary search.
    private static ConditionalExpression Range(Expression value, IReadOnlyList<PlanParameter> boundaries)
    {
        return Expression.Condition(IsNull(value), Expression.Constant(null, typeof(int?)),
            Expression.Convert(Between(0, boundaries.Count), typeof(int?)));

        Expression Between(int least, int most)
        {
            if (least == most)
            {
                return Expression.Constant(least);
            }

            var middle = (least + most) / 2;
            return Expression.Condition(
                Expression.LessThan(value, Nullable(QueryExpressions.Translate(boundaries[middle]))), Between(least, middle),
                    Between(middle + 1, most));
        }
    }

    private static Expression Truncated(DateTruncation truncation, Expression day) => truncation == DateTruncation.Day
        ? day
        : Expression.Call(typeof(DateFunctions), truncation.ToString(), null, day);

    private static MethodCallExpression Day(Expression instant, IReadOnlyList<ClockOffset> offsets)
    {
        return Expression.Call(typeof(DateFunctions), nameof(DateFunctions.LocalDay), null, instant, Between(0, offsets.Count - 1));

        Expression Between(int first, int last)
        {
            if (first == last)
            {
                return QueryExpressions.Translate(offsets[first].Seconds);
            }

            var middle = (first + last + 1) / 2;
            return Expression.Condition(
                Expression.LessThan(instant, Nullable(QueryExpressions.Translate(offsets[middle].Since!))), Between(first, middle - 1),
                    Between(middle, last));
        }
    }
}
