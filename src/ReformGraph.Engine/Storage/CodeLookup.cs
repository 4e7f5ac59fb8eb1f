using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Storage;

/// <summary>Finds the rows that a write names by codes. A code is looked up within the row to which it belongs, such as its
/// county.</summary>
/// <param name="context">The context of the write.</param>
internal sealed class CodeLookup(DbContext context)
{
    /// <summary>The id of the row with a code, or why there is none.</summary>
    /// <param name="entity">Its entity.</param>
    /// <param name="code">The code.</param>
    /// <param name="within">The id of the row within which it must lie; null for any.</param>
    public async Task<FoundCode> FindAsync(EntityModel entity, string code, int? within)
    {
        var found = await WritableRows.Get(entity).OfCodeAsync(context, code, entity.Within is null ? null : within);
        if (found.Select(row => row.Within).Distinct().Skip(1).Any())
        {
            var names = new List<string>();
            foreach (var scope in found.Select(row => row.Within!.Value).Distinct())
            {
                names.Add(await WritableRows.Get(entity.Within!.Entity).CodeOfAsync(context, scope));
            }

            var several = string.Join(", ", names);
            return new(null, $"rows of several {entity.Within!.Entity.Plural} have this code ({several})", true);
        }

        return found is [var one, ..] ? new(one.Id, null, false)
            : new(null, entity.Within is { } path && within is { } id
                ? $"no row within the {path.Entity.Name} {await WritableRows.Get(path.Entity).CodeOfAsync(context, id)} has this code"
                : "no row has this code", false);
    }

    /// <summary>The id of the row within which a row lies, according to its reference; null if that is not known, or not needed.</summary>
    public async Task<int?> WithinAsync(EntityModel entity, Versioned row)
    {
        if (entity.Within is not { } scope
            || scope.First.Navigation.ForeignKey.Properties[0].PropertyInfo!.GetValue(row) is not (int id and not 0))
        {
            return null;
        }

        return scope.Path.Count == 1 ? id
            : await WritableRows.Get(scope.First.Target).FollowAsync(context, id, new CodeScope([.. scope.Path.Skip(1)]));
    }
}

/// <summary>What a code identifies.</summary>
/// <param name="Id">The id of the row; null if there is none, or if there are several.</param>
/// <param name="Problem">Why there is no id, as a clause; null if there is one.</param>
/// <param name="IsAmbiguous">Whether several rows have the code.</param>
internal sealed record FoundCode(int? Id, string? Problem, bool IsAmbiguous);
