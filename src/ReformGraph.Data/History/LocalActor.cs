namespace ReformGraph.Data.History;

/// <summary>Who makes the changes of commands, and of servers that require neither keys nor tokens.</summary>
internal static class LocalActor
{
    /// <summary>The name under which these changes are recorded. No key has it, and no token.</summary>
    public const string Name = "local";
}
