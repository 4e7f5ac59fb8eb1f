using Microsoft.Data.Sqlite;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;

namespace ReformGraph.Data.Database;

/// <summary>
/// A backup as it would be served: a copy of its file in a temporary folder, upgraded if an earlier version made it, and audited. The
/// backup itself is only read. The copy is deleted with this object.
/// </summary>
internal sealed class RehearsedBackup : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reformgraph-restore-").FullName;
    private readonly string file;

    private RehearsedBackup(string file)
    {
        this.file = file;
        Copy = Path.Combine(folder, Path.GetFileName(file));
    }

    /// <summary>The copy.</summary>
    public string Copy { get; }

    /// <summary>The last migration of the backup, if an earlier version made it.</summary>
    public string? EarlierMigration { get; private set; }

    /// <summary>What the audit found.</summary>
    public AuditReport Report { get; private set; } = new();

    /// <summary>The number of present rows with a history.</summary>
    public long Rows { get; private set; }

    /// <summary>Copies, upgrades and audits a backup.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="tell">Receives each fault.</param>
    /// <param name="cancellation">Cancels it between two checks.</param>
    /// <exception cref="StartupException">It is not a database that this version can serve, or it cannot be copied.</exception>
    public static async Task<RehearsedBackup> RunAsync(string file, Action<AuditFinding> tell, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new StartupException($"The backup {Path.GetFullPath(file)} does not exist.");
        }

        var backup = new RehearsedBackup(file);
        try
        {
            backup.MakeCopy();
            backup.RequireUsable();
            await backup.AuditAsync(tell, cancellation);
            return backup;
        }
        catch (SqliteException cause)
        {
            backup.Dispose();
            throw DatabaseCreator.Refusal(file, cause);
        }
        catch
        {
            backup.Dispose();
            throw;
        }
    }

    /// <summary>Compares its log with that of a database, which it reads without a trace.</summary>
    /// <exception cref="StartupException">They cannot be compared.</exception>
    public LogComparison CompareWith(string database)
    {
        try
        {
            using var present = SqliteFile.ConnectWithoutTrace(database);
            return CompareWith(present, database);
        }
        catch (SqliteException cause)
        {
            throw Incomparable(database, cause);
        }
    }

    /// <summary>Compares its log with that of an open database.</summary>
    /// <exception cref="StartupException">They cannot be compared.</exception>
    public LogComparison CompareWith(SqliteConnection present, string database)
    {
        try
        {
            using var own = SqliteFile.Connect(Copy, SqliteOpenMode.ReadOnly);
            return LogComparison.Of(own, present);
        }
        catch (Exception cause) when (cause is SqliteException or StartupException or FormatException or InvalidCastException)
        {
            throw Incomparable(database, cause);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static StartupException Incomparable(string database, Exception cause) =>
        new($"The database {database} cannot be compared with the backup: {cause.Message.TrimEnd('.')}.", cause);

    private void MakeCopy()
    {
        if (AtomicFile.JournalOf(file) is { } journal)
        {
            throw new StartupException(
                $"The file {file} has a journal, {journal}, with changes that the file lacks: a process uses it, or was killed. Copy it " +
                $"with the command: backup COPY --database {file}. Then restore COPY.");
        }

        try
        {
            SqliteFile.Copy(file, Copy);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The backup {file} cannot be copied to the folder for temporary files, {Path.GetTempPath()}: {cause.Message} " +
                "Another folder can be set in the environment: TMPDIR, on Windows TMP.", cause);
        }
    }

    private void RequireUsable()
    {
        using var connection = SqliteFile.Connect(Copy, SqliteOpenMode.ReadWrite);
        MigrationSet.OfProgram.IsAheadOf(connection, file);
    }

    // What an earlier version made is audited as such first, so that all faults are reported.
    private async Task AuditAsync(Action<AuditFinding> tell, CancellationToken cancellation)
    {
        var earlier = await EarlierVersion.OfAsync(Copy, MigrationSet.OfProgram, cancellation);
        EarlierMigration = earlier?.Migration;
        var isBehind = DatabaseUpgrade.IsNeeded(Copy, MigrationSet.OfProgram);
        if (earlier is not null || !isBehind)
        {
            var declared = earlier?.Schema ?? await DeclaredSchema.ReadAsync(cancellation);
            await using var context = DatabaseFile.ReadingContextOf(Copy);
            Report = await Audit.RunAsync(context, declared, null, tell, earlier, cancellation);
        }

        if (isBehind && Report.Count == 0)
        {
            Report = await DatabaseUpgrade.RunAsync(Copy, MigrationSet.OfProgram, cancellation) ?? Report;
        }

        if (Report.Count == 0)
        {
            await using var context = DatabaseFile.ReadingContextOf(Copy);
            using var connection = SqliteFile.Connect(Copy, SqliteOpenMode.ReadOnly);
            Rows = VersionedTable.DeclaredIn(context.Model).Sum(table => connection.Number($"SELECT COUNT(*) FROM \"{table.Rows}\""));
        }
    }
}
