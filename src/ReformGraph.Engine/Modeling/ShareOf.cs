namespace ReformGraph.Engine.Modeling;

/// <summary>What a share is a part of.</summary>
public enum ShareOf
{
    /// <summary>All rows of the list.</summary>
    Total,

    /// <summary>The rows of the group by all keys but the last.</summary>
    Parent,
}
