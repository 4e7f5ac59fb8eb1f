using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;

namespace ReformGraph.Benchmarks.Ways.Usual;

/// <summary>The root fields: each turns its arguments into LINQ.</summary>
internal sealed class UsualQuery : ObjectGraphType
{
    public const int DefaultPageSize = 50;

    public UsualQuery()
    {
        Name = "Query";
        Field<ReformTaskType>("reformTaskById").Argument<NonNullGraphType<IdGraphType>>("id").ResolveAsync(async context =>
        {
            var id = context.GetArgument<int>("id");
            return await UsualContext.Of(context).AskAsync<ReformTask, ReformTask?>(
                rows => rows.FirstOrDefaultAsync(row => row.Id == id, context.CancellationToken), context.CancellationToken);
        });
        RootList<ReformTaskType, ReformTask, ReformTaskFilterType, ReformTaskFilter>(
            "reformTasks", (rows, where) => where.Apply(rows), _ => rows => rows.OrderBy(row => row.Id));
        RootList<TownshipType, Township, TownshipFilterType, TownshipFilter>(
            "townships", (rows, where) => where.Apply(rows), _ => rows => rows.OrderBy(row => row.Id));
        RootList<RiskVillageType, RiskVillage, RiskVillageFilterType, RiskVillageFilter>("riskVillages",
            (rows, where) => where.Apply(rows), Ordered)
            .Argument<ListGraphType<NonNullGraphType<RiskVillageSortType>>>("order");
    }

    private static Func<IQueryable<RiskVillage>, IQueryable<RiskVillage>> Ordered(IResolveFieldContext context) =>
        context.GetArgument<List<RiskVillageSort>?>("order") switch
        {
            [{ AssessedOn: SortEnumType.Desc }] => rows => rows.OrderByDescending(row => row.AssessedOn).ThenByDescending(row => row.Id),
            [{ AssessedOn: SortEnumType.Asc }] => rows => rows.OrderBy(row => row.AssessedOn).ThenBy(row => row.Id),
            _ => rows => rows.OrderBy(row => row.Id),
        };

    private GraphQL.Builders.FieldBuilder<object?, object> RootList<TNode, T, TWhere, TFilter>(
        string name, Func<IQueryable<T>, TFilter, IQueryable<T>> filter,
            Func<IResolveFieldContext, Func<IQueryable<T>, IQueryable<T>>> order)
        where TNode : ObjectGraphType<T>
        where T : class
        where TWhere : InputObjectGraphType<TFilter>
        where TFilter : class => Field<RowListType<TNode, T>>(name)
            .Argument<IntGraphType>("first")
            .Argument<TWhere>("where")
            .Resolve(context =>
            {
                // The executer uses the context again once this returns, so everything is read from it now.
                var request = UsualContext.Of(context);
                var cancellation = context.CancellationToken;
                var first = context.GetArgument("first", DefaultPageSize);
                var ordered = order(context);
                var where = context.GetArgument<TFilter?>("where");
                return new RowList<T>(
                    () => request.AskAsync<T, IEnumerable<T>>(
                        async rows => await ordered(Filtered(rows)).Take(first).ToListAsync(cancellation), cancellation),
                    () => request.AskAsync<T, int>(rows => Filtered(rows).CountAsync(cancellation), cancellation));

                IQueryable<T> Filtered(IQueryable<T> rows) => where is null ? rows : filter(rows, where);
            });
}
