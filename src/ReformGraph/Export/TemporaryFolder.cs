namespace ReformGraph.Export;

/// <summary>
/// A folder of the program's own among the temporary files, which goes with the program. Who lives holds a lock in it, so that one that a
/// killed program left is known, and removed when the next begins.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>How the names of the folders begin.</summary>
    public const string Prefix = "reformgraph-exports-";

    /// <summary>The name of the file that is locked.</summary>
    public const string LockName = "lock";

    private const int MostAttempts = 10;

    private readonly string root;
    private FileStream? held;

    /// <summary>Removes what others have left.</summary>
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

    /// <summary>The path of a file in the folder, which is made if it is not there: some systems clear it away after days.</summary>
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
                // A program that begins has taken it for one that was left.
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

    // A folder without a lock is just being made, or empty. Where a file is made first and locked then, one that is just being made can be
    // taken for one that was left: it is locked until it is gone, so that whoever makes it sees that, and makes another.
    private static void RemoveLeft(string folder)
    {
        using var taken = Lock(folder, FileMode.Open);
        if (OperatingSystem.IsWindows())
        {
            taken.Dispose(); // else it could not be removed
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Make(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder).FullName
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    // What cannot be tidied up is left to the system, which clears temporary files away.
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
