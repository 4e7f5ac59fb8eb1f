using ReformGraph.Data.History;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Access;

/// <summary>Who sends a request.</summary>
/// <param name="Name">The name under which changes are recorded: that of an API key, or the subject of a token.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Scope">To what they are limited; null for all that the role may do.</param>
internal sealed record Actor(string Name, Role Role, AccessScope? Scope = null)
{
    private static readonly Dictionary<Role, RoleScope> Unlimited =
        Enum.GetValues<Role>().ToDictionary(role => role, role => new RoleScope(role.Name()));

    /// <summary>The name of every user of a server that requires no key. No key and no token can have it.</summary>
    public const string LocalName = LocalActor.Name;

    /// <summary>Every user of a server that only this machine can reach and that requires no key.</summary>
    public static Actor Local { get; } = new(LocalName, Role.Admin);

    /// <summary>What they may read and change, as the engine knows it.</summary>
    public RoleScope RoleScope { get; } = Scope is null ? Unlimited[Role] : new(Role.Name(), Scope.Reads,
        new WriteScope { Collections = Scope.Writes, Within = Scope.Counties });
}
