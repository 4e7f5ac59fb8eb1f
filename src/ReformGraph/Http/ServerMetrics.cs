using System.Diagnostics.Metrics;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;
using ReformGraph.Export;

namespace ReformGraph.Http;

/// <summary>The metrics of the program itself. Those of the engine and of writes are published where they arise. An instrument to which
/// nobody listens takes no time.</summary>
internal sealed class ServerMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "ReformGraph";

    private readonly Meter meter = new(Name, ResponseStamp.Version);
    private readonly Counter<long> refusals;
    private int exports;

    public ServerMetrics(ExportFiles files)
    {
        refusals = meter.CreateCounter<long>("reformgraph.access.refused", "{request}",
            "The number of requests that were refused because of their sender: UNAUTHENTICATED for refused logins, FORBIDDEN for what a " +
            "role may not do.");
        refusals.Add(0, Why(ServerErrorCodes.Unauthenticated)); // so that it is published before the first
        refusals.Add(0, Why(ErrorCodes.Forbidden));
        meter.CreateObservableUpDownCounter("reformgraph.exports.active", () => Volatile.Read(ref exports), "{export}",
            "The number of exports that are being read or sent.");
        meter.CreateObservableUpDownCounter("reformgraph.export.files", () => files.Kept.Count, "{file}",
            "The number of Parquet and XLSX files that are kept.");
        meter.CreateObservableUpDownCounter("reformgraph.export.files.size", () => files.Kept.Bytes, "By",
            "The number of bytes of the Parquet and XLSX files that are kept.");
    }

    /// <summary>Counts a request that is refused because of its sender.</summary>
    public void Refuse(ErrorCode why) => refusals.Add(1, Why(why));

    /// <summary>Counts an export while it runs.</summary>
    public async Task ExportAsync(Task running)
    {
        Interlocked.Increment(ref exports);
        try
        {
            await running;
        }
        finally
        {
            Interlocked.Decrement(ref exports);
        }
    }

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> Why(ErrorCode code) => new("error.type", code.Name);
}
