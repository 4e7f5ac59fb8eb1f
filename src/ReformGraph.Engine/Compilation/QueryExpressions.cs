using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Compilation;

/// <summary>The LINQ operators, and the small expressions that they use, over types that are known only at run time.</summary>
internal static class QueryExpressions
{
    public static Expression Where(Expression source, ParameterExpression row, Expression? condition) => condition is null
        ? source
        : Call(typeof(Queryable), nameof(Queryable.Where), [row.Type], source, Quote(condition, row));

    public static Expression OrderBy(Expression source, ParameterExpression row, Expression key, bool descending, bool isFirst) => Call(
        typeof(Queryable),
        (isFirst, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            (false, true) => nameof(Queryable.ThenByDescending),
        },
        [row.Type, key.Type],
        source,
        Quote(key, row));

    public static Expression Take(Expression source, Type row, PlanParameter count) =>
        Call(typeof(Queryable), nameof(Queryable.Take), [row], source, Translate(count));

    public static Expression Select(Expression source, ParameterExpression row, Expression result) =>
        Call(typeof(Queryable), nameof(Queryable.Select), [row.Type, result.Type], source, Quote(result, row));

    public static Expression SelectMany(Expression source, ParameterExpression row, Expression inner, Type element) => Call(
        typeof(Queryable),
        nameof(Queryable.SelectMany),
        [row.Type, element],
        source,
        Expression.Quote(
            Expression.Lambda(typeof(Func<,>).MakeGenericType(row.Type, typeof(IEnumerable<>).MakeGenericType(element)), inner, row)));

    /// <summary>All pairs of rows.</summary>
    public static Expression SelectMany(Expression source, ParameterExpression row, Expression inner, ParameterExpression innerRow,
        Expression result) => Call(
        typeof(Queryable),
        nameof(Queryable.SelectMany),
        [row.Type, innerRow.Type, result.Type],
        source,
        Expression.Quote(
            Expression.Lambda(typeof(Func<,>).MakeGenericType(row.Type, typeof(IEnumerable<>).MakeGenericType(innerRow.Type)), inner, row)),
        Expression.Quote(Expression.Lambda(result, row, innerRow)));

    /// <summary>Groups of rows, and the parameter that represents one group.</summary>
    public static (Expression Groups, ParameterExpression Group) GroupBy(Expression source, ParameterExpression row, Expression key) => (
        Call(typeof(Queryable), nameof(Queryable.GroupBy), [row.Type, key.Type], source, Quote(key, row)),
        Expression.Parameter(typeof(IGrouping<,>).MakeGenericType(key.Type, row.Type), "group"));

    public static Expression Count(Expression source, Type row) => Call(typeof(Queryable), nameof(Queryable.Count), [row], source);

    /// <summary>The columns of a statement. They are never materialized: only the SQL is used.</summary>
    public static Expression Columns(params IEnumerable<Expression> columns) =>
        Expression.NewArrayInit(typeof(object), columns.Select(column => Expression.Convert(column, typeof(object))));

    /// <summary>The number of columns of a query that ends in a selection of <see cref="Columns"/>.</summary>
    public static int ColumnCount(Expression query) => query switch
    {
        MethodCallExpression
        {
            Method.Name: nameof(
            Queryable.Select), Arguments: [_, UnaryExpression { Operand: LambdaExpression { Body: NewArrayExpression columns } }]
        } =>
            columns.Expressions.Count,
        MethodCallExpression { Arguments: [var source, ..] } => ColumnCount(source),
        _ => throw new InvalidOperationException("The query selects no columns."),
    };

    /// <summary>Whether a list that is one parameter contains a value.</summary>
    public static Expression IsIn(PlanParameter list, Expression value)
    {
        var parameter = Call(typeof(EF), nameof(EF.Parameter), [list.ClrType], Translate(list));
        return Call(typeof(Enumerable), nameof(Enumerable.Contains), [list.ClrType.GenericTypeArguments[0]], parameter, Nullable(value));
    }

    /// <summary>A number in the text of the SQL: EF Core would turn a plain constant into a parameter here.</summary>
    public static Expression Constant(int number) => Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(number));

    public static Expression Translate(PlanParameter planParameter) =>
        ParameterClosures.GetExpression(planParameter.Number, planParameter.ClrType);

    /// <summary>A value at the end of a path. If a row on the path is missing, it is null, even for an expression that turns nulls into a
    /// value.</summary>
    public static Expression Translate(FieldPath path, Expression row)
    {
        if (path is ListAggregatePath number)
        {
            return ListAggregates.Translate(number,
                Expression.Property(Translate(number.Owner, row), number.List.Navigation.PropertyInfo!));
        }

        var value = ValueOf(path.Leaf, Translate(path.Reference, row));
        if (path is ArgumentPath { Argument: var argument })
        {
            // EF Core would compute what depends on the argument alone, once for all requests.
            var parameter = Call(typeof(EF), nameof(EF.Parameter), [argument.ClrType], Translate(argument));
            value = new Replacement(path.Leaf.Access.Parameters[1], parameter).Visit(value);
        }

        return path.Leaf.Property is null && path.Reference.IsNullable
            ? Expression.Condition(IsNull(Translate(path.Reference.KeyBefore, row)),
                Expression.Constant(null, PlanParameters.Lifted(value.Type)), Nullable(value))
            : value;
    }

    /// <summary>A value of a row. A row of a rollup has its dimensions under the names that they have in the aggregated rows.</summary>
    public static Expression ValueOf(ScalarField field, Expression row) => row.Type != field.Access.Parameters[0].Type
        ? Call(typeof(EF), nameof(EF.Property), [field.Access.ReturnType], row, Expression.Constant(field.Property!.Name))
        : new Replacement(field.Access.Parameters[0], row).Visit(field.Access.Body);

    /// <summary>A row at the end of a path.</summary>
    public static Expression Translate(ReferencePath path, Expression row) =>
        path.Steps.Aggregate(row, (at, step) => Expression.Property(at, step.Navigation.PropertyInfo!));

    /// <summary>A value type as nullable: any value reached through a to-one field can be missing.</summary>
    public static Expression Nullable(Expression value) =>
        PlanParameters.Lifted(value.Type) is var lifted && lifted != value.Type ? Expression.Convert(value, lifted) : value;

    public static Expression IsNull(Expression value) =>
        Expression.Equal(Nullable(value), Expression.Constant(null, PlanParameters.Lifted(value.Type)));

    /// <summary>Joins conditions as a balanced tree, because SQLite limits the depth of an expression.</summary>
    public static Expression Balanced(IReadOnlyList<Expression> parts, Func<Expression, Expression, Expression> join) => parts.Count switch
    {
        1 => parts[0],
        var count => join(Balanced([.. parts.Take(count / 2)], join), Balanced([.. parts.Skip(count / 2)], join)),
    };

    public static MethodCallExpression Call(Type declaring, string name, Type[] types, params Expression[] arguments) =>
        Expression.Call(declaring, name, types, arguments);

    private static UnaryExpression Quote(Expression body, ParameterExpression row) => Expression.Quote(Expression.Lambda(body, row));

    /// <summary>Replaces a parameter with a value.</summary>
    public sealed class Replacement(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
