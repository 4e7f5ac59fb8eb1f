using System.Globalization;
using System.Xml;

namespace ReformGraph.Import;

/// <summary>
/// The first sheet of an XLSX workbook, its first row naming the columns; rows without any value are passed over. It refuses formulas,
/// as their last results may be missing or old, and cells that show an error. The sheet is read row by row; the texts that cells share are held.
/// </summary>
internal sealed class XlsxTable : TableReader
{
    /// <summary>As many rows as a sheet has.</summary>
    public const int MostSheetRows = 1_048_576;

    private readonly XlsxPackage package;
    private readonly XlsxPart sheet;
    private readonly XlsxCells cells;
    private readonly Dictionary<int, int> positions = []; // from the column of the sheet to that of the table
    private readonly List<string> columns = [];

    /// <summary>Begins to read a file, which is one that can be sought in.</summary>
    /// <exception cref="TableException">It is no workbook, unpacks to too much, or has no row that names columns.</exception>
    public XlsxTable(Stream file, RequestLimits limits)
        : base(limits.ImportRows)
    {
        package = new XlsxPackage(file, limits.ImportBytes);
        try
        {
            var book = package.Related(string.Empty, (_, type) => IsOf(type, "officeDocument"))?.Name ?? throw new TableException(1, null, null, "an XLSX workbook");
            var (id, from1904) = FirstSheet(book);
            var (name, kind) = package.Related(book, (candidate, _) => candidate == id) ?? throw Refused(book, "a first sheet that is there");
            using var texts = PartOf(book, "sharedStrings");
            using var styles = PartOf(book, "styles");
            cells = new XlsxCells(new XlsxTexts(texts), new XlsxDates(styles), from1904, NameOf);
            sheet = IsOf(kind, "worksheet") ? package.Open(name) : throw Refused(name, "a first sheet with cells");
            ReadHeader();
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Columns => columns;

    public override void Dispose()
    {
        sheet.Dispose();
        package.Dispose();
    }

    protected override IEnumerable<TableRow> Read()
    {
        while (NextRow() is { } found)
        {
            var texts = new string?[columns.Count];
            Array.Fill(texts, string.Empty);
            foreach (var (column, text) in found)
            {
                texts[positions.TryGetValue(column, out var position) ? position : throw sheet.Refused(NameOf(column), text, "values below named columns only")] = text;
            }

            yield return new(sheet.Row, texts);
        }
    }

    private static bool IsOf(string type, string kind) => type.EndsWith("/" + kind, StringComparison.Ordinal);

    private static TableException Refused(string part, string expected) => new(1, null, null, expected) { Part = part };

    private XlsxPart? PartOf(string book, string kind) => package.Related(book, (_, type) => IsOf(type, kind)) is { } found ? package.Open(found.Name) : null;

    private (string Id, bool From1904) FirstSheet(string book)
    {
        using var part = package.Open(book);
        var from1904 = false;
        while (part.Read())
        {
            switch (part)
            {
                case { Type: XmlNodeType.Element, Element: "workbookPr" }:
                    from1904 = part.Attribute("date1904") is "1" or "true";
                    break;
                case { Type: XmlNodeType.Element, Element: "sheet" }:
                    return (part.PrefixedAttribute("id") ?? throw part.Refused(null, null, "a sheet with the id of a relationship"), from1904);
            }
        }

        throw part.Refused(null, null, "a sheet");
    }

    private void ReadHeader()
    {
        foreach (var (column, name) in sheet.ReadTo("sheetData") ? (NextRow() ?? []).OrderBy(cell => cell.Key) : throw sheet.Refused(null, null, "the rows of a sheet"))
        {
            positions.Add(column, columns.Count);
            columns.Add(name);
        }

        if (columns.Count == 0)
        {
            throw new TableException(1, null, string.Empty, "a first row that names the columns");
        }
    }

    private string NameOf(int column) => positions.TryGetValue(column, out var position) ? columns[position] : XlsxCells.LettersOf(column);

    /// <summary>The cells of the next row that has any, by their columns.</summary>
    private Dictionary<int, string>? NextRow()
    {
        while (sheet.Read() && sheet.Element != "sheetData")
        {
            if (sheet.Type is not XmlNodeType.Element || sheet.Element != "row")
            {
                continue;
            }

            sheet.Row = RowOf(sheet.Attribute("r"));
            if (cells.Read(sheet) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return null;
    }

    private int RowOf(string? number)
    {
        if (number is null && sheet.Row == MostSheetRows)
        {
            throw sheet.OverLimit(null, MostSheetRows, "rows in a sheet");
        }

        var row = sheet.Row + 1;
        return number is null || (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > sheet.Row && row <= MostSheetRows)
            ? row
            : throw sheet.Refused(null, number, FormattableString.Invariant($"a row behind row {sheet.Row}, to row {MostSheetRows} at most"));
    }
}
