using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Telemetry;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// Who may read next. A read needs a turn, of which there are few, and a place for its connection, of which there are more: while a read
/// waits for its client, it has a place and no turn. Senders that wait take turns. A sender that is alone leaves one turn and a quarter of
/// the places to others. While others read, or have read within the last second, it also leaves a processor to each of them, but may always
/// use its share of the processors. What the program itself reads needs only a free turn, and counts as nobody's.
/// </summary>
/// <param name="turns">The number of turns.</param>
/// <param name="places">The number of places.</param>
/// <param name="processors">The number of processors.</param>
/// <param name="time">The clock.</param>
internal sealed class ReadTurns(int turns, int places, int processors, TimeProvider time)
{
    private const string Own = "";

    private static readonly TimeSpan Active = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLooks = Active / 10;

    private readonly Lock gate = new();
    private readonly RoundRobin<Waiting> waiting = new();
    private readonly Dictionary<string, Sender> senders = [];
    private readonly Sender own = new();
    private int turnsInUse;
    private int placesInUse;
    private long looked;
    private int waits;

    /// <summary>The number of senders that it knows.</summary>
    public int Senders => senders.Count;

    /// <summary>The number of reads that wait for a turn and a place.</summary>
    public int Waits => Volatile.Read(ref waits);

    /// <summary>Waits for a turn and a place.</summary>
    /// <param name="sender">The sender; null for the program itself.</param>
    /// <param name="clock">How long it may wait.</param>
    /// <exception cref="RequestErrorException">No turn became free in time.</exception>
    public ValueTask TakeAsync(string? sender, Deadline clock) =>
        Begin(sender ?? Own, takesPlace: true) is { } place ? WaitAsync(place, clock) : ValueTask.CompletedTask;

    /// <summary>Waits for a turn again, before all new reads of the sender.</summary>
    public ValueTask ResumeAsync(string? sender) =>
        Begin(sender ?? Own, takesPlace: false) is { } place ? new(place.Value.Begun.Task) : ValueTask.CompletedTask;

    /// <summary>Returns a turn with its place.</summary>
    public void Return(string? sender) => Release(sender ?? Own, returnsPlace: true);

    /// <summary>Returns a turn, and keeps its place.</summary>
    public void Pause(string? sender) => Release(sender ?? Own, returnsPlace: false);

    // Null if the turn is there at once.
    private LinkedListNode<Waiting>? Begin(string sender, bool takesPlace)
    {
        lock (gate)
        {
            ForgetIdle(time.GetTimestamp());
            if (MayBegin(sender, takesPlace) && !(takesPlace && waiting.Has(sender)))
            {
                Take(sender, takesPlace);
                return null;
            }

            var one = new Waiting(sender, takesPlace);
            return takesPlace ? waiting.Add(sender, one) : waiting.AddBefore(sender, one, static other => other.TakesPlace);
        }
    }

    private async ValueTask WaitAsync(LinkedListNode<Waiting> place, Deadline clock)
    {
        using var stage = EngineTelemetry.Stage("wait");
        Interlocked.Increment(ref waits);
        try
        {
            await place.Value.Begun.Task.WaitAsync(clock.Left, clock.Client);
        }
        catch (Exception ended) when (ended is TimeoutException or OperationCanceledException)
        {
            GiveUp(place);
            throw clock.TimeoutError();
        }
        finally
        {
            Interlocked.Decrement(ref waits);
        }
    }

    private void GiveUp(LinkedListNode<Waiting> place)
    {
        lock (gate)
        {
            if (place.List is not null)
            {
                waiting.Remove(place.Value.Sender, place);
                return;
            }
        }

        Return(place.Value.Sender); // its turn has just come
    }

    private void Release(string sender, bool returnsPlace)
    {
        lock (gate)
        {
            var of = Of(sender);
            turnsInUse--;
            of.Turns--;
            if (returnsPlace)
            {
                placesInUse--;
                of.Places--;
            }

            of.Seen = time.GetTimestamp();
            ForgetIdle(of.Seen);
            while (waiting.Senders > 0 && turnsInUse < turns
                && waiting.TryTake((next, one) => MayBegin(next, one.TakesPlace), out var begins))
            {
                Take(begins.Sender, begins.TakesPlace);
                begins.Begun.SetResult();
            }
        }
    }

    private void Take(string sender, bool takesPlace)
    {
        var of = Of(sender);
        turnsInUse++;
        of.Turns++;
        if (takesPlace)
        {
            placesInUse++;
            of.Places++;
        }
    }

    private bool MayBegin(string sender, bool takesPlace)
    {
        if (turnsInUse >= turns || (takesPlace && placesInUse >= places))
        {
            return false;
        }

        return sender.Length == 0 || !senders.TryGetValue(sender, out var of)
            || (of.Turns < MostTurns(senders.Count - 1) && (!takesPlace || of.Places < places - (places / 4)));
    }

    private int MostTurns(int others) => Math.Max(1, others == 0 ? turns - 1 : Math.Max(processors / (others + 1), processors - others));

    private Sender Of(string sender)
    {
        if (sender.Length == 0)
        {
            return own;
        }

        if (!senders.TryGetValue(sender, out var known))
        {
            senders.Add(sender, known = new() { Seen = time.GetTimestamp() });
        }

        return known;
    }

    private void ForgetIdle(long now)
    {
        if (time.GetElapsedTime(looked, now) < BetweenLooks)
        {
            return;
        }

        looked = now;
        foreach (var (name, sender) in senders)
        {
            if (sender.Places == 0 && !waiting.Has(name) && time.GetElapsedTime(sender.Seen, now) > Active)
            {
                senders.Remove(name);
            }
        }
    }

    /// <summary>A sender that reads or has just read.</summary>
    private sealed class Sender
    {
        public int Turns { get; set; }

        public int Places { get; set; }

        /// <summary>When it last returned a turn.</summary>
        public long Seen { get; set; }
    }

    /// <summary>A read that waits for its turn.</summary>
    private sealed class Waiting(string sender, bool takesPlace)
    {
        public string Sender => sender;

        public bool TakesPlace => takesPlace;

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
