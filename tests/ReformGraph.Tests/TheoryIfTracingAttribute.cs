using System.Diagnostics;
using Xunit;

namespace ReformGraph.Tests;

/// <summary>A theory that has the system fail or kill the program at a call of it, by strace,
/// which is not there everywhere and may not trace everywhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryIfTracingAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> May = new(Try);

    public TheoryIfTracingAttribute() => Skip = May.Value ? null : "strace is not installed, or may not trace.";

    private static bool Try()
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo("strace", ["-qq", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
