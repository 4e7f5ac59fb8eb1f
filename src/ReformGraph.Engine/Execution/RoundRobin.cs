using System.Diagnostics.CodeAnalysis;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// What several senders wait for. The senders take turns, and the entries of each keep their order: a sender with one entry waits for one
/// entry of each other sender, however many they have. It is not thread-safe.
/// </summary>
/// <typeparam name="T">An entry.</typeparam>
public sealed class RoundRobin<T>
{
    private readonly Dictionary<string, LinkedList<T>> bySender = [];
    private readonly LinkedList<string> turns = new();

    /// <summary>The number of senders that wait.</summary>
    public int Senders => turns.Count;

    /// <summary>Adds an entry after the others of its sender.</summary>
    /// <returns>Its place, with which it can be removed.</returns>
    public LinkedListNode<T> Add(string sender, T entry) => EntriesOf(sender).AddLast(entry);

    /// <summary>Adds an entry before those of its sender that can wait longer, which are the last ones.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="canWait">Whether another entry can wait longer.</param>
    public LinkedListNode<T> AddBefore(string sender, T entry, Func<T, bool> canWait)
    {
        var entries = EntriesOf(sender);
        var next = entries.First;
        while (next is not null && !canWait(next.Value))
        {
            next = next.Next;
        }

        return next is null ? entries.AddLast(entry) : entries.AddBefore(next, entry);
    }

    /// <summary>Whether a sender waits.</summary>
    public bool Has(string sender) => bySender.ContainsKey(sender);

    /// <summary>Removes an entry that need not wait any longer. Nothing happens if it was already taken.</summary>
    public void Remove(string sender, LinkedListNode<T> place)
    {
        if (place.List is { } entries)
        {
            entries.Remove(place);
            if (entries.Count == 0)
            {
                bySender.Remove(sender);
                turns.Remove(sender);
            }
        }
    }

    /// <summary>Takes the first entry of the sender whose turn it is; a sender whose entry may not be taken is passed over, and keeps its
    /// place.</summary>
    /// <param name="mayTake">Whether the first entry of a sender may be taken.</param>
    /// <param name="entry">The entry.</param>
    public bool TryTake(Func<string, T, bool> mayTake, [MaybeNullWhen(false)] out T entry)
    {
        for (var turn = turns.First; turn is not null; turn = turn.Next)
        {
            var entries = bySender[turn.Value];
            if (!mayTake(turn.Value, entries.First!.Value))
            {
                continue;
            }

            entry = entries.First.Value;
            entries.RemoveFirst();
            turns.Remove(turn);
            if (entries.Count == 0)
            {
                bySender.Remove(turn.Value);
            }
            else
            {
                turns.AddLast(turn);
            }

            return true;
        }

        entry = default;
        return false;
    }

    private LinkedList<T> EntriesOf(string sender)
    {
        if (!bySender.TryGetValue(sender, out var entries))
        {
            bySender.Add(sender, entries = new());
            turns.AddLast(sender);
        }

        return entries;
    }
}
