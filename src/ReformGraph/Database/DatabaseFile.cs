using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Caching.Memory;
using ReformGraph.Engine.Storage;
using ReformGraph.History;
using ReformGraph.Ledger;
using ReformGraph.Seeding;

namespace ReformGraph.Database;

/// <summary>What opening a database has done.</summary>
/// <param name="Path">The file.</param>
/// <param name="Seeded">What was loaded into a new database; empty for one that was there.</param>
internal sealed record OpenedDatabase(string Path, IReadOnlyList<SeedCount> Seeded)
{
    /// <summary>Says in a line that the file was made, as a wrong path would have it made too; null where it was there.</summary>
    public string? Made => Seeded is [] ? null : $"Made a new database, for there was none: {System.IO.Path.GetFullPath(Path)}";

    /// <summary>What the audit found to be as it was recorded, of a database that was upgraded; else null.</summary>
    public AuditReport? Upgraded { get; init; }
}

/// <summary>
/// The SQLite file that holds the data. A new one is made, and an older one brought up to date, in a file beside it that
/// takes its place when it is complete: a start that fails leaves what was there.
/// </summary>
internal static class DatabaseFile
{
    /// <summary>
    /// How many queries EF Core keeps with what it made of them. The engine keeps the statements of its plans itself: the room is for the few queries of
    /// everything else.
    /// </summary>
    private const int KeptQueries = 256;

    // To EF Core a query counts 10, and a model 100.
    private static MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = (10 * KeptQueries) + 1_000 });

    /// <summary>Keeps as many queries as come, for a process with many engines, such as that of the tests:
    /// what one has compiled is there for the others. Called before anything else.</summary>
    internal static void KeepAllQueries() => memory = new(new MemoryCacheOptions());

    /// <summary>A context of the file, by connections that wait for the disk and enforce foreign keys. Opens nothing yet.</summary>
    public static ReformDbContext ContextOf(string path) => ContextOf(path, MigrationSet.OfProgram);

    /// <summary>A context of the file, which is migrated by the migrations that are given.</summary>
    private static ReformDbContext ContextOf(string path, MigrationSet migrations)
    {
        var options = new DbContextOptionsBuilder<ReformDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
            .UseMemoryCache(memory)
            .AddInterceptors(ConnectionPragmas.Instance, RecordingInterceptor.Instance);
        migrations.Use(options);
        return new(options.Options);
    }

    /// <summary>A context by which the server writes: it waits for so long for another process that writes. Its connection is open, and goes with it.</summary>
    public static async Task<ReformDbContext> WritingContextOfAsync(string path, TimeSpan lockWait)
    {
        var context = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = (int)Math.Ceiling(lockWait.TotalSeconds) }.ToString())
            .UseMemoryCache(memory)
            .AddInterceptors(ConnectionPragmas.Instance, RecordingInterceptor.Instance)
            .Options);
        try
        {
            await context.Database.OpenConnectionAsync();
            context.Database.AutoSavepointsEnabled = false; // who writes sets his own
            context.Seal = new ChangeSeal(context.Database.GetDbConnection(), context.Model);
            return context;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>A context that cannot write, on a connection of its own.</summary>
    public static ReformDbContext ReadingContextOf(string path) => new(new DbContextOptionsBuilder<ReformDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString())
        .UseMemoryCache(memory)
        .Options);

    /// <summary>The schema that a file of this build has: a database in memory is made for it.</summary>
    public static Task<SchemaContent> DeclaredSchemaAsync(CancellationToken cancellation = default) =>
        InMemoryAsync(null, MigrationSet.OfProgram, SchemaContent.Read, cancellation);

    /// <summary>Reads off a database in memory that is made for it.</summary>
    /// <param name="migration">The last migration, after which an earlier version had triggers and views of its own, which are not made; null for all that this build makes.</param>
    /// <param name="migrations">Of which it is the last.</param>
    /// <param name="read">Reads.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static async Task<T> InMemoryAsync<T>(string? migration, MigrationSet migrations, Func<SqliteConnection, T> read,
        CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellation);
        if (migration is not null && Prerelease.Migrations.Contains(migration))
        {
            Prerelease.Make(connection, migration);
            return read(connection);
        }

        var options = new DbContextOptionsBuilder<ReformDbContext>().UseSqlite(connection).UseMemoryCache(memory);
        migrations.Use(options);
        await using var context = new ReformDbContext(options.Options);
        await context.GetService<IMigrator>().MigrateAsync(migration, cancellation);
        if (migration is null)
        {
            DerivedSchema.Make(connection, context.Model);
        }

        return read(connection);
    }

    /// <summary>A context that makes the statements about the file's past. It opens nothing.</summary>
    public static ReformPastContext PastContextOf(string path) => new(new DbContextOptionsBuilder<ReformPastContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString())
        .UseMemoryCache(memory)
        .Options);

    /// <summary>Opens the file of the settings; makes and seeds it where it is missing, unless they say that it must be there.</summary>
    /// <exception cref="StartupException">It must be there and is not; or the file, its folder or a seed file cannot be used. Nothing was changed.</exception>
    public static Task<OpenedDatabase> OpenAsync(ReformGraphOptions settings, CancellationToken cancellation) => !settings.Database.MustExist || IsThere(settings.Database.File)
        ? OpenAsync(settings.Database.File, settings.Seeding.Source, cancellation)
        : throw new StartupException($"There is no database {Path.GetFullPath(settings.Database.File)}, and by Database:MustExist none is made: correct Database:File or the working directory.");

    /// <summary>Opens the file; makes and seeds it where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="seeds">The folder of seed files for a new database.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StartupException">The file, its folder or a seed file cannot be used; nothing was changed.</exception>
    public static async Task<OpenedDatabase> OpenAsync(string path, string seeds, CancellationToken cancellation = default)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new StartupException($"The database {path} is a folder, not a file.");
            }

            AtomicFile.DeleteLeftovers(path);
            if (!IsThere(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                using var beside = AtomicFile.Create(path);
                if (!IsThere(path)) // else another process was faster
                {
                    return new(path, await MakeAsync(beside, seeds, cancellation));
                }
            }

            return new(path, [])
            {
                Upgraded = DatabaseUpgrade.IsNeeded(path, MigrationSet.OfProgram)
                ? await DatabaseUpgrade.RunAsync(path, MigrationSet.OfProgram, cancellation) : null
            };
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, cause);
        }
    }

    /// <summary>Makes a new file with the schema of this build and with rows of its own, which no seed file gives.</summary>
    /// <param name="path">The file, which must not exist.</param>
    /// <param name="fill">Adds the rows, and the state before the first change.</param>
    /// <param name="note">What to record of their load, the first change.</param>
    /// <param name="at">When it is said to have been recorded.</param>
    /// <param name="indexed">Is told which share of the indexes is made, while they are.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StartupException">The file is there, or cannot be made; nothing was changed.</exception>
    public static async Task LoadAsync(string path, Action<BulkLoad> fill, ChangeNote note, DateTime at, Action<double> indexed, CancellationToken cancellation = default)
    {
        try
        {
            using var beside = AtomicFile.OfNew(path);
            await FillAsync(beside.Path, MigrationSet.OfProgram, async context =>
            {
                await context.Database.MigrateAsync(cancellation);
                using var load = new BulkLoad(context);
                fill(load);
                load.Commit();
                await FirstChange.RecordAsync(context, note, at, cancellation);
                load.Complete(indexed);
            });
            beside.TakePlace(overwrite: false);
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, cause);
        }
    }

    /// <summary>An open connection that no pool keeps.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">What is done with it.</param>
    /// <param name="wait">For how many seconds it waits for other processes.</param>
    internal static SqliteConnection Connect(string path, SqliteOpenMode mode, int wait = 30)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = wait }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Has a new database filled, and all of it written into its file.</summary>
    internal static async Task FillAsync(string path, MigrationSet migrations, Func<ReformDbContext, Task> fill)
    {
        await using var context = ContextOf(path, migrations);
        try
        {
            await fill(context);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"); // by itself: behind a statement that gives a row its failure would not be told
        }
        finally
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }
    }

    private static StartupException Refusal(string path, Exception cause) => new((cause as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => $"The file {path} is not a SQLite database.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"The database {path} is damaged.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"The database {path} is locked by another process.",
        SQLitePCL.raw.SQLITE_FULL => $"The disk has no room for the database {path}.",
        _ => $"The database {path} cannot be opened or made: {cause.Message}",
    }, cause);

    private static async Task<IReadOnlyList<SeedCount>> MakeAsync(AtomicFile beside, string seeds, CancellationToken cancellation)
    {
        IReadOnlyList<SeedCount> counts = [];
        await FillAsync(beside.Path, MigrationSet.OfProgram, async context =>
        {
            await DatabaseUpgrade.MigrateAsync(context, cancellation);
            counts = await Seeder.LoadAsync(context, seeds, cancellation);
        });
        beside.TakePlace(overwrite: true);
        return counts;
    }

    private static bool IsThere(string path) => File.Exists(path) && new FileInfo(path).Length > 0;
}
