namespace ReformGraph.Engine.Modeling;

/// <summary>The form of a value as a group key.</summary>
internal enum GroupKeyKind
{
    /// <summary>The value itself; a date may be the first day of its period.</summary>
    Value,

    /// <summary>For an instant, the first day of its period.</summary>
    Period,

    /// <summary>For a number, the range that contains it.</summary>
    Range,
}
