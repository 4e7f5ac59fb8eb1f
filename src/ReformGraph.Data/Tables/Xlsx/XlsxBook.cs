using System.Text;
using System.Xml;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">The name of its part.</param>
/// <param name="HasCells">Whether it is a sheet of cells, not one of a chart.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
internal sealed record XlsxSheet(string Name, string Part, bool HasCells, bool IsHidden);

/// <summary>A workbook: its sheets, and what their cells have in common. Shared strings are held in memory.</summary>
internal sealed class XlsxBook : IDisposable
{
    private const int MostSheets = 1_000;

    private readonly XlsxPackage package;
    private readonly Dictionary<XlsxSheet, XlsxMerges?> merges = [];
    private readonly XlsxTexts texts;
    private readonly XlsxStyles styles;
    private readonly XlsxNumbers numbers;

    /// <summary>Begins to read a file, which must be seekable.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostUnpacked">The maximum number of bytes to which its parts may unpack.</param>
    /// <param name="isFirstOnly">Whether only the first sheet can be meant.</param>
    /// <exception cref="TableException">It is not a workbook, or unpacks to too much.</exception>
    public XlsxBook(Stream file, long mostUnpacked, bool isFirstOnly)
    {
        package = new XlsxPackage(file, mostUnpacked);
        try
        {
            var book = package.Related(string.Empty, (_, type) => IsOf(type, "officeDocument"))?.Name
                ?? throw new TableException(1, null, null, new("an XLSX workbook", "XLSX 工作簿"));
            var from1904 = false;
            var listed = Listed(book, flag => from1904 = flag).Take(isFirstOnly ? 1 : MostSheets).ToList();
            Sheets = [.. listed.Select(one => SheetOf(book, one))];
            using var strings = PartOf(book, "sharedStrings");
            using var formats = PartOf(book, "styles");
            (texts, styles, numbers) = (new XlsxTexts(strings), new XlsxStyles(formats), new XlsxNumbers(from1904));
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The sheets, at least one, in their order.</summary>
    public IReadOnlyList<XlsxSheet> Sheets { get; }

    /// <summary>Reads the cells of a sheet.</summary>
    /// <param name="nameOf">Returns the name of a column by its number.</param>
    /// <param name="fieldOf">Returns the meaning of a column by its number.</param>
    public XlsxCells Cells(Func<int, string> nameOf, Func<int, ImportField?> fieldOf) => new(texts, styles, numbers, nameOf, fieldOf);

    /// <summary>Begins to read the rows of a sheet.</summary>
    public XlsxRows Open(XlsxSheet sheet, XlsxCells cells)
    {
        var part = package.Open(sheet.Part, sheet.Name);
        try
        {
            return new XlsxRows(part, cells);
        }
        catch
        {
            part.Dispose();
            throw;
        }
    }

    /// <summary>The merged cells of a sheet; null if there are none.</summary>
    public XlsxMerges? MergesOf(XlsxSheet sheet) => merges.TryGetValue(sheet, out var known) ? known : merges[sheet] =
        package.Ahead(sheet.Part, sheet.Name, Encoding.ASCII.GetBytes(XlsxMerges.Element), part => new XlsxMerges(part));

    /// <summary>The first rows of a sheet, as texts.</summary>
    public TableStart StartOf(XlsxSheet sheet)
    {
        using var rows = Open(sheet, Cells(XlsxCells.LettersOf, _ => null));
        var found = new List<TableRow>();
        while (found.Count < TableStart.MostRows && rows.Next() is { } cells)
        {
            var texts = new string?[cells.Keys.Max()];
            Array.Fill(texts, string.Empty);
            foreach (var (column, cell) in cells)
            {
                texts[column - 1] = cell.Text;
            }

            found.Add(new(rows.Sheet.Row, texts));
        }

        var last = found.Count == 0 ? 0 : found[^1].Number;
        return new(found, [.. MergesOf(sheet)?.Until(last) ?? []], rows.Hidden.Select(column => column - 1).ToHashSet());
    }

    public void Dispose() => package.Dispose();

    private static bool IsOf(string type, string kind) => type.EndsWith("/" + kind, StringComparison.Ordinal);

    private XlsxPart? PartOf(string book, string kind) =>
        package.Related(book, (_, type) => IsOf(type, kind)) is { } found ? package.Open(found.Name) : null;

    private IEnumerable<(string Id, string Name, bool IsHidden)> Listed(string book, Action<bool> countsFrom1904)
    {
        using var part = package.Open(book);
        var isAny = false;
        while (part.Read())
        {
            switch (part)
            {
                case { Type: XmlNodeType.Element, Element: "workbookPr" }:
                    countsFrom1904(part.Attribute("date1904") is "1" or "true");
                    break;
                case { Type: XmlNodeType.Element, Element: "sheet" }:
                    isAny = true;
                    yield return (part.PrefixedAttribute("id")
                        ?? throw part.Refused(null, null, new("a sheet with a relationship id", "有关系编号的工作表")),
                        part.Attribute("name") ?? string.Empty, part.Attribute("state") is "hidden" or "veryHidden");
                    break;
            }
        }

        if (!isAny)
        {
            throw part.Refused(null, null, new("a sheet", "工作表"));
        }
    }

    private XlsxSheet SheetOf(string book, (string Id, string Name, bool IsHidden) listed)
    {
        var (part, type) = package.Related(book, (candidate, _) => candidate == listed.Id)
            ?? throw new TableException(1, null, null, new("a first sheet that exists", "存在的第一个工作表")) { Part = book };
        return new(listed.Name, part, IsOf(type, "worksheet"), listed.IsHidden);
    }
}
