using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Reports;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Database;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Postgres;

/// <summary>The seeded rows in both databases.</summary>
public sealed class SeedsInBoth : IDisposable
{
    private readonly SeededDatabase database = new();
    private readonly QueryEngine engine;
    private readonly Lazy<DbContextOptions<ReformDbContext>> postgres;
    private readonly Lazy<BothProviders> both;

    public SeedsInBoth(PostgresCluster cluster)
    {
        engine = new QueryEngine(database.Open,
            () => new ReformPastContext(new DbContextOptionsBuilder<ReformPastContext>().UseSqlite().Options),
            [new ReportSentences(null, [])], new EngineOptions(), new ChangeClock());
        postgres = new(() =>
        {
            var options = cluster.Create<ReformDbContext>(options => new ReformDbContext(options));
            Copy(options);
            return options;
        });
        both = new(() => new BothProviders(engine, Postgres,
            () => new ReformPastContext(new DbContextOptionsBuilder<ReformPastContext>().UseNpgsql("Host=nowhere").Options)));
    }

    internal BothProviders Both => both.Value;

    internal ReformDbContext Sqlite() => database.Open();

    internal ReformDbContext Postgres() => new(postgres.Value);

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

/// <summary>Every case of the product that reads rows has the same answer on PostgreSQL as on SQLite.</summary>
[Collection(PostgresCluster.Name)]
public sealed class ProductAnswerTests(SeedsInBoth seeds) : IClassFixture<SeedsInBoth>
{
    public static TheoryData<string, string> Cases() => GraphQLCase.InAllBut("Engine", "BadInput", "Writes");

    [TheoryIfPostgres]
    [MemberData(nameof(Cases))]
    public async Task A_case_has_the_same_answer(string folder, string name)
    {
        var request = GraphQLCase.Read(folder, name);
        await seeds.Both.AgreeAsync(new QueryRequest(request.Text, request.OperationName, request.Variables ?? default) { Role = "admin" });
    }

    [FactIfPostgres]
    public void Every_flat_view_has_the_same_rows()
    {
        using var sqlite = seeds.Sqlite();
        using var postgres = seeds.Postgres();
        sqlite.Database.OpenConnection();
        postgres.Database.OpenConnection();
        foreach (var view in ViewRows.All())
        {
            Assert.Equal(ViewRows.Read(sqlite.Database.GetDbConnection(), view), ViewRows.Read(postgres.Database.GetDbConnection(), view));
        }
    }
}
