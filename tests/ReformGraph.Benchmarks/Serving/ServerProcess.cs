using System.Diagnostics;
using System.Net;

namespace ReformGraph.Benchmarks.Serving;

/// <summary>A server in a process of its own, on a free port of the loopback interface.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Announcement = "Listening on ";

    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        EndPoint = IPEndPoint.Parse(address.Authority);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Starts a program and waits until it says where it listens.</summary>
    public static ServerProcess Start(string program, IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null); // the log, which would fill the pipe
        try
        {
            return new ServerProcess(process, AddressOf(process, program));
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>Starts the product as a user would.</summary>
    public static ServerProcess StartProduct(string program, string database, IReadOnlyDictionary<string, string>? environment = null,
        params IEnumerable<string> settings) =>
        Start(program, ["--Url", "http://127.0.0.1:0", "--Database:File", database, .. settings], environment);

    /// <summary>The most memory that it has held at once, in bytes (VmHWM).</summary>
    public long PeakMemory()
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    public void Dispose() => End(process);

    private static Uri AddressOf(Process process, string program)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new Uri(line[Announcement.Length..]);
            }
        }

        throw new InvalidOperationException($"{program} ended before it listened.");
    }

    private static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
