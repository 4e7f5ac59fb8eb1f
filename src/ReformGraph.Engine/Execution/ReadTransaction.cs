using ReformGraph.Engine.Compilation;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// One read transaction: all its statements show the state of the data that its tag identifies. After everything has been read,
/// <see cref="Complete"/> releases the connection for the next request. A transaction that is disposed before that has failed, and its
/// connection is closed, because its state is unknown.
/// </summary>
internal sealed class ReadTransaction : StatementSource, IDisposable
{
    private readonly ReadOnlyDatabase database;
    private readonly ReadConnection connection;
    private readonly string? document;
    private readonly string? operationName;
    private readonly ReadCount? count;

    /// <summary>Begins to read.</summary>
    /// <param name="database">The database.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="clock">How long the statements may run.</param>
    /// <param name="document">The document to which scans of tables are attributed; null for none.</param>
    /// <param name="operationName">The name of the document's operation; null if it has none.</param>
    /// <param name="count">Counts what is read; null if nobody wants to know.</param>
    public ReadTransaction(ReadOnlyDatabase database, ReadConnection connection, Deadline clock, string? document, string? operationName,
        ReadCount? count)
    {
        (this.database, this.connection, this.document, this.operationName) = (database, connection, document, operationName);
        this.count = count;
        Clock = clock;
        StateTag = connection.BeginRead(clock);
    }

    /// <summary>The tag of the state of the data.</summary>
    public string StateTag { get; }

    /// <summary>The sequence number of the last visible change.</summary>
    public long Sequence => connection.Sequence;

    /// <summary>How long the statements may still run.</summary>
    public Deadline Clock { get; }

    public override PreparedStatement Prepare(ReadStatement statement) => connection.Prepare(statement);

    /// <summary>Waits for the client; if it is not ready, another transaction gets the turn.</summary>
    /// <exception cref="Errors.RequestErrorException">The time is up.</exception>
    public ValueTask AwaitClientAsync(Task sent) => database.Pool.AwaitClientAsync(connection, sent, Clock);

    /// <summary>Ends the transaction after everything was read.</summary>
    public void Complete() => connection.EndRead();

    public void Dispose()
    {
        if (count is not null)
        {
            count.Rows += connection.RowsRead;
            count.SensitiveRows += connection.SensitiveRowsRead;
        }

        if (document is not null)
        {
            database.Scans.Add(document, operationName, connection.Scans); // even if it took too long
        }

        database.Pool.Return(connection);
    }
}
