namespace ReformGraph.Data.Extraction;

/// <summary>The text of a report as offsets count it: without a byte order mark and carriage returns.</summary>
/// <param name="Text">The text, a line for each paragraph.</param>
/// <param name="Notes">Where the footnotes and endnotes begin; the length of the text if there are none, or if they cannot be
/// recognized.</param>
internal sealed record ReportContent(string Text, int Notes)
{
    /// <summary>The maximum number of characters in a report: some thousand pages.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>The places of automatic numbers, which are never quantities.</summary>
    public IReadOnlyList<(int Start, int End)> Numbers { get; init; } = [];
}
