using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.History;
using ReformGraph.Data.Import;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Database;

/// <summary>The result of opening a database.</summary>
/// <param name="Path">The file.</param>
/// <param name="Seeded">What was loaded into a new database; empty if it already existed.</param>
internal sealed record OpenedDatabase(string Path, IReadOnlyList<ImportReport> Seeded)
{
    /// <summary>A line that says that the file was created, because a wrong path would create one too; null if it already
    /// existed.</summary>
    public string? Made => Seeded is [] ? null : $"Created a new database, because there was none: {System.IO.Path.GetFullPath(Path)}";

    /// <summary>What the audit verified in an upgraded database; otherwise null.</summary>
    public AuditReport? Upgraded { get; init; }
}

/// <summary>
/// Creates the SQLite file that contains the data. A new file is created, and an older one upgraded, next to its final place, which it
/// takes when it is complete: a start that fails leaves everything as it was.
/// </summary>
internal static class DatabaseCreator
{
    /// <summary>Rejects a path at which there can be no database.</summary>
    /// <exception cref="StartupException">It must exist and does not, or is a folder.</exception>
    public static void RefuseUnusable(string path, bool mustExist)
    {
        if (mustExist && !SqliteFile.Exists(path))
        {
            throw new StartupException(
                $"The database {Path.GetFullPath(path)} does not exist, and Database:MustExist forbids creating it: correct " +
                "Database:File or the working directory.");
        }

        if (Directory.Exists(path))
        {
            throw new StartupException($"The database {path} is a folder, not a file.");
        }
    }

    /// <summary>Opens the file; creates and seeds it if it does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="seeds">The folder of seed files for a new database.</param>
    /// <param name="mustExist">Whether a missing file is an error instead.</param>
    /// <param name="tell">Receives what begins, as a sentence without its full stop; null for nobody.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="StartupException">It must exist and does not; or the file, its folder or a seed file cannot be used. Nothing was
    /// changed.</exception>
    public static async Task<OpenedDatabase> OpenAsync(string path, string seeds, bool mustExist = false,
        Action<string>? tell = null, CancellationToken cancellation = default)
    {
        RefuseUnusable(path, mustExist);
        try
        {
            AtomicFile.DeleteLeftovers(path);
            if (!SqliteFile.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                using var beside = AtomicFile.Create(path);
                if (!SqliteFile.Exists(path)) // otherwise another process was faster
                {
                    tell?.Invoke($"Creating the database {Path.GetFullPath(path)} and seeding it from {Path.GetFullPath(seeds)}");
                    return new(path, await MakeAsync(beside, seeds, cancellation));
                }
            }

            return new(path, []) { Upgraded = await UpgradeAsync(path, tell, cancellation) };
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, cause);
        }
    }

    /// <summary>Whether a file must be upgraded before this build reads it. It only reads the file.</summary>
    /// <param name="path">The file, which exists.</param>
    /// <exception cref="StartupException">It is not a database that this build can use.</exception>
    public static bool IsOfEarlierVersion(string path)
    {
        try
        {
            using var connection = SqliteFile.Connect(path, SqliteOpenMode.ReadOnly);
            return MigrationSet.OfProgram.IsAheadOf(connection, path);
        }
        catch (SqliteException cause)
        {
            throw Refusal(path, cause);
        }
    }

    /// <summary>Creates a new file with the schema of this build and with rows that do not come from seed files.</summary>
    /// <param name="path">The file, which must not exist.</param>
    /// <param name="fill">Adds the rows, and the state before the first change.</param>
    /// <param name="note">What to record about loading them, the first change.</param>
    /// <param name="at">The time recorded for it.</param>
    /// <param name="indexed">Receives the progress of creating indexes.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="StartupException">The file already exists, or cannot be created; nothing was changed.</exception>
    public static async Task LoadAsync(string path, Action<BulkLoad> fill, ChangeNote note, DateTime at, Action<double> indexed,
        CancellationToken cancellation = default)
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

    /// <summary>Fills a new database, and writes all of it to its file.</summary>
    internal static async Task FillAsync(string path, MigrationSet migrations, Func<ReformDbContext, Task> fill)
    {
        await using var context = DatabaseFile.ContextOf(path, migrations.Use);
        try
        {
            await fill(context);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
            await context.Database.ExecuteSqlRawAsync(
                "PRAGMA wal_checkpoint(TRUNCATE)"); // separately: after a statement that returns a row, its failure would go unnoticed
        }
        finally
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }
    }

    /// <summary>Says what prevents a database from being opened or created.</summary>
    internal static StartupException Refusal(string path, Exception cause) => new((cause as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => $"The file {path} is not a SQLite database.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"The database {path} is damaged.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"The database {path} is locked by another process.",
        SQLitePCL.raw.SQLITE_FULL => $"There is not enough disk space for the database {path}.",
        _ => $"The database {path} cannot be opened or created: {cause.Message}",
    }, cause);

    private static async Task<AuditReport?> UpgradeAsync(string path, Action<string>? tell, CancellationToken cancellation)
    {
        if (!DatabaseUpgrade.IsNeeded(path, MigrationSet.OfProgram))
        {
            return null;
        }

        tell?.Invoke($"Upgrading the database {Path.GetFullPath(path)} from an earlier version: a copy is migrated and audited");
        return await DatabaseUpgrade.RunAsync(path, MigrationSet.OfProgram, cancellation);
    }

    private static async Task<IReadOnlyList<ImportReport>> MakeAsync(AtomicFile beside, string seeds, CancellationToken cancellation)
    {
        IReadOnlyList<ImportReport> seeded = [];
        await FillAsync(beside.Path, MigrationSet.OfProgram, async context =>
        {
            await DatabaseUpgrade.MigrateAsync(context, cancellation);
            seeded = await SeedFiles.LoadAsync(context, seeds, cancellation);
        });
        beside.TakePlace(overwrite: true);
        return seeded;
    }
}
