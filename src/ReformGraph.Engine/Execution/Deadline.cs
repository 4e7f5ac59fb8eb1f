using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// How long the statements of one request may still run. It stands still while a part of the answer waits for its client: a slow
/// client is not a slow statement.
/// </summary>
internal sealed class Deadline(TimeSpan allowed, CancellationToken client)
{
    private long end = Environment.TickCount64 + (long)allowed.TotalMilliseconds;
    private long paused;

    /// <summary>Cancelled when the client has gone.</summary>
    public CancellationToken Client => client;

    /// <summary>What is left of the time.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64));

    /// <summary>Whether the time is over, or the client has gone.</summary>
    public bool IsOver => client.IsCancellationRequested || Environment.TickCount64 >= end;

    public void Pause() => paused = Environment.TickCount64;

    public void Resume() => end += Environment.TickCount64 - paused;

    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    /// <exception cref="RequestErrorException">The time is over.</exception>
    public void ThrowIfOver()
    {
        if (IsOver)
        {
            throw TimeoutError();
        }
    }

    /// <summary>The refusal of what took too long.</summary>
    /// <exception cref="OperationCanceledException">It ended as the client has gone.</exception>
    public RequestErrorException TimeoutError()
    {
        client.ThrowIfCancellationRequested();
        return new(new RequestError(ErrorCodes.Timeout, $"The SQL statements took longer than {allowed} (Timeout), and were interrupted."));
    }
}
