using System.Diagnostics;
using System.Numerics;

namespace ReformGraph.Benchmarks.Loading;

/// <summary>How long requests took, counted in steps of at most 3 per cent; noting one allocates nothing.</summary>
internal sealed class Latencies
{
    private const int StepBits = 5;
    private const int Steps = 1 << StepBits;

    private readonly long[] counts = new long[(64 - StepBits + 1) * Steps];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <param name="ticks">A difference of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public void Add(long ticks)
    {
        counts[BucketOf(ticks)]++;
        Count++;
    }

    public void Add(Latencies others)
    {
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            counts[bucket] += others.counts[bucket];
        }

        Count += others.Count;
    }

    /// <summary>The time that a share of the requests did not exceed.</summary>
    public TimeSpan Percentile(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        var bucket = 0;
        while ((left -= counts[bucket]) > 0)
        {
            bucket++;
        }

        return Stopwatch.GetElapsedTime(0, UpperEndOf(bucket));
    }

    // The position of the highest bit, and the StepBits bits below it.
    private static int BucketOf(long ticks)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)ticks) - StepBits);
        return (shift * Steps) + (int)(ticks >> shift);
    }

    private static long UpperEndOf(int bucket)
    {
        var shift = Math.Max(0, (bucket / Steps) - 1);
        return ((long)(bucket - (shift * Steps) + 1) << shift) - 1;
    }
}
