using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using ReformGraph.Data.Errors;
using static System.IO.Path;

namespace ReformGraph.Data.Sqlite;

/// <summary>
/// A file that is created next to its final place, which it takes when it is complete and on the disk: a process that is killed on the way
/// leaves everything as it was. One process at a time creates it; the next process deletes what a killed one has left.
/// </summary>
internal sealed partial class AtomicFile : IDisposable
{
    /// <summary>What its name ends with until it takes its place.</summary>
    public const string Suffix = ".new";

    /// <summary>What the name of its lock ends with.</summary>
    public const string LockSuffix = ".new.lock";

    private const string Index = "-shm";

    /// <summary>What SQLite appends to the name of a database for the files next to it.</summary>
    public static IReadOnlyList<string> Journals { get; } = ["-wal", Index, "-journal"];

    // What systems report for a file that another process has locked: Linux, macOS, Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private readonly string place;
    private readonly FileStream turn;

    private AtomicFile(string place, FileStream turn)
    {
        (this.place, this.turn) = (place, turn);
        Delete();
    }

    /// <summary>The file under construction.</summary>
    public string Path => place + Suffix;

    /// <summary>Begins an empty file.</summary>
    /// <exception cref="StartupException">Another process is creating it.</exception>
    public static AtomicFile Create(string place) =>
        TryCreate(place)
        ?? throw new StartupException($"Another process is creating or upgrading the file {place}: try again when it has finished.");

    /// <summary>Begins a file whose final place is still free.</summary>
    /// <exception cref="StartupException">It already exists, its folder does not exist, or another process is creating it.</exception>
    public static AtomicFile OfNew(string place)
    {
        // A journal without its database would be applied to the new one.
        if (Journals.Select(suffix => place + suffix).Prepend(place).FirstOrDefault(System.IO.Path.Exists) is { } there)
        {
            throw new StartupException($"The file {there} already exists and is not replaced: choose another name, or delete it.");
        }

        return GetDirectoryName(GetFullPath(place)) is var folder && Directory.Exists(folder)
            ? Create(place) : throw new StartupException($"The folder {folder} does not exist.");
    }

    /// <summary>Deletes what a killed process has left, unless another process is creating the file.</summary>
    public static void DeleteLeftovers(string place)
    {
        if (Parts(place + Suffix).Append(place + LockSuffix).Any(File.Exists))
        {
            TryCreate(place)?.Dispose();
        }
    }

    /// <summary>The journal of a database that contains changes which its file lacks; null if there is none.</summary>
    public static string? JournalOf(string database) => Journals.Where(suffix => suffix != Index).Select(suffix => database + suffix)
        .FirstOrDefault(journal => new FileInfo(journal) is { Exists: true, Length: > 0 });

    /// <summary>The files that SQLite may have left next to a database, and the database, which is the last.</summary>
    public static IEnumerable<string> Parts(string path) => Journals.Select(suffix => path + suffix).Append(path);

    /// <summary>Moves the file, which nobody has open, to its final place. The move survives a power failure.</summary>
    /// <param name="overwrite">Whether it may replace a file.</param>
    /// <param name="keepAs">The new name of the replaced file; null if it is not kept. At no time is there no file in the place.</param>
    public void TakePlace(bool overwrite, string? keepAs = null)
    {
        if (JournalOf(Path) is not null)
        {
            throw new IOException($"The file {Path} is not complete.");
        }

        using (var complete = File.OpenHandle(Path, access: FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(complete);
        }

        if (keepAs is not null && JournalOf(place) is { } journal)
        {
            File.Move(journal, keepAs + journal[place.Length..], overwrite: false);
        }

        if (overwrite)
        {
            DeleteAll(Journals.Select(suffix => place + suffix)); // they do not belong to the new file
        }

        if (keepAs is null || !File.Exists(place))
        {
            File.Move(Path, place, overwrite);
        }
        else
        {
            File.Replace(Path, place, keepAs);
        }

        FlushFolder(GetDirectoryName(GetFullPath(place))!);
    }

    public void Dispose()
    {
        Delete();
        turn.Dispose();
    }

    private static AtomicFile? TryCreate(string place)
    {
        try
        {
            return new(place, new FileStream(place + LockSuffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                FileOptions.DeleteOnClose));
        }
        catch (IOException taken) when (Locked.Contains(taken.HResult))
        {
            return null;
        }
    }

    private static void DeleteAll(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            File.Delete(file);
        }
    }

    private void Delete() => DeleteAll(Parts(Path));

    // A rename is durable when its folder has been flushed, for which .NET has no API; Windows does not need it.
    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var handle = new SafeFileHandle(Open(folder, 0), ownsHandle: true);
            if (handle.IsInvalid)
            {
                throw new IOException($"The folder {folder} cannot be opened.");
            }

            RandomAccess.FlushToDisk(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
