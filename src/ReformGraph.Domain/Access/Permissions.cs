using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Access;

/// <summary>Something that not every role may do.</summary>
/// <param name="Does">What it permits, as the words after "may".</param>
/// <param name="Roles">The roles that have it.</param>
internal sealed record Permission(string Does, IReadOnlyList<Role> Roles)
{
    /// <summary>The names of the roles that have it.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Roles.Select(role => role.Name())];

    /// <summary>Whether a role has this permission.</summary>
    public bool Allows(string role) => Names.Contains(role);

    /// <summary>Rejects a role without this permission.</summary>
    /// <exception cref="RequestErrorException">The role does not have it.</exception>
    public void Require(string role)
    {
        if (!Allows(role))
        {
            throw new RequestErrorException(
                new RequestError(ErrorCodes.Forbidden, $"The role {role} may not {Does}. Roles that may: {string.Join(", ", Names)}.")
                {
                    Details = new Dictionary<string, object> { ["roles"] = Names },
                });
        }
    }
}

/// <summary>
/// What the roles may do besides reading; the entities and their fields declare what they may read. Commands check no role: anyone who may
/// write the database file may run them.
/// </summary>
internal static class Permissions
{
    /// <summary>To change data, by mutations and imports.</summary>
    public static Permission Write { get; } = new("change data", [Role.Editor, Role.Admin]);

    /// <summary>To extract the figures of a report: it costs the server work, and serves those who load reports.</summary>
    public static Permission Extract { get; } = new("extract the figures of a report", [Role.Editor, Role.Admin]);

    /// <summary>To read proofs of rows: for roles that may read all of the entity and of changes, because a proof contains
    /// everything.</summary>
    /// <param name="dataModel">The declarations.</param>
    /// <param name="entity">The name of the entity.</param>
    public static Permission Prove(DataModel dataModel, string entity)
    {
        var readers = AccessTable.Restricted(dataModel).Where(restricted => restricted.Entity.Name == entity
            || restricted.Entity.ClrType == typeof(Change)).Select(restricted => restricted.Readers).ToList();
        return new("read proofs of rows, which reveal who made a change and why",
            [.. Enum.GetValues<Role>().Where(role => readers.TrueForAll(names => names.Contains(role.Name())))]);
    }
}
