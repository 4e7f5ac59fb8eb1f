using ReformGraph.Engine.Telemetry;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// The connections of one database. Few run at a time, because SQLite reads on the calling thread and more than one per processor would
/// only wait. More can be open: a connection whose client receives its response slowly gives its turn to another.
/// </summary>
/// <param name="connectionString">The database.</param>
/// <param name="running">How many can run at a time.</param>
/// <param name="open">How many can be open at a time.</param>
/// <param name="statementBytesPerConnection">How many bytes of prepared statements each keeps.</param>
/// <param name="metrics">Records their statements; null if nobody wants to know.</param>
internal sealed class ReadConnectionPool(string connectionString, int running, int open, int statementBytesPerConnection,
    EngineMetrics? metrics = null) : IDisposable
{
    private const int LongIdle = 10_000; // milliseconds

    private readonly ReadTurns turns = new(running, open, Environment.ProcessorCount, TimeProvider.System);

    // The connection used last is the next to be used: its pages are in the processor's cache.
    private readonly List<ReadConnection> idle = [];
    private int opened;

    /// <summary>How many connections are in use and idle, and how many requests wait for one.</summary>
    public (int Used, int Idle, int Waiting) Counts
    {
        get
        {
            lock (idle)
            {
                return (Volatile.Read(ref opened) - idle.Count, idle.Count, turns.Waits);
            }
        }
    }

    /// <summary>Waits for a turn and takes a connection, opening one if needed.</summary>
    /// <param name="clock">How long it may wait.</param>
    /// <param name="sender">Who reads; null for the program itself.</param>
    /// <exception cref="Errors.RequestErrorException">No turn became free in time.</exception>
    public async ValueTask<ReadConnection> RentAsync(Deadline clock, string? sender = null)
    {
        await turns.TakeAsync(sender, clock);
        try
        {
            var connection = Take();
            connection.Sender = sender;
            return connection;
        }
        catch
        {
            turns.Return(sender);
            throw;
        }
    }

    /// <summary>Returns a connection and its turn, or closes the connection if its read failed; also closes another one that has been idle
    /// for long.</summary>
    public void Return(ReadConnection connection)
    {
        var sender = connection.Sender;
        if ((connection.IsReading ? connection : Exchange(connection)) is { } closed)
        {
            Interlocked.Decrement(ref opened);
            closed.Dispose();
        }

        turns.Return(sender);
    }

    /// <summary>Waits for a client; if it is not ready, another connection gets the turn. The wait does not count as time of the
    /// statements.</summary>
    public async ValueTask AwaitClientAsync(ReadConnection connection, Task sent, Deadline clock)
    {
        if (!sent.IsCompleted)
        {
            clock.Pause();
            turns.Pause(connection.Sender);
            try
            {
                await sent;
            }
            finally
            {
                await turns.ResumeAsync(connection.Sender); // returning the connection also returns the turn
                clock.Resume();
            }
        }

        clock.ThrowIfOver();
    }

    public void Dispose()
    {
        idle.ForEach(connection => connection.Dispose());
        idle.Clear();
    }

    private ReadConnection Take()
    {
        lock (idle)
        {
            if (idle is [.., var last])
            {
                idle.RemoveAt(idle.Count - 1);
                return last;
            }
        }

        var connection = new ReadConnection(connectionString, statementBytesPerConnection, metrics);
        Interlocked.Increment(ref opened);
        return connection;
    }

    // Idle connections beyond those that can run are kept only while they are used regularly: opening one costs more than most requests.
    private ReadConnection? Exchange(ReadConnection connection)
    {
        connection.IdleSince = Environment.TickCount64;
        lock (idle)
        {
            idle.Add(connection);
            if (idle.Count <= running || connection.IdleSince - idle[0].IdleSince < LongIdle)
            {
                return null;
            }

            var longest = idle[0];
            idle.RemoveAt(0);
            return longest;
        }
    }
}
