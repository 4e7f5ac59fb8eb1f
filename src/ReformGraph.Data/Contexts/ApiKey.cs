using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Access;

namespace ReformGraph.Data.Contexts;

/// <summary>
/// A stored API key, without the key itself. Its row remains when it is revoked, so that a name in the record of changes always belongs to
/// the same holder, and so that a server that once required keys never stops requiring them.
/// </summary>
internal sealed class ApiKey
{
    /// <summary>The prefix of every key, by which people and scanners of leaked secrets recognize it.</summary>
    public const string Mark = "rg_";

    private const int PrefixLength = 8;
    private const int PublicBytes = 6;
    private const int SecretBytes = 32;

    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The eight characters after the mark, by which a key is found, and by which people distinguish keys. They are not part of
    /// the secret.</summary>
    public required string Prefix { get; init; }

    /// <summary>The SHA-256 of the whole key. Nobody can find 256 random bits by trying, so a slow hash would only slow down
    /// requests.</summary>
    public required byte[] Hash { get; init; }

    public required Role Role { get; init; }

    /// <summary>The collections that its holder may read, separated by commas; null for all.</summary>
    public string? Reads { get; init; }

    /// <summary>The collections whose rows its holder may change, separated by commas; null for those that may be read.</summary>
    public string? Writes { get; init; }

    /// <summary>The codes of the counties whose rows its holder may change, separated by commas; null for all.</summary>
    public string? Counties { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The first day (UTC) on which it is no longer valid.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public DateTime? RevokedAt { get; init; }

    /// <summary>When it stops being valid, because another key takes its place; null if none does.</summary>
    public DateTime? ReplacedAt { get; init; }

    /// <summary>To what its holder is limited; null for nothing besides the role.</summary>
    public AccessScope? Scope => AccessScope.Of(AccessScope.Parse(Reads), AccessScope.Parse(Writes), AccessScope.Parse(Counties));

    /// <summary>Creates a key.</summary>
    /// <returns>The key itself, which is not stored, and what is stored of it.</returns>
    public static (string Text, ApiKey Kept) Create(string name, Role role, AccessScope? scope, DateOnly? expiresOn, DateTime now)
    {
        var text = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PublicBytes + SecretBytes));
        return (text, new ApiKey
        {
            Name = name,
            Prefix = PrefixOf(text)!,
            Hash = HashOf(text),
            Role = role,
            Reads = AccessScope.Format(scope?.Reads),
            Writes = AccessScope.Format(scope?.Writes),
            Counties = AccessScope.Format(scope?.Counties),
            CreatedAt = now,
            ExpiresOn = expiresOn
        });
    }

    /// <summary>The prefix of a possible key; null for any other text.</summary>
    public static string? PrefixOf(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) && text.Length > Mark.Length + PrefixLength
            ? text.Substring(Mark.Length, PrefixLength) : null;

    /// <summary>Whether this text is the key. The time it takes reveals nothing about the key.</summary>
    public bool Fits(string text) => CryptographicOperations.FixedTimeEquals(Hash, HashOf(text));

    /// <summary>The state of the key at an instant.</summary>
    public KeyState StateAt(DateTime now) => RevokedAt is not null ? KeyState.Revoked
        : ReplacedAt <= now ? KeyState.Replaced
        : ExpiresOn <= DateOnly.FromDateTime(now) ? KeyState.Expired
        : KeyState.Valid;

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private sealed class Mapping : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> builder)
        {
            builder.ToTable("ApiKeys");
            builder.HasIndex(key => key.Name); // a key and the one that takes its place have the same name
            builder.Ignore(key => key.Scope);
            builder.HasIndex(key => key.Prefix).IsUnique();
        }
    }
}

/// <summary>Whether a key can be used.</summary>
internal enum KeyState
{
    Valid,
    Expired,
    Revoked,
    Replaced,
}
