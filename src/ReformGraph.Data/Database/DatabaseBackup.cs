using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;

namespace ReformGraph.Data.Database;

/// <summary>
/// Copies a database of any version while servers read and write it. The copy contains everything that was stored before it began. It is
/// made in one step, within one read transaction: with several steps, each write of another process would restart it. It takes its name
/// only after SQLite has found it whole.
/// </summary>
internal static class DatabaseBackup
{
    /// <summary>Makes the copy.</summary>
    /// <param name="database">The file of the database.</param>
    /// <param name="copy">The new file.</param>
    /// <exception cref="StartupException">There is no database, or it is damaged, or it cannot be copied.</exception>
    public static void Make(string database, string copy)
    {
        SqliteFile.Existing(database);
        try
        {
            using var beside = AtomicFile.OfNew(copy);
            using (var from = SqliteFile.Connect(database, SqliteOpenMode.ReadWrite))
            {
                using var transaction = from.BeginRead();
                MigrationSet.AppliedTo(from, database);
                using var to = SqliteFile.Connect(beside.Path, SqliteOpenMode.ReadWriteCreate);
                from.BackupDatabase(to);
            }

            RequireWhole(beside.Path, database);
            SqliteFile.CopyRights(database, beside.Path);
            beside.TakePlace(overwrite: false);
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            throw new StartupException(
                $"There is not enough disk space for {copy}: a copy needs as much as the database {database}.", cause);
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The database {database} cannot be copied to {copy}: {cause.Message}", cause);
        }
    }

    // A copy has the faults of its database.
    private static void RequireWhole(string copy, string database)
    {
        using var connection = SqliteFile.Connect(copy, SqliteOpenMode.ReadWrite);
        if (connection.FirstFault() is { } fault)
        {
            throw new StartupException(
                $"The database {database} is damaged, so no backup was made: {fault}. To list all faults, run: audit verify --database " +
                $"{database}. An earlier backup can be restored with the command: restore FILE.");
        }
    }
}
