using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Postgres;

/// <summary>Rows come to PostgreSQL in the one change in which SQLite has them: rollups and revisions follow by the triggers.</summary>
internal static class RowTransfer
{
    public static void TakeOver(this DbContext to, DbContext from, IEnumerable<object> rows)
    {
        var state = from.Set<DataState>().AsNoTracking().Single();
        to.Set<DataState>().ExecuteUpdate(set => set.SetProperty(row => row.Sequence, state.Sequence));
        to.AddRange(from.Set<Change>().AsNoTracking());
        to.AddRange(rows);
        to.SaveChanges();
        foreach (var revisions in Revisions.DeclaredIn(from.Model))
        {
            to.Number(revisions.Name, from.Set<Dictionary<string, object>>(revisions.Name).AsNoTracking()
                .ToDictionary(row => (int)row["Id"], row => (long)row[Revisions.Key]));
        }
    }

    /// <summary>Gives versions the keys that they have in SQLite: they tell in which order rows were written,
    /// which is another here.</summary>
    private static void Number(this DbContext context, string table, Dictionary<int, long> keys)
    {
        var renumber = $"""
            UPDATE "{table}" SET "{Revisions.Key}" = -"{Revisions.Key}";
            UPDATE "{table}" AS t SET "{Revisions.Key}" = k.key FROM (VALUES {string.Join(", ", keys.Select(key => $"({key.Key}, {key.Value})"))}) AS k (id, key) WHERE t."Id" = k.id
            """;
        if (keys.Count > 0)
        {
            context.Database.ExecuteSqlRaw(renumber);
        }
    }
}
