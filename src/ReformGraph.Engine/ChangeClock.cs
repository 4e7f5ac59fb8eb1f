using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine;

/// <summary>
/// Sees to it that an answer about an instant holds for ever: no change is recorded at or before an instant that was answered already, and
/// who asks about an instant at which a change is just being recorded waits for it.
/// </summary>
/// <param name="time">Where the time comes from.</param>
public sealed class ChangeClock(TimeProvider? time = null)
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private DateTime answered;
    private DateTime recording;
    private TaskCompletionSource? published;

    /// <summary>Now, in UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The earliest time that the next change can have. From then on until <see cref="Published"/>,
    /// whoever asks about that time or a later one waits.</summary>
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

    /// <summary>What was being recorded can be read by now, or was given up.</summary>
    public void Published()
    {
        lock (gate)
        {
            published?.SetResult();
            published = null;
        }
    }

    /// <summary>Notes that an instant is answered, once all changes up to it can be read.</summary>
    /// <param name="instant">The instant, which is not in the future.</param>
    /// <param name="cancellation">Stops the waiting.</param>
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
