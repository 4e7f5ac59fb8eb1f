using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReformGraph.Benchmarks.Loading;

/// <summary>
/// One connection with one request on its way at a time. It blocks, and knows only what the servers send: the load must cost
/// far less than what it measures, which HttpClient would not.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];
    private int start;
    private int end;

    public HttpConnection(IPEndPoint server) => socket.Connect(server);

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <param name="request">Head and body.</param>
    /// <param name="body">Takes the body of the answer; null lets it pass.</param>
    /// <returns>The length of the body.</returns>
    /// <exception cref="InvalidDataException">The status is not 200, or the answer breaks off.</exception>
    public int Exchange(ReadOnlySpan<byte> request, IBufferWriter<byte>? body = null)
    {
        socket.Send(request);
        var head = Until("\r\n\r\n"u8);
        if (!head.StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidDataException(
                "The answer is not 200: " + Encoding.UTF8.GetString(head) + Encoding.UTF8.GetString(buffer, start, end - start));
        }

        var lengthAt = head.IndexOf("\r\nContent-Length: "u8);
        if (lengthAt >= 0)
        {
            var length = Number(head[(lengthAt + "\r\nContent-Length: ".Length)..], default);
            Take(length, body);
            return length;
        }

        return head.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0
            ? TakeChunks(body) : throw new InvalidDataException("The answer has no length.");
    }

    public void Dispose() => socket.Dispose();

    private int TakeChunks(IBufferWriter<byte>? body)
    {
        var total = 0;
        int length;
        do
        {
            length = Number(Until("\r\n"u8), 'x');
            Take(length, body);
            Take(2, null);
            total += length;
        }
        while (length > 0);
        return total;
    }

    private static int Number(ReadOnlySpan<byte> digits, char format) =>
        Utf8Parser.TryParse(digits, out int number, out _, format) ? number : throw new InvalidDataException("The answer has no length.");

    /// <summary>What comes before the mark; the mark itself is passed over.</summary>
    private ReadOnlySpan<byte> Until(ReadOnlySpan<byte> mark)
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf(mark)) < 0)
        {
            Receive();
        }

        var found = buffer.AsSpan(start, length);
        start += length + mark.Length;
        return found;
    }

    private void Take(int length, IBufferWriter<byte>? body)
    {
        while (length > 0)
        {
            if (start == end)
            {
                Receive();
            }

            var part = Math.Min(length, end - start);
            body?.Write(buffer.AsSpan(start, part));
            start += part;
            length -= part;
        }
    }

    private void Receive()
    {
        if (start == end)
        {
            start = end = 0;
        }
        else if (end == buffer.Length)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        var received = socket.Receive(buffer.AsSpan(end));
        end += received > 0 ? received : throw new InvalidDataException("The server closed the connection within an answer.");
    }
}
