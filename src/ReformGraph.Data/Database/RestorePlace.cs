using System.Globalization;
using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using static SQLitePCL.raw;

namespace ReformGraph.Data.Database;

/// <summary>The place of a database, which nobody else can use until a restored one has taken it.</summary>
internal sealed class RestorePlace : IDisposable
{
    // The bytes that SQLite locks in a file: see its file os.h.
    private const long FirstLockedByte = 0x4000_0000;
    private const long LockedBytes = 512;

    private readonly string path;
    private readonly AtomicFile beside;
    private readonly LockedDatabase? locked;
    private readonly FileStream? unreadable;

    private RestorePlace(string path)
    {
        this.path = path;
        beside = AtomicFile.Create(path);
        try
        {
            (locked, unreadable) = SqliteFile.Exists(path) ? Lock(path) : default;
        }
        catch
        {
            beside.Dispose();
            throw;
        }
    }

    /// <summary>Compares the log of a backup with that of the database that is there.</summary>
    /// <returns>The comparison; null if there is no database, or none that SQLite can read.</returns>
    /// <exception cref="StartupException">They cannot be compared.</exception>
    public LogComparison? CompareWith(RehearsedBackup backup) => locked is null ? null : backup.CompareWith(locked.Connection, path);

    /// <summary>Locks the place.</summary>
    /// <exception cref="StartupException">Another process is using the database, or its folder does not exist.</exception>
    public static RestorePlace Take(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new StartupException(
                $"The folder {folder} does not exist: create it, or correct Database:File or the working directory.");
        }

        DatabaseCreator.RefuseUnusable(path, mustExist: false);

        try
        {
            return new(path);
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw DatabaseCreator.Refusal(path, cause);
        }
    }

    /// <summary>Puts a copy of a file there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <returns>The new name of the database that was there; null if there was none.</returns>
    /// <exception cref="StartupException">It cannot be copied; nothing was changed.</exception>
    public string? Put(string file, DateTime now)
    {
        try
        {
            SqliteFile.Copy(file, beside.Path);
            if (File.Exists(path))
            {
                SqliteFile.CopyRights(path, beside.Path);
            }

            var kept = $"{path}.replaced-{now.ToString(BackupFolder.TimeFormat, CultureInfo.InvariantCulture)}";
            if (File.Exists(kept))
            {
                throw new IOException($"The file {kept} already exists.");
            }

            Replace(kept);
            return File.Exists(kept) ? kept : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The database {path} cannot be replaced: {cause.Message}", cause);
        }
    }

    public void Dispose()
    {
        locked?.Dispose();
        unreadable?.Dispose();
        beside.Dispose();
    }

    private void Replace(string kept)
    {
        if (locked is not null)
        {
            locked.ReplaceBy(beside, kept);
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            unreadable?.Dispose(); // otherwise the file could not be replaced
        }

        beside.TakePlace(overwrite: true, kept);
    }

    private static (LockedDatabase? Locked, FileStream? Unreadable) Lock(string path)
    {
        var inUse = $"The database {path} is in use by another process: stop the server before you replace its database.";
        try
        {
            return (LockedDatabase.Open(path, inUse), null);
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode is SQLITE_NOTADB or SQLITE_CORRUPT)
        {
            return (null, LockUnreadable(path, inUse));
        }
    }

    // SQLite locks no file that it cannot read, but a process that opened the file before it was damaged holds its lock.
    private static FileStream LockUnreadable(string path, string inUse)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            {
                file.Lock(FirstLockedByte, LockedBytes);
            }

            return file;
        }
        catch (IOException cause)
        {
            file.Dispose();
            throw new StartupException(inUse, cause);
        }
    }
}
