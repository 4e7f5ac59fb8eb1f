namespace ReformGraph.Data.Extraction;

/// <summary>The text of a report as offsets count it: without a byte order mark and carriage returns.</summary>
/// <param name="Text">The text, a line for each paragraph.</param>
/// <param name="Notes">Where the footnotes and endnotes begin; the length of the text where there are none, or they cannot be told.</param>
internal sealed record ReportContent(string Text, int Notes)
{
    /// <summary>The most characters that a report may have: some thousand pages.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>Where automatic numbers stand, which are never quantities.</summary>
    public IReadOnlyList<(int Start, int End)> Numbers { get; init; } = [];
}
