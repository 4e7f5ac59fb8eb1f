using System.Globalization;
using CsvHelper;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using ReformGraph.Engine.Modeling;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ReformGraph.Data.Extraction;

/// <summary>A format of drafts.</summary>
/// <param name="Extension">The extension of its files.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="WriteAsync">Writes rows.</param>
internal sealed record DraftFormat(
    string Extension, string MediaType, Func<IEnumerable<DraftRow>, Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>Comma-separated values.</summary>
    public static DraftFormat Csv { get; } = new(".csv", "text/csv", DraftWriter.WriteCsvAsync);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DraftFormat> All { get; } =
        [Csv, new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", DraftWriter.WriteXlsxAsync)];

    /// <summary>The format of a file by its name, or null.</summary>
    public static DraftFormat? OfFile(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Writes the proposals as a table, in CSV (UTF-8) or as an Excel workbook, for someone to correct.</summary>
internal static class DraftWriter
{
    private const int WidthOfSentences = 60;
    private const int WidthOfOthers = 14;

    /// <summary>The columns in order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "start", "length", "wording", "sentence", "section", "value", "lower", "lowerIncluded", "upper", "upperIncluded", "unit",
        "measureWord", "precision", "kind", "direction", "period", "indicator", "role", "note",
    ];

    // Excel keeps 15 digits of a number.
    private const decimal LeastTooLarge = 1_000_000_000_000_000;

    /// <summary>A name in the form of the draft.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => SchemaNames.UpperSnake(value.ToString());

    /// <summary>Writes CSV.</summary>
    public static async Task WriteCsvAsync(IEnumerable<DraftRow> rows, Stream target, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        WriteCsv(rows, buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(target, cancellation);
    }

    private static void WriteCsv(IEnumerable<DraftRow> rows, Stream target)
    {
        using var writer = CsvWriter.Create(target, new CsvWriterOptions(), leaveOpen: true);
        writer.WriteRecord([.. Columns]);
        foreach (var row in rows)
        {
            foreach (var (_, text) in Cells(row))
            {
                writer.WriteField(FormulaGuard.Guard(text));
            }

            writer.EndRecord();
        }

        writer.Flush();
    }

    /// <summary>Writes a workbook.</summary>
    public static async Task WriteXlsxAsync(IEnumerable<DraftRow> rows, Stream target, CancellationToken cancellation)
    {
        var options = new SpreadCheetahOptions { PreserveStringWhitespace = true, WriteCellReferenceAttributes = true };
        await using var book = await Spreadsheet.CreateNewAsync(target, options, cancellation);
        var header = book.AddStyle(new Style { Font = { Bold = true } });
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        foreach (var (number, column) in Columns.Index())
        {
            sheet.Column(number + 1).Width = column == "sentence" ? WidthOfSentences : WidthOfOthers;
        }

        await book.StartWorksheetAsync("draft", sheet, cancellation);
        await book.AddHeaderRowAsync([.. Columns], header, cancellation);
        foreach (var row in rows)
        {
            await book.AddRowAsync([.. Cells(row).Select(cell =>
                cell.Number is { } number && Math.Abs(number) < LeastTooLarge ? new Cell(number)
                : cell.Text.Length == 0 ? default
                : new Cell(SheetText.Note(cell.Text)))], cancellation);
        }

        await book.FinishAsync(cancellation);
    }

    /// <summary>The cells of a row, in the order of the columns: numbers or texts.</summary>
    public static IReadOnlyList<(decimal? Number, string Text)> Cells(DraftRow row)
    {
        var quantity = row.Quantity;
        var (lower, upper) = (quantity?.Bounds.Lower, quantity?.Bounds.Upper);
        return
        [
            Number(row.Start), Number(row.Length), Text(row.Wording), Text(row.Sentence), Text(row.Section),
            Number(quantity?.Value), Number(lower), Truth(lower, quantity?.Bounds.LowerIncluded), Number(upper),
            Truth(upper, quantity?.Bounds.UpperIncluded), Text(quantity?.Measure.Unit), Text(quantity?.Measure.Word),
            Text(quantity is null ? null : PrecisionOf(quantity)), Text(NameOf(row.Kind)),
            Text(row.IsRise switch { true => "UP", false => "DOWN", null => null }), Text(row.Period),
            Text(null), // the reader fills in the indicator
            Text(row.Role is { } role ? NameOf(role) : null), Text(row.Note),
        ];
    }

    /// <summary>A precision in the form of the draft.</summary>
    public static string NameOf(Precision precision) => precision is Precision.About ? "APPROXIMATE" : NameOf<Precision>(precision);

    /// <summary>A number in the form of the draft.</summary>
    public static string TextOf(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string PrecisionOf(ReadQuantity quantity) => quantity.Precision is { } precision ? NameOf(precision) : "RANGE";

    private static (decimal? Number, string Text) Number(decimal? value) =>
        (value, value is { } number ? TextOf(number) : string.Empty);

    private static (decimal? Number, string Text) Text(string? text) => (null, text ?? string.Empty);

    private static (decimal? Number, string Text) Truth(decimal? bound, bool? isIncluded) =>
        Text(bound is null ? null : isIncluded is true ? "true" : "false");
}
