using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>The ids of rows that are added next to those of a table.</summary>
internal static class RowIds
{
    /// <summary>The highest id that a row of an entity has ever had; 0 for none.</summary>
    public static async Task<int> LastAsync<T>(ReformDbContext context, CancellationToken cancellation)
        where T : Versioned
    {
        var revisions = Revisions.DeclaredIn(context.Model).First(one => one.Rows.ClrType == typeof(T)).Name;
        return await context.Set<Dictionary<string, object>>(revisions).MaxAsync(row => (int?)row["Id"], cancellation) ?? 0;
    }
}
