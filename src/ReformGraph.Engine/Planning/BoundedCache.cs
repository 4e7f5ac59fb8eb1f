using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Keeps the entries used recently, of at most <paramref name="capacity"/> bytes in total. A read takes no lock: it only marks its entry.
/// An addition to a full cache visits the entries in order of insertion, skips each marked one once, and drops the first unmarked ones; so
/// a stream of keys that are never requested again evicts none that is in use.
/// </summary>
/// <param name="capacity">The number of bytes. An entry larger than a fraction of it is not kept.</param>
/// <param name="sizeOf">The number of bytes of an entry with its key.</param>
/// <param name="comparer">Compares keys.</param>
internal sealed class BoundedCache<TKey, TValue>(long capacity, Func<TKey, TValue, long> sizeOf, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private const int LeastEntries = 8;

    private readonly ConcurrentDictionary<TKey, Entry> entries = new(comparer);
    private readonly Queue<Entry> round = new();
    private long bytes;

    /// <summary>The number of bytes that it holds.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => TryUse(entries.GetValueOrDefault(key), out value);

    /// <summary>The value for a key in another form that the comparer knows.</summary>
    public bool TryGet<TOther>(TOther key, [MaybeNullWhen(false)] out TValue value)
        where TOther : notnull, allows ref struct =>
        TryUse(entries.GetAlternateLookup<TOther>().TryGetValue(key, out var entry) ? entry : null, out value);

    /// <summary>The value that the cache holds afterwards: if two were added for one key, the first. It does not keep one that is too
    /// large.</summary>
    public TValue Add(TKey key, TValue value)
    {
        var size = sizeOf(key, value);
        if (size > capacity / LeastEntries)
        {
            return value;
        }

        lock (round)
        {
            if (entries.TryGetValue(key, out var present))
            {
                return present.Value;
            }

            while (bytes + size > capacity)
            {
                DropOrSpareOne();
            }

            var added = new Entry(key, value, size);
            bytes += size;
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

        // Written only when it changes, so that all readers share the cache line of a popular entry.
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
            entries.TryRemove(oldest.Key, out _);
            bytes -= oldest.Size;
        }
    }

    private sealed class Entry(TKey key, TValue value, long size)
    {
        public readonly TKey Key = key;
        public readonly TValue Value = value;
        public readonly long Size = size;
        public volatile bool Used;
    }
}
