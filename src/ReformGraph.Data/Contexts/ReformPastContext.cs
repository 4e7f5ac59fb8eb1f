using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Contexts;

/// <summary>The data as recorded as of a change.</summary>
internal sealed class ReformPastContext(DbContextOptions<ReformPastContext> options) : PastContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddDeclarations();
        modelBuilder.FitToProvider(Database.ProviderName, isPast: true);
        ReadRevisions(modelBuilder);
    }
}
