namespace ReformGraph.Engine.Execution;

/// <summary>A database that is read by requests, each within a read transaction.</summary>
/// <param name="connections">The connections.</param>
/// <param name="timeout">How long the statements of a transaction may run.</param>
internal sealed class ReadOnlyDatabase(ReadConnectionPool connections, TimeSpan timeout) : IDisposable
{
    public ReadConnectionPool Pool => connections;

    /// <summary>The scans of the transactions.</summary>
    public ScanLog Scans { get; } = new();

    /// <summary>Waits for a connection and begins to read. The time starts here.</summary>
    /// <param name="client">Cancelled when the client has disconnected.</param>
    /// <param name="document">The document to which scans of tables are attributed; null for none.</param>
    /// <param name="operationName">The name of the document's operation; null if it has none.</param>
    /// <param name="count">Counts what is read; null if nobody wants to know.</param>
    /// <param name="sender">Who reads; null for the program itself.</param>
    /// <exception cref="Errors.RequestErrorException">No connection became free in time.</exception>
    public async ValueTask<ReadTransaction> BeginAsync(CancellationToken client, string? document = null, string? operationName = null,
        ReadCount? count = null, string? sender = null)
    {
        var clock = new Deadline(timeout, client);
        var connection = await connections.RentAsync(clock, sender);
        try
        {
            return new ReadTransaction(this, connection, clock, document, operationName, count);
        }
        catch
        {
            connections.Return(connection);
            throw;
        }
    }

    public void Dispose() => connections.Dispose();
}
