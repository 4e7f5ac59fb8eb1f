namespace ReformGraph.Engine.Execution;

/// <summary>A database from which requests are answered, each within a read transaction.</summary>
/// <param name="connections">The connections.</param>
/// <param name="timeout">How long the statements of a transaction may run.</param>
internal sealed class ReadOnlyDatabase(ReadConnectionPool connections, TimeSpan timeout) : IDisposable
{
    public ReadConnectionPool Pool => connections;

    /// <summary>What the transactions have scanned.</summary>
    public ScanLog Scans { get; } = new();

    /// <summary>Waits for a connection and begins to read. The time counts from here.</summary>
    /// <param name="client">Cancelled when the client has gone.</param>
    /// <param name="document">The document for which tables are scanned; null where none is.</param>
    /// <param name="operationName">The name of the document's operation; null where it has none.</param>
    /// <exception cref="Errors.RequestErrorException">No connection became free in time.</exception>
    public async ValueTask<ReadTransaction> BeginAsync(CancellationToken client, string? document = null, string? operationName = null)
    {
        var clock = new Deadline(timeout, client);
        var connection = await connections.RentAsync(clock);
        try
        {
            return new ReadTransaction(this, connection, clock, document, operationName);
        }
        catch
        {
            connections.Return(connection);
            throw;
        }
    }

    public void Dispose() => connections.Dispose();
}
