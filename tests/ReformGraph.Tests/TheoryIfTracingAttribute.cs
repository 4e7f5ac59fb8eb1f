using System.Diagnostics;
using Xunit;

namespace ReformGraph.Tests;

/// <summary>A theory in which strace makes a system call of the program fail, or kills the program at one. It takes long, and strace is not
/// available, or allowed to trace, everywhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryIfTracingAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> May = new(Try);

    public TheoryIfTracingAttribute() => Skip = !Exhaustive.IsOn ? Exhaustive.TakesLong
        : May.Value ? null : "strace is not installed, or may not trace.";

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
