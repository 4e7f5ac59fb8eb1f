using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.History;
using ReformGraph.Ledger;
using ReformGraph.Seeding;

namespace ReformGraph.Database;

/// <summary>What opening a database has done.</summary>
/// <param name="Path">The file.</param>
/// <param name="Seeded">What was loaded into a new database; empty for one that was there.</param>
internal sealed record OpenedDatabase(string Path, IReadOnlyList<SeedCount> Seeded);

/// <summary>
/// The SQLite file that holds the data. A new one is made, and an older one brought up to date, in a file beside it that
/// takes its place when it is complete: a start that fails leaves what was there.
/// </summary>
internal static class DatabaseFile
{
    private static readonly string[] Journals = ["-wal", "-shm", "-journal"];

    /// <summary>Every migration that this build knows, in order.</summary>
    private static readonly string[] Known =
    [
        .. typeof(ReformDbContext).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ];

    /// <summary>A context of the file, by connections that wait for the disk and enforce foreign keys. Opens nothing yet.</summary>
    public static ReformDbContext ContextOf(string path) => new(new DbContextOptionsBuilder<ReformDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
        .AddInterceptors(ConnectionPragmas.Instance, RecordingInterceptor.Instance)
        .Options);

    /// <summary>A context by which the server writes: it waits for so long for another process that writes. Its connection is open, and goes with it.</summary>
    public static async Task<ReformDbContext> WritingContextOfAsync(string path, TimeSpan lockWait)
    {
        var context = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = (int)Math.Ceiling(lockWait.TotalSeconds) }.ToString())
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
        .Options);

    /// <summary>The schema that a file of this build has: a database in memory is made for it.</summary>
    public static async Task<SchemaContent> DeclaredSchemaAsync(CancellationToken cancellation = default)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellation);
        await using var context = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite(connection).Options);
        await context.Database.MigrateAsync(cancellation);
        DerivedSchema.Make(connection, context.Model);
        return SchemaContent.Of(connection);
    }

    /// <summary>A context that makes the statements about the file's past. It opens nothing.</summary>
    public static ReformPastContext PastContextOf(string path) => new(new DbContextOptionsBuilder<ReformPastContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString())
        .Options);

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

            if (!File.Exists(path) || new FileInfo(path).Length == 0)
            {
                return new(path, await MakeAsync(path, seeds, cancellation));
            }

            if (!IsCurrent(path))
            {
                await UpgradeAsync(path, cancellation);
            }

            return new(path, []);
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
        if (Path.Exists(path))
        {
            throw new StartupException($"The file {path} exists and is not replaced: name another, or delete it.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is var folder && !Directory.Exists(folder))
        {
            throw new StartupException($"The folder {folder} does not exist.");
        }

        try
        {
            await ReplaceAsync(path, async (context, _) =>
            {
                await context.Database.MigrateAsync(cancellation);
                using var load = new BulkLoad(context);
                fill(load);
                load.Commit();
                await FirstChange.RecordAsync(context, note, at, cancellation);
                load.Complete(indexed);
            }, overwrite: false);
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, cause);
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

    /// <summary>Whether the schema is this build's: read by two queries, as building EF's migrator takes longer than the whole start.</summary>
    private static bool IsCurrent(string path)
    {
        using var connection = Connect(path, SqliteOpenMode.ReadWrite);
        using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (tables.ExecuteScalar() is 0L)
        {
            throw new StartupException($"The file {path} is a SQLite database, but not one of this application.");
        }

        using var history = connection.CreateCommand();
        history.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
        var applied = new HashSet<string>();
        using var reader = history.ExecuteReader();
        while (reader.Read())
        {
            applied.Add(reader.GetString(0));
        }

        return applied.Except(Known).FirstOrDefault() is { } newer
            ? throw new StartupException($"The database {path} is from a newer version of this application: it has the migration {newer}.")
            : applied.Count == Known.Length && IsDerivedCurrent();

        bool IsDerivedCurrent()
        {
            using var context = ContextOf(path);
            return DerivedSchema.IsCurrent(connection, context.Model);
        }
    }

    private static async Task<IReadOnlyList<SeedCount>> MakeAsync(string path, string seeds, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        IReadOnlyList<SeedCount> counts = [];
        await ReplaceAsync(path, async (context, _) =>
        {
            await MigrateAsync(context, cancellation);
            counts = await Seeder.LoadAsync(context, seeds, cancellation);
        });
        return counts;
    }

    private static Task UpgradeAsync(string path, CancellationToken cancellation) => ReplaceAsync(path, async (context, beside) =>
    {
        using (var present = Connect(path, SqliteOpenMode.ReadWrite))
        using (var copy = Connect(beside, SqliteOpenMode.ReadWriteCreate))
        {
            present.BackupDatabase(copy);
            using var unlock = copy.CreateCommand();
            unlock.CommandText = "DROP TABLE IF EXISTS __EFMigrationsLock"; // left by a kill; EF would wait for it for ever
            unlock.ExecuteNonQuery();
            DerivedSchema.Drop(copy);
        }

        await MigrateAsync(context, cancellation);
    });

    private static async Task MigrateAsync(ReformDbContext context, CancellationToken cancellation)
    {
        await context.Database.MigrateAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
        await FirstChange.RecordWhatWasThereAsync(context, cancellation);
        await KeepLeavesAsync(context, cancellation);
        await context.Database.CloseConnectionAsync();
    }

    private static async Task KeepLeavesAsync(ReformDbContext context, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        using var seal = new ChangeSeal(context.Database.GetDbConnection(), context.Model);
        seal.KeepMissing();
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Has a file beside the database made, and puts it in the database's place.</summary>
    private static async Task ReplaceAsync(string path, Func<ReformDbContext, string, Task> make, bool overwrite = true)
    {
        var beside = path + ".new";
        Delete(beside);
        try
        {
            await using var context = ContextOf(beside);
            try
            {
                await make(context, beside);
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE);");
            }
            finally
            {
                SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
            }

            File.Move(beside, path, overwrite);
        }
        finally
        {
            Delete(beside);
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Delete(string path)
    {
        foreach (var file in Journals.Select(suffix => path + suffix).Append(path))
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// SQLite keeps the journal mode in the file, but how long a commit waits is a matter of each connection. So is where a statement that
    /// runs triggers keeps what it could have to take back: in a file that would cost more than the triggers.
    /// </summary>
    private sealed class ConnectionPragmas : DbConnectionInterceptor
    {
        public static ConnectionPragmas Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;";
            pragmas.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
