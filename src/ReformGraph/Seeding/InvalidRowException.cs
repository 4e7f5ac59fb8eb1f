namespace ReformGraph.Seeding;

/// <summary>A row says what cannot be: found after it was read, when it is computed with.</summary>
internal sealed class InvalidRowException(object row, string member, string expected) : Exception($"{row.GetType().Name} {row.GetType().GetProperty("Code")?.GetValue(row)}, {member}: expected {expected}.")
{
    /// <summary>The entity.</summary>
    public object Row { get; } = row;

    /// <summary>The name of the property that is wrong.</summary>
    public string Member { get; } = member;

    /// <summary>What would be right.</summary>
    public string Expected { get; } = expected;
}
