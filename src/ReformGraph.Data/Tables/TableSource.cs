namespace ReformGraph.Data.Tables;

/// <summary>How a table was read, where that had to be found out.</summary>
internal sealed record TableSource
{
    /// <summary>The name of the file; null where it has none.</summary>
    public string? File { get; init; }

    /// <summary>The name of the sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>The encoding of a text file.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands between the cells of a CSV file.</summary>
    public string? Separator { get; init; }

    /// <summary>The cells of which the result of a formula was taken; null where there are none.</summary>
    public CappedList<string>? Formulas { get; init; }

    /// <summary>Columns whose values are looked up elsewhere, so that nothing was compared.</summary>
    public IReadOnlyList<string>? NotCompared { get; init; }
}
