using System.Diagnostics;

namespace ReformGraph.Tests;

/// <summary>The program as its users start it: a process of its own.</summary>
internal static class ProgramProcess
{
    /// <summary>Starts it in a folder.</summary>
    public static Process Start(string folder, params string[] arguments) => Start(folder, ["dotnet", typeof(StartupException).Assembly.Location, .. arguments], []);

    /// <summary>Starts it in a folder, to be killed when it calls the system for the given time.</summary>
    public static Process StartToBeKilled(string folder, string call, int time, params string[] arguments) => Start(
        folder,
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e", FormattableString.Invariant($"inject={call}:signal=KILL:when={time}"), "dotnet", typeof(StartupException).Assembly.Location, .. arguments],
        []);

    /// <summary>Runs it in a folder until it ends.</summary>
    public static Task<(int Exit, string Output, string Error)> RunAsync(string folder, params string[] arguments) => EndAsync(Start(folder, arguments));

    /// <summary>Runs it in a folder, with variables of the environment, until it ends.</summary>
    public static Task<(int Exit, string Output, string Error)> RunAsync(string folder, string[] arguments, (string Name, string Value)[] environment) =>
        EndAsync(Start(folder, ["dotnet", typeof(StartupException).Assembly.Location, .. arguments], environment));

    private static Process Start(string folder, string[] command, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0"; // as for the tests themselves
        foreach ((var name, var value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<(int Exit, string Output, string Error)> EndAsync(Process started)
    {
        using var process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        return (process.ExitCode, await output, await error);
    }
}
