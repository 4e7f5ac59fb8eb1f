using CsvHelper;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>
/// Comma-separated values as defined by RFC 4180, with the column names in the first line, or as spreadsheets write them, which
/// <see cref="CsvDialect"/> detects. It rejects stray quotes, and rows with more or fewer cells than columns.
/// </summary>
internal sealed class CsvTable : TableReader
{
    // One would be enough to reject them.
    private const int MostEmpty = 1_000;

    private readonly CsvReader reader;
    private readonly CsvDialect form;
    private readonly int width;

    private CsvTable(Stream text, CsvDialect form, int mostRows, TableHeader? header)
        : base(mostRows)
    {
        (this.form, Header) = (form, header);
        reader = CsvReader.Create(text, OptionsFor(form.Separator, header is null), leaveOpen: false);
        if (header is not null)
        {
            Columns = [.. header.Columns.Select(column => column.Heading)];
            return;
        }

        Guarded(() =>
        {
            reader.ReadHeader();
            return true;
        });
        width = reader.Headers.Count;
        Columns = [.. reader.Headers.Take(reader.Headers.ToList().FindLastIndex(heading => heading.Trim().Length > 0) + 1)];
        if (Columns.Any(heading => heading.Trim().Length == 0))
        {
            throw new TableException(1 + form.LinesBefore, null, string.Empty,
                new("a name in every heading except the last ones", "有名称的列标题（末尾的除外）"));
        }

        if (Columns.Count == 0)
        {
            throw new TableException(1 + form.LinesBefore, null, string.Empty,
                new("a first line that names the columns", "写有列标题的第一行"));
        }
    }

    public override IReadOnlyList<string> Columns { get; }

    public override TableHeader? Header { get; }

    public override TableSource Source =>
        new() { Encoding = form.Encoding.Name, Separator = form.Separator == '\t' ? "tab" : form.Separator.ToString() };

    public override NumberNotation Numbers => form.Numbers;

    public override bool IsGuarded => true;

    /// <summary>Begins to read a file as spreadsheets write it, which must be seekable.</summary>
    /// <exception cref="TableException">It does not have its encoding, or has no first line with column names.</exception>
    public static CsvTable Imported(Stream file, TableOptions options)
    {
        var form = CsvDialect.Detect(file, options);
        if (options.Search is not { } search)
        {
            return new(form.Open(file), form, options.Limits.ImportRows, header: null);
        }

        using var start = new CsvTable(form.Open(file), form, options.Limits.ImportRows, new(0, [], 0));
        var header = search.Find(new(start.Start(), [], new HashSet<int>()))
            ?? throw new TableException(1 + form.LinesBefore, null, null, search.Expected);
        return new(form.Open(file), form, options.Limits.ImportRows, header);
    }

    /// <summary>Creates its reader.</summary>
    public static CsvReaderOptions OptionsFor(char separator, bool hasHeader = true) => new()
    {
        Separator = separator,
        HasHeader = hasHeader,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = LongestRow,
    };

    public override void Dispose() => reader.Dispose();

    // Rows of separators only are ignored at the end, where spreadsheets leave them, and nowhere else.
    protected override IEnumerable<TableRow> Read() => Header is { } header ? Below(header) : BelowFirst();

    private List<TableRow> Start()
    {
        var rows = new List<TableRow>();
        while (rows.Count < TableStart.MostRows && Guarded(reader.Read))
        {
            rows.Add(new((int)reader.LineNumber + form.LinesBefore, reader.Current.ToArray()));
        }

        return rows;
    }

    private IEnumerable<TableRow> Below(TableHeader header)
    {
        var known = header.Columns.Select(column => column.Position).ToHashSet();
        while (Guarded(reader.Read))
        {
            var (number, given) = ((int)reader.LineNumber + form.LinesBefore, reader.Current.ToArray());
            if (number <= header.LastRow)
            {
                continue;
            }

            var cells = header.Columns.Select(column => column.Position < given.Length ? given[column.Position] : string.Empty);
            var beyond = given.Index().FirstOrDefault(cell => cell.Item.Length > 0 && !known.Contains(cell.Index));
            yield return new(number, [.. cells]) { Beyond = beyond.Item is { } value ? ($"{beyond.Index + 1}", value) : null };
        }
    }

    private IEnumerable<TableRow> BelowFirst()
    {
        var empty = new List<TableRow>();
        while (Guarded(reader.Read))
        {
            var row = Next();
            if (Array.TrueForAll(row.Cells, string.IsNullOrEmpty))
            {
                if (empty.Count < MostEmpty)
                {
                    empty.Add(row);
                }

                continue;
            }

            foreach (var before in empty)
            {
                yield return before;
            }

            empty.Clear();
            yield return row;
        }
    }

    private TableRow Next()
    {
        var number = (int)reader.LineNumber + form.LinesBefore;
        var cells = reader.Current.ToArray();
        if (cells.Length != width)
        {
            throw new TableException(number, null, reader.Current.ToString(),
                new($"{English.Count(width, "cell")}, not {cells.Length}", $"{width} 个单元格，而不是 {cells.Length} 个"));
        }

        return Array.FindIndex(cells, Columns.Count, cell => cell.Length > 0) is >= 0 and var beyond
            ? throw OutsideColumns(number, null, cells[beyond]) : new(number, cells[..Columns.Count]);
    }

    private bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException cause)
        {
            var line = (int)cause.LineNumber + form.LinesBefore;
            throw cause.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal)
                ? TableException.OverLimit(line, null, LongestRow,
                    new("bytes in a row (a row continues until its quotes are closed)",
                        "个字节（一行；引号未闭合时行会一直延续）"))
                : new TableException(line, null, null,
                    new("quotes only around a whole cell, closed, and doubled inside it",
                        "只围住整个单元格、成对闭合、内部成双的引号"));
        }
    }
}
