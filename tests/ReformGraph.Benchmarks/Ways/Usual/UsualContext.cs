using GraphQL;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Entities;

namespace ReformGraph.Benchmarks.Ways.Usual;

/// <summary>What the resolvers of one request share: where contexts come from, and a loader for each relation.</summary>
internal sealed class UsualContext : Dictionary<string, object?>
{
    private readonly IDbContextFactory<ReformDbContext> contexts;

    public UsualContext(IDbContextFactory<ReformDbContext> contexts)
    {
        this.contexts = contexts;
        Townships = new(async (ids, cancellation) =>
            OneOf(await RowsAsync<Township>(rows => rows.Where(row => ids.Contains(row.Id)), cancellation), row => row.Id));
        Counties = new(async (ids, cancellation) =>
            OneOf(await RowsAsync<County>(rows => rows.Where(row => ids.Contains(row.Id)), cancellation), row => row.Id));
        RiskVillages = new(async (ids, cancellation) => ManyOf(
            await RowsAsync<RiskVillage>(rows => rows.Where(row => ids.Contains(row.TownshipId!.Value)).OrderBy(row => row.Id),
                cancellation), row => row.TownshipId!.Value));
        AssetHandovers = new(async (ids, cancellation) => ManyOf(
            await RowsAsync<AssetHandover>(rows => rows.Where(row => ids.Contains(row.TownshipId!.Value)).OrderBy(row => row.Id),
                cancellation), row => row.TownshipId!.Value));
    }

    public BatchLoader<Township?> Townships { get; }

    public BatchLoader<County?> Counties { get; }

    public BatchLoader<IEnumerable<RiskVillage>> RiskVillages { get; }

    public BatchLoader<IEnumerable<AssetHandover>> AssetHandovers { get; }

    /// <summary>That of the request which a field belongs to.</summary>
    public static UsualContext Of(IResolveFieldContext context) => (UsualContext)context.UserContext;

    /// <summary>Asks by a context of its own, as resolvers may run side by side.</summary>
    public async Task<TResult> AskAsync<T, TResult>(Func<IQueryable<T>, Task<TResult>> ask, CancellationToken cancellation)
        where T : class
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ask(context.Set<T>().AsNoTracking());
    }

    private Task<List<T>> RowsAsync<T>(Func<IQueryable<T>, IQueryable<T>> query, CancellationToken cancellation)
        where T : class => AskAsync<T, List<T>>(rows => query(rows).ToListAsync(cancellation), cancellation);

    private static Func<int, T?> OneOf<T>(List<T> rows, Func<T, int> key)
        where T : class
    {
        var byKey = rows.ToDictionary(key);
        return byKey.GetValueOrDefault;
    }

    private static Func<int, IEnumerable<T>> ManyOf<T>(List<T> rows, Func<T, int> key)
    {
        var byKey = rows.ToLookup(key);
        return asked => byKey[asked];
    }
}
