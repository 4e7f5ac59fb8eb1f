using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// A part of the leaves of a change's tree, as they were when it was recorded. Whoever can write rows can write these too: they are good
/// for naming the rows that differ, once they have been found to give the root of the change.
/// </summary>
internal sealed class KeptLeaves
{
    /// <summary>The table.</summary>
    public const string Table = "ChangeLeaves";

    /// <summary>The change.</summary>
    public required int ChangeId { get; init; }

    /// <summary>The place of the first of them among all of the change, from 0.</summary>
    public required int First { get; init; }

    /// <summary>The entity whose rows they are of.</summary>
    public required string Entity { get; init; }

    /// <summary>For each the id of its row in 4 bytes, the highest first, and its hash in 32.</summary>
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
