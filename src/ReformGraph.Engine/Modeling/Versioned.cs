using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace ReformGraph.Engine.Modeling;

/// <summary>An entity whose rows have a history: every version of a row, including the present one, is a row of
/// <see cref="Revisions"/>.</summary>
public abstract class Versioned
{
    /// <summary>The number of this version of the row. Each change to the row increments it by one.</summary>
    [Description("The version number of the row. The first is 1, and each change of the row increases it by one.")]
    [Computed]
    [MixedUnits]
    [ConcurrencyCheck]
    public int Version { get; set; } = 1;
}

/// <summary>An entity with a list of the versions of its rows.</summary>
/// <typeparam name="T">The entity itself.</typeparam>
public abstract class Versioned<T> : Versioned
    where T : Versioned
{
    /// <summary>All versions.</summary>
    [Description("Its versions, including the current one: what was recorded, by which change, and which change ended it.")]
    [SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "EF Core fills no list that is read-only.")]
    public List<VersionOf<T>> History { get; } = [];
}
