using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using ReformGraph.Access;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Serving;
using ReformGraph.Benchmarks.Ways;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Access;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Fairness;

/// <summary>How long does a key wait while another one floods the server?</summary>
internal static class FairnessQuestion
{
    private const int QuietConnections = 2;
    private const int FloodConnections = 16;
    private const int Rounds = 3;

    private static readonly string[] Settings = ["--Paging:MaxPageSize", "1000000", "--Exports:KeptBytes", "0"];

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2), WarmUpTime = TimeSpan.FromSeconds(5),
        Shortest = TimeSpan.FromSeconds(0.5);

    private static readonly string[] Quiet = ["point", "page", "bulk"];

    /// <param name="console">Says how far it is.</param>
    /// <param name="product">The product's program.</param>
    /// <param name="before">That of an earlier build; null for none.</param>
    /// <param name="database">The database.</param>
    /// <param name="quick">Whether the figures say nothing.</param>
    public static FairnessAnswer Ask(IAnsiConsole console, string product, string? before, string database, bool quick)
    {
        console.WriteLine("Measuring fairness");
        return new FairnessAnswer(
            Measure(product, database, quick), before is null ? [] : Measure(before, database, quick));
    }

    private static List<FairnessTime> Measure(string program, string database, bool quick)
    {
        using var copy = new CopiedDatabase(database);
        var (quietKey, floodKey) = (Key(copy.File, "quiet"), Key(copy.File, "flood"));
        using var server = ServerProcess.StartProduct(program, copy.File, null, Settings);
        (string Name, IReadOnlyList<PreparedRequest> Requests)[] floods =
        [
            .. Quiet.Select(name => (name, Prepared(server, floodKey, WorkOf(name).Posts()))),
            ("counts", Prepared(server, floodKey, WorkOf("counts").Posts())),
            ("CSV", Prepared(server, floodKey, [HttpRequests.Get("/export/risk-villages.csv")])),
            ("Parquet", Prepared(server, floodKey, [HttpRequests.Get("/export/risk-villages.parquet")])),
        ];
        var times = new List<FairnessTime>();
        foreach (var name in Quiet)
        {
            var requests = Prepared(server, quietKey, WorkOf(name).Posts());
            Run(server, requests, QuietConnections, quick ? Shortest : WarmUpTime);
            times.AddRange(floods.Select(flood => new FairnessTime(name, flood.Name,
                [.. Enumerable.Range(0, quick ? 1 : Rounds)
                    .Select(_ => Round(server, requests, flood.Requests, quick ? Shortest : Duration))])));
        }

        return times;
    }

    private static FairnessRound Round(ServerProcess server, IReadOnlyList<PreparedRequest> quiet, IReadOnlyList<PreparedRequest> flood,
        TimeSpan duration)
    {
        var alone = Run(server, quiet, QuietConnections, duration / 2);
        var flooding = Task.Factory.StartNew(() => Run(server, flood, FloodConnections, duration), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Thread.Sleep(duration / 4);
        var beside = Run(server, quiet, QuietConnections, duration / 2);
        var flooded = flooding.GetAwaiter().GetResult();
        return new FairnessRound(alone.Percentile(0.5).TotalMilliseconds, alone.Percentile(0.99).TotalMilliseconds,
            beside.Percentile(0.5).TotalMilliseconds, beside.Percentile(0.99).TotalMilliseconds, flooded.Count);
    }

    private static Latencies Run(ServerProcess server, IReadOnlyList<PreparedRequest> requests, int connections, TimeSpan duration)
    {
        using var load = new Load(server.EndPoint, connections, requests);
        return load.Run(duration);
    }

    private static PreparedRequest[] Prepared(ServerProcess server, string key, IReadOnlyList<byte[]> requests)
    {
        using var connection = new HttpConnection(server.EndPoint);
        return [.. requests.Select(request =>
        {
            var end = request.AsSpan().IndexOf("\r\n"u8) + 2;
            byte[] guarded = [.. request[..end], .. Encoding.UTF8.GetBytes($"Authorization: Bearer {key}\r\n"), .. request[end..]];
            var body = new ArrayBufferWriter<byte>();
            connection.Exchange(guarded, body);
            return new PreparedRequest(guarded, body.WrittenCount);
        })];
    }

    private static Work WorkOf(string name) => Work.All.Single(work => work.Name == name);

    private static string Key(string database, string name)
    {
        using var context = DatabaseFile.ContextOf(database);
        var key = KeyRegister.CreateAsync(context, name, Role.Reader, null).GetAwaiter().GetResult();
        SqliteConnection.ClearAllPools();
        return key;
    }
}
