using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Settings;

/// <summary>How much a client may ask for.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Each key.</summary>
    public ClientLimitOptions Key { get; init; } = new();

    /// <summary>Each address.</summary>
    public ClientLimitOptions Address { get; init; } = new();

    [Description("Whether a request beyond a limit of RateLimits is logged and answered instead of being refused.")]
    public bool ReportOnly { get; init; }
}

/// <summary>How much one client may ask for.</summary>
public sealed class ClientLimitOptions
{
    [Description(
        "How many requests may be sent within a minute: all at once, or at this rate. By default, there is no limit. RateLimits:Key " +
        "applies to the sender that a key or token names, and RateLimits:Address to an IP address other than this machine's own; for " +
        "IPv6, to a network of 64 bits.")]
    [Range(1, 1_000_000_000)]
    public int? RequestsPerMinute { get; init; }

    [Description("What the operations within a minute may cost together. By default, there is no limit.")]
    [Range(1, 1_000_000_000)]
    public int? CostPerMinute { get; init; }

    [Description("How many mutations, imports and added reports may be in progress at once. By default, there is no limit.")]
    [Range(1, 10_000)]
    public int? WritesAtOnce { get; init; }
}
