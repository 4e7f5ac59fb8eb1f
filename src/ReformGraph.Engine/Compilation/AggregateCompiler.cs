using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// From an aggregate to LINQ over the rows that it is about. Each row is first reduced to the values that are aggregated, those
/// behind to-one fields among them; then they are grouped.
/// </summary>
/// <param name="set">All rows of an entity.</param>
/// <param name="isSqlite">Whether values stand as SQLite stores them.</param>
internal sealed class AggregateCompiler(Func<Type, Expression> set, bool isSqlite)
{
    private const long LowerHalf = 1L << 32;
    private const decimal DecimalUnits = 10_000m;

    /// <summary>One row of the terms' columns for each owner, or one for the root; none where there are no rows.</summary>
    /// <param name="plan">The aggregate.</param>
    /// <param name="rows">The rows that it is about.</param>
    /// <param name="row">The parameter that stands for one.</param>
    /// <param name="owner">From a row to its owner's key; null for the root.</param>
    public Expression Compile(AggregatePlan plan, Expression rows, ParameterExpression row, FieldPath? owner)
    {
        var paths = plan.Terms.All.SelectMany(term => (FieldPath?[])[term.Path, term.Given]).OfType<FieldPath>().DistinctBy(path => path.Name).ToList();
        var joined = new JoinedRows(rows, row, set);
        paths.ForEach(path => joined.Join(path.Reference));

        // A root's rows are grouped by the key of the one row of DataState: SQLite would sort them all to group them by a constant.
        // It is told that the row is one, or it would build an index for the filter first, at each request.
        var state = Expression.Parameter(typeof(DataState), "state");
        var stateKey = Expression.Property(state, nameof(DataState.Id));
        var key = owner is null ? stateKey : joined.Value(owner);
        var (tree, readers) = Pairs.Tree([key, .. paths.Select(joined.Value)]);
        var carriers = owner is null ? SelectMany(Where(set(state.Type), state, Expression.Equal(stateKey, Expression.Constant(1))), state, joined.Rows, joined.Row, tree) : Select(joined.Rows, joined.Row, tree);
        var carrier = Expression.Parameter(tree.Type, "carrier");
        var (groups, group) = GroupBy(carriers, carrier, readers[0](carrier));
        var values = paths.Zip(readers.Skip(1)).ToDictionary(pair => pair.First.Name, pair => pair.Second(carrier));
        var columns = plan.Terms.All.Select(term => Term(term, group, carrier, ValueOf(term, values)));
        return Select(groups, group, Columns(owner is null ? columns : columns.Append(Expression.Property(group, "Key"))));
    }

    private static Expression? ValueOf(AggregateTerm term, Dictionary<string, Expression> values)
    {
        var value = term.Path is { } path ? values[path.Name] : null;
        return value is not null && term.Given is { } given
            ? Expression.Condition(values[given.Name], Nullable(value), Expression.Constant(null, PlanSlots.Lifted(value.Type)))
            : value;
    }

    private Expression Term(AggregateTerm term, Expression group, ParameterExpression carrier, Expression? value) => term.Kind switch
    {
        TermKind.Rows => Call(typeof(Enumerable), nameof(Enumerable.Count), [carrier.Type], group),
        TermKind.Values => Call(
            typeof(Enumerable), nameof(Enumerable.Count), [carrier.Type], group, Expression.Lambda(Expression.Not(IsNull(value!)), carrier)),
        TermKind.Distinct => CountOfDistinct(group, carrier, Nullable(value!)),
        TermKind.Sum => Sum(group, carrier, Expression.Convert(value!, typeof(long?))),
        TermKind.SumOfHigh => Sum(group, carrier, Expression.Divide(Units(value!), Expression.Constant(LowerHalf, typeof(long?)))),
        TermKind.SumOfLow => Sum(group, carrier, Expression.Modulo(Units(value!), Expression.Constant(LowerHalf, typeof(long?)))),
        TermKind.Min => Extreme(nameof(Enumerable.Min), group, carrier, Nullable(value!)),
        _ => Extreme(nameof(Enumerable.Max), group, carrier, Nullable(value!)),
    };

    // COUNT(DISTINCT) passes nulls over, which LINQ's Distinct would not: the SQL is what runs.
    private static MethodCallExpression CountOfDistinct(Expression group, ParameterExpression carrier, Expression value)
    {
        var values = Call(typeof(Enumerable), nameof(Enumerable.Select), [carrier.Type, value.Type], group, Expression.Lambda(value, carrier));
        var distinct = Call(typeof(Enumerable), nameof(Enumerable.Distinct), [value.Type], values);
        return Call(typeof(Enumerable), nameof(Enumerable.Count), [value.Type], distinct);
    }

    private static MethodCallExpression Sum(Expression group, ParameterExpression carrier, Expression value) =>
        Call(typeof(Enumerable), nameof(Enumerable.Sum), [carrier.Type], group, Expression.Lambda(value, carrier));

    private static MethodCallExpression Extreme(string method, Expression group, ParameterExpression carrier, Expression value) =>
        Call(typeof(Enumerable), method, [carrier.Type, value.Type], group, Expression.Lambda(value, carrier));

    // The whole number in which a value is added: a decimal in its smallest units, as SQLite holds it; a duration in ticks, as both do.
    private Expression Units(Expression value)
    {
        var type = System.Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        return type == typeof(long) ? Nullable(value)
            : type == typeof(decimal) && !isSqlite ? Expression.Convert(Expression.Multiply(Nullable(value), Expression.Constant(DecimalUnits, typeof(decimal?))), typeof(long?))
            : Expression.Convert(Expression.Convert(value, typeof(object)), typeof(long?));
    }
}
