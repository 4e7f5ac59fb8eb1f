using System.Globalization;
using System.Threading.RateLimiting;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>The limits of all clients of one kind. What a client may use returns steadily: a sixtieth of a minute's budget each
/// second.</summary>
internal sealed class ClientLimits : IDisposable
{
    /// <summary>The maximum number of clients within a minute that have a budget of their own; all others share one.</summary>
    public const int MostClients = 10_000;

    /// <summary>The name of the budget that they share.</summary>
    public const string Others = "";

    private readonly string kind;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private HashSet<string> known = [];
    private long since;

    /// <param name="kind">Who has a budget: <c>key</c> or <c>address</c>.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock.</param>
    public ClientLimits(string kind, ClientLimitOptions options, TimeProvider time)
    {
        (this.kind, this.time, since) = (kind, time, time.GetTimestamp());
        Section = $"RateLimits:{char.ToUpperInvariant(kind[0])}{kind[1..]}";
        Requests = PerMinute(options.RequestsPerMinute, nameof(options.RequestsPerMinute), "requests");
        Cost = PerMinute(options.CostPerMinute, nameof(options.CostPerMinute), "cost");
        Writes = options.WritesAtOnce is not { } writes ? null
            : new(Name(nameof(writes)), $"{Section}:{nameof(options.WritesAtOnce)}", writes, 0,
                PartitionedRateLimiter.Create<string, string>(
                client => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = writes })));
        All = [.. new[] { Requests, Cost, Writes }.OfType<Quota>()];
    }

    /// <summary>The limit of requests; null if there is none.</summary>
    public Quota? Requests { get; }

    /// <summary>The limit of costs; null if there is none.</summary>
    public Quota? Cost { get; }

    /// <summary>The limit of writes in progress; null if there is none.</summary>
    public Quota? Writes { get; }

    /// <summary>All limits.</summary>
    public IReadOnlyList<Quota> All { get; }

    /// <summary>The client, with its article.</summary>
    public string Client => kind == "address" ? "An address" : "A key";

    private string Section { get; }

    /// <summary>The name of a client's budget: its own, or that which all clients share for which there is no room.</summary>
    public string BudgetOf(string client)
    {
        lock (gate)
        {
            if (time.GetElapsedTime(since) > TimeSpan.FromMinutes(1))
            {
                (known, since) = ([], time.GetTimestamp());
            }

            return known.Contains(client) || (known.Count < MostClients && known.Add(client)) ? client : Others;
        }
    }

    public void Dispose()
    {
        foreach (var quota in All)
        {
            quota.Dispose();
        }
    }

    private string Name(string of) => $"{kind}-{of}";

    private Quota? PerMinute(int? most, string setting, string of) => most is not { } limit ? null
        : new(Name(of), $"{Section}:{setting}", limit, 60, PartitionedRateLimiter.Create<string, string>(
            client => RateLimitPartition.GetTokenBucketLimiter(client, _ => new()
            {
                TokenLimit = limit,
                TokensPerPeriod = limit,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1), // in fractions, as the time passes
            })));
}

/// <summary>One limit.</summary>
/// <param name="Name">Its name in the headers.</param>
/// <param name="Setting">Its setting.</param>
/// <param name="Limit">How much each client may use.</param>
/// <param name="Window">In how many seconds it returns; 0 if it does when the request ends.</param>
/// <param name="Limiter">What each client has used. It forgets a client that has used nothing for some seconds.</param>
internal sealed record Quota(string Name, string Setting, int Limit, int Window, PartitionedRateLimiter<string> Limiter) : IDisposable
{
    /// <summary>The item of the header RateLimit-Policy.</summary>
    public string Policy { get; } = string.Create(CultureInfo.InvariantCulture,
        $"\"{Name}\";q={Limit}{(Window > 0 ? $";w={Window}" : ";qu=\"concurrent-requests\"")}");

    /// <summary>How much a client may still use.</summary>
    public long LeftOf(string client) => Limiter.GetStatistics(client)?.CurrentAvailablePermits ?? Limit;

    /// <summary>The seconds until a client may use so much, if it uses nothing until then.</summary>
    public long SecondsUntil(string client, long wanted) => Window == 0 ? 1
        : (long)Math.Ceiling(Math.Max(0, wanted - LeftOf(client)) * (double)Window / Limit);

    /// <summary>The item of the header RateLimit.</summary>
    public string StateOf(string client) => string.Create(CultureInfo.InvariantCulture,
        $"\"{Name}\";r={LeftOf(client)}{(Window > 0 ? $";t={SecondsUntil(client, Limit)}" : "")}");

    public void Dispose() => Limiter.Dispose();
}
