using System.Collections.Concurrent;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// The lanes of one database. Few run at a time, as SQLite reads on the calling thread and more than a processor each would only
/// wait. More are open: a lane whose client is slow to take its answer gives its turn to another.
/// </summary>
internal sealed class LanePool(string connectionString, int running, int open, int statementsPerLane) : IDisposable
{
    private readonly SemaphoreSlim turns = new(running, running);
    private readonly SemaphoreSlim places = new(open, open);
    private readonly ConcurrentBag<ReadLane> idle = [];

    /// <summary>Waits for a lane, opens it where needed, and has its turn.</summary>
    /// <exception cref="TimeoutException">None became free in time.</exception>
    public async ValueTask<ReadLane> RentAsync(RunClock clock)
    {
        await WaitAsync(places, clock);
        try
        {
            await WaitAsync(turns, clock);
            try
            {
                return idle.TryTake(out var lane) ? lane : new ReadLane(connectionString, statementsPerLane);
            }
            catch
            {
                turns.Release();
                throw;
            }
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Gives a lane back with its turn, or throws it away when it failed or would idle for long.</summary>
    public void Return(ReadLane lane, bool failed)
    {
        if (failed || idle.Count >= running)
        {
            lane.Dispose();
        }
        else
        {
            idle.Add(lane);
        }

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
        while (idle.TryTake(out var lane))
        {
            lane.Dispose();
        }

        turns.Dispose();
        places.Dispose();
    }

    private static async ValueTask WaitAsync(SemaphoreSlim semaphore, RunClock clock)
    {
        if (!semaphore.Wait(0) && !await semaphore.WaitAsync(clock.Left, clock.Client))
        {
            throw new TimeoutException();
        }
    }
}
