using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// Runs in every measured server before its own first line (<c>DOTNET_STARTUP_HOOKS</c>), so that the product is measured as it
/// is: answers each byte on a socket with the processor time, the allocated bytes and the collections of its process so far.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this name.")]
internal static class StartupHook
{
    /// <summary>The environment variable that names the socket.</summary>
    public const string SocketVariable = "BENCHMARK_METER";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is { } path)
        {
            new Thread(() => Answer(path)) { IsBackground = true }.Start();
        }
    }

    private static void Answer(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        using var asking = listener.Accept();
        var question = new byte[1];
        while (asking.Receive(question) == 1)
        {
            var answer = string.Create(CultureInfo.InvariantCulture,
                $"{Environment.CpuUsage.TotalTime.Ticks} {GC.GetTotalAllocatedBytes(precise: true)} {GC.CollectionCount(0)}\n");
            asking.Send(Encoding.ASCII.GetBytes(answer));
        }
    }
}
