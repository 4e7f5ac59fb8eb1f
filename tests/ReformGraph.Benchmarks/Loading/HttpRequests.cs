using System.Text;
using System.Text.Json;

namespace ReformGraph.Benchmarks.Loading;

/// <summary>Requests as they are sent, head and body.</summary>
internal static class HttpRequests
{
    private const string Head = " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n";

    public static byte[] Get(string path) => Encoding.UTF8.GetBytes($"GET {path}{Head}\r\n");

    /// <summary>A request in GraphQL, as a client posts it.</summary>
    public static byte[] Post(string document, object? variables = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables = variables ?? new { } });
        return [.. Encoding.UTF8.GetBytes(
            $"POST /graphql{Head}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
    }
}
