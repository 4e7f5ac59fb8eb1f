using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReformGraph.Engine.Telemetry;

/// <summary>The metrics of one engine. An instrument to which nobody listens takes no time.</summary>
internal sealed class EngineMetrics : IDisposable
{
    private const string Pool = "reads"; // there is one pool

    private static readonly KeyValuePair<string, object?> ofPool = new("db.client.connection.pool.name", Pool);
    private static readonly KeyValuePair<string, object?> system = new("db.system.name", "sqlite");
    private static readonly KeyValuePair<string, object?> select = new("db.operation.name", "SELECT");

    private readonly Meter meter = new(EngineTelemetry.Name, EngineTelemetry.Version);
    private readonly Histogram<double> operations;
    private readonly Histogram<double> statements;
    private readonly Histogram<long> rows;

    public EngineMetrics()
    {
        operations = meter.CreateHistogram("reformgraph.graphql.operation.duration", "s",
            "The duration of GraphQL operations, until the whole response had been handed to the connection.", null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                    [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            });
        statements = meter.CreateHistogram("db.client.operation.duration", "s",
            "The duration of SQL statements that read. For a list that is streamed, it includes the time to send the rows.", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });
        rows = meter.CreateHistogram("db.client.response.returned_rows", "{row}",
            "The number of rows that SQL statements returned, those with counts and sums included.", null,
            new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] });
    }

    /// <summary>Whether anyone listens to the duration of operations.</summary>
    public bool ObservesOperations => operations.Enabled;

    /// <summary>Whether anyone listens to the duration or the rows of statements.</summary>
    public bool ObservesStatements => statements.Enabled || rows.Enabled;

    /// <summary>Publishes how many connections are in use and idle, how many there can be, and how many requests wait for one.</summary>
    public void Observe(Func<(int Used, int Idle, int Waiting)> connections, int most)
    {
        meter.CreateObservableUpDownCounter("db.client.connection.count", () =>
        {
            var (used, idle, _) = connections();
            return (Measurement<int>[])[new(used, ofPool, InState("used")), new(idle, ofPool, InState("idle"))];
        }, "{connection}", "The number of open database connections for reading, by state: used or idle.");
        meter.CreateObservableUpDownCounter("db.client.connection.max", () => new Measurement<int>(most, ofPool), "{connection}",
            "The maximum number of open database connections for reading.");
        meter.CreateObservableUpDownCounter("db.client.connection.pending_requests",
            () => new Measurement<int>(connections().Waiting, ofPool), "{request}",
            "The number of requests that wait for a database connection for reading.");
    }

    /// <summary>Publishes how many bytes caches hold.</summary>
    public void Observe(IReadOnlyList<(string Cache, Func<long> Bytes)> caches) =>
        meter.CreateObservableUpDownCounter("reformgraph.cache.size", () => caches.Select(
            cache => new Measurement<long>(cache.Bytes(), new KeyValuePair<string, object?>("cache", cache.Cache))), "By",
            "The estimated number of bytes in each cache of the engine.");

    /// <summary>Records an operation.</summary>
    /// <param name="duration">How long it took.</param>
    /// <param name="type">Its type; null if it is not known.</param>
    /// <param name="error">Why it failed; null if it did not.</param>
    public void RecordOperation(TimeSpan duration, string? type, string? error)
    {
        var tags = new TagList();
        if (type is not null)
        {
            tags.Add(ObservedOperation.Type, type);
        }

        if (error is not null)
        {
            tags.Add(EngineTelemetry.ErrorType, error);
        }

        operations.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Records a run of a statement.</summary>
    /// <param name="duration">How long it took.</param>
    /// <param name="returned">The number of rows that it returned.</param>
    /// <param name="error">Why it failed; null if it did not.</param>
    public void RecordStatement(TimeSpan duration, long returned, string? error)
    {
        if (error is null)
        {
            statements.Record(duration.TotalSeconds, system, select);
            rows.Record(returned, system, select);
        }
        else
        {
            statements.Record(duration.TotalSeconds, system, select, new(EngineTelemetry.ErrorType, error));
        }
    }

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> InState(string state) => new("db.client.connection.state", state);
}
