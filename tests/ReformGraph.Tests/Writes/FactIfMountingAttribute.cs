using System.Diagnostics;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>A fact that needs a small file system of its own, which only some may mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfMountingAttribute : FactAttribute
{
    private static readonly Lazy<bool> May = new(Try);

    public FactIfMountingAttribute() => Skip = May.Value ? null : "A file system in memory cannot be mounted here.";

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("reformgraph-");
        try
        {
            return Succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.FullName) && Succeeds("umount", folder.FullName);
        }
        finally
        {
            folder.Delete();
        }
    }

    private static bool Succeeds(string command, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
