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
