namespace ReformGraph.Data.Tables;

/// <summary>What is known about a table before it is read.</summary>
/// <param name="Headings">The possible columns.</param>
/// <param name="Limits">Its limits.</param>
internal sealed record TableOptions(TableHeadings Headings, TableLimits Limits)
{
    /// <summary>The encoding of a text file; null to detect it.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The decimal separator; null for a point, unless the file suggests a comma.</summary>
    public char? Decimal { get; init; }

    /// <summary>How the header is found; null if it is the first row.</summary>
    public HeaderSearch? Search { get; init; }

    /// <summary>The sheet of a workbook; null for the first one or, of a register, the one with the most known headings.</summary>
    public string? Sheet { get; init; }
}
