namespace ReformGraph.Data.History;

/// <summary>The author of changes made by commands, and by servers that require neither keys nor tokens.</summary>
internal static class LocalActor
{
    /// <summary>The name under which these changes are recorded. No key and no token can have it.</summary>
    public const string Name = "local";
}
