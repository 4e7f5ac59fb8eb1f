using System.Diagnostics;
using ReformGraph.Http;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>A fact that runs the program under an account that may not write all files, which only root can.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfOtherAccountAttribute : FactAttribute
{
    private static readonly Lazy<bool> May = new(Try);

    public FactIfOtherAccountAttribute() => Skip = May.Value ? null : "The program cannot be run under another account here.";

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo("setpriv",
                [.. OtherAccount.Command, "test", "-r", typeof(Composition).Assembly.Location])
            { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no setpriv
        }
    }
}
