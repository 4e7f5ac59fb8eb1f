using System.Collections.Concurrent;

namespace ReformGraph.Engine.Execution;

/// <summary>The lanes of one database. There are few: SQLite reads on the calling thread, and more than a processor each waits.</summary>
internal sealed class LanePool(string connectionString, int lanes, int statementsPerLane) : IDisposable
{
    private readonly SemaphoreSlim free = new(lanes, lanes);
    private readonly ConcurrentBag<ReadLane> idle = [];

    /// <summary>Waits for a lane and opens it where needed.</summary>
    public async ValueTask<ReadLane> RentAsync(CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            return idle.TryTake(out var lane) ? lane : new ReadLane(connectionString, statementsPerLane);
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    /// <summary>Gives a lane back, or throws it away when it failed.</summary>
    public void Return(ReadLane lane, bool failed)
    {
        if (failed)
        {
            lane.Dispose();
        }
        else
        {
            idle.Add(lane);
        }

        free.Release();
    }

    public void Dispose()
    {
        while (idle.TryTake(out var lane))
        {
            lane.Dispose();
        }

        free.Dispose();
    }
}
