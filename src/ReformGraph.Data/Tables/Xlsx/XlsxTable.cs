using System.Globalization;
using System.Text;
using System.Xml;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>
/// The first sheet of an XLSX workbook, with the column names in its first row; rows without any value are ignored. For formulas, the
/// results stored in the file are read. The sheet is read row by row; shared strings and merged cells are held in memory.
/// </summary>
internal sealed class XlsxTable : TableReader
{
    /// <summary>The maximum number of rows in a sheet.</summary>
    public const int MostSheetRows = 1_048_576;

    private readonly XlsxPackage package;
    private readonly XlsxPart sheet;
    private readonly XlsxCells cells;
    private readonly XlsxMerges? merges;
    private readonly Dictionary<int, int> positions = []; // from the column of the sheet to that of the table
    private readonly Dictionary<int, ImportField?> fields = []; // of the columns of the sheet
    private readonly List<string> columns = [];
    private readonly int header;

    /// <summary>Begins to read a file, which must be seekable.</summary>
    /// <exception cref="TableException">It is not a workbook, unpacks to too much, or has no row with column names.</exception>
    public XlsxTable(Stream file, TableOptions options)
        : base(options.Limits.ImportRows)
    {
        package = new XlsxPackage(file, options.Limits.ImportBytes);
        try
        {
            var book = package.Related(string.Empty, (_, type) => IsOf(type, "officeDocument"))?.Name
                ?? throw new TableException(1, null, null, new("an XLSX workbook", "XLSX 工作簿"));
            var (id, title, from1904) = FirstSheet(book);
            var (name, kind) = package.Related(book, (candidate, _) => candidate == id)
                ?? throw Refused(book, new("a first sheet that exists", "存在的第一个工作表"));
            using var texts = PartOf(book, "sharedStrings");
            using var styles = PartOf(book, "styles");
            cells = new XlsxCells(new XlsxTexts(texts), new XlsxStyles(styles), new XlsxNumbers(from1904), NameOf,
                fields.GetValueOrDefault);
            if (!IsOf(kind, "worksheet"))
            {
                throw Refused(name, new("a first sheet with cells", "有单元格的第一个工作表"));
            }

            merges = package.Ahead(name, title, Encoding.ASCII.GetBytes(XlsxMerges.Element), part => new XlsxMerges(part));
            sheet = package.Open(name, title);
            ReadHeader(options.Headings);
            header = sheet.Row;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Columns => columns;

    public override TableSource Source => new() { Sheet = sheet.Sheet, Formulas = cells.Formulas.Total > 0 ? cells.Formulas : null };

    public override void Dispose()
    {
        sheet.Dispose();
        package.Dispose();
    }

    protected override IEnumerable<TableRow> Read()
    {
        while (NextRow() is { } found)
        {
            merges?.Apply(sheet, found, fields, header);
            if (found.Count == 0)
            {
                continue;
            }

            var texts = new string?[columns.Count];
            Array.Fill(texts, string.Empty);
            Dictionary<int, CellProblem>? problems = null;
            foreach (var (column, cell) in found)
            {
                var position = positions.TryGetValue(column, out var known)
                    ? known : throw sheet.Refused(NameOf(column), cell.Text,
                        new("values only in columns with a heading", "只在有标题的列下填写的值"));
                texts[position] = cell.Text;
                if (cell.Problem is { } problem)
                {
                    (problems ??= []).Add(position, problem);
                }
            }

            yield return new(sheet.Row, texts) { Problems = problems };
        }
    }

    private static bool IsOf(string type, string kind) => type.EndsWith("/" + kind, StringComparison.Ordinal);

    private static TableException Refused(string part, Bilingual expected) => new(1, null, null, expected) { Part = part };

    private XlsxPart? PartOf(string book, string kind) =>
        package.Related(book, (_, type) => IsOf(type, kind)) is { } found ? package.Open(found.Name) : null;

    private (string Id, string Title, bool From1904) FirstSheet(string book)
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
                    var id = part.PrefixedAttribute("id")
                        ?? throw part.Refused(null, null, new("a sheet with a relationship id", "有关系编号的工作表"));
                    return (id, part.Attribute("name") ?? string.Empty, from1904);
            }
        }

        throw part.Refused(null, null, new("a sheet", "工作表"));
    }

    private void ReadHeader(TableHeadings headings)
    {
        foreach (var (column, name) in sheet.ReadTo("sheetData")
            ? (NextRow() ?? []).OrderBy(cell => cell.Key) : throw sheet.Refused(null, null, new("the rows of a sheet", "工作表的行")))
        {
            positions.Add(column, columns.Count);
            columns.Add(name.Text);
        }

        if (columns.Count == 0)
        {
            throw new TableException(1, null, string.Empty,
                new("a first row that names the columns", "写有列标题的第一行"))
            { Sheet = sheet.Sheet };
        }

        foreach (var (column, position) in positions)
        {
            fields.Add(column, headings.Find(columns[position]));
        }
    }

    private string NameOf(int column) => positions.TryGetValue(column, out var position) ? columns[position] : XlsxCells.LettersOf(column);

    /// <summary>The cells of the next row that has any, by column.</summary>
    private Dictionary<int, XlsxCell>? NextRow()
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
            throw sheet.OverLimit(null, MostSheetRows, new("rows in a sheet", "行（一个工作表）"));
        }

        var row = sheet.Row + 1;
        return number is null
            || (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > sheet.Row && row <= MostSheetRows)
            ? row
            : throw sheet.Refused(null, number,
                new($"a row after row {sheet.Row}, and at most row {MostSheetRows}",
                    $"第 {sheet.Row} 行之后的行，最多到第 {MostSheetRows} 行"));
    }
}
