namespace ReformGraph.Engine.Execution;

/// <summary>Counts what the database returns for a request.</summary>
public sealed class ReadCount
{
    /// <summary>The number of rows of all statements, those with counts and sums included.</summary>
    public long Rows { get; internal set; }

    /// <summary>The number of those rows that have sensitive values.</summary>
    public long SensitiveRows { get; internal set; }
}
