using Microsoft.EntityFrameworkCore;

namespace ReformGraph.Tests.Postgres;

/// <summary>Only SQLite has triggers that keep rollups: PostgreSQL gets their rows as they stand there.</summary>
internal static class RollupCopy
{
    public static void AddRollups(this DbContext to, DbContext from)
    {
        foreach (var rollup in from.Model.GetEntityTypes().Where(entity => entity.HasSharedClrType))
        {
            to.Set<Dictionary<string, object>>(rollup.Name).AddRange(from.Set<Dictionary<string, object>>(rollup.Name).AsNoTracking());
        }
    }
}
