using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine;

/// <summary>
/// Ensures that a response about an instant never changes: no change is recorded at or before an instant for which a response was already
/// sent, and a request for an instant at which a change is being recorded waits for it.
/// </summary>
/// <param name="time">The source of the time.</param>
public sealed class ChangeClock(TimeProvider? time = null)
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private DateTime answered;
    private DateTime recording;
    private TaskCompletionSource? published;

    /// <summary>Now, in UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The earliest time that the next change can have. From then until <see cref="Published"/>, requests for that time or a later
    /// one wait.</summary>
    public DateTime Publish()
    {
        lock (gate)
        {
            var next = Max(ModelConventions.Held(Now), answered.AddMicroseconds(1));
            if (published is null)
            {
                published = new(TaskCreationOptions.RunContinuationsAsynchronously);
                recording = next;
            }

            return next;
        }
    }

    /// <summary>The change that was being recorded can now be read, or was abandoned.</summary>
    public void Published()
    {
        lock (gate)
        {
            published?.SetResult();
            published = null;
        }
    }

    /// <summary>Marks an instant as read, after all changes up to it can be read.</summary>
    /// <param name="instant">The instant, which is not in the future.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public async ValueTask AnswerAsync(DateTime instant, CancellationToken cancellation)
    {
        while (true)
        {
            Task waited;
            lock (gate)
            {
                if (published is null || instant < recording)
                {
                    answered = Max(answered, ModelConventions.Held(instant));
                    return;
                }

                waited = published.Task;
            }

            await waited.WaitAsync(cancellation);
        }
    }

    private static DateTime Max(DateTime left, DateTime right) => left > right ? left : right;
}
