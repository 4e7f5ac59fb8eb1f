using ReformGraph.Data.History;
using ReformGraph.Domain.Access;

namespace ReformGraph.Access;

/// <summary>Who sends a request.</summary>
/// <param name="Name">The name under which changes are recorded: that of an API key, or the subject of a token.</param>
/// <param name="Role">What they may do.</param>
internal sealed record Actor(string Name, Role Role)
{
    /// <summary>The name of whoever uses a server that asks for no key. No key has it, and no token.</summary>
    public const string LocalName = LocalActor.Name;

    /// <summary>Everyone, on a server that only this machine reaches and that asks for no key.</summary>
    public static Actor Local { get; } = new(LocalName, Role.Admin);
}
