using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace ReformGraph.Engine.Modeling;

/// <summary>An entity whose rows have a history: every version of a row, the present one included,
/// is a row of <see cref="Revisions"/>.</summary>
public abstract class Versioned
{
    /// <summary>Which version of the row it is. Whoever changes the row raises it by one, once in a change.</summary>
    [Description("The version number of the row. The first is 1, and each change of the row increases it by one.")]
    [Computed]
    [MixedUnits]
    [ConcurrencyCheck]
    public int Version { get; set; } = 1;
}

/// <summary>An entity that leads to the versions of its rows.</summary>
/// <typeparam name="T">The entity itself.</typeparam>
public abstract class Versioned<T> : Versioned
    where T : Versioned
{
    /// <summary>All versions.</summary>
    [Description("Its versions, including the current one: what was recorded, by which change, and which change ended it.")]
    [SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "EF Core fills no list that is read-only.")]
    public List<VersionOf<T>> History { get; } = [];
}
