using System.Globalization;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace ReformGraph.Export;

/// <summary>
/// An Excel workbook: a sheet with the rows, each cell of the type of its column below a first line that stays, and a sheet that says what was
/// asked, when, of which state, and what the columns mean. What a sheet cannot hold is refused.
/// </summary>
/// <param name="asked">What was asked.</param>
/// <param name="mostRows">How many rows a sheet has below its first line.</param>
internal sealed class XlsxRows(ExportRequest asked, int mostRows = 1_048_575) : ExportWriter
{
    private const int LongestName = 31;
    private const double WidthOfNames = 24;
    private const double WidthOfTexts = 60;

    private XlsxColumn[] columns = [];
    private Cell[] cells = [];
    private TargetStream? output;
    private Spreadsheet? book;
    private XlsxStyles styles = null!;
    private int rows;

    /// <summary>A refusal that says what serves instead.</summary>
    public static RequestRefusedException Refusal(string reason) =>
        new(new RequestError(ErrorCodes.ExportExceedsSheet, $"{reason}; ask for it as .csv or .parquet, which have no such limit."));

    public override void Begin(IReadOnlyList<ExportColumn> columns, Stream target)
    {
        this.columns = [.. columns.Select(XlsxColumn.Of)];
        cells = new Cell[columns.Count];
        output = new TargetStream(target);
        book = Spreadsheet.CreateNewAsync(output, new SpreadCheetahOptions { PreserveStringWhitespace = true }).AsTask().GetAwaiter().GetResult();
        styles = XlsxStyles.Of(book);
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        foreach (var (number, column) in this.columns.Index())
        {
            sheet.Column(number + 1).Width = column.Width;
        }

        var name = SchemaNames.KebabCase(asked.Entity.Plural);
        Done(book.StartWorksheetAsync(name[..Math.Min(name.Length, LongestName)], sheet));
        Done(book.AddHeaderRowAsync([.. columns.Select(column => column.Name)], styles.Header));
    }

    public override void Write(ExportRow row)
    {
        if (++rows > mostRows)
        {
            throw Refusal($"A sheet holds {mostRows} rows, and these are more");
        }

        for (var number = 0; number < columns.Length; number++)
        {
            cells[number] = row.IsNull(number) ? default : columns[number].Value(row, number, styles);
        }

        Done(book!.AddRowAsync(cells));
    }

    public override async ValueTask FinishAsync(AnswerStamp? stamp)
    {
        var sheet = new WorksheetOptions();
        foreach (var (number, width) in new[] { WidthOfNames, WidthOfNames, WidthOfTexts, WidthOfNames, WidthOfTexts }.Index())
        {
            sheet.Column(number + 1).Width = width;
        }

        await book!.StartWorksheetAsync("about", sheet);
        foreach (var (name, value) in asked.Notes(stamp).Append(("exportedAt", asked.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))))
        {
            await book.AddRowAsync([new Cell(name, styles.Header), new Cell(value)]);
        }

        await book.AddRowAsync(Array.Empty<Cell>());
        await book.AddHeaderRowAsync(["column", "type", "meaning", "unit", "values"], styles.Header);
        foreach (var (column, _, _) in columns)
        {
            var type = column.Type.ClrType == typeof(DateTime) ? $"{column.Type.Name} (UTC)" : column.Type.Name;
            await book.AddRowAsync([.. new[] { column.Name, type, column.Description, column.Unit, ColumnNotes.Values(column) }.Select(text => new Cell(text, styles.Wrapped))]);
        }

        await book.FinishAsync();
    }

    public override void Flush()
    {
    }

    public override void Dispose()
    {
        output?.LetGo();
        book?.Dispose();
        base.Dispose();
    }

    // What it writes to is memory, so that it has never to be waited for.
    private static void Done(ValueTask written)
    {
        if (!written.IsCompletedSuccessfully)
        {
            written.AsTask().GetAwaiter().GetResult();
        }
    }
}
