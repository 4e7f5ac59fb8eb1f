using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Engine.Modeling;

/// <summary>An entity whose rows have a history: every version of a row, the present one included, is a row of <see cref="Revisions"/>.</summary>
public abstract class Versioned
{
    /// <summary>Which version of the row it is. Whoever changes the row raises it by one, once in a change.</summary>
    [Description("Which version of the row this is; the first is 1, and each change of the row raises it by one.")]
    [Computed]
    [MixedUnits]
    [ConcurrencyCheck]
    public int Version { get; set; } = 1;
}
