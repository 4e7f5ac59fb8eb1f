using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ReformGraph.Benchmarks.Serving;

/// <summary>What a server has used since its start.</summary>
/// <param name="Processor">The processor time of all its threads, in the kernel too.</param>
/// <param name="Allocated">Bytes allocated on the managed heap.</param>
/// <param name="Collections">Garbage collections.</param>
internal readonly record struct Usage(TimeSpan Processor, long Allocated, int Collections);

/// <summary>Asks a server that runs with the <see cref="StartupHook"/> what it has used.</summary>
internal sealed class Meter : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <summary>The environment in which the server must be started.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
        [StartupHook.SocketVariable] = path,
    };

    /// <summary>What the server has used until now; it must have started.</summary>
    public Usage Read()
    {
        if (!socket.Connected)
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
        }

        var answer = new byte[100];
        socket.Send("?"u8);
        var parts = Encoding.ASCII.GetString(answer, 0, socket.Receive(answer)).Split(' ');
        return new Usage(new TimeSpan(Number(parts[0])), Number(parts[1]), (int)Number(parts[2]));
    }

    public void Dispose()
    {
        socket.Dispose();
        File.Delete(path);
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
