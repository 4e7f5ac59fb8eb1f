using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// How long the statements of one request may still run. The clock stops while a part of the response waits for its client: a slow client
/// is not a slow statement.
/// </summary>
internal sealed class Deadline(TimeSpan allowed, CancellationToken client)
{
    private long end = Environment.TickCount64 + (long)allowed.TotalMilliseconds;
    private long paused;

    /// <summary>Cancelled when the client has disconnected.</summary>
    public CancellationToken Client => client;

    /// <summary>The remaining time.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64));

    /// <summary>Whether the time is up, or the client has disconnected.</summary>
    public bool IsOver => client.IsCancellationRequested || Environment.TickCount64 >= end;

    public void Pause() => paused = Environment.TickCount64;

    public void Resume() => end += Environment.TickCount64 - paused;

    /// <exception cref="OperationCanceledException">The client has disconnected.</exception>
    /// <exception cref="RequestErrorException">The time is up.</exception>
    public void ThrowIfOver()
    {
        if (IsOver)
        {
            throw TimeoutError();
        }
    }

    /// <summary>The error for a request that took too long.</summary>
    /// <exception cref="OperationCanceledException">It ended because the client has disconnected.</exception>
    public RequestErrorException TimeoutError()
    {
        client.ThrowIfCancellationRequested();
        return new(new RequestError(ErrorCodes.Timeout, $"The SQL statements took longer than {allowed} (Timeout), and were interrupted."));
    }
}
