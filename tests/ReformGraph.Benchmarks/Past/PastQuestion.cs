using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Serving;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Past;

/// <summary>How much longer does a question take of the past than of the present, where few rows were changed,
/// and where every row was changed again and again?</summary>
internal static class PastQuestion
{
    private const int Requests = 41;
    private const int WarmUp = 20;

    private const double Many = 5;

    /// <summary>One row in five has another version; or every row has four more.</summary>
    private static readonly (double Versions, int Changes, int OneIn)[] Histories = [(1.2, 1, 5), (Many, 4, 1)];

    public static PastAnswer Ask(IAnsiConsole console, string product, string database, bool quick) => new(
    [
        .. Histories.SelectMany(history =>
        {
            console.WriteLine($"Measuring the past with {history.Versions} versions a row");
            using var copy = new CopiedDatabase(database);
            for (var change = 0; change < history.Changes; change++)
            {
                Change(copy.File, history.OneIn);
            }

            // The present from its rows: the past has no rollups to be read in their place.
            using var server = ServerProcess.StartProduct(product, copy.File, null, "--Rollups", "false");
            using var connection = new HttpConnection(server.EndPoint);
            var sequence = 1 + (history.Changes / 2);
            return PastWork.All.Select(work => Measure(work, history.Versions, sequence, connection, quick)).ToList();
        }),
    ]);

    private static PastTimes Measure(PastWork work, double versions, long sequence, HttpConnection connection, bool quick)
    {
        var (present, past) = (HttpRequests.Post(work.Document(null)), HttpRequests.Post(work.Document(sequence)));
        for (var number = 0; number < (quick ? 1 : WarmUp); number++)
        {
            _ = (Time(connection, present), Time(connection, past));
        }

        var times = Enumerable.Range(0, quick ? 1 : Requests)
            .Select(_ => (Present: Time(connection, present), Past: Time(connection, past))).ToList();
        return new PastTimes(
            work.Name, versions, versions < Many ? null : work.Most ?? versions, Spread.Of(times.Select(time => time.Present)),
                Spread.Of(times.Select(time => time.Past)), Spread.Of(times.Select(time => time.Past / time.Present)));
    }

    private static double Time(HttpConnection connection, byte[] request)
    {
        var answer = new ArrayBufferWriter<byte>();
        var asked = Stopwatch.GetTimestamp();
        connection.Exchange(request, answer);
        var time = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
        return answer.WrittenSpan.StartsWith("{\"data\":{\"of\":{"u8)
            ? time
            : throw new InvalidDataException("A question was refused: " + System.Text.Encoding.UTF8.GetString(answer.WrittenSpan));
    }

    // As a change does it, but for its hash, which no question reads.
    private static void Change(string database, int oneIn)
    {
        using var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT substr(name, 1, length(name) - length('Revisions')) FROM sqlite_schema WHERE type = 'table' AND name LIKE '%Revisions'";
        var tables = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var time = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        command.CommandText = $"""
            BEGIN IMMEDIATE;
            UPDATE "DataState" SET "Sequence" = "Sequence" + 1;
            {string.Join('\n', tables.Select(table => $"UPDATE \"{table}\" SET \"Version\" = \"Version\" + 1 WHERE \"Id\" % {oneIn} = 0;"))}
            INSERT INTO "Changes" ("Id", "Sequence", "RecordedAt", "Actor", "Kind", "Reason", "RowCount", "RowsRoot", "Hash")
            SELECT "Sequence", "Sequence", '{time}', 'local', 2, 'A measurement.', 1, '', '' FROM "DataState";
            COMMIT;
            """;
        command.ExecuteNonQuery();
    }
}
