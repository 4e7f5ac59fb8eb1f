using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The queries of one list; each is null if it is not needed.</summary>
/// <param name="Rows">The page; for lists below rows, the pages of all owners together.</param>
/// <param name="Total">The number of nodes; for lists below rows, the owner's key and the count, for owners that have any.</param>
/// <param name="BeforeAfter">A row if there are nodes at or before <c>after</c>; for lists below rows, the keys of such owners.</param>
/// <param name="BehindBefore">The same for nodes at or after <c>before</c>.</param>
/// <param name="Aggregates">One for each aggregate, never null.</param>
/// <param name="Groups">Those of each page of groups.</param>
internal sealed record ListQueries(
    Expression? Rows, Expression? Total, Expression? BeforeAfter, Expression? BehindBefore, IReadOnlyList<Expression> Aggregates,
        IReadOnlyList<GroupQueries> Groups);

/// <summary>
/// The stage <i>compile</i>, first half. Input: the plan of a list. Output: LINQ over a context that selects exactly the planned columns.
/// It uses the context's model, never its connection.
/// </summary>
/// <param name="context">The context.</param>
/// <param name="differences">The plan parameters of the two sequence numbers between which differences are read; null if none are.</param>
internal sealed class ListCompiler(DbContext context, (PlanParameter Since, PlanParameter At)? differences = null)
{
    private static readonly MethodInfo SetMethod = typeof(DbContext).GetMethods()
        .Single(method => method is { Name: nameof(DbContext.Set) } && method.GetParameters().Length == 0);

    private readonly SqlDialect dialect = SqlDialect.For(context);

    public ListQueries Compile(ListPlan list)
    {
        var row = Expression.Parameter(list.Source.ClrType, "row");
        return new ListQueries(
            list.Columns is null ? null : list.Parent is null ? RootPage(list, row) : PageOfEachOwner(list, row),
            !list.CountsTotal
                ? null : list.TotalRollup is { } rollup
                ? TotalOf(list, RowsOf(list, list.Filter, rollup), rollup)
                : list.Parent is null ? RootTotal(list, row) : TotalOfEachOwner(list, row),
            list.LooksBeforeAfter ? Beyond(list, row, list.Page.After, behind: false) : null,
            list.LooksBehindBefore ? Beyond(list, row, list.Page.Before, behind: true) : null,
            [.. list.Aggregates.Select(aggregate => Aggregate(list, aggregate))],
            [.. list.Groups.Select(plan => Groups.Compile(plan, (filter, use) => RowsOf(list, filter, use), list.Filter))]);
    }

    /// <summary>The query of an aggregate of a list.</summary>
    public Expression Aggregate(ListPlan list, AggregatePlan aggregate) =>
        Groups.Aggregate(aggregate, RowsOf(list, aggregate.Filter, aggregate.Rollup), list.Parent?.OwnerKey);

    private Expression Set(Type type) => (Differences.RowsOf(type) is { } rows
        ? Differences.Between(context, rows, ParameterClosures.ParameterName(differences!.Value.Since.Number),
            ParameterClosures.ParameterName(differences.Value.At.Number))
        : (IQueryable)SetMethod.MakeGenericMethod(type).Invoke(context, null)!).Expression;

    private OrderCompiler Orders => new(dialect);

    private GroupCompiler Groups => new(Set, dialect);

    private JoinedRows RowsOf(ListPlan list, Filter? filter, RollupUse? use)
    {
        if (use is not null)
        {
            return RollupRows(list, filter, use.Rollup);
        }

        var row = Expression.Parameter(list.Source.ClrType, "row");
        return new JoinedRows(
            Where(list.Parent is null ? Set(row.Type) : Owned(list, row), row, FilterCompiler.Compile(filter, row)), row, Set);
    }

    private JoinedRows RollupRows(ListPlan list, Filter? filter, Rollup rollup)
    {
        var rows = context.Set<Dictionary<string, object>>(rollup.Name).AsQueryable().Expression;
        var row = Expression.Parameter(typeof(Dictionary<string, object>), "row");
        var joined = new JoinedRows(
            list.Parent is { } parent ? Where(rows, row, IsIn(parent.Keys, ValueOf(parent.OwnerKey.Leaf, row))) : rows, row, Set);
        joined.Filter(filter);
        return joined;
    }

    private Expression RootPage(ListPlan list, ParameterExpression row)
    {
        var (start, end) = list.Page.Backward ? (list.Page.Before, list.Page.After) : (list.Page.After, list.Page.Before);
        var rows = Filtered(list, row, Set(row.Type));
        if (start is null || !CanBeIndexed(list.Order))
        {
            return Select(Page(list, row, rows), row, SelectedColumns(list, row));
        }

        rows = Where(rows, row, OrderCompiler.Seek(end, list.Order, row, behind: list.Page.Backward));
        var ranges = OrderCompiler.Ranges(start, list.Order, row, behind: !list.Page.Backward)
            .Select(range => Where(rows, row, range))
            .Aggregate((left, right) => Call(typeof(Queryable), nameof(Queryable.Concat), [row.Type], left, right));
        return Select(Cut(list, row, ranges), row, SelectedColumns(list, row));
    }

    // An index has few columns, all of its own table.
    private static bool CanBeIndexed(IReadOnlyList<OrderKey> order) =>
        order.Count <= 4 && order.All(key => key.Path.Leaf.Property is not null && key.Path.Reference.Steps.Count == 0);

    private Expression PageOfEachOwner(ListPlan list, ParameterExpression row)
    {
        var parent = list.Parent!;
        var owner = Expression.Parameter(parent.Field.Navigation.DeclaringEntityType.ClrType, "owner");
        var ownerKey = Expression.Property(owner, parent.Field.Navigation.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!);
        var owners = Where(Set(owner.Type), owner, IsIn(parent.Keys, ownerKey));
        var own = Expression.Equal(Nullable(Translate(parent.OwnerKey, row)), Nullable(ownerKey));
        return dialect.SeeksPagesBelowRows
            ? SoughtPages(list, row, owners, owner, ownerKey, own) : NumberedPages(list, row, owners, owner, own);
    }

    // SQLite takes each owner in turn, seeks the keys of its page and, by them, the rows. If they were numbered by a window function
    // instead, it would read all rows of the owners: eight times the work for a page of 5 out of 36.
    private Expression SoughtPages(ListPlan list, ParameterExpression row, Expression owners, ParameterExpression owner,
        Expression ownerKey, Expression own)
    {
        var key = ReferencePath.Here.To(list.Source.Key);
        var keys = Select(Page(list, row, Filtered(list, row, Where(Set(row.Type), row, own))), row, Translate(key, row));
        var ownerAndRow = Projections.Create(owner, row);
        var pair = Expression.Parameter(ownerAndRow.Type, "pair");
        var (pairOwner, pairRow) = (Expression.Property(pair, "Left"), Expression.Property(pair, "Right"));
        var ofPair = new Replacement(owner, pairOwner);
        var pairs = SelectMany(owners, owner, Set(row.Type), row, ownerAndRow);
        var pages = Where(pairs, pair,
            Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(int)], ofPair.Visit(keys), Translate(key, pairRow)));
        var byOwner = OrderBy(pages, pair, ofPair.Visit(ownerKey), descending: false, isFirst: true);
        return Select(Orders.Order(byOwner, pair, pairRow, list.Order, list.Page.Backward, isFirst: false), pair,
            SelectedColumns(list, pairRow));
    }

    // The owners' keys are also inside the partition; otherwise the whole table would be numbered.
    private Expression NumberedPages(ListPlan list, ParameterExpression row, Expression owners, ParameterExpression owner, Expression own)
    {
        var rowKey = Translate(list.Parent!.OwnerKey, row);
        var isOwned = Expression.AndAlso(IsIn(list.Parent.Keys, rowKey), own);
        var pages = SelectMany(owners, owner, Page(list, row, Filtered(list, row, Where(Set(row.Type), row, isOwned))), row.Type);
        var byOwner = OrderBy(pages, row, rowKey, descending: false, isFirst: true);
        return Select(Orders.Order(byOwner, row, row, list.Order, list.Page.Backward, isFirst: false), row, SelectedColumns(list, row));
    }

    private Expression Page(ListPlan list, ParameterExpression row, Expression source)
    {
        source = Where(source, row, OrderCompiler.Seek(list.Page.After, list.Order, row, behind: true));
        source = Where(source, row, OrderCompiler.Seek(list.Page.Before, list.Order, row, behind: false));
        return Cut(list, row, source);
    }

    private Expression Cut(ListPlan list, ParameterExpression row, Expression source) =>
        Take(Orders.Order(source, row, row, list.Order, list.Page.Backward), row.Type, list.Page.Take);

    // As a scalar subquery over the one row of DataState: LINQ has no other query for a single count.
    private Expression RootTotal(ListPlan list, ParameterExpression row)
    {
        var state = Expression.Parameter(typeof(DataState), "state");
        return Select(Set(state.Type), state, Columns(Count(Filtered(list, row, Set(row.Type)), row.Type)));
    }

    private Expression TotalOf(ListPlan list, JoinedRows rows, RollupUse use)
    {
        var count = rows.Resolve(ReferencePath.Here.To(use.Rollup.Find(RollupPart.Rows, null)!.Field));
        if (list.Parent is { } parent)
        {
            var (groups, group) = GroupBy(rows.Rows, rows.Row, rows.Resolve(parent.OwnerKey));
            return Select(groups, group, Columns(Expression.Property(group, "Key"),
                Call(typeof(Enumerable), nameof(Enumerable.Sum), [rows.Row.Type], group, Expression.Lambda(count, rows.Row))));
        }

        var state = Expression.Parameter(typeof(DataState), "state");
        var sum = Call(typeof(Queryable), nameof(Queryable.Sum), [rows.Row.Type], rows.Rows,
            Expression.Quote(Expression.Lambda(count, rows.Row)));
        return Select(Set(state.Type), state, Columns(sum));
    }

    private Expression TotalOfEachOwner(ListPlan list, ParameterExpression row)
    {
        var (groups, group) = ByOwner(list, row, Filtered(list, row, Owned(list, row)));
        var count = Call(typeof(Enumerable), nameof(Enumerable.Count), [row.Type], group);
        return Select(groups, group, Columns(Expression.Property(group, "Key"), count));
    }

    private Expression Beyond(ListPlan list, ParameterExpression row, Seek? seek, bool behind)
    {
        var filtered = Filtered(list, row, list.Parent is null ? Set(row.Type) : Owned(list, row));
        var beyond = Where(filtered, row, OrderCompiler.Seek(seek, list.Order, row, behind, inclusive: true));
        if (list.Parent is null)
        {
            var first = Call(typeof(Queryable), nameof(Queryable.Take), [row.Type], beyond, Constant(1));
            return Select(first, row, Columns(Translate(ReferencePath.Here.To(list.Source.Key), row)));
        }

        var (groups, group) = ByOwner(list, row, beyond);
        return Select(groups, group, Columns(Expression.Property(group, "Key")));
    }

    private Expression Owned(ListPlan list, ParameterExpression row) =>
        Where(Set(row.Type), row, IsIn(list.Parent!.Keys, Translate(list.Parent.OwnerKey, row)));

    private static (Expression Groups, ParameterExpression Group) ByOwner(ListPlan list, ParameterExpression row, Expression source) =>
        GroupBy(source, row, Translate(list.Parent!.OwnerKey, row));

    private static Expression Filtered(ListPlan list, ParameterExpression row, Expression source) =>
        Where(source, row, FilterCompiler.Compile(list.Filter, row));

    private static Expression SelectedColumns(ListPlan list, Expression row) =>
        Columns(list.Columns!.Paths.Select(path => Translate(path, row)));
}
