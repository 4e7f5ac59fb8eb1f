using System.Diagnostics;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// How long the statements of one request have run. It stands still while a part of the answer waits for its client: a slow
/// client is not a slow statement.
/// </summary>
internal sealed class RunClock : IDisposable
{
    private readonly CancellationTokenSource source;
    private TimeSpan left;
    private long resumed;

    public RunClock(TimeSpan allowed, CancellationToken cancellation)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        left = allowed;
        Resume();
    }

    /// <summary>Cancelled when the time is over, or when the client has gone.</summary>
    public CancellationToken Token => source.Token;

    public void Pause()
    {
        left -= Stopwatch.GetElapsedTime(resumed);
        source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Resume()
    {
        resumed = Stopwatch.GetTimestamp();
        source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public void Dispose() => source.Dispose();
}
