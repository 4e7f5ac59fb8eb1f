using System.Buffers;
using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Serving;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Writes;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Writes;

/// <summary>How many mutations does the server store, and what do the rollups add to a write? Each write gives a row another status,
/// which rollups are kept by.</summary>
internal static class WriteQuestion
{
    private const string Document =
        "mutation($input: UpdateRiskVillageInput!) { updateRiskVillage(input: $input) { riskVillage { version status } errors { " +
        "__typename } } }";
    private const int RowsOfClient = 20;
    private const int Rounds = 7;
    private const int WritesOfRound = 1_000;

    private static readonly int[] Clients = [1, 8, 32];

    public static WriteAnswer Ask(IAnsiConsole console, string product, string database, bool quick)
    {
        console.WriteLine("Measuring writes");
        using var copy = new CopiedDatabase(database);
        var duration = TimeSpan.FromSeconds(quick ? 1 : 10);
        IReadOnlyList<WriteRate> rates;
        using (var server = ServerProcess.StartProduct(product, copy.File))
        {
            _ = Rate(server, copy.File, 4, duration / 2); // warms up
            rates = [.. Clients.Select(clients => Rate(server, copy.File, clients, duration))];
        }

        return new WriteAnswer(rates, RollupsAsync(copy.File, quick ? 1 : Rounds).GetAwaiter().GetResult());
    }

    private static WriteRate Rate(ServerProcess server, string database, int clients, TimeSpan duration)
    {
        var rows = Rows(database, clients * RowsOfClient);
        var begun = Stopwatch.GetTimestamp();
        var writing = Enumerable.Range(0, clients).Select(client => Task.Factory.StartNew(
            () => Write(server, rows.GetRange(client * RowsOfClient, RowsOfClient), duration), CancellationToken.None,
                TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WaitAll(writing);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var all = new Latencies();
        foreach (var one in writing)
        {
            all.Add(one.Result);
        }

        return new WriteRate(clients, all.Count / seconds, all.Percentile(0.5).TotalMilliseconds, all.Percentile(0.99).TotalMilliseconds);
    }

    private static Latencies Write(ServerProcess server, List<(int Id, int Version)> rows, TimeSpan duration)
    {
        using var connection = new HttpConnection(server.EndPoint);
        var latencies = new Latencies();
        var answer = new ArrayBufferWriter<byte>();
        var begun = Stopwatch.GetTimestamp();
        for (var number = 0; Stopwatch.GetElapsedTime(begun) < duration; number++)
        {
            var (id, version) = rows[number % rows.Count];
            var input = new
            {
                change = new { kind = "CORRECTION", reason = "A measurement." },
                id,
                version,
                status = version % 2 == 0
                ? "OPEN" : "BEING_RESOLVED",
                leadOfficial = $"{version}"
            };
            var request = HttpRequests.Post(Document, new { input });
            answer.Clear();
            var sent = Stopwatch.GetTimestamp();
            connection.Exchange(request, answer);
            latencies.Add(Stopwatch.GetTimestamp() - sent);
            if (!answer.WrittenSpan.EndsWith("\"errors\":null}}}"u8))
            {
                throw new InvalidDataException("A write was refused: " + Encoding.UTF8.GetString(answer.WrittenSpan));
            }

            rows[number % rows.Count] = (id, version + 1);
        }

        return latencies;
    }

    // By the connection of the server, with and without the triggers in turn, so that both meet the same disk.
    private static async Task<Spread> RollupsAsync(string database, int rounds)
    {
        var ratios = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var with = await TimeAsync(database);
            var triggers = DropTriggers(database);
            var without = await TimeAsync(database);
            Execute(database, triggers);
            ratios.Add(with / without);
        }

        return Spread.Of(ratios);
    }

    private static async Task<double> TimeAsync(string database)
    {
        await using var connection = new WriteQueue(() => DatabaseFile.WritingContextOfAsync(database, TimeSpan.FromSeconds(5)),
            new ChangeClock(), NullLogger<WriteQueue>.Instance);
        EntityModel entity;
        await using (var context = DatabaseFile.ContextOf(database))
        {
            entity = DataModel.Create(context.Model).Entities.Single(one => one.ClrType == typeof(RiskVillage));
        }

        var rows = Rows(database, WritesOfRound);
        await WriteAsync(rows[0]);
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(rows.Skip(1).Select(WriteAsync));
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;

        Task WriteAsync((int Id, int Version) row) => connection.WriteAsync(
            new WriteRequest("updateRiskVillage", "bench", new WriteNote(ChangeKindInput.Correction, "A measurement.", null, null),
            [
                new RowWrite(WriteAction.Update, entity, new Dictionary<string, object?> { ["status"] = row.Version % 2 == 0
                    ? RiskStatus.Open : RiskStatus.BeingResolved }, ["input"]) { Id = row.Id, Version = row.Version },
            ]),
            CancellationToken.None);
    }

    private static string DropTriggers(string database)
    {
        using var context = DatabaseFile.ContextOf(database);
        var triggers =
            context.Database.SqlQueryRaw<string>(
            "SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'RiskVillages' AND name LIKE 'rollup_%'").ToList();
        var names =
            context.Database.SqlQueryRaw<string>(
            "SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'RiskVillages' AND name LIKE 'rollup_%'").ToList();
        Execute(database, string.Concat(names.Select(name => $"DROP TRIGGER \"{name}\";")));
        return string.Concat(triggers.Select(trigger => trigger + ";"));
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<(int Id, int Version)> Rows(string database, int count)
    {
        using var context = DatabaseFile.ContextOf(database);
        return [.. context.Set<RiskVillage>().Where(row => row.ResolvedOn == null).OrderBy(row => row.Id).Take(count)
            .Select(row => new { row.Id, row.Version }).AsEnumerable().Select(row => (row.Id, row.Version))];
    }
}
