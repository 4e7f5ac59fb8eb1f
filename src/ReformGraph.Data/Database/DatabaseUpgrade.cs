using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Database;

/// <summary>
/// Upgrades a database of an earlier version: a copy is migrated, compared with what the database recorded, and replaces it. The database
/// is locked all the while, so that nothing is written to it that the copy lacks.
/// </summary>
internal static class DatabaseUpgrade
{
    /// <summary>Whether the schema is older than this build's. A few queries suffice, because building EF Core's migrator takes longer than
    /// the whole start.</summary>
    /// <exception cref="StartupException">The database is from a newer version, from another application, or from a version before 0.1.0
    /// that cannot be upgraded.</exception>
    public static bool IsNeeded(string path, MigrationSet migrations)
    {
        using var connection = SqliteFile.Connect(path, SqliteOpenMode.ReadWrite);
        return IsNeeded(connection, path, migrations);
    }

    /// <summary>Whether the schema of an open database is older than this build's.</summary>
    /// <exception cref="StartupException">As with a file.</exception>
    public static bool IsNeeded(SqliteConnection connection, string path, MigrationSet migrations)
    {
        using var context = DatabaseFile.ContextOf(path);
        return migrations.IsAheadOf(connection, path) || !DerivedSchema.IsCurrent(connection, context.Model);
    }

    /// <summary>Upgrades a database.</summary>
    /// <returns>What the audit verified; null if another process was faster.</returns>
    /// <exception cref="StartupException">Another process uses the database, or it differs from what it recorded; it is
    /// unchanged.</exception>
    public static async Task<AuditReport?> RunAsync(string path, MigrationSet migrations, CancellationToken cancellation)
    {
        using var beside = AtomicFile.Create(path);
        using var locked = LockedDatabase.Open(path,
            $"The database {path} is from an earlier version of this application and must be upgraded, but another process is using it: " +
            "stop that process first.");
        var present = locked.Connection;
        if (!IsNeeded(present, path, migrations))
        {
            return null;
        }

        await DatabaseCreator.FillAsync(beside.Path, migrations, async context =>
        {
            if (migrations.IsPrerelease(MigrationSet.AppliedTo(present, path)))
            {
                await TakeOverAsync(present, path, beside.Path, context, migrations.First, cancellation);
            }
            else
            {
                Copy(present, beside.Path);
            }

            await MigrateAsync(context, cancellation);
        });
        var report = await AuditAsync(path, beside.Path, migrations, LogOf(present), cancellation);
        locked.ReplaceBy(beside);
        return report;
    }

    /// <summary>Creates the tables of this build, and everything derived from them.</summary>
    public static async Task MigrateAsync(ReformDbContext context, CancellationToken cancellation)
    {
        await context.Database.MigrateAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
        await context.Database.CloseConnectionAsync();
    }

    private static void Copy(SqliteConnection present, string beside)
    {
        using var copy = SqliteFile.Connect(beside, SqliteOpenMode.ReadWriteCreate);
        present.BackupDatabase(copy);
        using var unlock = copy.CreateCommand();
        unlock.CommandText = "DROP TABLE IF EXISTS __EFMigrationsLock"; // left by a killed process; EF Core would wait for it forever
        unlock.ExecuteNonQuery();
        using var context = DatabaseFile.ContextOf(beside); // only the model
        DerivedSchema.Drop(copy, context.Model);
    }

    /// <summary>
    /// Creates the tables of version 0.1.0 and copies the rows of an older database, whose tables must be exactly those of its version: any
    /// additional content would be lost.
    /// </summary>
    private static async Task TakeOverAsync(SqliteConnection present, string path, string beside, ReformDbContext context, string release,
        CancellationToken cancellation)
    {
        var report = new AuditReport(null);
        var declared =
            await DeclaredSchema.ReadAsync(Prerelease.Migrations[^1], MigrationSet.OfProgram, SchemaContent.Read, cancellation);
        SchemaContent.Read(present).Compare(declared, report, isEarlier: true);
        RefuseFaults(path, report);
        await context.GetService<IMigrator>().MigrateAsync(release, cancellation);
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        Prerelease.CopyRows(present, beside);
    }

    /// <summary>The log of a database, if one existed when it was last written.</summary>
    private static Checkpoint? LogOf(SqliteConnection connection) =>
        connection.HasTable("Changes") && connection.Texts("SELECT Sequence FROM Changes LIMIT 1").Any()
            ? ChangeLog.Now(connection, TimeProvider.System.GetUtcNow().UtcDateTime) : null;

    private static async Task<AuditReport> AuditAsync(string path, string beside, MigrationSet migrations, Checkpoint? log,
        CancellationToken cancellation)
    {
        await using var context = DatabaseFile.ReadingContextOf(beside);
        var declared = await DeclaredSchema.ReadAsync(null, migrations, SchemaContent.Read, cancellation);
        var report = await Audit.RunAsync(context, declared, log, cancellation: cancellation);
        RefuseFaults(path, report);
        return report;
    }

    private static void RefuseFaults(string path, AuditReport report)
    {
        if (report.Count > 0)
        {
            throw new StartupException(
                $"The database {path} was not upgraded, and is unchanged, because it differs from what it recorded. First of " +
                $"{English.Count(report.Count, "fault")}: {report.Findings[0]}. To list them all, run: audit verify --database {path}. " +
                "Correct the faults, or restore a backup in which audit verify finds none; then start the server again.");
        }
    }
}
