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
        if (held is null || !File.Exists(held.Name))
        {
            held?.Dispose();
            held = Lock(Make(Path.Combine(root, Prefix + Path.GetRandomFileName())), FileMode.CreateNew);
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

    // A folder without a lock is just being made, or empty.
    private static void RemoveLeft(string folder)
    {
        Lock(folder, FileMode.Open).Dispose();
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
