using Microsoft.EntityFrameworkCore.Design;
using ReformGraph.Data.Contexts;

namespace ReformGraph.DesignTime;

/// <summary>Gives the migrations tool a context; no database is opened by it.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<ReformDbContext>
{
    public ReformDbContext CreateDbContext(string[] args) => DatabaseFile.ContextOf("design-time.db");
}
