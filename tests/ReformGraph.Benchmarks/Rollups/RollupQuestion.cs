using System.Buffers;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Serving;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Rollups;

/// <summary>How long do hot groups take from their rollups, from the rows, and by SQL that is written by hand?</summary>
internal static class RollupQuestion
{
    private const int Requests = 15;
    private const int SlowRequests = 11; // of what takes up to a second

    /// <summary>Measures the product with and without rollups, and the statements beside it.</summary>
    /// <exception cref="InvalidOperationException">The rows give another answer than the rollups.</exception>
    public static RollupAnswer Ask(IAnsiConsole console, string product, string database, bool quick)
    {
        console.WriteLine("Measuring groups");
        using var server = ServerProcess.StartProduct(product, database);
        using var without = ServerProcess.StartProduct(product, database, null, "--Rollups", "false");
        using var rollups = new HttpConnection(server.EndPoint);
        using var rows = new HttpConnection(without.EndPoint);
        using var sql =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        sql.Open();
        return new RollupAnswer(
            [.. HotGroups.All.Select(groups => Measure(groups, rollups, rows, sql, quick ? (1, 1) : (Requests, SlowRequests)))]);
    }

    private static RollupTimes Measure(HotGroups groups, HttpConnection rollups, HttpConnection rows, SqliteConnection sql,
        (int Fast, int Slow) times)
    {
        var request = HttpRequests.Post(groups.Document);
        if (!Answer(rollups, request).SequenceEqual(Answer(rows, request)))
        {
            throw new InvalidOperationException($"The rows give another answer than the rollups: {groups.Name}.");
        }

        using var statement = sql.CreateCommand();
        statement.CommandText = groups.Sql;
        var fast = Enumerable.Range(0, times.Fast).Select(_ => Time(() => rollups.Exchange(request))).ToList();
        var slow = Enumerable.Range(0, times.Slow)
            .Select(_ => (Rows: Time(() => rows.Exchange(request)), Sql: Time(() => Read(statement)))).ToList();
        return new RollupTimes(
            groups.Name, Spread.Of(fast), Spread.Of(slow.Select(time => time.Rows)), Spread.Of(slow.Select(time => time.Sql)),
                Spread.Of(slow.Select(time => time.Rows / time.Sql)));
    }

    private static ReadOnlySpan<byte> Answer(HttpConnection connection, byte[] request)
    {
        var answer = new ArrayBufferWriter<byte>();
        connection.Exchange(request, answer);
        return answer.WrittenSpan;
    }

    private static double Time(Action ask)
    {
        var asked = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    }

    private static void Read(SqliteCommand statement)
    {
        using var reader = statement.ExecuteReader();
        var row = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(row);
        }
    }
}
