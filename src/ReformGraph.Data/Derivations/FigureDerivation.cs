using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Derivations;

/// <summary>Keeps the values of the stored figures consistent with their wordings and inputs.</summary>
internal static class FigureDerivation
{
    /// <summary>Whether values are derived from the written rows.</summary>
    public static bool FollowsFrom(WrittenRows written) => written.AreOf<Figure>() || written.AreOf<FigureInput>();

    /// <summary>Computes all values from the stored figures, if figures were written, and saves what has changed.</summary>
    /// <exception cref="InvalidRowException">A derivation is not possible.</exception>
    public static async Task RefreshAsync(ReformDbContext context, IReadOnlyList<WrittenRows> written, CancellationToken cancellation)
    {
        if (!written.Any(FollowsFrom))
        {
            return;
        }

        var figures = await context.Set<Figure>().Include(figure => figure.Inputs).ThenInclude(input => input.Input)
            .ToListAsync(cancellation);
        FigureValues.Compute(figures);
        await context.SaveChangesAsync(cancellation);
    }
}
