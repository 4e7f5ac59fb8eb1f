using ReformGraph.Engine.Errors;

namespace ReformGraph.Access;

/// <summary>Something that not every role may do.</summary>
/// <param name="Does">What, behind "may".</param>
/// <param name="Roles">The roles that may.</param>
internal sealed record Permission(string Does, IReadOnlyList<Role> Roles)
{
    /// <summary>Refuses an actor whose role does not have this permission.</summary>
    /// <exception cref="RequestRefusedException">It does not.</exception>
    public void Require(Actor actor)
    {
        if (!Roles.Contains(actor.Role))
        {
            throw new RequestRefusedException(new RequestError(ErrorCodes.Forbidden, $"The role {actor.Role.Name()} may not {Does}; {Names} may.")
            {
                Details = new Dictionary<string, object> { ["roles"] = Roles.Select(role => role.Name()) },
            });
        }
    }

    private string Names => string.Join(", ", Roles.Select(role => role.Name()));
}

/// <summary>
/// What the roles may do besides reading; what they may read, the entities and their fields declare. Commands ask no role:
/// they are for whoever may write the database file.
/// </summary>
internal static class Permissions
{
    /// <summary>To change data by mutations.</summary>
    public static Permission Write { get; } = new("change data", [Role.Editor, Role.Admin]);

    /// <summary>To send tables that are imported.</summary>
    public static Permission Import { get; } = new("import tables", [Role.Editor, Role.Admin]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Permission> All { get; } = [Write, Import];
}
