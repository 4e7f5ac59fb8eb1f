using System.Linq.Expressions;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The queries of one page of groups; each is null if it is not needed.</summary>
/// <param name="Rows">The page; below rows, the pages of all owners together.</param>
/// <param name="Total">The number of groups; below rows, the owner's key and the count.</param>
/// <param name="BeforeAfter">A row if there are groups at or before <c>after</c>; below rows, the keys of such owners.</param>
/// <param name="BehindBefore">The same for groups at or after <c>before</c>.</param>
/// <param name="Preceding">The amounts of all groups at or before <c>after</c>, from which running totals continue.</param>
/// <param name="Subtotals">One for each subtotal, never null.</param>
internal sealed record GroupQueries(Expression? Rows, Expression? Total, Expression? BeforeAfter, Expression? BehindBefore,
    Expression? Preceding, IReadOnlyList<Expression> Subtotals);

/// <summary>Translates the plan of groups to LINQ over their rows.</summary>
/// <param name="set">All rows of an entity.</param>
/// <param name="dialect">The dialect of the database.</param>
internal sealed class GroupCompiler(Func<Type, Expression> set, SqlDialect dialect)
{
    private readonly OrderCompiler orders = new(dialect);

    /// <summary>The queries of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rows">Returns the rows that meet a condition, or those of a rollup, for all owners together.</param>
    /// <param name="ofList">The condition of the list, without that of its periods.</param>
    public GroupQueries Compile(GroupsPlan plan, Func<Filter?, RollupUse?, JoinedRows> rows, Filter? ofList)
    {
        return new GroupQueries(
            plan.HasRows ? Page(plan, rows) : null,
            plan.CountsTotal && plan.Gaps is null ? Total(plan, Groups(plan, rows, NoTerms)) : null,
            plan.LooksBeforeAfter ? Beyond(plan, Groups(plan, rows, NoTerms), plan.Page.After, behind: false) : null,
            plan.LooksBehindBefore ? Beyond(plan, Groups(plan, rows, NoTerms), plan.Page.Before, behind: true) : null,
            plan.Running.Count > 0 && plan.Page.After is not null ? Preceding(plan, Groups(plan, rows, plan.Terms.All)) : null,
            [.. plan.Subtotals.Select(subtotal => Subtotal(plan, subtotal, rows(ofList, subtotal.Rollup)))]);
    }

    /// <summary>Aggregates over all rows, or over those of each owner: groups without a key.</summary>
    public Expression Aggregate(AggregatePlan plan, JoinedRows rows, FieldPath? owner)
    {
        var grouped =
            new GroupedRows(rows, plan.Rollup, set, dialect, owner, [], plan.Terms.All.Select(term => (term.Path, term.Condition)));
        return Select(grouped.Groups, grouped.Group,
            Columns([.. plan.Terms.All.Select(grouped.Resolve), .. owner is null ? (Expression[])[] : [grouped.Owner]]));
    }

    private static IReadOnlyList<AggregateTerm> NoTerms => [];

    private GroupedRows Groups(GroupsPlan plan, Func<Filter?, RollupUse?, JoinedRows> rows, IReadOnlyList<AggregateTerm> terms) => new(
        rows(plan.Filter, plan.Rollup), plan.Rollup, set, dialect, plan.Parent?.OwnerKey, plan.By,
        [.. terms.Select(term => (term.Path, term.Condition)),
            .. plan.Aggregates.Select(aggregate => (aggregate.Path, aggregate.Condition))]);

    private static Expression Having(GroupsPlan plan, GroupedRows groups) =>
        Where(groups.Groups, groups.Group, FilterCompiler.Compile(plan.Having, groups));

    private static Func<GroupSortKey, Expression> ValueOf(GroupsPlan plan, GroupedRows groups) => key => key.Key is { } part
        ? groups.Key(plan.By.Index().First(known => known.Item == part).Index)
        : groups.Resolve(key.Aggregate!);

    private static List<Expression> ColumnsOf(GroupsPlan plan, GroupedRows groups) =>
    [
        .. plan.By.Select((_, number) => groups.Key(number)),
        .. plan.Terms.All.Select(groups.Resolve),
        .. plan.CursorAggregates.Select(groups.Resolve),
        .. plan.HasColumnOfOwner ? [groups.Owner] : (Expression[])[],
    ];

    private Expression Page(GroupsPlan plan, Func<Filter?, RollupUse?, JoinedRows> rows)
    {
        var groups = Groups(plan, rows, plan.Terms.All);
        return plan.Parent is { } parent ? PageOfEachOwner(plan, groups, parent) : Select(
            Cut(plan, Sought(plan, Having(plan, groups), groups.Group, ValueOf(plan, groups)), groups.Group, ValueOf(plan, groups)),
                groups.Group, Columns(ColumnsOf(plan, groups)));
    }

    private static Expression Sought(GroupsPlan plan, Expression groups, ParameterExpression group, Func<GroupSortKey, Expression> valueOf)
    {
        groups = Where(groups, group, OrderCompiler.Seek(plan.Page.After, plan.Order, valueOf, behind: true));
        return Where(groups, group, OrderCompiler.Seek(plan.Page.Before, plan.Order, valueOf, behind: false));
    }

    private Expression Cut(GroupsPlan plan, Expression groups, ParameterExpression group, Func<GroupSortKey, Expression> valueOf) =>
        Take(orders.Order(groups, group, plan.Order, valueOf, plan.Page.Backward), group.Type, plan.Page.Take);

    // The groups of all owners are computed at once; then they are numbered per owner.
    private Expression PageOfEachOwner(GroupsPlan plan, GroupedRows groups, ParentLink parent)
    {
        var valueOf = ValueOf(plan, groups);
        var (tree, readers) = Projections.Tree([groups.Owner, .. plan.Order.Select(valueOf), .. ColumnsOf(plan, groups)]);
        var made = Select(Having(plan, groups), groups.Group, tree);
        var line = Expression.Parameter(tree.Type, "line");
        var ordered = plan.Order.Zip(readers.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second(line));
        var owner = Expression.Parameter(parent.Field.Navigation.DeclaringEntityType.ClrType, "owner");
        var ownerKey = Expression.Property(owner, parent.Field.Navigation.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!);
        var own = Where(made, line, Expression.Equal(Nullable(readers[0](line)), Nullable(ownerKey)));
        var page = Cut(plan, Sought(plan, own, line, key => ordered[key]), line, key => ordered[key]);
        var pages = SelectMany(Where(set(owner.Type), owner, IsIn(parent.Keys, ownerKey)), owner, page, line.Type);
        var byOwner = OrderBy(pages, line, readers[0](line), descending: false, isFirst: true);
        return Select(
            orders.Order(byOwner, line, plan.Order, key => ordered[key], plan.Page.Backward, isFirst: false),
            line,
            Columns(readers.Skip(1 + plan.Order.Count).Select(read => read(line))));
    }

    private Expression Total(GroupsPlan plan, GroupedRows groups)
    {
        var having = Having(plan, groups);
        if (plan.Parent is not null)
        {
            return CountOfEachOwner(Select(having, groups.Group, groups.Owner));
        }

        var state = Expression.Parameter(typeof(DataState), "state");
        return Select(set(state.Type), state, Columns(Count(having, groups.Group.Type)));
    }

    private static Expression CountOfEachOwner(Expression owners)
    {
        var owner = Expression.Parameter(owners.Type.GenericTypeArguments[0], "owner");
        var (groups, group) = GroupBy(owners, owner, owner);
        return Select(groups, group,
            Columns(Expression.Property(group, "Key"), Call(typeof(Enumerable), nameof(Enumerable.Count), [owner.Type], group)));
    }

    private static Expression Beyond(GroupsPlan plan, GroupedRows groups, Seek? seek, bool behind)
    {
        var beyond = Where(Having(plan, groups), groups.Group,
            OrderCompiler.Seek(seek, plan.Order, ValueOf(plan, groups), behind, inclusive: true));
        return plan.Parent is not null
            ? Call(typeof(Queryable), nameof(Queryable.Distinct), [typeof(object[])], Select(beyond, groups.Group, Columns(groups.Owner)))
            : Select(Call(typeof(Queryable), nameof(Queryable.Take), [groups.Group.Type], beyond, Constant(1)), groups.Group,
                Columns(groups.Key(0)));
    }

    private static Expression Preceding(GroupsPlan plan, GroupedRows groups)
    {
        var beyond = Where(Having(plan, groups), groups.Group,
            OrderCompiler.Seek(plan.Page.After, plan.Order, ValueOf(plan, groups), behind: false, inclusive: true));
        var terms = plan.PrecedingColumns.Select(column => groups.Resolve(plan.Terms.All[column - plan.By.Count]));
        var (tree, readers) = Projections.Tree([plan.Parent is null ? Constant(1) : groups.Owner, .. terms]);
        var line = Expression.Parameter(tree.Type, "line");
        var (owners, owner) = GroupBy(Select(beyond, groups.Group, tree), line, readers[0](line));
        var sums = readers.Skip(1).Select(read => (Expression)Call(
            typeof(Enumerable), nameof(Enumerable.Sum), [line.Type], owner,
                Expression.Lambda(Expression.Convert(read(line), typeof(long?)), line)));
        return Select(owners, owner, Columns([.. sums, Expression.Property(owner, "Key")]));
    }

    private Expression Subtotal(GroupsPlan plan, SubtotalPlan subtotal, JoinedRows rows)
    {
        IReadOnlyList<GroupKey> by = [.. plan.By.Take(subtotal.Level)];
        var groups = new GroupedRows(rows, subtotal.Rollup, set, dialect, plan.Parent?.OwnerKey, by,
            subtotal.Terms.All.Select(term => (term.Path, term.Condition)));
        var order = by.Select(key => new GroupSortKey(key, null, false)).ToList();
        var ordered = orders.Order(groups.Groups, groups.Group, order, ValueOf(plan, groups), backward: false);
        return Select(ordered, groups.Group, Columns(
        [
            .. by.Select((_, number) => groups.Key(number)), .. subtotal.Terms.All.Select(groups.Resolve),
            .. subtotal.HasColumnOfOwner(plan) ? [groups.Owner] : (Expression[])[],
        ]));
    }
}
