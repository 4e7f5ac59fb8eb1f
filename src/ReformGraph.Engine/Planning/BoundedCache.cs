using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Keeps the entries that were used lately, which weigh at most <paramref name="capacity"/> together; an entry weighs one unless it is said otherwise. A read takes no lock: it only marks its
/// entry. An addition to a full cache goes round the entries in the order of their coming, spares each marked one once, and drops
/// the first unmarked one; so a stream of keys that are never asked for again pushes out none that is in use.
/// </summary>
internal sealed class BoundedCache<TKey, TValue>(long capacity, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = new(comparer);
    private readonly Queue<Entry> round = new();
    private long held;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => TryUse(entries.GetValueOrDefault(key), out value);

    /// <summary>The value of a key that is given in another form, which the comparer knows.</summary>
    public bool TryGet<TOther>(TOther key, [MaybeNullWhen(false)] out TValue value)
        where TOther : notnull, allows ref struct =>
        TryUse(entries.GetAlternateLookup<TOther>().TryGetValue(key, out var entry) ? entry : null, out value);

    /// <summary>The value that the cache holds afterwards: of two that were added for one key, the first. One that is heavier than the cache may be is not kept.</summary>
    public TValue Add(TKey key, TValue value, long weight = 1)
    {
        lock (round)
        {
            if (entries.TryGetValue(key, out var present))
            {
                return present.Value;
            }

            if (weight > capacity)
            {
                return value;
            }

            while (held + weight > capacity)
            {
                DropOrSpareOne();
            }

            var added = new Entry(key, value, weight);
            held += weight;
            round.Enqueue(added);
            entries[key] = added;
            return value;
        }
    }

    private static bool TryUse(Entry? entry, [MaybeNullWhen(false)] out TValue value)
    {
        if (entry is null)
        {
            value = default;
            return false;
        }

        // Written only when it changes: a popular entry's cache line is then shared by all readers.
        if (!entry.Used)
        {
            entry.Used = true;
        }

        value = entry.Value;
        return true;
    }

    private void DropOrSpareOne()
    {
        var oldest = round.Dequeue();
        if (oldest.Used)
        {
            oldest.Used = false;
            round.Enqueue(oldest);
        }
        else
        {
            held -= oldest.Weight;
            entries.TryRemove(oldest.Key, out _);
        }
    }

    private sealed class Entry(TKey key, TValue value, long weight)
    {
        public readonly TKey Key = key;
        public readonly TValue Value = value;
        public readonly long Weight = weight;
        public volatile bool Used;
    }
}
