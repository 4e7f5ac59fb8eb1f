namespace ReformGraph.Data.Tables;

/// <summary>How a table was read, as far as it had to be detected.</summary>
internal sealed record TableSource
{
    /// <summary>The name of the file; null if it has none.</summary>
    public string? File { get; init; }

    /// <summary>The name of the sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>The other sheets of the workbook, which were not read; null if there are none or the first one was meant.</summary>
    public IReadOnlyList<string>? OtherSheets { get; init; }

    /// <summary>The encoding of a text file.</summary>
    public string? Encoding { get; init; }

    /// <summary>The separator of the cells of a CSV file.</summary>
    public string? Separator { get; init; }

    /// <summary>The cells whose values are results of formulas; null if there are none.</summary>
    public CappedList<string>? Formulas { get; init; }

    /// <summary>Columns whose values are looked up elsewhere, so that they were not compared.</summary>
    public IReadOnlyList<string>? NotCompared { get; init; }
}
