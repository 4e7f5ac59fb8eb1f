using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Modeling;

/// <summary>What a sender may read and change: what the role may and, if the sender has a scope, only of the collections in it.</summary>
public sealed class RoleScope
{
    /// <param name="name">The name of the role.</param>
    /// <param name="reads">The collections that the sender may read, besides those that it may change; null for all.</param>
    /// <param name="writes">What the sender may change; null for all that it may read.</param>
    public RoleScope(string name, IEnumerable<string>? reads = null, WriteScope? writes = null)
    {
        Name = name;
        var changed = writes?.Collections ?? [];
        Reads = reads is null ? null : [.. reads.Union(changed).Order(StringComparer.Ordinal)];
        Writes = Reads is null ? writes : (writes ?? new WriteScope()) with { Collections = writes?.Collections ?? Reads };
        Key = Reads is null && Writes?.Collections is null ? name
            : $"{name} {Listed(Reads)} {Listed(Writes?.Collections?.Order(StringComparer.Ordinal))}";
    }

    /// <summary>The name of the role.</summary>
    public string Name { get; }

    /// <summary>The collections that the sender may read; null for all.</summary>
    public IReadOnlyList<string>? Reads { get; }

    /// <summary>What the sender may change; null for everything.</summary>
    public WriteScope? Writes { get; }

    /// <summary>Identifies what can be read, and in which collections rows can be changed: plans, schemas and responses belong to
    /// it.</summary>
    public string Key { get; }

    /// <summary>A role without a scope.</summary>
    public static implicit operator RoleScope(string name) => new(name);

    /// <summary>Whether a collection is in the scope.</summary>
    public bool Covers(EntityModel entity) => Reads?.Contains(entity.Collection) != false;

    /// <summary>Whether a collection is in the scope for changes.</summary>
    public bool CoversWrites(EntityModel entity) => Writes?.Collections?.Contains(entity.Collection) != false;

    /// <summary>The error for a collection that is not in the scope.</summary>
    public RequestError Refusal(EntityModel entity) => new(
        ErrorCodes.Forbidden,
        $"The scope of the key or token does not include {entity.Collection}. It may read {string.Join(", ", Reads!)}.")
    {
        Details = new Dictionary<string, object> { ["collection"] = entity.Collection, ["collections"] = Reads! },
    };

    private static string Listed(IEnumerable<string>? names) => names is null ? "*" : string.Join(',', names);
}

/// <summary>What a sender may change.</summary>
public sealed record WriteScope
{
    /// <summary>The collections whose rows it may change; null for all.</summary>
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>The codes of the rows to which a row that it changes must belong, such as those of counties; null for all.</summary>
    public IReadOnlyList<string>? Within { get; init; }

    /// <summary>The error for a collection whose rows it may not change.</summary>
    public RequestError Refusal(EntityModel entity) => new(
        ErrorCodes.Forbidden,
        $"The scope of the key or token does not include changes to {entity.Collection}. It may change " +
        $"{(Collections is [] ? "nothing" : string.Join(", ", Collections!))}.")
    {
        Details = new Dictionary<string, object> { ["collection"] = entity.Collection, ["collections"] = Collections! },
    };
}
