using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Engine.Dialects;

public sealed class SqlDialectTests
{
    [Fact]
    public void The_dialect_of_a_context_follows_from_its_provider()
    {
        using var sqlite = new TinyContext(new DbContextOptionsBuilder<TinyContext>().UseSqlite().Options);
        using var postgres = new TinyContext(new DbContextOptionsBuilder<TinyContext>().UseNpgsql("Host=nowhere").Options);
        Assert.Same(SqliteDialect.Instance, SqlDialect.For(sqlite));
        Assert.Same(PostgreSqlDialect.Instance, SqlDialect.For(postgres));
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer", "Microsoft.EntityFrameworkCore.SqlServer")]
    [InlineData(null, "(none)")]
    public void A_model_for_another_provider_is_refused(string? provider, string named) => Assert.Equal(
        $"The database provider {named} is not supported: use Microsoft.EntityFrameworkCore.Sqlite or " +
        "Npgsql.EntityFrameworkCore.PostgreSQL.",
        Assert.Throws<NotSupportedException>(() => new ModelBuilder().FitToProvider(provider)).Message);

    [Fact]
    public void An_engine_over_PostgreSQL_is_refused_when_it_is_made() => Assert.Equal(
        "A QueryEngine reads from SQLite: it can generate SQL for Npgsql.EntityFrameworkCore.PostgreSQL, but opens no connections to it.",
        Assert.Throws<NotSupportedException>(() => new QueryEngine(
            () => new TinyContext(new DbContextOptionsBuilder<TinyContext>().UseNpgsql("Host=nowhere").Options),
            () => throw new InvalidOperationException("Nothing is asked of the past."),
            [new CatalogueCards()],
            new EngineOptions(),
            new ChangeClock())).Message);
}
