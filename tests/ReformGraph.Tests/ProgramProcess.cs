using System.Diagnostics;
using System.Globalization;
using ReformGraph.Http;

namespace ReformGraph.Tests;

/// <summary>The program as its users start it: a process of its own, which ends with the test that started it, whatever fails.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private static readonly string[] Program = ["dotnet", typeof(Composition).Assembly.Location];

    private readonly Process process;

    private ProgramProcess(string folder, string[] command, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((var name, var value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public StreamReader StandardOutput => process.StandardOutput;

    public StreamReader StandardError => process.StandardError;

    /// <summary>The bytes of its memory that are resident.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it in a folder.</summary>
    public static ProgramProcess Start(string folder, params string[] arguments) => new(folder, [.. Program, .. arguments], []);

    /// <summary>Starts it in a folder through another program.</summary>
    public static ProgramProcess StartBy(string[] other, string folder, (string Name, string Value)[] environment,
        params string[] arguments) =>
        new(folder, [.. other, .. Program, .. arguments], environment);

    /// <summary>Starts it in a folder, to be killed when it calls the system for the given time.</summary>
    public static ProgramProcess StartToBeKilled(string folder, string call, int time, params string[] arguments) => StartBy(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
            FormattableString.Invariant($"inject={call}:signal=KILL:when={time}")],
        folder,
        [],
        arguments);

    /// <summary>Runs it in a folder until it ends.</summary>
    public static Task<(int Exit, string Output, string Error)> RunAsync(string folder, params string[] arguments) =>
        EndAsync(Start(folder, arguments));

    /// <summary>Runs it in a folder, with variables of the environment, until it ends.</summary>
    public static Task<(int Exit, string Output, string Error)> RunAsync(string folder, string[] arguments,
        (string Name, string Value)[] environment) =>
        EndAsync(StartBy([], folder, environment, arguments));

    public Task WaitForExitAsync() => process.WaitForExitAsync();

    /// <summary>SIGTERM: who starts processes in the background has them ignore SIGINT.</summary>
    public void Terminate()
    {
        using var signal = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        signal.WaitForExit();
    }

    /// <summary>SIGKILL: nothing of it runs any more.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static async Task<(int Exit, string Output, string Error)> EndAsync(ProgramProcess started)
    {
        using var program = started;
        Task<string> output = program.StandardOutput.ReadToEndAsync(), error = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        return (program.ExitCode, await output, await error);
    }
}
