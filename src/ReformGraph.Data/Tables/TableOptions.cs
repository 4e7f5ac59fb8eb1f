namespace ReformGraph.Data.Tables;

/// <summary>What is known of a table before it is read.</summary>
/// <param name="Headings">The columns that there can be.</param>
/// <param name="Limits">How much it may hold.</param>
internal sealed record TableOptions(ImportHeadings Headings, TableLimits Limits)
{
    /// <summary>The encoding of a text file; null to find it out.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The decimal sign; null for a point, where nothing speaks for a comma.</summary>
    public char? Decimal { get; init; }
}
