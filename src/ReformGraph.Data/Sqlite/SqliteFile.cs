using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;

namespace ReformGraph.Data.Sqlite;

/// <summary>Connections to a SQLite file, and queries without a model.</summary>
internal static class SqliteFile
{
    /// <summary>An open connection outside any pool.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">How it is opened.</param>
    /// <param name="wait">How many seconds it waits for other processes.</param>
    public static SqliteConnection Connect(string path, SqliteOpenMode mode, int wait = 30)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = wait }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>A read-only connection that changes nothing, not even the files next to the database.</summary>
    public static SqliteConnection ConnectWithoutTrace(string path) => Connect(SourceWithoutTrace(path), SqliteOpenMode.ReadOnly);

    /// <summary>
    /// What to open in order to read a database without a trace. A connection that may only read leaves the files that it creates next to
    /// the database. If there are none, because no process has it open, the file is opened by a URI that says that it does not change.
    /// </summary>
    public static string SourceWithoutTrace(string path) =>
        AtomicFile.Journals.Any(suffix => File.Exists(path + suffix))
        || !WriteAccess.MayCreateIn(Path.GetDirectoryName(Path.GetFullPath(path))!) // then none is left, and it may be needed
            ? path : new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";

    /// <summary>
    /// Begins to read one state of the database. The first read waits for a process that recovers, upgrades or closes the file, as commands
    /// do; statements that are prepared without a command would fail at once.
    /// </summary>
    /// <exception cref="StartupException">Another process has locked the database for longer than the connection waits.</exception>
    public static SqliteTransaction BeginRead(this SqliteConnection connection)
    {
        var transaction = connection.BeginTransaction(deferred: true);
        try
        {
            _ = connection.Texts("SELECT name FROM sqlite_master LIMIT 1").Any();
            return transaction;
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            transaction.Dispose();
            throw new StartupException($"The database {connection.DataSource} is locked by another process.", cause);
        }
    }

    /// <summary>Whether a path has a file that SQLite would not treat as a new database.</summary>
    public static bool Exists(string path) => File.Exists(path) && new FileInfo(path).Length > 0;

    /// <summary>Rejects a path without a file: SQLite would say that it is unable to open it, but not why.</summary>
    /// <exception cref="StartupException">There is no file.</exception>
    public static string Existing(string path) =>
        File.Exists(path) ? path : throw new StartupException($"The database {Path.GetFullPath(path)} does not exist.");

    /// <summary>Copies a file that no process uses. The copy has the rights of a new file: those of the original may not let it be
    /// written.</summary>
    public static void Copy(string file, string copy)
    {
        using var from = File.OpenRead(file);
        using var to = File.Create(copy);
        from.CopyTo(to);
    }

    /// <summary>Gives a file the rights of another: who may not read the one may not read the other.</summary>
    public static void CopyRights(string file, string copy)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, File.GetUnixFileMode(file));
        }
    }

    /// <summary>Whether a database has a table.</summary>
    public static bool HasTable(this SqliteConnection connection, string table) =>
        connection.Texts($"SELECT name FROM sqlite_master WHERE name = '{table}'").Any();

    /// <summary>The first fault that SQLite finds in a database; null if it is whole. Indexes are not compared with their tables.</summary>
    public static string? FirstFault(this SqliteConnection connection) =>
        connection.Texts("PRAGMA quick_check(1)").FirstOrDefault(said => said != "ok")?.ReplaceLineEndings(" ");

    /// <summary>The first column of the result of a query.</summary>
    public static IEnumerable<string> Texts(this SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }

    /// <summary>The first column of the first row of a query, which is a number.</summary>
    public static long Number(this SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }
}
