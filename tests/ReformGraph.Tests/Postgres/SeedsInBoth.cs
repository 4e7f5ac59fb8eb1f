using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Reports;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Seeding;

namespace ReformGraph.Tests.Postgres;

/// <summary>The seeded rows in both databases.</summary>
internal sealed class SeedsInBoth : IDisposable
{
    private readonly SeededDatabase database = new();
    private readonly QueryEngine engine;
    private readonly Lazy<DbContextOptions<ReformDbContext>> postgres;
    private readonly Lazy<BothProviders> both;

    public SeedsInBoth(PostgresCluster cluster)
    {
        engine = new QueryEngine(database.Open,
            () => new ReformPastContext(new DbContextOptionsBuilder<ReformPastContext>().UseSqlite().Options),
            [new TextsByHash(null, [], _ => null)], new EngineOptions(), new ChangeClock());
        postgres = new(() =>
        {
            var options = cluster.Create<ReformDbContext>(options => new ReformDbContext(options));
            Copy(options);
            return options;
        });
        both = new(() => new BothProviders(engine, Postgres,
            () => new ReformPastContext(new DbContextOptionsBuilder<ReformPastContext>().UseNpgsql("Host=nowhere").Options)));
    }

    public BothProviders Both => both.Value;

    public ReformDbContext Sqlite() => database.Open();

    public ReformDbContext Postgres() => new(postgres.Value);

    public void Dispose()
    {
        engine.Dispose();
        database.Dispose();
    }

    private void Copy(DbContextOptions<ReformDbContext> options)
    {
        using var from = database.Open();
        using var to = new ReformDbContext(options);
        var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!;
        to.TakeOver(from, from.Model.GetEntityTypes()
            .Where(entity => !entity.HasSharedClrType && entity.GetTableName() is not null && entity.ClrType != typeof(DataState)
            && entity.ClrType != typeof(Change))
            .SelectMany(entity => ((IQueryable<object>)set.MakeGenericMethod(entity.ClrType).Invoke(from, null)!).AsNoTracking()));
    }
}
