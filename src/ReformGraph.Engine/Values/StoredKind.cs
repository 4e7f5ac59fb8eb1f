namespace ReformGraph.Engine.Values;

/// <summary>How SQLite stores a value.</summary>
internal enum StoredKind
{
    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A double.</summary>
    Real,

    /// <summary>A text in UTF-8.</summary>
    Text,
}
