using System.Buffers;
using System.Diagnostics;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Serving;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Exports;

/// <summary>How many rows a second does an export give in each format, beside a loop that is written by hand,
/// and how much memory does it take?</summary>
internal static class ExportQuestion
{
    private const int Times = 5;
    private const int MostOfSheet = 1_048_575;
    private const string Path = "/export/facility-consolidations.";

    // A kept file would be measured but once.
    private static readonly string[] Settings = ["--Exports:KeptBytes", "0"];

    /// <exception cref="InvalidOperationException">The loop wrote something else.</exception>
    public static ExportResponse Ask(IAnsiConsole console, string product, string database, bool quick)
    {
        console.WriteLine("Measuring exports");
        var hand = new HandWrittenCsv(database);
        var rows = Compare(product, database, hand);
        var csv = HttpRequests.Get($"{Path}csv?select={HandWrittenCsv.Columns}");
        var turns = new List<(double Product, double Hand)>();
        using (var server = ServerProcess.StartProduct(product, database, null, Settings))
        {
            using var connection = new HttpConnection(server.EndPoint);
            for (var time = 0; time < (quick ? 1 : Times); time++)
            {
                turns.Add((rows / Seconds(() => connection.Exchange(csv)), rows / Seconds(() => hand.Write(Stream.Null))));
            }
        }

        return new ExportResponse(
            rows,
            Spread.Of(turns.Select(turn => turn.Hand)),
            Spread.Of(turns.Select(turn => turn.Product / turn.Hand)),
            [.. ((string[])["csv", "ndjson", "parquet", .. rows <= MostOfSheet ? ["xlsx"] : (string[])[]]).Select(
                format => Measure(product, database, format, rows, quick))]);
    }

    // Each in a server of its own: it is its peak that is asked for.
    private static ExportTimes Measure(string product, string database, string format, int rows, bool quick)
    {
        using var server = ServerProcess.StartProduct(product, database, null, Settings);
        using var connection = new HttpConnection(server.EndPoint);
        connection.Exchange(HttpRequests.Get("/export/townships.csv"));
        var idle = server.PeakMemory();
        var request = HttpRequests.Get($"{Path}{format}?select={HandWrittenCsv.Columns}");
        var bytes = connection.Exchange(request);
        var rates = Enumerable.Range(0, quick ? 1 : Times).Select(_ => rows / Seconds(() => connection.Exchange(request))).ToList();
        return new ExportTimes(format, bytes, Spread.Of(rates), (server.PeakMemory() - idle) / 1024d / 1024d);
    }

    private static int Compare(string product, string database, HandWrittenCsv hand)
    {
        using var server = ServerProcess.StartProduct(product, database);
        using var connection = new HttpConnection(server.EndPoint);
        var (given, written) = (new ArrayBufferWriter<byte>(), new MemoryStream());
        connection.Exchange(HttpRequests.Get($"{Path}csv?select={HandWrittenCsv.Columns}"), given);
        var rows = hand.Write(written);
        return given.WrittenSpan.SequenceEqual(written.GetBuffer().AsSpan(0, (int)written.Length))
            ? rows : throw new InvalidOperationException("The loop writes another file than the product.");
    }

    private static double Seconds(Action run)
    {
        var begun = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
