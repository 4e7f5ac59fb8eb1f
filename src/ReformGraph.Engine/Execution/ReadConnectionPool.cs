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

    private readonly SemaphoreSlim turns = new(running, running);
    private readonly SemaphoreSlim places = new(open, open);

    // The connection used last is the next to be used: its pages are in the processor's cache.
    private readonly List<ReadConnection> idle = [];
    private int opened;
    private int waiting;

    /// <summary>How many connections are in use and idle, and how many requests wait for one.</summary>
    public (int Used, int Idle, int Waiting) Counts
    {
        get
        {
            lock (idle)
            {
                return (Volatile.Read(ref opened) - idle.Count, idle.Count, Volatile.Read(ref waiting));
            }
        }
    }

    /// <summary>Waits for a turn and takes a connection, opening one if needed.</summary>
    /// <exception cref="Errors.RequestErrorException">No turn became free in time.</exception>
    public ValueTask<ReadConnection> RentAsync(Deadline clock)
    {
        if (!places.Wait(0))
        {
            return WaitAsync(clock);
        }

        if (turns.Wait(0))
        {
            return new(Take());
        }

        places.Release();
        return WaitAsync(clock);
    }

    /// <summary>Returns a connection and its turn, or closes the connection if its read failed; also closes another one that has been idle
    /// for long.</summary>
    public void Return(ReadConnection connection)
    {
        if ((connection.IsReading ? connection : Exchange(connection)) is { } closed)
        {
            Interlocked.Decrement(ref opened);
            closed.Dispose();
        }

        turns.Release();
        places.Release();
    }

    /// <summary>Waits for a client; if it is not ready, another connection gets the turn. The wait does not count as time of the
    /// statements.</summary>
    public async ValueTask AwaitClientAsync(Task sent, Deadline clock)
    {
        if (!sent.IsCompleted)
        {
            clock.Pause();
            turns.Release();
            try
            {
                await sent;
            }
            finally
            {
                await turns.WaitAsync(CancellationToken.None); // returning the connection also returns the turn
                clock.Resume();
            }
        }

        clock.ThrowIfOver();
    }

    public void Dispose()
    {
        idle.ForEach(connection => connection.Dispose());
        idle.Clear();
        turns.Dispose();
        places.Dispose();
    }

    private async ValueTask<ReadConnection> WaitAsync(Deadline clock)
    {
        using var stage = EngineTelemetry.Stage("wait");
        Interlocked.Increment(ref waiting);
        try
        {
            await WaitAsync(places, clock);
            await WaitAsync(turns, clock, places);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        return Take();
    }

    /// <param name="semaphore">What it waits for.</param>
    /// <param name="clock">How long.</param>
    /// <param name="held">What it gives back if it waits in vain.</param>
    private static async ValueTask WaitAsync(SemaphoreSlim semaphore, Deadline clock, SemaphoreSlim? held = null)
    {
        try
        {
            if (!await semaphore.WaitAsync(clock.Left, clock.Client))
            {
                throw clock.TimeoutError();
            }
        }
        catch
        {
            held?.Release();
            throw;
        }
    }

    private ReadConnection Take()
    {
        try
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
        catch
        {
            turns.Release();
            places.Release();
            throw;
        }
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
