using ReformGraph.Engine.Writing;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace ReformGraph.Export;

/// <summary>The styles of a workbook.</summary>
/// <param name="Header">Of names.</param>
/// <param name="Day">Of dates.</param>
/// <param name="Instant">Of instants.</param>
/// <param name="Wrapped">Of long texts.</param>
internal sealed record XlsxStyles(StyleId Header, StyleId Day, StyleId Instant, StyleId Wrapped)
{
    public static XlsxStyles Of(Spreadsheet book) => new(
        book.AddStyle(new Style { Font = { Bold = true } }),
        book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }),
        book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") }),
        book.AddStyle(new Style { Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } }));
}

/// <summary>Makes the cell of a value that is not null.</summary>
internal delegate Cell XlsxValue(ExportRow row, int number, XlsxStyles styles);

/// <summary>A column of a sheet. What Excel's numbers and dates cannot hold exactly is a text there.</summary>
/// <param name="Column">The column.</param>
/// <param name="Width">How wide it is, in characters.</param>
/// <param name="Value">How its values are written.</param>
internal sealed record XlsxColumn(ExportColumn Column, double Width, XlsxValue Value)
{
    private const int LongestText = 32_767;
    private const int WidestHeader = 40;

    // Excel keeps 15 digits of a number, and begins to count days rightly with this one.
    private const long LeastTooLarge = 1_000_000_000_000_000;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>The column for a column of an export.</summary>
    public static XlsxColumn Of(ExportColumn column)
    {
        var (width, value) = FormOf(column);
        return new(column, Math.Max(width, Math.Min(column.Name.Length + 2, WidestHeader)), value);
    }

    private static (double Width, XlsxValue Value) FormOf(ExportColumn column) => column.Type.IsEnum ? (18, Text) : Type.GetTypeCode(column.Type.ClrType) switch
    {
        TypeCode.Boolean => (8, (row, number, _) => new Cell(row.Whole(number) != 0)),
        TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => (10, (row, number, styles) => IsExact(row.Whole(number)) ? new Cell(row.Whole(number)) : Text(row, number, styles)),
        TypeCode.Double => (12, (row, number, styles) => double.IsFinite(row.Real(number)) ? new Cell(row.Real(number)) : Text(row, number, styles)),
        TypeCode.Decimal => (14, (row, number, styles) => IsExact(row.Whole(number)) ? new Cell(row.Whole(number) / 10_000m) : Text(row, number, styles)),
        TypeCode.DateTime => (20, (row, number, styles) => DateOnly.FromDateTime(row.Instant(number)) >= FirstDay ? new Cell(ToTheMillisecond(row.Instant(number)), styles.Instant) : Text(row, number, styles)),
        _ when column.Type.ClrType == typeof(DateOnly) => (12, (row, number, styles) => row.Date(number) >= FirstDay ? new Cell(row.Date(number).ToDateTime(default), styles.Day) : Text(row, number, styles)),
        _ => (24, Text),
    };

    // What is rounded up at the end of the last day is no date of Excel's.
    private static DateTime ToTheMillisecond(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));

    private static bool IsExact(long digits) => digits is > -LeastTooLarge and < LeastTooLarge;

    private static Cell Text(ExportRow row, int number, XlsxStyles styles)
    {
        var text = SheetText.Of(row.Text(number));
        return text.Length <= LongestText ? new Cell(text) : throw XlsxRows.Refusal($"A cell of a sheet holds {LongestText} characters, and one of these rows has a text of {text.Length}");
    }
}
