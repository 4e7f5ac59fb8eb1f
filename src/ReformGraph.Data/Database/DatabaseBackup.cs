using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;

namespace ReformGraph.Data.Database;

/// <summary>
/// Copies a database of any version while servers read and write it. The copy contains everything that was stored before it began. It is
/// made in one step, within one read transaction: with several steps, each write of another process would restart it.
/// </summary>
internal static class DatabaseBackup
{
    /// <summary>Makes the copy.</summary>
    /// <param name="database">The file of the database.</param>
    /// <param name="copy">The new file.</param>
    /// <exception cref="StartupException">There is no database, or it cannot be copied.</exception>
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

            beside.TakePlace(overwrite: false);
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The database {database} cannot be copied to {copy}: {cause.Message}", cause);
        }
    }
}
