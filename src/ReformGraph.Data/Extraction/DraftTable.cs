using CsvHelper;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ReformGraph.Data.Extraction;

/// <summary>A table of proposals, for someone to correct.</summary>
/// <param name="Name">Its name, for the sheet of a workbook.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="Rows">The cells of its rows: numbers or texts.</param>
internal sealed record DraftTable(
    string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<(decimal? Number, string Text)>> Rows)
{
    /// <summary>The columns whose texts are long.</summary>
    public static readonly IReadOnlyList<string> Long = ["sentence", "formula"];
}

/// <summary>A format of drafts.</summary>
/// <param name="Extension">The extension of its files.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="WriteAsync">Writes a table.</param>
internal sealed record DraftFormat(string Extension, string MediaType, Func<DraftTable, Stream, CancellationToken, Task> WriteAsync)
{
    private const int WidthOfLong = 60;
    private const int WidthOfOthers = 14;

    // Excel keeps 15 digits of a number.
    private const decimal LeastTooLarge = 1_000_000_000_000_000;

    /// <summary>Comma-separated values in UTF-8.</summary>
    public static DraftFormat Csv { get; } = new(".csv", "text/csv", WriteCsvAsync);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DraftFormat> All { get; } =
        [Csv, new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WriteXlsxAsync)];

    /// <summary>The format of a file by its name, or null.</summary>
    public static DraftFormat? OfFile(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    private static async Task WriteCsvAsync(DraftTable table, Stream target, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        WriteCsv(table, buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(target, cancellation);
    }

    private static void WriteCsv(DraftTable table, Stream target)
    {
        using var writer = CsvWriter.Create(target, new CsvWriterOptions(), leaveOpen: true);
        writer.WriteRecord([.. table.Columns]);
        foreach (var row in table.Rows)
        {
            foreach (var (_, text) in row)
            {
                writer.WriteField(FormulaGuard.Guard(text));
            }

            writer.EndRecord();
        }

        writer.Flush();
    }

    private static async Task WriteXlsxAsync(DraftTable table, Stream target, CancellationToken cancellation)
    {
        var options = new SpreadCheetahOptions { PreserveStringWhitespace = true, WriteCellReferenceAttributes = true };
        await using var book = await Spreadsheet.CreateNewAsync(target, options, cancellation);
        var header = book.AddStyle(new Style { Font = { Bold = true } });
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        foreach (var (number, column) in table.Columns.Index())
        {
            sheet.Column(number + 1).Width = DraftTable.Long.Contains(column) ? WidthOfLong : WidthOfOthers;
        }

        await book.StartWorksheetAsync(table.Name, sheet, cancellation);
        await book.AddHeaderRowAsync([.. table.Columns], header, cancellation);
        foreach (var row in table.Rows)
        {
            await book.AddRowAsync([.. row.Select(cell =>
                cell.Number is { } number && Math.Abs(number) < LeastTooLarge ? new Cell(number)
                : cell.Text.Length == 0 ? default
                : new Cell(SheetText.Note(cell.Text)))], cancellation);
        }

        await book.FinishAsync(cancellation);
    }
}
