using System.Net;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Access;

/// <summary>Who can reach the server, according to its listening address.</summary>
internal static class Exposure
{
    /// <summary>What is wrong if others can reach the server, but it answers only to the names that this machine has for itself; null if
    /// nothing is.</summary>
    public static string? Unanswered(ReformGraphOptions options) =>
        !IsLocal(options.Url) && options.PublicUrl is null && options.AllowedHosts.Split(';').All(IsLoopback)
            ? $"Others can reach the server at {options.Url}, but it rejects their requests, because it answers only to the host names " +
            $"{options.AllowedHosts}. Add the names and addresses by which they reach it: --AllowedHosts " +
            $"\"{options.AllowedHosts};data.example.org\"."
            : null;

    /// <summary>Whether only this machine can reach any of the addresses.</summary>
    public static bool IsLocal(ReformGraphOptions options) => FirstReachable(options) is null;

    /// <summary>Refuses to serve others without authentication.</summary>
    /// <exception cref="StartupException">Others can reach it, but there is no valid key and no token issuer.</exception>
    public static async Task RefuseUnguardedAsync(ReformGraphOptions options, ReformDbContext database, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        if (FirstReachable(options) is { } reachable && options.Authentication.Issuer is null
            && !await database.Set<ApiKey>()
            .AnyAsync(key => key.RevokedAt == null && (key.ReplacedAt == null || key.ReplacedAt > now)
                && (key.ExpiresOn == null || key.ExpiresOn > today), cancellation))
        {
            throw new StartupException(
                $"A server that others can reach, such as at {reachable}, requires authentication, but there is no valid API key and " +
                "no token issuer. Create a key with the command: keys create --name NAME --role reader. Or set a token issuer " +
                "(Authentication:Issuer), or listen only on this machine, without a proxy: --Url http://localhost:5080.");
        }
    }

    private static bool IsLocal(string url) => new Uri(url).IsLoopback;

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address)
        && IPAddress.IsLoopback(address));

    // A public address and a trusted proxy mean that a proxy makes the server reachable.
    private static string? FirstReachable(ReformGraphOptions options) =>
        options.Addresses.FirstOrDefault(address => !address.IsLoopback)?.OriginalString
        ?? (options.PublicUrl is { } published && !IsLocal(published) ? published : options.TrustedProxies is null ? null : options.Url);
}
