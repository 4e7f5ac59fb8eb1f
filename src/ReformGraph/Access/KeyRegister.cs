using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Access;

/// <summary>
/// Creates, replaces and revokes the API keys of a database. Keys are not part of the data: they are not recorded as changes and do not
/// increment the sequence.
/// </summary>
internal static partial class KeyRegister
{
    /// <summary>Creates a key and stores its hash.</summary>
    /// <returns>The key itself.</returns>
    /// <exception cref="StartupException">The name is not valid, or is taken, perhaps by a revoked key: in the record of changes, a name
    /// belongs to one holder. Or the scope names a collection or a county that does not exist.</exception>
    public static async Task<string> CreateAsync(ReformDbContext database, string name, Role role, DateOnly? expiresOn,
        AccessScope? scope = null, CancellationToken cancellation = default)
    {
        if (!NamePattern().IsMatch(name) || name == Actor.LocalName)
        {
            throw new StartupException(
                $"'{name}' cannot be the name of a key: it must have 1 to 64 letters, digits, spaces and . _ @ -, begin and end with a " +
                $"letter or a digit, and not be '{Actor.LocalName}'.");
        }

        await RequireAsync(database, scope, cancellation);
        await using var transaction = await BeginAsync(database, cancellation);
        if (await database.Set<ApiKey>().AnyAsync(key => key.Name == name, cancellation))
        {
            throw new StartupException($"There is already a key named {name}, valid or not: choose another name.");
        }

        return await AddAsync(database, name, role, scope, expiresOn, transaction, cancellation);
    }

    /// <summary>Replaces the secret of a key. The new key has the same name, role and scope; the present one stays valid for a while, so
    /// that its holder can change over.</summary>
    /// <param name="database">The database.</param>
    /// <param name="name">The name of the key.</param>
    /// <param name="overlap">How long the present key stays valid.</param>
    /// <param name="expiresOn">When the new key expires; null for the day of the present one.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The new key itself, and until when the present one is valid.</returns>
    /// <exception cref="StartupException">There is no key with this name, it is revoked, or the new one would have expired.</exception>
    public static async Task<(string Text, DateTime ValidUntil)> RotateAsync(ReformDbContext database, string name, TimeSpan overlap,
        DateOnly? expiresOn, CancellationToken cancellation = default)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var transaction = await BeginAsync(database, cancellation);
        var present = await database.Set<ApiKey>().AsNoTracking()
            .SingleOrDefaultAsync(key => key.Name == name && key.ReplacedAt == null && key.RevokedAt == null, cancellation)
            ?? throw await NotThereAsync(database, name, cancellation);
        expiresOn ??= present.ExpiresOn;
        if (expiresOn <= DateOnly.FromDateTime(now))
        {
            throw new StartupException($"The key {name} expired on {expiresOn:yyyy-MM-dd}: say with --expires when the new one expires.");
        }

        var until = now + overlap;
        await database.Set<ApiKey>().Where(key => key.Id == present.Id)
            .ExecuteUpdateAsync(key => key.SetProperty(row => row.ReplacedAt, until), cancellation);
        return (await AddAsync(database, name, present.Role, present.Scope, expiresOn, transaction, cancellation), until);
    }

    /// <summary>Revokes a key, and those that it has replaced. Requests in progress are completed; its next request is rejected.</summary>
    /// <exception cref="StartupException">There is no key with this name, or it is already revoked.</exception>
    public static async Task RevokeAsync(ReformDbContext database, string name, CancellationToken cancellation = default)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var revoked = await database.Set<ApiKey>().Where(key => key.Name == name && key.RevokedAt == null)
            .ExecuteUpdateAsync(key => key.SetProperty(row => row.RevokedAt, now), cancellation);
        if (revoked == 0)
        {
            throw await NotThereAsync(database, name, cancellation);
        }
    }

    private static async Task<StartupException> NotThereAsync(ReformDbContext database, string name, CancellationToken cancellation) =>
        new(await database.Set<ApiKey>().AnyAsync(key => key.Name == name, cancellation)
            ? $"The key {name} is already revoked." : $"There is no key named {name}; the command keys list shows all keys.");

    // The first statement locks the database for others that write, so that what is read next stays true.
    private static async Task<IDbContextTransaction> BeginAsync(ReformDbContext database, CancellationToken cancellation)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Set<ApiKey>().Where(key => key.Id < 0).ExecuteDeleteAsync(cancellation);
        return transaction;
    }

    private static async Task<string> AddAsync(ReformDbContext database, string name, Role role, AccessScope? scope, DateOnly? expiresOn,
        IDbContextTransaction transaction, CancellationToken cancellation)
    {
        var (text, key) = ApiKey.Create(name, role, scope, expiresOn, TimeProvider.System.GetUtcNow().UtcDateTime);
        await database.Database.ExecuteSqlAsync( // what is saved through the context is recorded as a change
            $"""
            INSERT INTO "ApiKeys" ("Name", "Prefix", "Hash", "Role", "CreatedAt", "ExpiresOn", "Reads", "Writes", "Counties")
            VALUES ({key.Name}, {key.Prefix}, {key.Hash}, {(int)key.Role}, {key.CreatedAt}, {key.ExpiresOn}, {key.Reads}, {key.Writes},
                {key.Counties})
            """,
            cancellation);
        await transaction.CommitAsync(cancellation);
        return text;
    }

    private static async Task RequireAsync(ReformDbContext database, AccessScope? scope, CancellationToken cancellation)
    {
        var known = DataModel.Create(database.Model).Entities.Select(entity => entity.Collection).Distinct().ToList();
        if (new[] { scope?.Reads, scope?.Writes }.SelectMany(names => names ?? []).Except(known).FirstOrDefault() is { } unknown)
        {
            throw new StartupException($"There is no collection {unknown}. The collections are {string.Join(", ", known)}.");
        }

        var counties = await database.Set<County>().Select(county => county.Code).ToListAsync(cancellation);
        if ((scope?.Counties ?? []).Except(counties).FirstOrDefault() is { } elsewhere)
        {
            throw new StartupException($"There is no county with the code {elsewhere}; the database has {string.Join(", ", counties)}.");
        }
    }

    [GeneratedRegex(@"\A[\p{L}\p{N}]([\p{L}\p{N} ._@-]{0,62}[\p{L}\p{N}])?\z")]
    private static partial Regex NamePattern();
}
