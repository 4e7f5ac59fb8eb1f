using Xunit;

namespace ReformGraph.Tests.Http;

public sealed class RawRequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Post = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n", "BODY_NOT_READABLE")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n80000000\r\n{}\r\n0\r\n\r\n", "BODY_NOT_READABLE")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", "BODY_NOT_READABLE")]
    [InlineData("Content-Length: 0\r\n\r\n", "BODY_MISSING")]
    [InlineData("\r\n", "BODY_MISSING")]
    [InlineData("Content-Length: 99999999\r\n\r\n{}", "BODY_TOO_LARGE")]
    public async Task A_body_that_is_not_as_announced_is_refused(string rest, string code)
    {
        var answer = await server.SendRawAsync(Post + rest);
        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("80000000")]
    [InlineData("FFFFFFFFFFFFFFFF")]
    public async Task A_table_in_chunks_of_impossible_sizes_is_refused(string size)
    {
        var answer =
            await server.SendRawAsync(
            "POST /import/risk-villages?reason=x HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nConnection: " +
            $"close\r\nTransfer-Encoding: chunked\r\n\r\n{size}\r\ncode\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"BODY_NOT_READABLE\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NONSENSE\r\n\r\n")]
    [InlineData("GET /graphql HTTP/1.1\r\n\r\n")]
    [InlineData("GET /graphql HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: nonsense\r\n\r\n{}")]
    [InlineData(
        "GET /graphql?query=%00 HTTP/1.1\r\nHost: localhost\r\nGraphQL-Require-Preflight: 1\r\nAccept: " +
        "application/graphql-response+json\r\nConnection: close\r\n\r\n")]
    [InlineData(
        "GET /graphql?query=%FF%zz HTTP/1.1\r\nHost: localhost\r\nGraphQL-Require-Preflight: 1\r\nAccept: " +
        "application/graphql-response+json\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /graphql HTTP/1.0\r\n\r\n")]
    public async Task Malformed_HTTP_is_the_clients_mistake(string request) =>
        Assert.StartsWith("HTTP/1.1 4", await server.SendRawAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task A_host_that_is_not_allowed_is_refused()
    {
        var answer = await server.SendRawAsync("GET /graphql?sdl HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 421", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HOST_NOT_ALLOWED\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5080")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5080")]
    public async Task The_loopback_names_are_allowed(string host) =>
        Assert.StartsWith("HTTP/1.1 200", await server.SendRawAsync(
            $"GET /graphql?sdl HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
}
