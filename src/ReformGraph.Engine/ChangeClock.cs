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

    /// <summary>The time of the next change. From then on until <see cref="Published"/>, whoever asks about that time or a later one waits.</summary>
    /// <param name="last">The time of the change before it.</param>
    public DateTime Publish(DateTime last)
    {
        lock (gate)
        {
            var now = Now;
            now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
            var next = Max(now, Max(last, answered).AddMicroseconds(1));
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
                    answered = Max(answered, instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond)));
                    return;
                }

                waited = published.Task;
            }

            await waited.WaitAsync(cancellation);
        }
    }

    private static DateTime Max(DateTime left, DateTime right) => left > right ? left : right;
}
