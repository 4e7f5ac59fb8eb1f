using System.Linq.Expressions;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// Rows in groups. Each row is first reduced to the keys and to the values that are aggregated, including those reached through to-one
/// fields; then the rows are grouped. Conditions on a group read its aggregates.
/// </summary>
internal sealed class GroupedRows : RowValues
{
    private readonly AggregateExpressions numbers;
    private readonly RollupExpressions? kept;
    private readonly ParameterExpression carrier;
    private readonly Dictionary<string, Expression> values;
    private readonly Dictionary<Filter, Expression> conditions;
    private readonly IReadOnlyList<Func<Expression, Expression>> keys;
    private readonly Expression keyOfGroup;

    /// <param name="joined">The rows, or those of a rollup.</param>
    /// <param name="rollup">The rollup; null for the rows.</param>
    /// <param name="set">All rows of an entity.</param>
    /// <param name="dialect">The dialect of the database.</param>
    /// <param name="owner">The expression from a row to its owner's key; null for the root.</param>
    /// <param name="by">The keys of the groups.</param>
    /// <param name="read">The columns to compute.</param>
    public GroupedRows(JoinedRows joined, RollupUse? rollup, Func<Type, Expression> set, SqlDialect dialect, FieldPath? owner,
        IReadOnlyList<GroupKey> by, IEnumerable<(FieldPath? Path, Filter? Condition)> read)
    {
        var all = read.ToList();
        var columns = rollup?.Rollup.Columns ?? [];
        List<FieldPath> paths =
        [
            .. all.Select(part => part.Path).OfType<FieldPath>().DistinctBy(path => path.Name)
            .Where(path => rollup is null || RollupChoice.Has(rollup.Rollup, path)),
            .. columns.Select(column => ReferencePath.Here.To(column.Field)),
        ];
        var filters = all.Select(part => part.Condition).OfType<Filter>().Distinct().ToList();
        foreach (var reference in paths.Concat(by.Select(key => key.Path)).Select(path => path.Reference)
            .Concat(filters.SelectMany(Filter.ReferencesOf)))
        {
            joined.Join(reference);
        }

        // Without any key, a root's rows are grouped by the key of the one row of DataState: SQLite would sort them to group by a constant.
        // The query says that there is only one such row; otherwise SQLite would first build an index for the filter at each request.
        var state = Expression.Parameter(typeof(DataState), "state");
        var stateKey = Expression.Property(state, nameof(DataState.Id));
        var ofState = owner is null && by.Count == 0;
        var (key, keyReaders) =
            Projections.Tree([.. ofState ? [stateKey] : owner is null ? (Expression[])[]
            : [joined.Resolve(owner)], .. by.Select(part => KeyExpressions.Translate(part, joined))]);
        var (tree, readers) =
            Projections.Tree([key, .. paths.Select(joined.Resolve), .. filters.Select(filter => FilterCompiler.Compile(filter, joined)!)]);
        var carriers = ofState
            ? SelectMany(Where(set(state.Type), state, Expression.Equal(stateKey, Expression.Constant(1))), state, joined.Rows, joined.Row,
            tree) : Select(joined.Rows, joined.Row, tree);
        carrier = Expression.Parameter(tree.Type, "carrier");
        var isGrouped = rollup is { IsGrouped: true };
        (Groups, Group) = isGrouped ? (carriers, carrier) : GroupBy(carriers, carrier, readers[0](carrier));
        keyOfGroup = isGrouped ? readers[0](carrier) : Expression.Property(Group, "Key");
        keys = keyReaders;
        values = paths.Zip(readers.Skip(1)).ToDictionary(pair => pair.First.Name, pair => pair.Second(carrier));
        conditions = filters.Zip(readers.Skip(1 + paths.Count)).ToDictionary(pair => pair.First, pair => pair.Second(carrier));
        numbers = new AggregateExpressions(Group, carrier, dialect);
        kept = rollup is null
            ? null : new RollupExpressions(rollup.Rollup, column => values[column.Field.Name], isGrouped ? WithoutNull : numbers.Sum);
        HasOwner = owner is not null;
    }

    public Expression Groups { get; }

    /// <summary>The parameter that stands for one of them.</summary>
    public ParameterExpression Group { get; }

    /// <summary>Whether the owner is the first key of the groups.</summary>
    private bool HasOwner { get; }

    /// <summary>The owner's key.</summary>
    public Expression Owner => keys[0](keyOfGroup);

    /// <summary>The keys of a group.</summary>
    public Expression Key(int number) => keys[HasOwner ? number + 1 : number](keyOfGroup);

    /// <summary>A column of aggregates.</summary>
    public Expression Resolve(AggregateTerm term) => (term.Kind, kept) switch
    {
        (TermKind.Rows, { } rollup) => rollup.Rows(Condition(term.Condition)),
        (TermKind.Values, { } rollup) => rollup.Values(term.Path!, Value(term.Path), Condition(term.Condition)),
        (TermKind.Sum, { } rollup) => rollup.Sum(RollupPart.Sum, term.Path!, Condition(term.Condition)),
        (TermKind.SumOfHigh, { } rollup) => rollup.Sum(RollupPart.High, term.Path!, Condition(term.Condition)),
        (TermKind.SumOfLow, { } rollup) => rollup.Sum(RollupPart.Low, term.Path!, Condition(term.Condition)),
        _ => numbers.Aggregate(term.Kind, Value(term.Path), Condition(term.Condition)),
    };

    /// <summary>An aggregate by which groups are filtered or ordered.</summary>
    public Expression Resolve(GroupAggregate aggregate) =>
        kept is null || aggregate.Function?.Function is AggregateFunction.CountDistinct or AggregateFunction.Min or AggregateFunction.Max
        ? numbers.Aggregate(aggregate, Value(aggregate.Path), Condition(aggregate.Condition))
        : kept.Aggregate(aggregate, Value(aggregate.Path), Condition(aggregate.Condition));

    public override Expression Resolve(FieldPath path) => Resolve(((AggregatePath)path).Aggregate);

    public override Expression Resolve(ReferencePath path) => throw new InvalidOperationException("A group has no references.");

    // A rollup has only the values of its dimensions.
    private Expression? Value(FieldPath? path) =>
        path is null ? null : kept is null ? values[path.Name] : values.GetValueOrDefault(path.Name);

    private static BinaryExpression WithoutNull(Expression number) => Expression.Coalesce(Nullable(number), Expression.Constant(0L));

    private Expression? Condition(Filter? condition) => condition is null ? null : conditions[condition];
}
