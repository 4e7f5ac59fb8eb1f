using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using static SQLitePCL.raw;

namespace ReformGraph.Data.Sqlite;

/// <summary>
/// Whether this process may write a database, which is found out by taking the write lock. SQLite keeps two files next to the database,
/// owned by whoever opened it first: a read-only account leaves files that nobody else can write. As long as this is held, they belong to
/// this process.
/// </summary>
internal sealed partial class WriteAccess : IDisposable
{
    private const int LongestWait = 1; // seconds: a writer in the meantime proves that the files are not in the way
    private const int Writable = 2; // W_OK
    private const int ProbedBytes = 65_536; // more than a small change adds to the journal

    private readonly SqliteConnection? held;

    private WriteAccess(SqliteConnection? held, string? obstacle) => (this.held, Obstacle) = (held, obstacle);

    /// <summary>What prevents the process from writing, and what to do about it, in one line; null if nothing does.</summary>
    public string? Obstacle { get; }

    /// <summary>Takes the lock, releases it, and keeps the connection.</summary>
    public static WriteAccess Acquire(string database)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = SqliteFile.Connect(database, SqliteOpenMode.ReadWrite, LongestWait);
            using var transaction = connection.BeginTransaction(deferred: false);
            return new(connection, null);
        }
        catch (SqliteException cause)
        {
            if (cause.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED)
            {
                return new(connection, null);
            }

            connection?.Dispose();
            return new(null, ObstacleOf(database) ?? $"The database {database} can be read but not written: {cause.Message}");
        }
    }

    /// <summary>Rejects a command that will write but cannot.</summary>
    /// <exception cref="StartupException">It cannot write.</exception>
    public static void Require(string database)
    {
        using var access = Acquire(database);
        if (access.Obstacle is { } obstacle)
        {
            throw new StartupException(obstacle);
        }
    }

    /// <summary>Whether a database could be written now, as far as the rights on its files and the space on their disk tell: a small file
    /// is written next to it.</summary>
    public static bool CanWrite(string database)
    {
        try
        {
            if (ObstacleOf(database) is not null)
            {
                return false;
            }

            using var probe = new FileStream($"{database}.{Guid.NewGuid():N}.probe", new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            });
            probe.Write(new byte[ProbedBytes]);
            probe.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether this process may create files in a folder, as far as the rights tell.</summary>
    public static bool MayCreateIn(string folder) => OperatingSystem.IsWindows() || IsWritable(folder);

    /// <summary>Which file of a database this process may not write, who owns it and what to do; null if it may write all of
    /// them.</summary>
    public static string? ObstacleOf(string database) => OperatingSystem.IsWindows()
        ? null // only SQLite's own message is known
        : UnwritableOf(database);

    public void Dispose() => held?.Dispose();

    [UnsupportedOSPlatform("windows")]
    private static string? UnwritableOf(string database)
    {
        // Not by opening it: a process that closes a file releases all its locks on it, including those of SQLite.
        var (journal, index) = (database + "-wal", database + "-shm");
        if (((string[])[database, index, journal]).FirstOrDefault(file => File.Exists(file) && !IsWritable(file)) is { } strange)
        {
            return $"This account ({Environment.UserName}) cannot write the database {database}: it has no write access to {strange}, " +
            $"which belongs to {OwnerOf(strange)}. "
                + (strange == database ? $"Give it access: chown {Environment.UserName} {database}."
                : "Someone with read-only access has opened the database while no server was running. End that program, and give the " +
                $"files to the server's account: chown {Environment.UserName} {journal} {index}. Then start the server again. "
                    + $"Or delete them when no program has the database open; delete {journal} only if it is empty, because otherwise it " +
                    "contains the latest changes.");
        }

        return Path.GetDirectoryName(Path.GetFullPath(database))! is var folder && !IsWritable(folder)
            ? $"This account ({Environment.UserName}) cannot write the database {database}: it may not create files in the folder " +
            $"{folder}, which belongs to {OwnerOf(folder)}. SQLite creates {journal} and {index} there."
            : null;
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsWritable(string path) => Access(path, Writable) == 0;

    [UnsupportedOSPlatform("windows")]
    private static string OwnerOf(string path)
    {
        var owner = OwnerIdOf(path) is { } id ? NameOf(id) : "another account";
        return $"{owner} (mode {Convert.ToString((int)File.GetUnixFileMode(path), 8)})";
    }

    // .NET does not know owners. The call and its structure are the same on all processors, but only on Linux.
    private static uint? OwnerIdOf(string path)
    {
        try
        {
            var status = new FileStatus();
            return OperatingSystem.IsLinux() && Statx(-100, path, 0, 8, ref status) == 0 ? status.Owner : null; // AT_FDCWD, STATX_UID
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static string NameOf(uint id)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        try
        {
            return File.ReadLines("/etc/passwd").Select(line => line.Split(':'))
                .FirstOrDefault(account => account.ElementAtOrDefault(2) == number)?[0] ?? $"user {number}";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return $"user {number}";
        }
    }

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref FileStatus status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(20)]
        public uint Owner;
    }
}
