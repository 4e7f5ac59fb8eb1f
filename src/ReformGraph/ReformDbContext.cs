using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.History;

namespace ReformGraph;

/// <summary>The data as they are now. Rows are added, changed and withdrawn within a <see cref="Recording"/>, and not without.</summary>
internal sealed class ReformDbContext(DbContextOptions<ReformDbContext> options) : DbContext(options)
{
    /// <summary>The change that is being made.</summary>
    public Recording? Recording { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Recorded().Prepare(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Recorded().Prepare(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(GetType().Assembly.GetTypes());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.FitToProvider(Database.ProviderName);
    }

    private Recording Recorded() => Recording ?? throw new InvalidOperationException("Rows are written within a recording only.");
}
