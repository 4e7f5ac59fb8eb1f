using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Contexts;

/// <summary>Not everyone may read who made a change and why.</summary>
internal sealed class ChangeReaders : IEntityTypeConfiguration<Change>
{
    private static readonly string[] Informed = [Role.Editor.Name(), Role.Auditor.Name(), Role.Admin.Name()];

    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.Property(change => change.Actor).ReadableBy(Informed);
        builder.Property(change => change.Reason).ReadableBy(Informed);
        builder.Property(change => change.EvidenceReference).ReadableBy(Informed);
        builder.Property(change => change.EvidenceSha256).ReadableBy(Informed);
    }
}
