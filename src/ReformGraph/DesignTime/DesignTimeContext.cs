using Microsoft.EntityFrameworkCore.Design;
using ReformGraph.Data.Contexts;

namespace ReformGraph.DesignTime;

/// <summary>Provides a context for the migrations tool; it opens no database.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<ReformDbContext>
{
    public ReformDbContext CreateDbContext(string[] args) => DatabaseFile.ContextOf("design-time.db");
}
