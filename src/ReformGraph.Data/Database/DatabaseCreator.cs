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

/// <summary>What opening a database has done.</summary>
/// <param name="Path">The file.</param>
/// <param name="Seeded">What was loaded into a new database; empty for one that was there.</param>
internal sealed record OpenedDatabase(string Path, IReadOnlyList<ImportReport> Seeded)
{
    /// <summary>Says in a line that the file was made, as a wrong path would have it made too; null where it was there.</summary>
    public string? Made => Seeded is [] ? null : $"Made a new database, for there was none: {System.IO.Path.GetFullPath(Path)}";

    /// <summary>What the audit found to be as it was recorded, of a database that was upgraded; else null.</summary>
    public AuditReport? Upgraded { get; init; }
}

/// <summary>
/// Makes the SQLite file that holds the data. A new one is made, and an older one brought up to date, in a file beside it that
/// takes its place when it is complete: a start that fails leaves what was there.
/// </summary>
internal static class DatabaseCreator
{
    /// <summary>Opens the file; makes and seeds it where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="seeds">The folder of seed files for a new database.</param>
    /// <param name="mustExist">Whether it is refused where it is missing, instead.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StartupException">It must be there and is not; or the file, its folder or a seed file cannot be used.
    /// Nothing was changed.</exception>
    public static async Task<OpenedDatabase> OpenAsync(string path, string seeds, bool mustExist = false,
        CancellationToken cancellation = default)
    {
        if (mustExist && !SqliteFile.Exists(path))
        {
            throw new StartupException(
                $"There is no database {Path.GetFullPath(path)}, and by Database:MustExist none is made: correct Database:File or the " +
                "working directory.");
        }

        try
        {
            if (Directory.Exists(path))
            {
                throw new StartupException($"The database {path} is a folder, not a file.");
            }

            AtomicFile.DeleteLeftovers(path);
            if (!SqliteFile.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                using var beside = AtomicFile.Create(path);
                if (!SqliteFile.Exists(path)) // else another process was faster
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

    /// <summary>Has a new database filled, and all of it written into its file.</summary>
    internal static async Task FillAsync(string path, MigrationSet migrations, Func<ReformDbContext, Task> fill)
    {
        await using var context = DatabaseFile.ContextOf(path, migrations.Use);
        try
        {
            await fill(context);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
            await context.Database.ExecuteSqlRawAsync(
                "PRAGMA wal_checkpoint(TRUNCATE)"); // by itself: behind a statement that gives a row its failure would not be told
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
