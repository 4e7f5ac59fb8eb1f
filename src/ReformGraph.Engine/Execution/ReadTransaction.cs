using ReformGraph.Engine.Compilation;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// One read transaction: all its statements show the state of the data that its tag names. Whoever has read everything says so by
/// <see cref="Complete"/>, and the connection serves the next request. A transaction that is disposed before that has failed,
/// and its connection is
/// thrown away: what state it is in is not worth knowing.
/// </summary>
internal sealed class ReadTransaction : StatementSource, IDisposable
{
    private readonly ReadOnlyDatabase database;
    private readonly ReadConnection connection;
    private readonly string? document;
    private readonly string? operationName;

    /// <summary>Begins to read.</summary>
    /// <param name="database">What is read.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="clock">How long the statements may run.</param>
    /// <param name="document">The document for which tables are scanned; null where none is.</param>
    /// <param name="operationName">The name of the document's operation; null where it has none.</param>
    public ReadTransaction(ReadOnlyDatabase database, ReadConnection connection, Deadline clock, string? document, string? operationName)
    {
        (this.database, this.connection, this.document, this.operationName) = (database, connection, document, operationName);
        Clock = clock;
        StateTag = connection.BeginRead(clock);
    }

    /// <summary>Names the state of the data.</summary>
    public string StateTag { get; }

    /// <summary>The sequence number of the last change that is seen.</summary>
    public long Sequence => connection.Sequence;

    /// <summary>How long the statements may still run.</summary>
    public Deadline Clock { get; }

    public override PreparedStatement Prepare(ReadStatement statement) => connection.Prepare(statement);

    /// <summary>Waits for the client; if it is not ready, another transaction has the turn.</summary>
    /// <exception cref="Errors.RequestErrorException">The time is over.</exception>
    public ValueTask AwaitClientAsync(Task sent) => database.Pool.AwaitClientAsync(sent, Clock);

    /// <summary>Ends the transaction: everything was read.</summary>
    public void Complete() => connection.EndRead();

    public void Dispose()
    {
        if (document is not null)
        {
            database.Scans.Add(document, operationName, connection.Scans); // also when it took too long
        }

        database.Pool.Return(connection);
    }
}
