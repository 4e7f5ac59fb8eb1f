using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>Keeps the values of the stored figures consistent with their wordings and inputs.</summary>
internal static class FigureDerivation
{
    /// <summary>Whether values are derived from the rows of an entity.</summary>
    public static bool FollowsFrom(EntityModel entity) => entity.ClrType == typeof(Figure) || entity.ClrType == typeof(FigureInput);

    /// <summary>Computes all values from the stored figures, and saves what has changed. Must be called in the transaction of a write of
    /// figures.</summary>
    /// <exception cref="InvalidRowException">A derivation is not possible.</exception>
    public static async Task RefreshAsync(ReformDbContext context, CancellationToken cancellation = default)
    {
        // What is written was checked against the rules: another wording stems from a version of the program that understood more.
        var figures = await context.Set<Figure>().Include(figure => figure.Inputs).ThenInclude(input => input.Input)
            .ToListAsync(cancellation);
        FigureValues.Compute(figures, keepsUnreadable: true);
        await context.SaveChangesAsync(cancellation);
    }
}
