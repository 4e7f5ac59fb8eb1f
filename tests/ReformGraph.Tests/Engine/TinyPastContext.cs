using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine;

internal sealed class TinyPastContext(DbContextOptions<TinyPastContext> options) : PastContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(TinyContext.EntityTypes);
        modelBuilder.ApplyConfiguration(new ChangeReaders());
        modelBuilder.FitToProvider(Database.ProviderName, isPast: true);
        ReadRevisions(modelBuilder);
    }
}
