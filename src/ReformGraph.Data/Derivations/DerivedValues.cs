using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// The values that are computed from stored rows and stored with them, and the rules across rows. Whoever writes rows refreshes them before
/// the change ends. Another derivation is a line here, after those that it depends on.
/// </summary>
internal static class DerivedValues
{
    /// <summary>Recomputes the values that depend on the rows of a change, and saves what differs. The rows are already saved.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="dataModel">The entities.</param>
    /// <param name="written">What the change wrote.</param>
    /// <param name="scope">What the author of the change may write; null for everything.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The checks whose results differ from before.</returns>
    /// <exception cref="RequestErrorException">A row is not in the scope.</exception>
    /// <exception cref="InvalidRowException">A row does not fit others, or a value cannot be computed.</exception>
    public static async Task<IReadOnlyList<ChangedCheck>> RefreshAsync(ReformDbContext context, DataModel dataModel,
        IReadOnlyList<WrittenRows> written, WriteScope? scope, CancellationToken cancellation = default)
    {
        if (scope is not null)
        {
            await ScopeCheck.RunAsync(context, scope, written, cancellation);
        }

        await RowConsistency.CheckAsync(context, written, cancellation);
        await TextConsistency.CheckAsync(context, written, cancellation);
        var changed = new ChangedKeys(context);
        await FigureDerivation.RefreshAsync(context, changed, written, cancellation);
        await SupersededFigures.RefreshAsync(context, changed, written, cancellation);
        return await CheckEvaluator.RefreshAsync(context, changed, dataModel, written, cancellation);
    }
}
