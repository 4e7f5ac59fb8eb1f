using System.ComponentModel;

namespace ReformGraph.Engine.Modeling;

/// <summary>What the bounds of an aggregated quantity say about its value. It follows from value and bounds alone.</summary>
[Description("How exactly an aggregated quantity is known: the first of these that holds for its value and bounds.")]
public enum QuantityPrecision
{
    /// <summary>Both bounds are the value.</summary>
    [Label("精确", "exact")]
    [Description("Both bounds are the value.")]
    Exact = 1,

    /// <summary>Above the value, and not above the upper bound.</summary>
    [Label("余", "more than")]
    [Description("The true value is above the value, which is not rounded, and does not pass the upper bound (余).")]
    MoreThan = 2,

    /// <summary>Between the bounds.</summary>
    [Label("区间", "between")]
    [Description("The true value lies between the bounds.")]
    Between = 3,

    /// <summary>There is no upper bound.</summary>
    [Label("以上", "at least")]
    [Description("The true value does not fall below the lower bound, and there is no upper bound (以上).")]
    AtLeast = 4,

    /// <summary>There is no lower bound.</summary>
    [Label("以下", "at most")]
    [Description("The true value does not pass the upper bound, and there is no lower bound (以下).")]
    AtMost = 5,

    /// <summary>There are no bounds.</summary>
    [Label("约", "about")]
    [Description("There are no bounds (约).")]
    About = 6,
}
