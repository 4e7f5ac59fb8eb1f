using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>Clients that do not take what they asked for, or do not send what they announced.</summary>
[Trait("Kind", "waiting")]
public sealed class SlowClientTests : IAsyncLifetime
{
    private const string Rows =
        "facilityConsolidations(first: 1000) { edges { cursor node { id code nameZh nameEn type action effectiveOn floorArea county { id " +
        "code nameZh nameEn } provenBy { code wording role precision theme } } } }";

    // In the test of a fault: until then every one of them must have been cut off.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    private static readonly string document = "{ " + string.Concat(Enumerable.Range(0, 20).Select(number => $"a{number}: {Rows} ")) + "}";

    /// <summary>Whole answers in one write, streamed ones, files that are kept: larger than what a client's system takes for it,
    /// and most smaller than what the server's does.</summary>
    private static readonly string[] requests =
    [
        Post($$"""{"query":{{JsonSerializer.Serialize(document)}}}"""),
        Post($$"""{"query":{{JsonSerializer.Serialize($"{{ {Rows} }}")}}}"""),
        Get("/graphql?sdl"),
        Get("/export/facilityConsolidations.csv"),
        Get("/export/figures.ndjson"),
        Get("/export/figures.parquet"),
        Get("/export/figures.xlsx"),
        Get("/odata/figures"),
        Get("/odata/$metadata"),
        Get("/catalog"),
        Get("/catalog/dcat.jsonld"),
    ];

    private RunningServer server = null!;

    public async Task InitializeAsync() =>
        server = await RunningServer.StartAsync(RunningServer.Options(limits: new() { ClientGrace = TimeSpan.FromSeconds(2) }));

    public Task DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_client_that_reads_nothing_or_too_slowly_is_cut_off_whatever_it_asked_for(int bytesPerSecond) =>
        await Task.WhenAll(requests.Select(async request =>
        {
            using var client = await AskAsync(request);
            Assert.True(await IsCutOffAsync(client, bytesPerSecond), request);
        }));

    [Fact]
    public async Task A_client_that_reads_steadily_gets_the_whole_over_a_slow_line()
    {
        using var client = await AskAsync(Get("/graphql?sdl"));
        var (stream, part, whole) = (client.GetStream(), new byte[8_192], new MemoryStream());
        while (await stream.ReadAsync(part) is > 0 and var read)
        {
            await whole.WriteAsync(part.AsMemory(0, read));
            await Task.Delay(25);
        }

        var text = Encoding.UTF8.GetString(whole.ToArray());
        Assert.Equal(server.Engine.SdlOf("admin"), text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    /// <summary>What it sent at first makes up for nothing.</summary>
    [Theory]
    [InlineData("/graphql", "application/json")]
    [InlineData("/import/townships", "text/csv")]
    public async Task A_client_that_stops_sending_is_cut_off(string path, string type)
    {
        using var client =
            await AskAsync(
            $"POST {path}{(path == "/graphql" ? "" : "?reason=x")} HTTP/1.1\r\nHost: localhost\r\nContent-Type: " +
            $"{type}\r\nContent-Length: 1000000\r\n\r\n{new string('x', 900_000)}");
        Assert.True(await IsCutOffAsync(client, bytesPerSecond: 1_000_000, isProbed: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /graphql?sd")]
    [InlineData("GET /graphql?sdl HTTP/1.1\r\nHost: local")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")] // its answer is a few bytes, and it asks for nothing more
    public async Task A_client_that_does_not_ask_is_cut_off(string sent)
    {
        using var client = await AskAsync(sent);
        Assert.True(await IsCutOffAsync(client, bytesPerSecond: 1_000_000, isProbed: false));
    }

    /// <summary>More clients than there are connections to the database.</summary>
    [Fact]
    public async Task Clients_that_hang_up_leave_nothing_behind()
    {
        for (var number = 0; number < 80; number++)
        {
            using var client = await AskAsync(requests[0]);
            Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[1_000]));
        }

        var answer = await server.PostAsync($$"""{"query":{{JsonSerializer.Serialize(RunningServer.QueryOfData)}}}""");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Get(string address) => $"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static string Post(string body) =>
        $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private async Task<TcpClient> AskAsync(string request)
    {
        var client = new TcpClient { ReceiveBufferSize = 4_096, LingerState = new LingerOption(true, 0) };
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return client;
    }

    // What the client's system still holds can be read after the end: only a sender notices at once.
    private static async Task<bool> IsCutOffAsync(TcpClient client, int bytesPerSecond, bool isProbed = true)
    {
        var (stream, part, end) = (client.GetStream(), new byte[Math.Max(1, bytesPerSecond / 10)], DateTime.UtcNow + patience);
        try
        {
            while (DateTime.UtcNow < end)
            {
                await Task.Delay(100);
                if (isProbed)
                {
                    await stream.WriteAsync("\r\n"u8.ToArray());
                }

                using var soon =
                    new CancellationTokenSource(bytesPerSecond > 0 && (!isProbed || stream.DataAvailable) ? patience : TimeSpan.Zero);
                if (!soon.IsCancellationRequested && await stream.ReadAsync(part, soon.Token) == 0)
                {
                    return true;
                }
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
