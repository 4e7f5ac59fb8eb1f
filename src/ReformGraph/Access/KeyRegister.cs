using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;

namespace ReformGraph.Access;

/// <summary>
/// Creates and revokes the API keys of a database. Keys are not part of the data: they are not recorded as changes and do not increment the
/// sequence.
/// </summary>
internal static partial class KeyRegister
{
    /// <summary>Creates a key and stores its hash.</summary>
    /// <returns>The key itself.</returns>
    /// <exception cref="StartupException">The name is not valid, or is taken, perhaps by a revoked key: in the record of changes, a name
    /// belongs to one holder.</exception>
    public static async Task<string> CreateAsync(ReformDbContext database, string name, Role role, DateOnly? expiresOn,
        CancellationToken cancellation = default)
    {
        if (!NamePattern().IsMatch(name) || name == Actor.LocalName)
        {
            throw new StartupException(
                $"'{name}' cannot be the name of a key: it must have 1 to 64 letters, digits, spaces and . _ @ -, begin and end with a " +
                $"letter or a digit, and not be '{Actor.LocalName}'.");
        }

        var (text, key) = ApiKey.Create(name, role, expiresOn, TimeProvider.System.GetUtcNow().UtcDateTime);
        var added = await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ApiKeys" ("Name", "Prefix", "Hash", "Role", "CreatedAt", "ExpiresOn") VALUES ({key.Name}, {key.Prefix}, {key.Hash}, {(int)key.Role}, {key.CreatedAt}, {key.ExpiresOn})
            ON CONFLICT ("Name") DO NOTHING
            """,
            cancellation);
        return added == 1 ? text : throw new StartupException($"There is already a key named {name}, valid or not: choose another name.");
    }

    /// <summary>Revokes a key. Requests in progress are completed; its next request is rejected.</summary>
    /// <exception cref="StartupException">There is no key with this name, or it is already revoked.</exception>
    public static async Task RevokeAsync(ReformDbContext database, string name, CancellationToken cancellation = default)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var revoked = await database.Set<ApiKey>().Where(key => key.Name == name && key.RevokedAt == null)
            .ExecuteUpdateAsync(key => key.SetProperty(row => row.RevokedAt, now), cancellation);
        if (revoked == 0)
        {
            throw new StartupException(await database.Set<ApiKey>().AnyAsync(key => key.Name == name, cancellation)
                ? $"The key {name} is already revoked."
                : $"There is no key named {name}; the command keys list shows all keys.");
        }
    }

    [GeneratedRegex(@"\A[\p{L}\p{N}]([\p{L}\p{N} ._@-]{0,62}[\p{L}\p{N}])?\z")]
    private static partial Regex NamePattern();
}
