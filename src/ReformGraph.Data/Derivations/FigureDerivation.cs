using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Derivations;

/// <summary>Keeps the values of the stored figures consistent with their wordings and inputs.</summary>
internal static class FigureDerivation
{
    /// <summary>Computes the values of the figures that were written and of those derived from them, and saves what has changed.</summary>
    /// <exception cref="InvalidRowException">A derivation is not possible.</exception>
    public static async Task RefreshAsync(ReformDbContext context, ChangedKeys changed, IReadOnlyList<WrittenRows> written,
        CancellationToken cancellation)
    {
        if (!written.Any(rows => rows.AreOf<Figure>() || rows.AreOf<FigureInput>()))
        {
            return;
        }

        var ids = (await changed.ValuesAsync<Figure>(nameof(Figure.Id), cancellation))
            .Union(await changed.ValuesAsync<FigureInput>(nameof(FigureInput.FigureId), cancellation)).ToHashSet();
        for (var added = ids.ToList(); added.Count > 0;)
        {
            var inputs = added;
            added = [.. (await context.Set<FigureInput>().Where(input => EF.Parameter(inputs).Contains(input.InputId))
                .Select(input => input.FigureId).ToListAsync(cancellation)).Where(ids.Add)];
        }

        var concerned = ids.ToList();
        var figures = await context.Set<Figure>().Where(figure => EF.Parameter(concerned).Contains(figure.Id))
            .Include(figure => figure.Inputs).ThenInclude(input => input.Input).ToListAsync(cancellation);
        FigureValues.Compute(figures);
        await context.SaveChangesAsync(cancellation);
    }
}
