using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using static SQLitePCL.raw;

namespace ReformGraph.Data.Database;

/// <summary>A database that no other process can read or write, until another file has replaced it. Its file is complete: nothing is left
/// in a journal.</summary>
internal sealed class LockedDatabase : IDisposable
{
    private const int LongestWait = 3; // seconds

    private LockedDatabase(SqliteConnection connection) => Connection = connection;

    /// <summary>The connection that holds the lock.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Locks a database.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inUse">The message if another process is using it.</param>
    /// <exception cref="StartupException">Another process is using it.</exception>
    /// <exception cref="SqliteException">It cannot be opened, or is damaged.</exception>
    public static LockedDatabase Open(string path, string inUse)
    {
        var connection = SqliteFile.Connect(path, SqliteOpenMode.ReadWrite, LongestWait);
        CheckpointOnClose(connection, isOn: false); // what cannot be locked is left as it is
        try
        {
            // One by one: after a statement that returns a row, a command does not report the failures of later ones.
            foreach (var statement in (string[])["PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT",
                "PRAGMA wal_checkpoint(TRUNCATE)"])
            {
                using var command = connection.CreateCommand();
                command.CommandText = statement;
                command.ExecuteNonQuery();
            }

            CheckpointOnClose(connection, isOn: true);
            return new(connection);
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED)
        {
            connection.Dispose();
            throw new StartupException(inUse, cause);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Puts a complete file in its place.</summary>
    /// <param name="beside">The file.</param>
    /// <param name="keepAs">The new name of the replaced file; null if it is not kept.</param>
    public void ReplaceBy(AtomicFile beside, string? keepAs = null)
    {
        CheckpointOnClose(Connection, isOn: false); // it would delete the new file's journal as its own
        if (OperatingSystem.IsWindows())
        {
            Connection.Close(); // otherwise the file could not be replaced
        }

        beside.TakePlace(overwrite: true, keepAs);
    }

    public void Dispose() => Connection.Dispose();

    private static void CheckpointOnClose(SqliteConnection connection, bool isOn) =>
        sqlite3_db_config(connection.Handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isOn ? 0 : 1, out _);
}
