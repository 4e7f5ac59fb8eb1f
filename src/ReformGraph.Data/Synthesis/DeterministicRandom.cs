using System.Buffers.Binary;

namespace ReformGraph.Data.Synthesis;

/// <summary>
/// Draws values from a sequence that depends only on its key (SplitMix64, with whole numbers only), so that they are the same on every
/// machine and under every version of .NET.
/// </summary>
internal sealed class DeterministicRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    public DeterministicRandom(params ReadOnlySpan<long> key)
    {
        foreach (var part in key)
        {
            state = Mix(state + Step + (ulong)part);
        }
    }

    /// <summary>A whole number from 0 to one below a count.</summary>
    public int Below(int count) => (int)Below((long)count);

    /// <summary>A whole number between two, inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True with this probability in per cent.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of the values, all equally likely.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>One of the values, with weighted probabilities.</summary>
    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Value)> values)
    {
        var total = 0;
        foreach (var (weight, _) in values)
        {
            total += weight;
        }

        var drawn = Below(total);
        var next = 0;
        while (drawn >= values[next].Weight)
        {
            drawn -= values[next++].Weight;
        }

        return values[next].Value;
    }

    /// <summary>This many different whole numbers from 0 to one below a limit, in any order.</summary>
    public int[] Distinct(int count, int limit)
    {
        int[] all = [.. Enumerable.Range(0, limit)];
        for (var i = 0; i < count; i++)
        {
            var other = Between(i, limit - 1);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return all[..count];
    }

    /// <summary>A date between two years, all equally likely.</summary>
    public DateOnly Day(int firstYear, int lastYear)
    {
        var first = new DateOnly(firstYear, 1, 1);
        return first.AddDays(Below(new DateOnly(lastYear + 1, 1, 1).DayNumber - first.DayNumber));
    }

    /// <summary>An amount between two, with this many decimal places; small amounts are more likely than large ones.</summary>
    public decimal Amount(int least, int most, int places)
    {
        var unit = places switch { 0 => 1, 1 => 10, 2 => 100, _ => 10_000 };
        var range = (long)(most - least) * unit;
        return least + (Math.Min(Below(range), Below(range)) / (decimal)unit);
    }

    /// <summary>A UUID.</summary>
    public Guid Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        return new Guid(bytes, bigEndian: true);
    }

    private long Below(long count) => (long)Math.BigMul(Next(), (ulong)count, out _);

    private ulong Next() => Mix(state += Step);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
