namespace ReformGraph.Export;

/// <summary>
/// A folder of the program among the temporary files, which is deleted with the program. A running program holds a lock in it, so that a
/// folder left by a killed program is recognized, and deleted when the next one starts.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The prefix of the names of the folders.</summary>
    public const string Prefix = "reformgraph-exports-";

    /// <summary>The name of the lock file.</summary>
    public const string LockName = "lock";

    private const int MostAttempts = 10;

    private readonly string root;
    private FileStream? held;

    /// <summary>Deletes what others have left.</summary>
    /// <param name="root">The folder of temporary files.</param>
    public TemporaryFolder(string root)
    {
        this.root = root;
        Attempt(() =>
        {
            foreach (var other in Directory.EnumerateDirectories(root, Prefix + "*"))
            {
                Attempt(() => RemoveLeft(other));
            }
        });
    }

    /// <summary>The path of a file in the folder, which is created again if it is missing: some systems delete it after days.</summary>
    public string PathOf(string name)
    {
        for (var attempt = 1; held is null || !File.Exists(held.Name); attempt++)
        {
            held?.Dispose();
            held = null;
            try
            {
                held = Lock(Make(Path.Combine(root, Prefix + Path.GetRandomFileName())), FileMode.CreateNew);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // Another program that is starting has taken it for an abandoned one.
            }
        }

        return Path.Combine(Path.GetDirectoryName(held.Name)!, name);
    }

    public void Dispose()
    {
        if (held is not null)
        {
            held.Dispose();
            Attempt(() => Directory.Delete(Path.GetDirectoryName(held.Name)!, recursive: true));
        }
    }

    // A folder without a lock is just being created, or empty. If the file is created first and locked later, a folder that is being
    // created can look abandoned: it stays locked until it is gone, so that its creator notices, and creates another.
    private static void RemoveLeft(string folder)
    {
        using var taken = Lock(folder, FileMode.Open);
        if (OperatingSystem.IsWindows())
        {
            taken.Dispose(); // otherwise it could not be deleted
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Make(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder).FullName
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    // What cannot be deleted is left to the system, which deletes temporary files.
    private static void Attempt(Action tidy)
    {
        try
        {
            tidy();
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
        }
    }
}
