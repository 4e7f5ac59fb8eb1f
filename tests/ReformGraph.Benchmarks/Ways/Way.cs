using System.Buffers;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Serving;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>One of the ways to serve the works, as a running server.</summary>
internal sealed class Way : IDisposable
{
    public const string Product = "product";
    public const string Floor = "floor";
    public const string Usual = "usual";

    /// <summary>The product without its log.</summary>
    public const string Silent = "silent";

    /// <summary>The product with metrics for Prometheus.</summary>
    public const string Measured = "measured";

    /// <summary>The product with traces and metrics, sent by OTLP.</summary>
    public const string Traced = "traced";

    /// <summary>An earlier build of the product.</summary>
    public const string Before = "before";

    private readonly Meter meter = new();
    private readonly ServerProcess server;
    private readonly Dictionary<Work, IReadOnlyList<PreparedRequest>> prepared = [];

    /// <summary>Starts the product as a user would but with larger pages allowed, or the server of another way.</summary>
    /// <param name="name">The way.</param>
    /// <param name="product">The product's program.</param>
    /// <param name="database">The database.</param>
    /// <param name="collector">Where telemetry is sent to by OTLP over HTTP; null if it is not.</param>
    public Way(string name, string product, string database, string? collector = null)
    {
        Name = name;
        var environment = new Dictionary<string, string>(meter.Environment);
        if (collector is not null)
        {
            environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
            environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        }

        server = name is not (Floor or Usual)
            ? ServerProcess.StartProduct(product, database, environment, ["--Paging:MaxPageSize", "1000000", .. SettingsOf(name)])
            : ServerProcess.Start(typeof(Way).Assembly.Location, [CommandLine.CommandOf(name), "--database", database], meter.Environment);
    }

    public string Name { get; }

    /// <summary>What its server has used until now.</summary>
    public Usage Usage() => meter.Read();

    /// <summary>The most memory that its server has held at once, in bytes.</summary>
    public long PeakMemory() => server.PeakMemory();

    /// <summary>Asks everything once, and notes how long each answer must be from now on.</summary>
    public IReadOnlyList<byte[]> Answers(Work work)
    {
        using var connection = new HttpConnection(server.EndPoint);
        var requests = Name == Floor ? work.Gets() : work.Posts();
        var answers = requests.Select(request =>
        {
            var body = new ArrayBufferWriter<byte>();
            connection.Exchange(request, body);
            return body.WrittenSpan.ToArray();
        }).ToArray();
        prepared[work] = [.. requests.Zip(answers, (request, answer) => new PreparedRequest(request, answer.Length))];
        return answers;
    }

    /// <summary>A load of a work whose answers are known.</summary>
    public Load Load(Work work, int connections) => new(server.EndPoint, connections, prepared[work]);

    public void Dispose()
    {
        server.Dispose();
        meter.Dispose();
    }

    private static string[] SettingsOf(string name) => name switch
    {
        Silent => ["--Logging:LogLevel:Default", "None"],
        Measured => ["--Metrics:Url", "http://127.0.0.1:0"],
        _ => [],
    };
}
