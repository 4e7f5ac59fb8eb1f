using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Access;

/// <summary>Who can reach the server, by where it listens.</summary>
internal static class Exposure
{
    /// <summary>Whether only this machine can.</summary>
    public static bool IsLocal(string url) => new Uri(url).IsLoopback;

    /// <summary>Refuses to serve others without asking who they are.</summary>
    /// <exception cref="StartupException">Others can reach it, there is no valid key and no issuer of tokens.</exception>
    public static async Task RefuseUnguardedAsync(ReformGraphOptions options, ReformDbContext database, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        if (!IsLocal(options.Url) && options.Authentication.Issuer is null
            && !await database.Set<ApiKey>()
            .AnyAsync(key => key.RevokedAt == null && (key.ExpiresOn == null || key.ExpiresOn > today), cancellation))
        {
            throw new StartupException(
                $"The server would serve everyone who reaches {options.Url}, for there is no valid API key and no issuer of tokens. "
                + "Create a key by the command: keys create --name NAME --role reader. Or name an issuer (Authentication:Issuer), or " +
                "listen on this machine alone: --Url http://localhost:5080.");
        }
    }
}
