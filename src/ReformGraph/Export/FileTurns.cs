using ReformGraph.Engine.Execution;

namespace ReformGraph.Export;

/// <summary>Who may write a file next. Senders that wait take turns, and each leaves one turn to others.</summary>
/// <param name="turns">How many files can be written at a time, at least 2.</param>
internal sealed class FileTurns(int turns)
{
    private readonly Lock gate = new();
    private readonly RoundRobin<(string Sender, TaskCompletionSource Begun)> waiting = new();
    private readonly Dictionary<string, int> inUse = [];

    /// <summary>Waits for a turn.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="cancellation">Cancelled when the file is no longer wanted.</param>
    public async Task TakeAsync(string sender, CancellationToken cancellation)
    {
        LinkedListNode<(string, TaskCompletionSource Begun)> place;
        lock (gate)
        {
            place = waiting.Add(sender, (sender, new(TaskCreationOptions.RunContinuationsAsynchronously)));
            BeginNext();
        }

        try
        {
            await place.Value.Begun.Task.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            GiveUp(sender, place);
            throw;
        }
    }

    /// <summary>Returns a turn.</summary>
    /// <param name="sender">The sender.</param>
    public void Return(string sender)
    {
        lock (gate)
        {
            if (--inUse[sender] == 0)
            {
                inUse.Remove(sender);
            }

            BeginNext();
        }
    }

    private void GiveUp(string sender, LinkedListNode<(string, TaskCompletionSource)> place)
    {
        lock (gate)
        {
            if (place.List is not null)
            {
                waiting.Remove(sender, place);
                return;
            }
        }

        Return(sender); // its turn has just come
    }

    private void BeginNext()
    {
        while (inUse.Values.Sum() < turns
            && waiting.TryTake((sender, _) => inUse.GetValueOrDefault(sender) < turns - 1, out var next))
        {
            inUse[next.Sender] = inUse.GetValueOrDefault(next.Sender) + 1;
            next.Begun.SetResult();
        }
    }
}
