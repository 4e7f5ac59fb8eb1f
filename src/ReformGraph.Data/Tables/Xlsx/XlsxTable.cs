namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>
/// A sheet of an XLSX workbook, with the column names in its first row or in the header that is searched for; rows without any value are
/// ignored. For formulas, the results stored in the file are read. The sheet is read row by row; shared strings and merged cells are held
/// in memory.
/// </summary>
internal sealed class XlsxTable : TableReader
{
    private readonly XlsxBook book;
    private readonly XlsxSheet sheet;
    private readonly XlsxRows rows;
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
        book = new XlsxBook(file, options.Limits.ImportBytes, options is { Search: null, Sheet: null });
        try
        {
            (sheet, Header) = Chosen(options);
            merges = book.MergesOf(sheet);
            cells = book.Cells(NameOf, fields.GetValueOrDefault);
            rows = book.Open(sheet, cells);
            if (Header is { } found)
            {
                foreach (var column in found.Columns)
                {
                    positions.Add(column.Position + 1, columns.Count);
                    fields.Add(column.Position + 1, column.Field);
                    columns.Add(column.Heading);
                }
            }
            else
            {
                ReadHeader(options.Headings);
            }

            header = Header?.LastRow ?? rows.Sheet.Row;
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Columns => columns;

    public override TableHeader? Header { get; }

    public override TableSource Source => new()
    {
        Sheet = sheet.Name,
        OtherSheets = book.Sheets.Count > 1 ? [.. book.Sheets.Where(other => other != sheet).Select(other => other.Name)] : null,
        Formulas = cells.Formulas.Total > 0 ? cells.Formulas : null,
    };

    public override void Dispose()
    {
        rows.Dispose();
        book.Dispose();
    }

    protected override IEnumerable<TableRow> Read()
    {
        while (rows.Next() is { } found)
        {
            if (rows.Sheet.Row <= header)
            {
                continue;
            }

            merges?.Apply(rows.Sheet, found, fields, header);
            if (found.Count > 0)
            {
                yield return RowOf(found);
            }
        }
    }

    private TableRow RowOf(Dictionary<int, XlsxCell> found)
    {
        var texts = new string?[columns.Count];
        Array.Fill(texts, string.Empty);
        Dictionary<int, CellProblem>? problems = null;
        (string, string)? beyond = null;
        foreach (var (column, cell) in found)
        {
            if (!positions.TryGetValue(column, out var position))
            {
                beyond ??= (NameOf(column), cell.Text);
                continue;
            }

            texts[position] = cell.Text;
            if (cell.Problem is { } problem)
            {
                (problems ??= []).Add(position, problem);
            }
        }

        return beyond is { } outside && Header is null
            ? throw rows.Sheet.Refused(outside.Item1, outside.Item2, OnlyUnderHeadings)
            : new(rows.Sheet.Row, texts) { Problems = problems, IsHidden = rows.IsHidden, Beyond = beyond };
    }

    /// <summary>The sheet that is meant: the one with the name; or the one with the most known headings, a visible one first; or the first
    /// one.</summary>
    private (XlsxSheet Sheet, TableHeader? Header) Chosen(TableOptions options)
    {
        var named = options.Sheet is not { } name ? null : book.Sheets.FirstOrDefault(one => one.Name.Trim() == name.Trim())
            ?? throw new TableException(1, null, name, new(
                $"the name of one of the sheets {string.Join(", ", book.Sheets.Select(one => TableException.Shown(one.Name)))}",
                $"以下工作表之一：{string.Join("、", book.Sheets.Select(one => TableException.Shown(one.Name)))}"))
            { Part = "xl/workbook.xml" };
        if (options.Search is not { } search)
        {
            return (WithCells(named ?? book.Sheets[0]), null);
        }

        IEnumerable<XlsxSheet> candidates = named is null
            ? book.Sheets.Where(one => one.HasCells).OrderBy(one => one.IsHidden) : [WithCells(named)];
        var best = candidates.Select(one => (Sheet: one, Header: search.Find(book.StartOf(one))))
            .Where(one => one.Header is not null).OrderByDescending(one => one.Header!.Known).FirstOrDefault();
        return best.Header is not null ? best
            : throw new TableException(1, null, null, search.Expected) { Sheet = (named ?? book.Sheets[0]).Name };
    }

    private static XlsxSheet WithCells(XlsxSheet chosen) => chosen.HasCells ? chosen
        : throw new TableException(1, null, null, new("a first sheet with cells", "有单元格的第一个工作表"))
        { Part = chosen.Part };

    private void ReadHeader(TableHeadings headings)
    {
        foreach (var (column, name) in (rows.Next() ?? []).OrderBy(cell => cell.Key))
        {
            positions.Add(column, columns.Count);
            columns.Add(name.Text);
        }

        if (columns.Count == 0)
        {
            throw new TableException(1, null, string.Empty,
                new("a first row that names the columns", "写有列标题的第一行"))
            { Sheet = sheet.Name };
        }

        foreach (var (column, position) in positions)
        {
            fields.Add(column, headings.Find(columns[position]));
        }
    }

    private string NameOf(int column) => positions.TryGetValue(column, out var position) ? columns[position] : XlsxCells.LettersOf(column);
}
