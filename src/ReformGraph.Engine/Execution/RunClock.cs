using Microsoft.Data.Sqlite;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// How long the statements of one request may still run. It stands still while a part of the answer waits for its client: a slow
/// client is not a slow statement.
/// </summary>
internal sealed class RunClock(TimeSpan allowed, CancellationToken client)
{
    private long end = Environment.TickCount64 + (long)allowed.TotalMilliseconds;
    private long paused;

    /// <summary>Cancelled when the client has gone.</summary>
    public CancellationToken Client => client;

    /// <summary>What is left of the time.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64));

    /// <summary>Whether the time is over, or the client has gone.</summary>
    public bool IsOver => client.IsCancellationRequested || Environment.TickCount64 >= end;

    /// <summary>Whether a run ended as its time was over, or its client gone.</summary>
    public static bool HasRunOut(Exception exception) => exception is TimeoutException or SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_INTERRUPT };

    public void Pause() => paused = Environment.TickCount64;

    public void Resume() => end += Environment.TickCount64 - paused;

    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public void ThrowIfOver()
    {
        client.ThrowIfCancellationRequested();
        if (IsOver)
        {
            throw new TimeoutException();
        }
    }
}
