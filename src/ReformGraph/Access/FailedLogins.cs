namespace ReformGraph.Access;

/// <summary>
/// Slows down whoever tries keys or tokens: the more requests of an address were refused lately, the later the next refusal is sent. No
/// thread waits for it, and a right key is never kept waiting.
/// </summary>
internal sealed class FailedLogins(TimeProvider time)
{
    /// <summary>The maximum number of addresses that are counted by themselves; all others are counted together.</summary>
    public const int MostAddresses = 10_000;

    /// <summary>The number of refusals that are sent at once.</summary>
    public const int Tolerated = 5;

    private const string Others = "";

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Last)> byAddress = [];
    private DateTimeOffset looked;

    /// <summary>The longest delay.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(10);

    /// <summary>The time without a failure after which those of an address are forgotten.</summary>
    public static TimeSpan Remembered { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Counts a failure, and waits until its refusal may be sent.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellation">Cancelled when the client has gone.</param>
    public Task WaitAsync(string address, CancellationToken cancellation) =>
        Count(address) is var delay && delay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(delay, time, cancellation);

    /// <summary>Counts a failure.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The delay of its refusal.</returns>
    public TimeSpan Count(string address)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (byAddress.Count >= MostAddresses && !byAddress.ContainsKey(address))
            {
                Forget(now);
                address = byAddress.Count < MostAddresses ? address : Others;
            }

            var known = byAddress.GetValueOrDefault(address);
            var count = now - known.Last >= Remembered ? 1 : known.Count + 1;
            byAddress[address] = (count, now);
            return count <= Tolerated ? TimeSpan.Zero
                : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(count - Tolerated - 1, 16)));
        }
    }

    // At most once a second, so that many addresses do not make it slow.
    private void Forget(DateTimeOffset now)
    {
        if (now - looked < TimeSpan.FromSeconds(1))
        {
            return;
        }

        looked = now;
        foreach (var (address, (_, last)) in byAddress)
        {
            if (now - last >= Remembered)
            {
                byAddress.Remove(address); // allowed while the dictionary is enumerated
            }
        }
    }
}
