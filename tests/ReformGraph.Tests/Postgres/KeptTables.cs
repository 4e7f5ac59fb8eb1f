using Microsoft.EntityFrameworkCore;

namespace ReformGraph.Tests.Postgres;

/// <summary>Only SQLite has triggers that keep rollups and revisions: PostgreSQL gets their rows as they stand there.</summary>
internal static class KeptTables
{
    public static void AddKeptTables(this DbContext to, DbContext from)
    {
        foreach (var table in from.Model.GetEntityTypes().Where(entity => entity.HasSharedClrType))
        {
            to.Set<Dictionary<string, object>>(table.Name).AddRange(from.Set<Dictionary<string, object>>(table.Name).AsNoTracking());
        }
    }
}
