using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>Rows of an entity that a change has written.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Fields">The fields that can differ from before; null for all of them, as when rows were added or withdrawn.</param>
internal sealed record WrittenRows(EntityModel Entity, IEnumerable<string>? Fields = null)
{
    /// <summary>The row that a mutation has written.</summary>
    public WrittenRows(RowWrite write)
        : this(write.Entity, write.Action is WriteAction.Update ? write.Values.Keys : null)
    {
    }

    /// <summary>The ids of the rows of a class that the change in progress has written and not withdrawn.</summary>
    public static IQueryable<int> IdsIn<T>(ReformDbContext context)
    {
        var name = Revisions.NameOf(context.Model.FindEntityType(typeof(T))!);
        var sequence = context.Recording!.Sequence;
        return context.Set<Dictionary<string, object>>(name).Where(version => (long)version[Revisions.From] == sequence)
            .Select(version => (int)version["Id"]);
    }

    /// <summary>Whether the rows are of this class.</summary>
    public bool AreOf<T>() => Entity.ClrType == typeof(T);

    /// <summary>Whether a field can differ from before.</summary>
    public bool Concern(string field) => Fields is null || Fields.Contains(field);
}
