namespace ReformGraph.Engine.Execution;

/// <summary>
/// The lanes of one database. Few run at a time, as SQLite reads on the calling thread and more than a processor each would only
/// wait. More are open: a lane whose client is slow to take its answer gives its turn to another.
/// </summary>
internal sealed class LanePool(string connectionString, int running, int open, int statementBytesPerLane) : IDisposable
{
    private const int LongIdle = 10_000; // milliseconds

    private readonly SemaphoreSlim turns = new(running, running);
    private readonly SemaphoreSlim places = new(open, open);

    // The one that was used last is the next to be used: its pages are in the processor's cache.
    private readonly List<ReadLane> idle = [];

    /// <summary>Waits for a lane, opens it where needed, and has its turn.</summary>
    /// <exception cref="Errors.RequestRefusedException">None became free in time.</exception>
    public ValueTask<ReadLane> RentAsync(RunClock clock)
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

    /// <summary>Gives a lane back with its turn, or throws it away when its reading failed; another too when it has idled for long.</summary>
    public void Return(ReadLane lane)
    {
        (lane.IsReading ? lane : Exchange(lane))?.Dispose();
        turns.Release();
        places.Release();
    }

    /// <summary>Waits for a client; if it is not ready, another lane has the turn. It does not count as time of the statements.</summary>
    public async ValueTask AwaitClientAsync(Task sent, RunClock clock)
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
                await turns.WaitAsync(CancellationToken.None); // whoever returns the lane gives the turn back too
                clock.Resume();
            }
        }

        clock.ThrowIfOver();
    }

    public void Dispose()
    {
        idle.ForEach(lane => lane.Dispose());
        idle.Clear();
        turns.Dispose();
        places.Dispose();
    }

    private async ValueTask<ReadLane> WaitAsync(RunClock clock)
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

    private static async ValueTask WaitAsync(SemaphoreSlim semaphore, RunClock clock)
    {
        if (!await semaphore.WaitAsync(clock.Left, clock.Client))
        {
            throw clock.Refusal();
        }
    }

    private ReadLane Take()
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

            return new ReadLane(connectionString, statementBytesPerLane);
        }
        catch
        {
            turns.Release();
            places.Release();
            throw;
        }
    }

    // More lanes than can run idle only as long as they are in use again and again: to open one costs more than most requests.
    private ReadLane? Exchange(ReadLane lane)
    {
        lane.IdleSince = Environment.TickCount64;
        lock (idle)
        {
            idle.Add(lane);
            if (idle.Count <= running || lane.IdleSince - idle[0].IdleSince < LongIdle)
            {
                return null;
            }

            var longest = idle[0];
            idle.RemoveAt(0);
            return longest;
        }
    }
}
