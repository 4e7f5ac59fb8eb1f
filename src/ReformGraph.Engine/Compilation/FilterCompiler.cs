using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// Translates conditions to expressions. Each operator has one, and a negated operator is written out, never as a negation of its positive
/// counterpart: that would become a CASE, which no index serves.
/// </summary>
internal static class FilterCompiler
{
    public static Expression? Compile(Filter? filter, Expression row) => Compile(filter, new EntityRow(row));

    public static Expression? Compile(Filter? filter, RowValues row) => filter is null ? null : Condition(filter, row);

    private static Expression Condition(Filter filter, RowValues row) => filter switch
    {
        AllOf { Parts.Count: 0 } => Expression.Constant(true),
        AllOf all => Balanced([.. all.Parts.Select(part => Condition(part, row))], Expression.AndAlso),
        AnyOf any => Balanced([.. any.Parts.Select(part => Condition(part, row))], Expression.OrElse),
        Absence absence => absence.Negated
            ? Expression.Not(IsNull(ValueExpressions.Translate(absence.Path, row))) : IsNull(ValueExpressions.Translate(absence.Path, row)),
        Holds holds => row.Resolve(holds.Path),
        Membership membership => Member(membership, ValueExpressions.Translate(membership.Path, row)),
        ListCondition list => OnList(list, row),
        Comparison comparison when comparison.Path.Leaf.Type.Operators == OperatorFamily.Text => OnText(comparison,
            ValueExpressions.Translate(comparison.Path, row)),
        Comparison comparison => OnValue(comparison, ValueExpressions.Translate(comparison.Path, row)),
        PathComparison both => OnPaths(both.Operator, Nullable(ValueExpressions.Translate(both.Left, row)),
            Nullable(ValueExpressions.Translate(both.Right, row))),
        Switch of => IsNumber(of.On, 1),
        InGroup group => IsSame(KeyExpressions.Translate(group.Key, row), group),
        InPeriods periods => Between(KeyExpressions.Translate(periods.Key, row), Translate(periods.From), Translate(periods.To)),
        _ => throw new InvalidOperationException($"There is no expression for a {filter.GetType().Name}."),
    };

    // Each alternative names the value separately, so that an index on it serves both.
    private static BinaryExpression IsSame(Expression value, InGroup group) => Expression.OrElse(
        Expression.AndAlso(IsNumber(group.IsMissing, 0),
            Expression.Equal(KeysetPredicate.Comparable(value), Nullable(Translate(group.Value)))),
        Expression.AndAlso(IsNumber(group.IsMissing, 1), IsNull(value)));

    // EF Core would itself compare a plain plan parameter with a plain constant, once for all requests.
    private static BinaryExpression IsNumber(PlanParameter planParameter, int number) =>
        Expression.Equal(Call(typeof(EF), nameof(EF.Parameter), [typeof(int)], Translate(planParameter)), Constant(number));

    private static BinaryExpression Between(Expression value, Expression from, Expression to) => Expression.AndAlso(
        Expression.GreaterThanOrEqual(Nullable(value), Nullable(from)), Expression.LessThanOrEqual(Nullable(value), Nullable(to)));

    private static Expression Member(Membership membership, Expression value)
    {
        var listed = IsIn(membership.Values, value);
        return (membership.Negated, membership.HoldsNull) switch
        {
            (false, false) => listed,
            (false, true) => Expression.OrElse(listed, IsNull(value)),
            (true, false) => Expression.Not(listed),
            (true, true) => Expression.AndAlso(Expression.Not(listed), Expression.Not(IsNull(value))),
        };
    }

    private static Expression OnValue(Comparison comparison, Expression value) =>
        OnValues(comparison.Operator, Nullable(value), Nullable(Translate(comparison.Value)));

    private static Expression OnValues(FilterOperator comparison, Expression value, Expression operand) => comparison switch
    {
        FilterOperator.Eq => Expression.Equal(value, operand),
        FilterOperator.Neq => Expression.NotEqual(value, operand),
        FilterOperator.Gt => Expression.GreaterThan(value, operand),
        FilterOperator.Gte => Expression.GreaterThanOrEqual(value, operand),
        FilterOperator.Lt => Expression.LessThan(value, operand),
        FilterOperator.Lte => Expression.LessThanOrEqual(value, operand),
        FilterOperator.Ngt => OrNull(Expression.LessThanOrEqual(value, operand), value),
        FilterOperator.Ngte => OrNull(Expression.LessThan(value, operand), value),
        FilterOperator.Nlt => OrNull(Expression.GreaterThanOrEqual(value, operand), value),
        FilterOperator.Nlte => OrNull(Expression.GreaterThan(value, operand), value),
        _ => throw new InvalidOperationException($"There is no expression for {comparison}."),
    };

    // A plan parameter is never null, but another value of the row can be.
    private static Expression OnPaths(FilterOperator comparison, Expression left, Expression right)
    {
        var holds = OnValues(comparison, left, right);
        return comparison is FilterOperator.Ngt or FilterOperator.Ngte or FilterOperator.Nlt or FilterOperator.Nlte
            ? OrNull(holds, right) : holds;
    }

    private static Expression OnText(Comparison comparison, Expression text)
    {
        var operand = Translate(comparison.Value);
        return comparison.Operator switch
        {
            FilterOperator.Contains => Contains(text, operand),
            FilterOperator.NContains =>
                OrNull(Expression.Equal(Function(nameof(TextFunctions.Position), text, operand), Expression.Constant(0)), text),
            FilterOperator.StartsWith => Expression.AndAlso(
                Compared(text, Expression.GreaterThanOrEqual, operand), Compared(text, Expression.LessThan, Translate(comparison.End!))),
            FilterOperator.NStartsWith => OrNull(
                Expression.OrElse(Compared(text, Expression.LessThan, operand),
                    Compared(text, Expression.GreaterThanOrEqual, Translate(comparison.End!))), text),
            FilterOperator.EndsWith => Expression.AndAlso(
                Expression.GreaterThanOrEqual(Length(text), Length(operand)), Expression.Equal(End(text, operand), operand)),
            FilterOperator.NEndsWith => OrNull(
                Expression.OrElse(Expression.LessThan(Length(text), Length(operand)),
                    Expression.NotEqual(End(text, operand), operand)), text),
            _ => OnValue(comparison, text),
        };
    }

    private static Expression OnList(ListCondition condition, RowValues row)
    {
        var list = row.Resolve(condition.Owner, condition.Field);
        var element = Expression.Parameter(condition.Field.Target.ClrType, "element");
        var holds = condition.Condition is null ? null : Expression.Lambda(Condition(condition.Condition, new EntityRow(element)), element);
        return condition.Operator switch
        {
            ListOperator.Any when condition.Negated => Expression.Not(Quantified(nameof(Enumerable.Any), list)),
            ListOperator.Any => Quantified(nameof(Enumerable.Any), list),
            ListOperator.Some => Quantified(nameof(Enumerable.Any), list, holds!),
            ListOperator.None => Expression.Not(Quantified(nameof(Enumerable.Any), list, holds!)),
            _ => Quantified(nameof(Enumerable.All), list, holds!),
        };

        Expression Quantified(string method, params Expression[] arguments) =>
            Call(typeof(IQueryable).IsAssignableFrom(list.Type) ? typeof(Queryable) : typeof(Enumerable), method,
                [element.Type], arguments);
    }

    /// <summary>Compares two texts by code point.</summary>
    public static Expression Compared(Expression left, Func<Expression, Expression, Expression> comparison, Expression right) =>
        comparison(Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0));

    private static Expression Contains(Expression text, Expression part) =>
        Expression.GreaterThan(Function(nameof(TextFunctions.Position), text, part), Expression.Constant(0));

    private static Expression Length(Expression text) => Function(nameof(TextFunctions.Length), text);

    private static Expression End(Expression text, Expression part) => Function(
        nameof(TextFunctions.From), text, Expression.Add(Expression.Subtract(Length(text), Length(part)), Expression.Constant(1)));

    private static Expression Function(string name, params Expression[] arguments) =>
        Expression.Call(typeof(TextFunctions), name, null, arguments);

    private static Expression OrNull(Expression condition, Expression value) => Expression.OrElse(condition, IsNull(value));
}
