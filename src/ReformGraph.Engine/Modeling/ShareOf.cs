namespace ReformGraph.Engine.Modeling;

/// <summary>The whole that a share is part of.</summary>
public enum ShareOf
{
    /// <summary>All rows of the list.</summary>
    Total,

    /// <summary>The rows of the group by all keys but the last.</summary>
    Parent,
}
