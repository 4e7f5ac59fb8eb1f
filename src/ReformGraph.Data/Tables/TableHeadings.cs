using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>The headings that a table can have.</summary>
internal abstract class TableHeadings
{
    /// <summary>The columns that identify a row; none if its place does.</summary>
    public abstract IReadOnlyList<ImportColumn> Key { get; }

    /// <summary>What an unknown heading should be instead.</summary>
    public abstract Bilingual Expectation { get; }

    /// <summary>The meaning of a heading; null if there is no such column.</summary>
    public abstract ImportField? Find(string heading);
}
