using System.Globalization;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables.Xlsx;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace ReformGraph.Export;

/// <summary>
/// An Excel workbook: a sheet with the rows, each cell with the type of its column, below a frozen header row, and a sheet that states what
/// was requested, when, of which state, and what the columns mean. A workbook of moderate size is set up for printing. What a sheet cannot
/// hold is rejected.
/// </summary>
/// <param name="asked">The request.</param>
/// <param name="mostRows">The maximum number of rows of a sheet below its header row.</param>
/// <param name="mostPrinted">The approximate maximum number of bytes of a workbook that is set up for printing.</param>
internal sealed class XlsxExportWriter(ExportRequest asked, int mostRows = 1_048_575, int mostPrinted = 1_000_000) : ExportWriter
{
    private const int LongestName = 31;
    private const double WidthOfNames = 24;
    private const double WidthOfTexts = 60;

    // The number of rows that determine the widths of the columns, which precede the rows in a sheet.
    private const int MostFirst = 100;

    private readonly List<Cell[]> first = [];
    private XlsxColumn[] columns = [];
    private Cell[] cells = [];
    private string sheetName = "";
    private Stream target = Stream.Null;
    private MemoryStream? printed = new();
    private TargetStream? output;
    private Spreadsheet? book;
    private XlsxStyles styles = null!;
    private int rows;
    private bool isStarted;

    /// <summary>An error that suggests other formats.</summary>
    public static RequestErrorException Refusal(string reason) =>
        new(new RequestError(ServerErrorCodes.ExportExceedsSheet, $"{reason}. Ask for .csv or .parquet, which have no such limit."));

    public override void Begin(IReadOnlyList<ExportColumn> columns, Stream target)
    {
        this.columns = [.. columns.Select(column => new XlsxColumn(column))];
        cells = new Cell[columns.Count];
        this.target = target;
        output = new TargetStream(printed!);
        book = Spreadsheet.CreateNewAsync(output, new SpreadCheetahOptions
        {
            PreserveStringWhitespace = true,
            WriteCellReferenceAttributes = true
        }).AsTask().GetAwaiter().GetResult();
        styles = XlsxStyles.AddTo(book);
    }

    public override void Write(ExportRow row)
    {
        if (++rows > mostRows)
        {
            throw Refusal($"A sheet can hold {mostRows} rows, but there are more");
        }

        for (var number = 0; number < columns.Length; number++)
        {
            cells[number] = row.IsNull(number) ? default : columns[number].Value(row, number, styles);
            if (!isStarted && !row.IsNull(number))
            {
                columns[number].Fit(row.Text(number));
            }
        }

        if (isStarted)
        {
            Done(book!.AddRowAsync(cells));
            return;
        }

        first.Add([.. cells]);
        if (first.Count == MostFirst)
        {
            Start();
        }
    }

    public override async ValueTask FinishAsync(ResponseStamp? stamp)
    {
        if (!isStarted)
        {
            Start();
        }

        var sheet = new WorksheetOptions();
        foreach (var (number, width) in new[] { WidthOfNames, WidthOfNames, WidthOfTexts, WidthOfNames, WidthOfTexts }.Index())
        {
            sheet.Column(number + 1).Width = width;
        }

        await book!.StartWorksheetAsync("about", sheet);
        var exportedAt = asked.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        foreach (var (name, value) in asked.Notes(stamp).Append(("exportedAt", exportedAt)))
        {
            await book.AddRowAsync([new Cell(name, styles.Header), new Cell(SheetText.Note(value), styles.Wrapped)]);
        }

        await book.AddRowAsync(Array.Empty<Cell>());
        await book.AddHeaderRowAsync(["column", "type", "meaning", "unit", "values"], styles.Header);
        foreach (var (column, type) in columns.Select(one => (one.Column, one.TypeName)))
        {
            await book.AddRowAsync(
                [.. new[] { column.Path == column.Name ? column.Name : $"{column.Name} ({column.Path})", type, column.Description,
                column.Unit, ColumnNotes.Values(column) }.Select(text => new Cell(text, styles.Wrapped))]);
        }

        await book.FinishAsync();
        Flush();
        if (printed is not null)
        {
            printed.Position = 0;
            XlsxPrintSetup.Copy(printed, target, sheetName, asked.Title, (exportedAt, $"{stamp}"));
            printed = null;
        }
    }

    public override void Flush()
    {
        if (printed?.Length > mostPrinted)
        {
            printed.WriteTo(target);
            output!.GoOnIn(target);
            printed = null;
        }
    }

    public override void Dispose()
    {
        output?.LetGo();
        book?.Dispose();
        base.Dispose();
    }

    private void Start()
    {
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        foreach (var (number, column) in columns.Index())
        {
            sheet.Column(number + 1).Width = column.Width;
        }

        sheetName = SchemaNames.KebabCase(asked.Entity.Plural);
        sheetName = sheetName[..Math.Min(sheetName.Length, LongestName)];
        Done(book!.StartWorksheetAsync(sheetName, sheet));
        Done(book.AddHeaderRowAsync([.. columns.Select(column => column.Column.Name)], styles.Header));
        foreach (var row in first)
        {
            Done(book.AddRowAsync(row));
        }

        first.Clear();
        isStarted = true;
    }

    // It writes to memory, so it never has to wait.
    private static void Done(ValueTask written)
    {
        if (!written.IsCompletedSuccessfully)
        {
            written.AsTask().GetAwaiter().GetResult();
        }
    }
}
