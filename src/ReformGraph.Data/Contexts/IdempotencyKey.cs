using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Data.Contexts;

/// <summary>A write that was stored under a key of its sender, and what is needed to repeat the first response.</summary>
internal sealed class IdempotencyKey
{
    /// <summary>How long a retry is safe.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    public required string Actor { get; init; }

    public required string Key { get; init; }

    /// <summary>The SHA-256 of the request.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The sequence number as of which the response is read.</summary>
    public required long AsOf { get; init; }

    /// <summary>The id of the row; null for several, and for a withdrawal.</summary>
    public int? RowId { get; init; }

    /// <summary>The key of the change; null if nothing differed.</summary>
    public long? ChangeId { get; init; }

    public required DateTime CreatedAt { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<IdempotencyKey>
    {
        public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
        {
            builder.ToTable("IdempotencyKeys");
            builder.HasKey(key => new { key.Actor, key.Key });
            builder.HasIndex(key => key.CreatedAt);
        }
    }
}
