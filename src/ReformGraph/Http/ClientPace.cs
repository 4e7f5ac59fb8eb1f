using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Disconnects a client that receives a response, or sends a request, too slowly. Kestrel's own rates count what was handed to the
/// operating system, whose buffers hold megabytes for a client that reads nothing, and they let a client that was fast once be slow until
/// its average falls. This class asks the operating system what the client has acknowledged, and starts again with each period. Only Linux
/// can tell; on other systems, only Kestrel's rates apply.
/// </summary>
internal sealed class ClientPace
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly ConnectionContext connection;
    private readonly Socket socket;
    private readonly RequestLimits limits;
    private Progress since;
    private long start = Environment.TickCount64;
    private int bodies;

    // The number of the body that the server is waiting for; 0 if there is none.
    private volatile int awaited;
    private int looked;

    private ClientPace(ConnectionContext connection, Socket socket, RequestLimits limits)
    {
        (this.connection, this.socket, this.limits) = (connection, socket, limits);
        connection.Features.Set(this);
    }

    /// <summary>Watches a connection as long as it lasts.</summary>
    public static async Task WatchAsync(ConnectionContext connection, ConnectionDelegate next, RequestLimits limits)
    {
        if (!OperatingSystem.IsLinux() || connection.Features.Get<IConnectionSocketFeature>()?.Socket is not { } socket)
        {
            await next(connection);
            return;
        }

        var pace = new ClientPace(connection, socket, limits);
        await using var looks = new Timer(_ => pace.Look(), null, BetweenLooks, BetweenLooks);
        await next(connection);
    }

    /// <summary>Marks that the server is waiting for the body of a request, until the result is disposed.</summary>
    public static Sending Receive(HttpContext context) => new(context.Features.Get<ClientPace>());

    private void Look()
    {
        if (Progress.Read(socket) is not { } now)
        {
            return;
        }

        var elapsed = Environment.TickCount64 - start;
        var body = awaited;
        var isSending = body > 0 && now.Waiting == 0;
        if (body != looked || !(isSending || now.IsTaking))
        {
            looked = body;
            Begin(now);
        }
        else if (elapsed >= limits.ClientGrace.TotalMilliseconds)
        {
            var bytes = isSending ? now.Received - since.Received : now.Acknowledged - since.Acknowledged;
            if (bytes * 1_000 < (long)limits.ClientBytesPerSecond * elapsed)
            {
                connection.Abort(new ConnectionAbortedException("The client was too slow."));
            }

            Begin(now);
        }
    }

    private void Begin(Progress now) => (since, start) = (now, Environment.TickCount64);

    /// <summary>A body that is being received.</summary>
    internal readonly struct Sending : IDisposable
    {
        private readonly ClientPace? pace;

        public Sending(ClientPace? pace)
        {
            this.pace = pace;
            if (pace is not null)
            {
                pace.awaited = ++pace.bodies;
            }
        }

        public void Dispose()
        {
            if (pace is not null)
            {
                pace.awaited = 0;
            }
        }
    }

    /// <summary>What the system knows about a connection: the beginning of the structure <c>tcp_info</c> in <c>linux/tcp.h</c>, which only
    /// ever grows at its end.</summary>
    /// <param name="IsTaking">Whether there is data that the client has not acknowledged.</param>
    /// <param name="Acknowledged">The number of bytes acknowledged.</param>
    /// <param name="Received">The number of bytes received from it.</param>
    /// <param name="Waiting">How many of them the server has not read yet.</param>
    private readonly record struct Progress(bool IsTaking, long Acknowledged, long Received, int Waiting)
    {
        private const int Tcp = 6, TcpInfo = 11, Unacknowledged = 24, BytesAcknowledged = 120, BytesReceived = 128, BytesNotSent =
            144, Length = 148;

        public static Progress? Read(Socket socket)
        {
            Span<byte> info = stackalloc byte[Length];
            try
            {
                return socket.GetRawSocketOption(Tcp, TcpInfo, info) < Length ? null : new(
                    BitConverter.ToUInt32(info[Unacknowledged..]) + BitConverter.ToUInt32(info[BytesNotSent..]) > 0,
                    BitConverter.ToInt64(info[BytesAcknowledged..]),
                    BitConverter.ToInt64(info[BytesReceived..]),
                    socket.Available);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                return null;
            }
        }
    }
}
