using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// Evaluates the checks over the stored figures and rows. If nothing is given for one side, a check is undecidable; rounded values agree if
/// their bounds allow it.
/// </summary>
internal static class CheckEvaluator
{
    /// <summary>Evaluates every check, if what was written can change the result of any, and stores what has changed.</summary>
    /// <exception cref="InvalidRowException">A check names rows that the model does not have, or inputs that it does not
    /// accept.</exception>
    public static async Task RefreshAsync(ReformDbContext context, DataModel dataModel, IReadOnlyList<WrittenRows> written,
        CancellationToken cancellation)
    {
        if (!await AreConcernedAsync(context, written, cancellation))
        {
            return;
        }

        var checks = await context.Set<Check>().Include(check => check.Inputs).ThenInclude(input => input.Figure).ToListAsync(cancellation);
        foreach (var check in checks)
        {
            CheckResults.Set(check,
                check.Rows is { } rows ? await Selection(check, rows, dataModel).CountAsync(context, cancellation) : null);
        }

        await context.SaveChangesAsync(cancellation);
    }

    // Checks themselves, a figure, or the number of rows that a check counts.
    private static async Task<bool> AreConcernedAsync(ReformDbContext context, IReadOnlyList<WrittenRows> written,
        CancellationToken cancellation)
    {
        if (written.Any(rows => FigureDerivation.FollowsFrom(rows) || rows.AreOf<Check>() || rows.AreOf<CheckInput>()))
        {
            return true;
        }

        var counted = await context.Set<Check>().Where(check => check.Rows != null).Select(check => check.Rows!).ToListAsync(cancellation);
        return counted.Exists(rows => written.Any(write => RowSelection.IsConcerned(rows, write)));
    }

    private static RowSelection Selection(Check check, string rows, DataModel dataModel)
    {
        try
        {
            return RowSelection.Parse(rows, dataModel);
        }
        catch (BilingualException cause)
        {
            throw new InvalidRowException(check, nameof(Check.Rows), cause.Text);
        }
    }
}
