using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>A file system of its own, in memory, which is soon full; for tests that are <see cref="FactIfMountingAttribute"/>.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(string folder, int size)
    {
        Folder = Directory.CreateDirectory(Path.Combine(folder, "small")).FullName;
        Run("mount", "-t", "tmpfs", "-o", "size=" + size.ToString(CultureInfo.InvariantCulture), "tmpfs", Folder);
    }

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Fills it with a file.</summary>
    /// <param name="leaving">How many bytes to leave.</param>
    public async Task FillAsync(int leaving)
    {
        await using var file = new FileStream(Ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                await file.WriteAsync(new byte[4_096]);
            }
        }
        catch (IOException)
        {
            file.SetLength(file.Length - leaving); // there is no room for more
        }
    }

    /// <summary>Deletes the file that fills it.</summary>
    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Run("umount", Folder);
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
