using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Access;

namespace ReformGraph.Data.Contexts;

/// <summary>
/// An API key as it is kept: all but the key. Its row stays when it is revoked, so that a name in the record of changes stays one holder's,
/// and so that a server that once asked for keys never stops asking.
/// </summary>
internal sealed class ApiKey
{
    /// <summary>How every key begins, so that people and scanners of leaked secrets know what it is.</summary>
    public const string Mark = "rg_";

    private const int PrefixLength = 8;
    private const int PublicBytes = 6;
    private const int SecretBytes = 32;

    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The eight characters behind the mark: by them a key is found, and a person tells keys apart.
    /// They are no part of the secret.</summary>
    public required string Prefix { get; init; }

    /// <summary>The SHA-256 of the whole key. Of 256 random bits nobody finds them by trying,
    /// so that a slow hash would only slow requests.</summary>
    public required byte[] Hash { get; init; }

    public required Role Role { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The first day (UTC) on which it is not valid any more.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public DateTime? RevokedAt { get; init; }

    /// <summary>Makes a key.</summary>
    /// <returns>The key itself, which is not kept, and what is kept of it.</returns>
    public static (string Text, ApiKey Kept) Create(string name, Role role, DateOnly? expiresOn, DateTime now)
    {
        var text = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PublicBytes + SecretBytes));
        return (text, new ApiKey
        {
            Name = name,
            Prefix = PrefixOf(text)!,
            Hash = HashOf(text),
            Role = role,
            CreatedAt = now,
            ExpiresOn = expiresOn
        });
    }

    /// <summary>The prefix of what may be a key; null for what is none.</summary>
    public static string? PrefixOf(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) && text.Length > Mark.Length + PrefixLength
            ? text.Substring(Mark.Length, PrefixLength) : null;

    /// <summary>Whether this text is the key. How long that takes tells nothing of the key.</summary>
    public bool Fits(string text) => CryptographicOperations.FixedTimeEquals(Hash, HashOf(text));

    /// <summary>What becomes of the key on a day.</summary>
    public KeyState StateOn(DateOnly today) =>
        RevokedAt is not null ? KeyState.Revoked : ExpiresOn <= today ? KeyState.Expired : KeyState.Valid;

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private sealed class Mapping : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> builder)
        {
            builder.ToTable("ApiKeys");
            builder.HasIndex(key => key.Name).IsUnique();
            builder.HasIndex(key => key.Prefix).IsUnique();
        }
    }
}

/// <summary>Whether a key is good for anything.</summary>
internal enum KeyState
{
    Valid,
    Expired,
    Revoked,
}
