using Microsoft.Extensions.Primitives;
using ReformGraph.Data.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Rejects requests for hosts that the server does not serve. Otherwise, a web page whose name is made to resolve to this machine could
/// read the responses as its own (DNS rebinding).
/// </summary>
internal sealed class HostMiddleware(RequestDelegate next, ReformGraphOptions options)
{
    private readonly StringSegment[] allowed = [.. options.AllowedHosts.Split(';').Select(host => new StringSegment(host)),
        .. options.PublicUrl is { } address ? [new StringSegment(new Uri(address).Host)] : (StringSegment[])[]];

    public Task InvokeAsync(HttpContext context) =>
        HostString.MatchesAny(context.Request.Host.Host, allowed)
            ? next(context)
            : throw RequestErrors.Create(ServerErrorCodes.HostNotAllowed,
                $"This server does not serve the host '{context.Request.Host.Host}'; the setting AllowedHosts lists the hosts " +
                "that it serves.");
}
