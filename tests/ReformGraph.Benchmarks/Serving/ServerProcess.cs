using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReformGraph.Benchmarks.Serving;

/// <summary>What a server has used since its start.</summary>
/// <param name="Processor">The processor time of all its threads, in the kernel too.</param>
/// <param name="Allocated">Bytes allocated on the managed heap.</param>
/// <param name="Collections">Garbage collections.</param>
internal readonly record struct Usage(TimeSpan Processor, long Allocated, int Collections);

/// <summary>A server in a process of its own, on a free port of the loopback interface.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Announcement = "Listening on ";

    private readonly Process process;
    private readonly string socketPath;
    private readonly Socket meter;

    private ServerProcess(Process process, string socketPath, Socket meter, Uri address)
    {
        this.process = process;
        this.socketPath = socketPath;
        this.meter = meter;
        EndPoint = IPEndPoint.Parse(address.Authority);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Starts a program and waits until it says where it listens.</summary>
    public static ServerProcess Start(string program, params IEnumerable<string> arguments)
    {
        var socketPath = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.SocketVariable] = socketPath;
        var process = Process.Start(start)!;
        try
        {
            var address = AddressOf(process, program);
            var meter = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            meter.Connect(new UnixDomainSocketEndPoint(socketPath));
            return new ServerProcess(process, socketPath, meter, address);
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>What it has used until now.</summary>
    public Usage Usage()
    {
        var answer = new byte[100];
        meter.Send("?"u8);
        var parts = Encoding.ASCII.GetString(answer, 0, meter.Receive(answer)).Split(' ');
        return new Usage(new TimeSpan(Number(parts[0])), Number(parts[1]), (int)Number(parts[2]));
    }

    /// <summary>The most memory that it has held at once, in bytes (VmHWM).</summary>
    public long PeakMemory()
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    public void Dispose()
    {
        meter.Dispose();
        End(process);
        File.Delete(socketPath);
    }

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

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
