using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Extraction;

/// <summary>The text of a report as offsets count it: without a byte order mark and carriage returns.</summary>
/// <param name="Text">The text, a line for each paragraph.</param>
/// <param name="Notes">Where the footnotes and endnotes begin; the length of the text if there are none, or if they cannot be
/// recognized.</param>
internal sealed record ReportContent(string Text, int Notes)
{
    /// <summary>The maximum number of characters in a report: some thousand pages.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>The content of a text that is no file.</summary>
    /// <exception cref="TableException">It has too many characters.</exception>
    public static ReportContent Of(string text)
    {
        var plain = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new ReportContent(plain, plain.Length).WithinLimit();
    }

    /// <summary>The same content.</summary>
    /// <exception cref="TableException">It has too many characters, or null characters.</exception>
    public ReportContent WithinLimit() =>
        Text.Length > MostCharacters ? throw TableException.OverLimit(1, null, MostCharacters,
            new("characters in a report", "个字符（一份报告）"))
        : Text.Contains('\0', StringComparison.Ordinal) ? throw new TableException(1, null, null, new(
            "text without null characters, or a Word file in the format DOCX",
            "不含空字符的文本，或 DOCX 格式的 Word 文件"))
        : this;

    /// <summary>The places of automatic numbers, which are never quantities.</summary>
    public IReadOnlyList<(int Start, int End)> Numbers { get; init; } = [];
}
