using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The expressions of aggregates over the elements of a list of a row, by which rows are filtered and ordered.</summary>
internal static class ListAggregates
{
    /// <param name="path">The aggregate.</param>
    /// <param name="elements">The elements of the list.</param>
    public static Expression Translate(ListAggregatePath path, Expression elements)
    {
        var element = Expression.Parameter(path.List.Target.ClrType, "listed");
        var row = new EntityRow(element);
        var condition = FilterCompiler.Compile(path.Aggregate.Condition, row);
        var rows = condition is null ? elements : Operator(nameof(Enumerable.Where), elements, [element.Type], Lambda(condition));
        if (path.Aggregate.Path is not { } of)
        {
            return Operator(nameof(Enumerable.Count), rows, [element.Type]);
        }

        var value = row.Resolve(of);
        var exists = Lambda(Expression.Not(IsNull(value)));
        return path.Aggregate.Function!.Function switch
        {
            AggregateFunction.ValueCount => Values(),
            AggregateFunction.CountDistinct => Distinct(),
            AggregateFunction.Sum => AggregateExpressions.SumOf(Values(), Sum()),
            AggregateFunction.Avg => AggregateExpressions.AverageOf(Values(), Sum(), AggregateFunctions.IsWhole(of.Leaf.Type)),
            AggregateFunction.Min => Operator(nameof(Enumerable.Min), rows, [element.Type, Nullable(value).Type], Lambda(Nullable(value))),
            _ => Operator(nameof(Enumerable.Max), rows, [element.Type, Nullable(value).Type], Lambda(Nullable(value))),
        };

        LambdaExpression Lambda(Expression body) => Expression.Lambda(body, element);

        Expression Values() => Operator(nameof(Enumerable.Count), rows, [element.Type], exists);

        Expression Sum() =>
            Expression.Convert(Operator(nameof(Enumerable.Sum), rows, [element.Type], Lambda(InUnits(value))), typeof(long));

        Expression Distinct()
        {
            var present = Operator(nameof(Enumerable.Where), rows, [element.Type], exists);
            var values = Operator(nameof(Enumerable.Select), present, [element.Type, value.Type], Lambda(value));
            return Operator(nameof(Enumerable.Count), Operator(nameof(Enumerable.Distinct), values, [value.Type]), [value.Type]);
        }
    }

    private static Expression InUnits(Expression value) => AggregateExpressions.Units(value,
        number => Expression.Call(typeof(NumberFunctions), nameof(NumberFunctions.Units), null, Nullable(number)));

    private static MethodCallExpression Operator(string name, Expression source, Type[] types, params Expression[] arguments) =>
        Call(typeof(IQueryable).IsAssignableFrom(source.Type) ? typeof(Queryable) : typeof(Enumerable), name, types,
            [source, .. arguments]);
}
