using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The bound that one key of a cursor sets. Null is the least value, so a null key has special bounds.</summary>
internal sealed class KeysetPredicate
{
    private readonly Expression value;
    private readonly Expression? key;
    private readonly bool isNullable;
    private readonly bool greater;

    public KeysetPredicate(SortKey order, PlanParameter? key, Expression value, bool behind)
    {
        this.value = Comparable(value);
        isNullable = order.IsNullable;
        greater = order.Descending != behind;
        this.key = key is null ? null : Nullable(Translate(key));
    }

    /// <summary>Strictly on the wanted side; null if nothing can be there.</summary>
    public Expression? Beyond() => RangesBeyond() is [_, ..] ranges ? Balanced(ranges, Expression.OrElse) : null;

    /// <summary>The same as disjoint ranges, each of which an index on the key can seek.</summary>
    public IReadOnlyList<Expression> RangesBeyond() => (greater, key) switch
    {
        (true, null) => [Expression.Not(IsNull(value))],
        (true, _) => [Compared(Expression.GreaterThan)],
        (false, null) => [],
        (false, _) => isNullable ? [Compared(Expression.LessThan), IsNull(value)] : [Compared(Expression.LessThan)],
    };

    /// <summary>Equal to the cursor's key.</summary>
    public Expression At() => key is null ? IsNull(value) : Compared(Expression.Equal);

    /// <summary>On the wanted side or equal; null if that is every row.</summary>
    public Expression? AtOrBeyond() => (greater, key) switch
    {
        (true, null) => null,
        (true, _) => Compared(Expression.GreaterThanOrEqual),
        (false, null) => IsNull(value),
        (false, _) =>
            isNullable ? Expression.OrElse(Compared(Expression.LessThanOrEqual), IsNull(value)) : Compared(Expression.LessThanOrEqual),
    };

    private Expression Compared(Func<Expression, Expression, Expression> comparison) => value.Type == typeof(string)
        ? FilterCompiler.Compared(value, comparison, key!)
        : comparison(value, key!);

    /// <summary>A value in the type in which it is compared: enums and booleans have an order but no operators for it.</summary>
    public static Expression Comparable(Expression value)
    {
        var type = System.Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        return type.IsEnum ? Expression.Convert(value, typeof(int?))
            : type == typeof(bool) ? Number(Nullable(value))
            : ScalarType.Require(type).Codec.KeyType is var compared && compared == type ? Nullable(value)
            : Expression.Convert(Expression.Convert(value, typeof(object)), PlanParameters.Lifted(compared));
    }

    private static ConditionalExpression Number(Expression truth) => Expression.Condition(
        IsNull(truth),
        Expression.Constant(null, typeof(int?)),
        Expression.Condition(
            Expression.Equal(truth, Expression.Constant(true, typeof(bool?))),
            Expression.Constant(1, typeof(int?)),
            Expression.Constant(0, typeof(int?))));
}
