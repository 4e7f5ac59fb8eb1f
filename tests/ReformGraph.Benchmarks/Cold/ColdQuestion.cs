using System.Diagnostics;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Serving;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Cold;

/// <summary>How long does the product take when nothing is warm: to start, and for a document that it does not know?</summary>
internal static class ColdQuestion
{
    private const int Starts = 7;
    private const int WarmRequests = 5;

    /// <summary>Measures the product alone.</summary>
    public static ColdAnswer Ask(IAnsiConsole console, string product, string database, bool quick)
    {
        console.WriteLine("Measuring starts");
        var starts = Enumerable.Range(0, quick ? 1 : Starts).Select(_ => StartToAnswer(product, database)).ToArray();
        console.WriteLine("Measuring new documents");
        using var server = ServerProcess.StartProduct(product, database);
        using var connection = new HttpConnection(server.EndPoint);
        var documents = NewDocuments.All.Select(document => NewToWarm(connection, HttpRequests.Post(document))).ToArray();
        return new ColdAnswer(
            Spread.Of(starts),
            Spread.Of(documents.Select(document => document.New)),
            Spread.Of(documents.Select(document => document.Warm)),
            Spread.Of(documents.Select(document => document.New - document.Warm)));
    }

    private static double StartToAnswer(string product, string database)
    {
        var request = HttpRequests.Post(NewDocuments.All[0]);
        var started = Stopwatch.GetTimestamp();
        using var server = ServerProcess.StartProduct(product, database);
        using var connection = new HttpConnection(server.EndPoint);
        connection.Exchange(request);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static (double New, double Warm) NewToWarm(HttpConnection connection, byte[] request) =>
        (Exchange(connection, request), Spread.Of(Enumerable.Range(0, WarmRequests).Select(_ => Exchange(connection, request))).Median);

    private static double Exchange(HttpConnection connection, byte[] request)
    {
        var sent = Stopwatch.GetTimestamp();
        connection.Exchange(request);
        return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
    }
}
