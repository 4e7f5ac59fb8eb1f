using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph;

/// <summary>The data as they are now. Every transaction that changes them raises <see cref="DataState.Sequence"/> once.</summary>
internal sealed class ReformDbContext(DbContextOptions<ReformDbContext> options) : DbContext(options)
{
    private Guid raisedIn;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseSequence();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseSequence();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(GetType().Assembly.GetTypes());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.FitToProvider(Database.ProviderName);
    }

    private void RaiseSequence()
    {
        var transaction = Database.CurrentTransaction?.TransactionId;
        if (!ChangeTracker.HasChanges() || transaction == raisedIn)
        {
            return;
        }

        var state = Set<DataState>().SingleOrDefault() ?? Add(new DataState { Database = Guid.NewGuid() }).Entity;
        state.Sequence++;
        raisedIn = transaction ?? Guid.Empty;
    }
}
