using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Engine.Storage;
using ReformGraph.History;
using ReformGraph.Ledger;
using static SQLitePCL.raw;

namespace ReformGraph.Database;

/// <summary>
/// Brings a database of an earlier version up to date: a copy of it is migrated, held against what the database recorded, and takes its
/// place. The database is locked all the while, so that nothing is written to it that the copy has not.
/// </summary>
internal static class DatabaseUpgrade
{
    private const int LongestWait = 3; // seconds

    /// <summary>Every migration that this build knows.</summary>
    private static readonly HashSet<string> Known =
        [.. typeof(ReformDbContext).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    /// <summary>The last migration of this build.</summary>
    public static string Last => Known.Max()!;

    /// <summary>Whether the schema is not this build's: read by a few queries, as building EF's migrator takes longer than the whole start.</summary>
    /// <exception cref="StartupException">It is a newer one, or that of another application.</exception>
    public static bool IsNeeded(string path)
    {
        using var connection = DatabaseFile.Connect(path, SqliteOpenMode.ReadWrite);
        return IsNeeded(connection, path);
    }

    /// <summary>Upgrades a database.</summary>
    /// <returns>What the audit found to be as it was recorded; null where another process was faster.</returns>
    /// <exception cref="StartupException">Another process uses the database, or it is not what it recorded; it stays as it was.</exception>
    public static async Task<AuditReport?> RunAsync(string path, CancellationToken cancellation)
    {
        using var beside = FileBeside.Of(path);
        using var present = Lock(path);
        if (!IsNeeded(present, path))
        {
            return null;
        }

        await DatabaseFile.FillAsync(beside.Path, async context =>
        {
            Copy(present, beside.Path);
            await MigrateAsync(context, cancellation);
        });
        var report = await AuditAsync(path, beside.Path, LogOf(present), cancellation);
        PutInPlace(beside, present);
        return report;
    }

    /// <summary>Makes the tables of this build, and all that follows from them.</summary>
    public static async Task MigrateAsync(ReformDbContext context, CancellationToken cancellation)
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

    /// <summary>The migrations that made a database.</summary>
    /// <exception cref="StartupException">It is one of another application.</exception>
    public static IReadOnlySet<string> AppliedTo(SqliteConnection connection, string path) => Holds(connection, "__EFMigrationsHistory")
        ? Texts(connection, "SELECT MigrationId FROM __EFMigrationsHistory").ToHashSet()
        : throw new StartupException($"The file {path} is a SQLite database, but not one of this application.");

    /// <summary>The last migration of a database of an earlier version; null for one of this build, and for one that no version has made so.</summary>
    /// <exception cref="StartupException">It is a newer one, or that of another application.</exception>
    public static string? EarlierVersionOf(SqliteConnection connection, string path)
    {
        var applied = AppliedTo(connection, path);
        RefuseNewer(applied, path);
        return applied.Count > 0 && applied.Count < Known.Count && Known.Order(StringComparer.Ordinal).Take(applied.Count).All(applied.Contains) ? applied.Max() : null;
    }

    private static void RefuseNewer(IReadOnlySet<string> applied, string path)
    {
        if (applied.Except(Known).Max() is { } newer)
        {
            throw new StartupException($"The database {path} is from a newer version of this application: it has the migration {newer}.");
        }
    }

    private static bool IsNeeded(SqliteConnection connection, string path)
    {
        var applied = AppliedTo(connection, path);
        RefuseNewer(applied, path);

        using var context = DatabaseFile.ContextOf(path);
        return applied.Count < Known.Count || !DerivedSchema.IsCurrent(connection, context.Model);
    }

    /// <summary>A connection beside which nobody reads or writes the database, whose file has all of it: there is nothing left in a journal.</summary>
    private static SqliteConnection Lock(string path)
    {
        var connection = DatabaseFile.Connect(path, SqliteOpenMode.ReadWrite, LongestWait);
        try
        {
            // One by one: behind a statement that gives a row, a command does not tell of the failures of others.
            foreach (var statement in (string[])["PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT", "PRAGMA wal_checkpoint(TRUNCATE)"])
            {
                using var command = connection.CreateCommand();
                command.CommandText = statement;
                command.ExecuteNonQuery();
            }

            return connection;
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED)
        {
            connection.Dispose();
            throw new StartupException($"The database {path} is from an earlier version of this application and must be upgraded, but another process uses it: stop that one first.", cause);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Copy(SqliteConnection present, string beside)
    {
        using var copy = DatabaseFile.Connect(beside, SqliteOpenMode.ReadWriteCreate);
        present.BackupDatabase(copy);
        using var unlock = copy.CreateCommand();
        unlock.CommandText = "DROP TABLE IF EXISTS __EFMigrationsLock"; // left by a kill; EF would wait for it for ever
        unlock.ExecuteNonQuery();
        DerivedSchema.Drop(copy);
    }

    /// <summary>The log of a database, where one was kept when it was last written.</summary>
    private static Checkpoint? LogOf(SqliteConnection connection) =>
        Holds(connection, "Changes") && Texts(connection, "SELECT Sequence FROM Changes LIMIT 1").Any() ? ChangeLog.Now(connection, DateTime.UtcNow) : null;

    private static async Task<AuditReport> AuditAsync(string path, string beside, Checkpoint? log, CancellationToken cancellation)
    {
        await using var context = DatabaseFile.ReadingContextOf(beside);
        var report = await Audit.RunAsync(context, await DatabaseFile.DeclaredSchemaAsync(cancellation), log, cancellation: cancellation);
        return report.Count == 0 ? report : throw new StartupException(
            $"The database {path} cannot be upgraded and stays as it was, for it is not what it recorded: {report.Count} faults, the first of them {report.Findings[0]}.");
    }

    private static void PutInPlace(FileBeside beside, SqliteConnection present)
    {
        // Closed behind the rename, it would delete the new file's journal for its own.
        sqlite3_db_config(present.Handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        if (OperatingSystem.IsWindows())
        {
            present.Close(); // else the file could not be replaced
        }

        beside.TakePlace(overwrite: true);
    }

    private static bool Holds(SqliteConnection connection, string table) => Texts(connection, $"SELECT name FROM sqlite_master WHERE name = '{table}'").Any();

    private static IEnumerable<string> Texts(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }
}
