using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>The ids that rows have had.</summary>
internal static class RowIds
{
    /// <summary>The highest id that a row of an entity has ever had; 0 for none.</summary>
    public static Task<int> LastAsync<T>(ReformDbContext context, CancellationToken cancellation)
        where T : Versioned => LastAsync(context, context.Model.FindEntityType(typeof(T))!, cancellation);

    /// <inheritdoc cref="LastAsync{T}"/>
    public static async Task<int> LastAsync(ReformDbContext context, IReadOnlyEntityType rows, CancellationToken cancellation) =>
        await context.Set<Dictionary<string, object>>(Revisions.NameOf(rows)).MaxAsync(row => (int?)row["Id"], cancellation) ?? 0;
}
