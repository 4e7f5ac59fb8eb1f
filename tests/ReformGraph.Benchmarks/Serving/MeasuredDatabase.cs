using System.Diagnostics;

namespace ReformGraph.Benchmarks.Serving;

/// <summary>The database that all servers serve.</summary>
internal static class MeasuredDatabase
{
    /// <summary>The one that is measured when none is named.</summary>
    public const string File = "data/bench-200.db";

    /// <summary>Makes it by the product's own command.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static void Make(string program)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var making = Process.Start("dotnet", [program, "generate", "--counties", "200", "--seed", "1", "--out", File]);
        making.WaitForExit();
        if (making.ExitCode != 0)
        {
            throw new InvalidOperationException($"{File} was not made.");
        }
    }
}
