namespace ReformGraph.Engine.Values;

/// <summary>How a value stands in a SQLite column.</summary>
internal enum StoredKind
{
    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A double.</summary>
    Real,

    /// <summary>A text in UTF-8.</summary>
    Text,
}
