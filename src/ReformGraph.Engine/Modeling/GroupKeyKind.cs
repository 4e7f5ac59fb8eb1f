namespace ReformGraph.Engine.Modeling;

/// <summary>In which form a value is a key of groups.</summary>
internal enum GroupKeyKind
{
    /// <summary>As it is; a date perhaps as the first day of its period.</summary>
    Value,

    /// <summary>An instant as the first day of its period.</summary>
    Period,

    /// <summary>A number as the range in which it lies.</summary>
    Range,
}
