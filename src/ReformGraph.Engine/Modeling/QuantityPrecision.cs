using System.ComponentModel;

namespace ReformGraph.Engine.Modeling;

/// <summary>What the bounds of an aggregated quantity say about its value. It is derived from value and bounds alone.</summary>
[Description("How exactly an aggregated quantity is known: the first of these that holds for its value and bounds.")]
public enum QuantityPrecision
{
    /// <summary>Both bounds are the value.</summary>
    [Description("Both bounds are the value.")]
    Exact = 1,

    /// <summary>Above the value, and not above the upper bound.</summary>
    [Description("The true value is above the value, which is not rounded, and does not pass the upper bound.")]
    MoreThan = 2,

    /// <summary>Between the bounds.</summary>
    [Description("The true value lies between the bounds.")]
    Between = 3,

    /// <summary>There is no upper bound.</summary>
    [Description("The true value does not fall below the lower bound, and there is no upper bound.")]
    AtLeast = 4,

    /// <summary>There is no lower bound.</summary>
    [Description("The true value does not pass the upper bound, and there is no lower bound.")]
    AtMost = 5,

    /// <summary>There are no bounds.</summary>
    [Description("There are no bounds.")]
    About = 6,
}
