using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Caching.Memory;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Contexts;

/// <summary>Contexts of the SQLite file that contains the data. DatabaseCreator creates the file.</summary>
internal static class DatabaseFile
{
    /// <summary>
    /// The number of queries that EF Core keeps in compiled form. The engine keeps the statements of its plans itself: this is for the few
    /// queries of everything else.
    /// </summary>
    private const int KeptQueries = 256;

    // In EF Core's cache, a query counts as 10, and a model as 100.
    private static MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = (10 * KeptQueries) + 1_000 });

    private static IModel? compiledModel;

    /// <summary>Keeps all compiled queries, for a process with many engines, such as that of the tests, so that they can share them. Must
    /// be called before anything else.</summary>
    internal static void KeepAllQueries() => memory = new(new MemoryCacheOptions());

    /// <summary>Uses a model that was compiled ahead of time; without one, EF Core builds it from the declarations. Must be called before
    /// anything else.</summary>
    internal static void UseCompiledModel(IModel model) => compiledModel = model;

    /// <summary>A context of the file, with connections that wait for the disk and enforce foreign keys. Opens nothing yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="configure">Adds options; used by an upgrade.</param>
    public static ReformDbContext ContextOf(string path, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = Options()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
            .AddInterceptors(ConnectionPragmas.Instance, RecordingInterceptor.Instance);
        configure?.Invoke(options);
        return new(options.Options);
    }

    /// <summary>A context of an open connection, such as one to a database in memory.</summary>
    public static ReformDbContext ContextOf(SqliteConnection connection, Action<DbContextOptionsBuilder> configure)
    {
        var options = Options().UseSqlite(connection);
        configure(options);
        return new(options.Options);
    }

    /// <summary>A context with which the server writes: it waits this long for another process that writes. It owns its open
    /// connection.</summary>
    public static async Task<ReformDbContext> WritingContextOfAsync(string path, TimeSpan lockWait)
    {
        var context = new ReformDbContext(Options()
            .UseSqlite(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                ForeignKeys = true,
                Pooling = false,
                Mode = SqliteOpenMode.ReadWrite,
                DefaultTimeout = (int)Math.Ceiling(lockWait.TotalSeconds)
            }.ToString())
            .AddInterceptors(ConnectionPragmas.Instance, RecordingInterceptor.Instance)
            .Options);
        try
        {
            await context.Database.OpenConnectionAsync();
            context.Database.AutoSavepointsEnabled = false; // writers set their own
            context.Seal = new ChangeSeal(context.Database.GetDbConnection(), context.Model);
            return context;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>A read-only context, on a connection of its own.</summary>
    public static ReformDbContext ReadingContextOf(string path) => new(Options()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString())
        .Options);

    /// <summary>A context that generates the statements about the file's past. It opens nothing.</summary>
    public static ReformPastContext PastContextOf(string path) => new(new DbContextOptionsBuilder<ReformPastContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString())
        .UseMemoryCache(memory)
        .Options);

    private static DbContextOptionsBuilder<ReformDbContext> Options()
    {
        var options = new DbContextOptionsBuilder<ReformDbContext>().UseMemoryCache(memory);
        return compiledModel is null ? options : options.UseModel(compiledModel);
    }
}
