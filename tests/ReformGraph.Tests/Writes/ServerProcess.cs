using System.Diagnostics;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan started)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address };
        Started = started;
        Worked = process.TotalProcessorTime;
    }

    public HttpClient Client { get; }

    public int Id => process.Id;

    /// <summary>The bytes of its memory that are resident.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>How long the start took.</summary>
    public TimeSpan Started { get; }

    /// <summary>How long processors worked for it, whatever else the machine did.</summary>
    public TimeSpan Worked { get; }

    public static async Task<ServerProcess> StartAsync(string database)
    {
        var clock = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(StartupException).Assembly.Location, "--Url=http://127.0.0.1:0", $"--database={database}"])
        {
            WorkingDirectory = Path.GetDirectoryName(database),
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.StartsWith(Listening, line, StringComparison.Ordinal);
        return new(process, new Uri(line![Listening.Length..]), clock.Elapsed);
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        Client.Dispose();
        process.Dispose();
    }
}
