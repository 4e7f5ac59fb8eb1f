using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Domain.Entities;

internal sealed class FigureMapping : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.HasOne(figure => figure.Restates).WithMany(figure => figure.Restatements).HasForeignKey(figure => figure.RestatesId);
        builder.HasOne(figure => figure.SupersededBy).WithMany(report => report.Supersedes).HasForeignKey(figure => figure.SupersededById);
        builder.HasOne(figure => figure.Report).WithMany(report => report.Figures).HasForeignKey(figure => figure.ReportId);
        builder.HasMany(figure => figure.ReformTasks).WithOne(row => row.ProvenBy).HasForeignKey(row => row.ProvenById);
        builder.HasMany(figure => figure.FacilityConsolidations).WithOne(row => row.ProvenBy).HasForeignKey(row => row.ProvenById);
        builder.HasMany(figure => figure.AssetHandovers).WithOne(row => row.ProvenBy).HasForeignKey(row => row.ProvenById);
        builder.HasMany(figure => figure.RiskVillages).WithOne(row => row.ProvenBy).HasForeignKey(row => row.ProvenById);
    }
}
