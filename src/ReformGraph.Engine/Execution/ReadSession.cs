using ReformGraph.Engine.Compilation;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// One read transaction: all its statements show the state of the data that its tag names. Whoever has read everything says so by
/// <see cref="Complete"/>, and the connection serves the next request. A session that is disposed before that has failed, and its connection is
/// thrown away: what state it is in is not worth knowing.
/// </summary>
internal sealed class ReadSession : StatementSource, IDisposable
{
    private readonly SessionFactory factory;
    private readonly ReadLane lane;
    private readonly string? document;
    private readonly string? operationName;

    /// <summary>Begins to read.</summary>
    /// <param name="factory">What opened it.</param>
    /// <param name="lane">Its connection.</param>
    /// <param name="clock">How long its statements may run.</param>
    /// <param name="document">The document for which tables are scanned; null where none is.</param>
    /// <param name="operationName">The name of the document's operation; null where it has none.</param>
    public ReadSession(SessionFactory factory, ReadLane lane, RunClock clock, string? document, string? operationName)
    {
        (this.factory, this.lane, this.document, this.operationName) = (factory, lane, document, operationName);
        Clock = clock;
        StateTag = lane.BeginRead(clock);
    }

    /// <summary>Names the state of the data.</summary>
    public string StateTag { get; }

    /// <summary>The sequence number of the last change that is seen.</summary>
    public long Sequence => lane.Sequence;

    /// <summary>How long its statements may still run.</summary>
    public RunClock Clock { get; }

    public override PreparedStatement Prepare(ReadStatement statement) => lane.Prepare(statement);

    /// <summary>Waits for the client; if it is not ready, another session has the turn.</summary>
    /// <exception cref="Errors.RequestRefusedException">The time is over.</exception>
    public ValueTask AwaitClientAsync(Task sent) => factory.Lanes.AwaitClientAsync(sent, Clock);

    /// <summary>Ends the transaction: everything was read.</summary>
    public void Complete() => lane.EndRead();

    public void Dispose()
    {
        if (document is not null)
        {
            factory.Scans.Add(document, operationName, lane.Scans); // also when it took too long
        }

        factory.Lanes.Return(lane);
    }
}

/// <summary>Opens read sessions of one database.</summary>
/// <param name="lanes">Its connections.</param>
/// <param name="timeout">How long the statements of a session may run.</param>
internal sealed class SessionFactory(LanePool lanes, TimeSpan timeout) : IDisposable
{
    public LanePool Lanes => lanes;

    /// <summary>What the sessions have scanned.</summary>
    public ScanLog Scans { get; } = new();

    /// <summary>Waits for a connection and begins to read. The time counts from here.</summary>
    /// <param name="client">Cancelled when the client has gone.</param>
    /// <param name="document">The document for which tables are scanned; null where none is.</param>
    /// <param name="operationName">The name of the document's operation; null where it has none.</param>
    /// <exception cref="Errors.RequestRefusedException">No connection became free in time.</exception>
    public async ValueTask<ReadSession> OpenAsync(CancellationToken client, string? document = null, string? operationName = null)
    {
        var clock = new RunClock(timeout, client);
        var lane = await lanes.RentAsync(clock);
        try
        {
            return new ReadSession(this, lane, clock, document, operationName);
        }
        catch
        {
            lanes.Return(lane);
            throw;
        }
    }

    public void Dispose() => lanes.Dispose();
}
