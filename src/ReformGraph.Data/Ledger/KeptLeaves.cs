using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// Some of the leaves of a change's tree, as they were when it was recorded. Whoever can write rows can write these too: they serve to
/// identify the rows that differ, once they have been found to match the root of the change.
/// </summary>
internal sealed class KeptLeaves
{
    /// <summary>The table.</summary>
    public const string Table = "ChangeLeaves";

    /// <summary>The change.</summary>
    public required int ChangeId { get; init; }

    /// <summary>The index of the first of them among all leaves of the change, starting at 0.</summary>
    public required int First { get; init; }

    /// <summary>The entity of their rows.</summary>
    public required string Entity { get; init; }

    /// <summary>For each leaf, the id of its row in 4 bytes, most significant first, and its hash in 32.</summary>
    public required byte[] Leaves { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<KeptLeaves>
    {
        public void Configure(EntityTypeBuilder<KeptLeaves> builder)
        {
            builder.ToTable(Table);
            builder.HasKey(leaves => new { leaves.ChangeId, leaves.First });
        }
    }
}
