using System.Diagnostics;
using System.Diagnostics.Metrics;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Data.Writes;

/// <summary>The spans and the metrics of a queue of writes. An instrument to which nobody listens takes no time.</summary>
internal sealed class WriteTelemetry : IDisposable
{
    /// <summary>The name of the source of the spans, and of the meter.</summary>
    public const string Name = "ReformGraph.Data";

    private static readonly ActivitySource source = new(Name, ResponseStamp.Version);

    private readonly Meter meter = new(Name, ResponseStamp.Version);
    private readonly Histogram<double> durations;
    private readonly Counter<long> changes;
    private readonly Counter<long> rows;
    private readonly Counter<long> refusals;
    private readonly Counter<long> failures;

    /// <param name="waiting">How many requests wait in the queue or are being written.</param>
    public WriteTelemetry(Func<int> waiting)
    {
        meter.CreateObservableUpDownCounter("reformgraph.write.queue.length", waiting, "{request}",
            "The number of mutations that wait to be stored or are being stored.");
        durations = meter.CreateHistogram("reformgraph.write.duration", "s",
            "The time from the arrival of a mutation in the queue until it is stored or refused.", null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
            });
        changes = meter.CreateCounter<long>("reformgraph.changes", "{change}",
            "The number of changes that have been stored, by mutations, imports and added reports.");
        rows = meter.CreateCounter<long>("reformgraph.change.rows", "{row}", "The number of row versions in these changes.");
        refusals = meter.CreateCounter<long>("reformgraph.mutations.refused", "{mutation}",
            "The number of mutations that were refused, by the type of their first error.");
        failures = meter.CreateCounter<long>("reformgraph.storage.failures", "{failure}",
            "The number of times that the database could not be written.");
        changes.Add(0); // so that they are published before the first
        rows.Add(0);
        failures.Add(0);
    }

    /// <summary>Where the span of a request continues while another thread writes it; the default if nobody observes it.</summary>
    public static ActivityContext Trace => source.HasListeners() ? Activity.Current?.Context ?? default : default;

    /// <summary>Begins the span of the statements that write a request; null if nobody observes it.</summary>
    public static Activity? BeginToStore(ActivityContext trace) =>
        trace == default ? null : source.StartActivity("BATCH", ActivityKind.Client, trace)
            ?.SetTag("db.system.name", "sqlite").SetTag("db.operation.name", "BATCH");

    /// <summary>Records that a request has left the queue.</summary>
    /// <param name="arrived">When it arrived, in ticks of <see cref="Stopwatch"/>.</param>
    public void Answered(long arrived)
    {
        if (durations.Enabled)
        {
            durations.Record(Stopwatch.GetElapsedTime(arrived).TotalSeconds);
        }
    }

    /// <summary>Records that a change is stored.</summary>
    public void Stored(Change change)
    {
        changes.Add(1);
        rows.Add(change.RowCount);
    }

    /// <summary>Records that a mutation was refused.</summary>
    public void Refused(WriteOutcome outcome) =>
        refusals.Add(1, new KeyValuePair<string, object?>("error.type", outcome.Errors[0].GetType().Name));

    /// <summary>Records that the database could not be written.</summary>
    public void Failed() => failures.Add(1);

    public void Dispose() => meter.Dispose();
}
