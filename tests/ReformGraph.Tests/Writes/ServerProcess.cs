using System.Diagnostics;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>The program as a process of its own, which serves and can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Listening = "Listening on ";

    private readonly ProgramProcess program;

    private ServerProcess(ProgramProcess program, Uri address, TimeSpan started)
    {
        this.program = program;
        Client = new HttpClient { BaseAddress = address };
        Started = started;
    }

    public HttpClient Client { get; }

    public int Id => program.Id;

    /// <summary>The bytes of its memory that are resident.</summary>
    public long ResidentBytes => program.ResidentBytes;

    /// <summary>How long the start took.</summary>
    public TimeSpan Started { get; }

    public static async Task<ServerProcess> StartAsync(string database)
    {
        var clock = Stopwatch.StartNew();
        var program = ProgramProcess.Start(Path.GetDirectoryName(database)!, "--Url=http://127.0.0.1:0", $"--database={database}");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.StartsWith(Listening, line, StringComparison.Ordinal);
            _ = program.StandardError.ReadToEndAsync(); // so that it never waits to be read
            return new(program, new Uri(line![Listening.Length..]), clock.Elapsed);
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        program.Kill();
        await program.WaitForExitAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        program.Dispose();
    }
}
