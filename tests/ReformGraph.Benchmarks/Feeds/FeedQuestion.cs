using System.Buffers;
using System.Text;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Serving;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Feeds;

/// <summary>How much processor time does a request for OData or for a CSV file take,
/// and how much did it take in an earlier build?</summary>
internal static class FeedQuestion
{
    private const int Turns = 15;
    private const int WarmUp = 5;

    // Different processes give the same answer under different addresses.
    private const string Same = "localhost";

    private static readonly (string Name, string Path, int Times)[] Requests =
    [
        ("OData, one row", "/odata/counties('1')?$select=code,nameZh", 300),
        ("OData, 50 rows", "/odata/facilityConsolidations?$top=50&$filter=type eq 'HEALTH_CENTRE'&$orderby=code", 60),
        ("OData, 1,000 rows", "/odata/facilityConsolidations?$top=1000", 40),
        ("OData, 1,000 rows with references",
            "/odata/facilityConsolidations?$top=1000&$select=code&$expand=county($select=code),township($select=code,nameZh)", 40),
        ("OData, 50 rows with lists", "/odata/townships?$top=50&$expand=villages($select=code,nameZh;$top=20)", 40),
        ("OData, groups", "/odata/riskVillages?$apply=groupby((county/code,level),aggregate($count as n))&$top=50", 60),
        ("CSV, one row", "/export/counties.csv?select=code,nameZh&where={\"id\":{\"eq\":1}}", 300),
        ("CSV, 1,180 rows", "/export/facility-consolidations.csv?where={\"county\":{\"id\":{\"in\":[\"1\",\"2\"]}}}", 20),
    ];

    /// <param name="console">Says how far it is.</param>
    /// <param name="product">The product's program.</param>
    /// <param name="before">That of the earlier build; null for none.</param>
    /// <param name="database">The database.</param>
    /// <param name="quick">Whether the figures say nothing.</param>
    /// <exception cref="InvalidOperationException">The two builds give different answers.</exception>
    public static FeedTimes Ask(IAnsiConsole console, string product, string? before, string database, bool quick)
    {
        console.WriteLine("Measuring OData and small exports");
        using var now = new MeasuredServer(product, database);
        using var earlier = before is null ? null : new MeasuredServer(before, database);
        return new FeedTimes(
        [
            .. Requests.Select(request =>
            {
                var bytes = HttpRequests.Get(Escaped(request.Path));
                var body = now.Answer(bytes);
                if (earlier is not null && earlier.Answer(bytes) != body)
                {
                    throw new InvalidOperationException($"The earlier build gives another answer to {request.Path}");
                }

                earlier?.Send(bytes, WarmUp * request.Times);
                now.Send(bytes, WarmUp * request.Times);
                var turns = Enumerable.Range(0, quick ? 1 : Turns)
                    .Select(_ =>
                        (Before: earlier?.Microseconds(bytes, request.Times), Now: now.Microseconds(bytes, request.Times))).ToList();
                return new FeedTime(
                    request.Name,
                    Encoding.UTF8.GetByteCount(body),
                    Spread.Of(turns.Select(turn => turn.Now)),
                    earlier is null ? null : Spread.Of(turns.Select(turn => turn.Before!.Value / turn.Now)));
            }),
        ]);
    }

    private static string Escaped(string path) => path.Split('?') is [var address, var options]
        ? $"{address}?{string.Join('&', options.Split('&').Select(option => string.Join('=', option.Split('=', 2).Select(Uri.EscapeDataString))))}" : path;

    private sealed class MeasuredServer : IDisposable
    {
        private readonly Meter meter = new();
        private readonly ServerProcess process;
        private readonly HttpConnection connection;

        public MeasuredServer(string program, string database)
        {
            process = ServerProcess.StartProduct(program, database, meter.Environment);
            connection = new HttpConnection(process.EndPoint);
        }

        public string Answer(byte[] request)
        {
            var body = new ArrayBufferWriter<byte>();
            connection.Exchange(request, body);
            return Encoding.UTF8.GetString(body.WrittenSpan).Replace(process.EndPoint.ToString(), Same, StringComparison.Ordinal);
        }

        public double Microseconds(byte[] request, int times)
        {
            var start = meter.Read().Processor;
            Send(request, times);
            return (meter.Read().Processor - start).TotalMicroseconds / times;
        }

        public void Send(byte[] request, int times)
        {
            for (var time = 0; time < times; time++)
            {
                connection.Exchange(request);
            }
        }

        public void Dispose()
        {
            connection.Dispose();
            process.Dispose();
            meter.Dispose();
        }
    }
}
