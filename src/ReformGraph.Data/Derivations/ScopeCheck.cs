using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// Rejects a change with rows that its author may not change. Input: what the change wrote, before anything is derived from it. It reads
/// from the history to which counties the rows belonged before, and to which they belong now: no row can leave a county, or enter one,
/// without both being in the scope.
/// </summary>
internal static class ScopeCheck
{
    /// <summary>Checks the rows of the change in progress.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="scope">What its author may write.</param>
    /// <param name="written">What it wrote.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="RequestErrorException">A row is not in the scope.</exception>
    public static async Task RunAsync(ReformDbContext context, WriteScope scope, IEnumerable<WrittenRows> written,
        CancellationToken cancellation)
    {
        var changed = new ChangedKeys(context);
        foreach (var entity in written.Select(rows => rows.Entity).Distinct())
        {
            if (scope.Collections?.Contains(entity.Collection) == false && await changed.AnyAsync(entity, cancellation))
            {
                throw new RequestErrorException(scope.Refusal(entity));
            }

            if (scope.Within is { } counties)
            {
                await CheckAsync(context, changed, entity, counties, cancellation);
            }
        }
    }

    private static async Task CheckAsync(ReformDbContext context, ChangedKeys changed, EntityModel entity, IReadOnlyList<string> counties,
        CancellationToken cancellation)
    {
        if (CountyPath.Of(entity) is not { } path)
        {
            if (await changed.AnyAsync(entity, cancellation))
            {
                throw Refusal(counties, entity, $"rows of {entity.Collection} belong to no county");
            }

            return;
        }

        var ids = await changed.CountiesAsync(path, cancellation);
        if (await context.Set<County>().Where(county => ids.Contains(county.Id) && !counties.Contains(county.Code))
            .OrderBy(county => county.Code).Select(county => county.Code).FirstOrDefaultAsync(cancellation) is { } other)
        {
            throw Refusal(counties, entity, $"the change affects rows of {entity.Collection} in {other}");
        }
    }

    private static RequestErrorException Refusal(IReadOnlyList<string> counties, EntityModel entity, string why) => new(new RequestError(
        ErrorCodes.Forbidden,
        $"The scope of the key or token includes only changes to rows of these counties: {string.Join(", ", counties)}; {why}.")
    {
        Details = new Dictionary<string, object> { ["collection"] = entity.Collection, ["counties"] = counties },
    });
}
