using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>Clients that do not take what they asked for.</summary>
public sealed class SlowClientTests
{
    private const string Rows = "facilityConsolidations(first: 1000) { edges { cursor node { id code nameZh nameEn type action effectiveOn floorArea county { id code nameZh nameEn } provenBy { code wording role precision theme } } } }";

    private static readonly string Document = "{ " + string.Concat(Enumerable.Range(0, 20).Select(number => $"a{number}: {Rows} ")) + "}";

    [Fact]
    public async Task A_client_that_reads_too_slowly_is_cut_off()
    {
        var server = await RunningServer.StartAsync(RunningServer.Options(limits: new() { ClientBytesPerSecond = 1_000_000 }));
        try
        {
            var whole = (await (await server.PostAsync(Body)).Content.ReadAsByteArrayAsync()).Length;
            using var client = await AskAsync(server);
            await Task.Delay(TimeSpan.FromSeconds(12));
            Assert.InRange(await ReadToEndAsync(client), 1, whole - 1);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>More clients than there are connections to the database.</summary>
    [Fact]
    public async Task Clients_that_hang_up_leave_nothing_behind()
    {
        var server = await RunningServer.StartAsync(RunningServer.Options());
        try
        {
            for (var number = 0; number < 80; number++)
            {
                using var client = await AskAsync(server);
                Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[1_000]));
            }

            var answer = await server.PostAsync($$"""{"query":{{JsonSerializer.Serialize(RunningServer.QueryOfData)}}}""");
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static string Body => $$"""{"query":{{JsonSerializer.Serialize(Document)}}}""";

    private static async Task<TcpClient> AskAsync(RunningServer server)
    {
        var client = new TcpClient { ReceiveBufferSize = 4_096, LingerState = new LingerOption(true, 0) };
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body}"));
        return client;
    }

    private static async Task<long> ReadToEndAsync(TcpClient client)
    {
        var (length, part) = (0L, new byte[64 * 1024]);
        try
        {
            while (await client.GetStream().ReadAsync(part) is > 0 and int read)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // Reset: the client can tell that the answer is not whole.
        }

        return length;
    }
}
