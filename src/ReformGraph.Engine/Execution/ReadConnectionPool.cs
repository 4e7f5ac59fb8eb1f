namespace ReformGraph.Engine.Execution;

/// <summary>
/// The connections of one database. Few run at a time, as SQLite reads on the calling thread and more than a processor each would only
/// wait. More are open: a connection whose client is slow to take its answer gives its turn to another.
/// </summary>
internal sealed class ReadConnectionPool(string connectionString, int running, int open, int statementBytesPerConnection) : IDisposable
{
    private const int LongIdle = 10_000; // milliseconds

    private readonly SemaphoreSlim turns = new(running, running);
    private readonly SemaphoreSlim places = new(open, open);

    // The one that was used last is the next to be used: its pages are in the processor's cache.
    private readonly List<ReadConnection> idle = [];

    /// <summary>Waits for a connection, opens it where needed, and has its turn.</summary>
    /// <exception cref="Errors.RequestErrorException">None became free in time.</exception>
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

    /// <summary>Gives a connection back with its turn, or throws it away when its reading failed;
    /// another too when it has idled for long.</summary>
    public void Return(ReadConnection connection)
    {
        (connection.IsReading ? connection : Exchange(connection))?.Dispose();
        turns.Release();
        places.Release();
    }

    /// <summary>Waits for a client; if it is not ready, another connection has the turn.
    /// It does not count as time of the statements.</summary>
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
                await turns.WaitAsync(CancellationToken.None); // whoever returns the connection gives the turn back too
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
        await WaitAsync(places, clock);
        try
        {
            await WaitAsync(turns, clock);
        }
        catch
        {
            places.Release();
            throw;
        }

        return Take();
    }

    private static async ValueTask WaitAsync(SemaphoreSlim semaphore, Deadline clock)
    {
        if (!await semaphore.WaitAsync(clock.Left, clock.Client))
        {
            throw clock.TimeoutError();
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

            return new ReadConnection(connectionString, statementBytesPerConnection);
        }
        catch
        {
            turns.Release();
            places.Release();
            throw;
        }
    }

    // More connections than can run idle only as long as they are in use again and again: to open one costs more than most requests.
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
