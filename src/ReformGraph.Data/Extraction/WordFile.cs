using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// The text of a Word file (.docx) as Word shows it. Input: the file. Output: a line for each paragraph and each row of a table, with the
/// notes at the end. It rejects a file that is damaged or unpacks to more than allowed.
/// </summary>
internal static class WordFile
{
    private static readonly PackageKind Kind = new(
        new("a complete Word file (DOCX)", "完整的 Word 文件（DOCX）"),
        new(
            "a Word file in the format DOCX, but the file has the older format DOC or is protected by a password: save it as DOCX " +
            "without a password",
            "DOCX 格式的 Word 文件，而此文件是旧格式（DOC）或有密码保护：请另存为不带密码的 DOCX"),
        new("Word file", "Word 文件"),
        "Limits:ReportBytes");

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, which must be seekable.</param>
    /// <param name="mostBytes">The maximum number of bytes to which its parts may unpack.</param>
    /// <exception cref="TableException">It is not a Word file, is damaged, or exceeds a limit.</exception>
    public static ReportContent Read(Stream file, long mostBytes)
    {
        using var package = new XlsxPackage(file, mostBytes, Kind);
        var main = package.Related("", (_, type) => type.EndsWith("/officeDocument", StringComparison.Ordinal))?.Name
            ?? throw new TableException(1, null, null, Kind.Whole);
        var (styles, numbers) = (Related(package, main, "/styles"), Related(package, main, "/numbering"));
        var body = Part(package, main).Children.Find(child => child.Name == "document")?.Find("body")
            ?? throw new TableException(1, null, null, Kind.Whole) { Part = main };
        var notes = new Dictionary<string, WordElement>();
        foreach (var (relationship, kind) in new[] { ("/footnotes", "footnote"), ("/endnotes", "endnote") })
        {
            foreach (var note in Related(package, main, relationship)?.Children.SelectMany(part => part.Children) ?? [])
            {
                notes.TryAdd($"{kind} {note.Attribute("id")}", note);
            }
        }

        var properties = new WordStyles(styles);
        return new WordText(properties, new WordNumbering(numbers, properties), notes).Read(body);
    }

    private static WordElement? Related(XlsxPackage package, string main, string relationship) =>
        package.Related(main, (_, type) => type.EndsWith(relationship, StringComparison.Ordinal)) is { } found && package.Has(found.Name)
            ? Part(package, found.Name) : null;

    private static WordElement Part(XlsxPackage package, string name)
    {
        using var part = package.Open(name);
        return WordElement.Read(part);
    }
}
