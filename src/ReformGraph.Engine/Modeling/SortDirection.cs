namespace ReformGraph.Engine.Modeling;

/// <summary>A sort direction. Null is the least value.</summary>
public enum SortDirection
{
    /// <summary>The least first.</summary>
    Asc,

    /// <summary>The greatest first.</summary>
    Desc,
}
