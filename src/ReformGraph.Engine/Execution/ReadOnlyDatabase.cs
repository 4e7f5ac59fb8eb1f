namespace ReformGraph.Engine.Execution;

/// <summary>A database from which requests are answered, each within a read transaction.</summary>
/// <param name="lanes">The connections.</param>
/// <param name="timeout">How long the statements of a transaction may run.</param>
internal sealed class ReadOnlyDatabase(LanePool lanes, TimeSpan timeout) : IDisposable
{
    public LanePool Lanes => lanes;

    /// <summary>What the transactions have scanned.</summary>
    public ScanLog Scans { get; } = new();

    /// <summary>Waits for a connection and begins to read. The time counts from here.</summary>
    /// <param name="client">Cancelled when the client has gone.</param>
    /// <param name="document">The document for which tables are scanned; null where none is.</param>
    /// <param name="operationName">The name of the document's operation; null where it has none.</param>
    /// <exception cref="Errors.RequestRefusedException">No connection became free in time.</exception>
    public async ValueTask<ReadTransaction> BeginAsync(CancellationToken client, string? document = null, string? operationName = null)
    {
        var clock = new RunClock(timeout, client);
        var lane = await lanes.RentAsync(clock);
        try
        {
            return new ReadTransaction(this, lane, clock, document, operationName);
        }
        catch
        {
            lanes.Return(lane);
            throw;
        }
    }

    public void Dispose() => lanes.Dispose();
}
