using System.Net;
using System.Net.Sockets;
using ReformGraph.Access;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Counts what each client uses, and refuses what is beyond its limits: first by its address, before it is known who sends the request, and
/// then by the name of its key. The addresses of this machine, and everyone on a server that requires no key, have no limits.
/// </summary>
internal sealed class RateLimits(ReformGraphOptions options, TimeProvider time, ILoggerFactory loggers) : IDisposable
{
    private readonly ILogger log = loggers.CreateLogger(nameof(LogLevelOptions.Access));
    private readonly ClientLimits addresses = new("address", options.RateLimits.Address, time);
    private readonly ClientLimits keys = new("key", options.RateLimits.Key, time);

    /// <summary>Whether there are limits of addresses.</summary>
    public bool HasAddresses => addresses.All.Count > 0;

    /// <summary>Whether there are limits of keys.</summary>
    public bool HasKeys => keys.All.Count > 0;

    /// <summary>Counts a request of an address.</summary>
    /// <exception cref="ReformGraph.Engine.Errors.RequestErrorException">Its budget is used up.</exception>
    public void CountAddress(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            BudgetOf(context).Count(addresses, NetworkOf(address));
        }
    }

    /// <summary>Counts a request of the holder of a key or token.</summary>
    /// <exception cref="ReformGraph.Engine.Errors.RequestErrorException">Its budget is used up.</exception>
    public void CountKey(HttpContext context)
    {
        if (context.Features.Get<Actor>() is { Name: not Actor.LocalName } actor)
        {
            BudgetOf(context).Count(keys, actor.Name);
        }
    }

    public void Dispose()
    {
        addresses.Dispose();
        keys.Dispose();
    }

    // One customer has at least 64 bits of IPv6 addresses.
    internal static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? plain.ToString() : $"{new IPAddress([.. plain.GetAddressBytes().Take(8), .. new byte[8]])}/64";
    }

    private RequestBudget BudgetOf(HttpContext context)
    {
        if (RequestBudget.Of(context) is { } known)
        {
            return known;
        }

        var budget = new RequestBudget(context, options.RateLimits.ReportOnly, log);
        context.Features.Set(budget);
        context.Response.OnStarting(budget.WriteAsync);
        return budget;
    }
}
