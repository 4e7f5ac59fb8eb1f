using System.Text;
using ReformGraph.Data.Tables.Xlsx;
using ReformGraph.Engine.Writing;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace ReformGraph.Export;

/// <summary>The styles of a workbook. Cells are aligned at the top of their row, whatever the height of its longest text.</summary>
/// <param name="Header">For names.</param>
/// <param name="Plain">For numbers and booleans.</param>
/// <param name="Day">For dates.</param>
/// <param name="Instant">For instants.</param>
/// <param name="Wrapped">For texts, which are wrapped if they are longer than the width of their column.</param>
internal sealed record XlsxStyles(StyleId Header, StyleId Plain, StyleId Day, StyleId Instant, StyleId Wrapped)
{
    public static XlsxStyles AddTo(Spreadsheet book) => new(
        book.AddStyle(new Style { Font = { Bold = true }, Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } }),
        book.AddStyle(new Style { Alignment = { Vertical = VerticalAlignment.Top } }),
        book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd"), Alignment = { Vertical = VerticalAlignment.Top } }),
        book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss"), Alignment = { Vertical = VerticalAlignment.Top } }),
        book.AddStyle(new Style { Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } }));
}

/// <summary>Creates the cell of a non-null value.</summary>
internal delegate Cell XlsxValue(ExportRow row, int number, XlsxStyles styles);

/// <summary>A column of a sheet. A value that Excel's numbers and dates cannot represent exactly is written as text.</summary>
internal sealed class XlsxColumn
{
    private const int Widest = 60;
    private const int WidestHeader = 30;
    private const int Margin = 2;

    // Excel keeps 15 digits of a number, and its dates are correct from this one on.
    private const long LeastTooLarge = 1_000_000_000_000_000;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    // Dates and booleans are not shown as they are written elsewhere.
    private readonly bool isFitted;

    /// <summary>The column for a column of an export.</summary>
    public XlsxColumn(ExportColumn column)
    {
        Column = column;
        (Width, isFitted, Value) = FormOf(column);
        Width = Math.Max(Width, Math.Min(SheetText.WidthOf(Encoding.UTF8.GetBytes(column.Name)) + Margin, WidestHeader));
    }

    /// <summary>The column.</summary>
    public ExportColumn Column { get; }

    /// <summary>Its width in characters.</summary>
    public int Width { get; private set; }

    /// <summary>How its values are written.</summary>
    public XlsxValue Value { get; }

    /// <summary>Widens it for a value, in UTF-8, up to a limit that leaves space for other columns.</summary>
    public void Fit(ReadOnlySpan<byte> text)
    {
        if (isFitted)
        {
            Width = Math.Max(Width, Math.Min(SheetText.WidthOf(text) + Margin, Widest));
        }
    }

    private static (int Width, bool IsFitted, XlsxValue Value) FormOf(ExportColumn column) =>
        column.Type.IsEnum ? (8, true, Text) : Type.GetTypeCode(column.Type.ClrType) switch
        {
            TypeCode.Boolean => (8, false, (row, number, styles) => new Cell(row.Whole(number) != 0, styles.Plain)),
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 =>
                (8, true, (row, number, styles) => IsExact(row.Whole(number)) ? new Cell(row.Whole(number), styles.Plain)
                : Text(row, number, styles)),
            TypeCode.Double =>
                (12, true, (row, number, styles) => double.IsFinite(row.Real(number)) ? new Cell(row.Real(number), styles.Plain)
                : Text(row, number, styles)),
            TypeCode.Decimal =>
                (12, true, (row, number, styles) => IsExact(row.Whole(number)) ? new Cell(row.Whole(number) / 10_000m, styles.Plain)
                : Text(row, number, styles)),
            TypeCode.DateTime =>
                (20, false, (row, number, styles) => DateOnly.FromDateTime(row.Instant(number)) >= FirstDay
                ? new Cell(ToTheMillisecond(row.Instant(number)), styles.Instant) : Text(row, number, styles)),
            _ when column.Type.ClrType == typeof(DateOnly) =>
                (12, false,
                    (row, number, styles) => row.Date(number) >= FirstDay ? new Cell(row.Date(number).ToDateTime(default), styles.Day)
                : Text(row, number, styles)),
            _ => (8, true, Text),
        };

    // A time rounded up at the end of the last day is not a date in Excel.
    private static DateTime ToTheMillisecond(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));

    // Trailing zeros are not digits that could be lost.
    private static bool IsExact(long digits)
    {
        while ((digits is <= -LeastTooLarge or >= LeastTooLarge) && digits % 10 == 0)
        {
            digits /= 10;
        }

        return digits is > -LeastTooLarge and < LeastTooLarge;
    }

    private static Cell Text(ExportRow row, int number, XlsxStyles styles)
    {
        var text = SheetText.ToCell(row.Text(number));
        return text.Length <= SheetText.Longest
            ? new Cell(text, styles.Wrapped)
            : throw XlsxExportWriter.Refusal(
            $"A cell of a sheet can hold {SheetText.Longest} characters, but a row has a text of {text.Length}");
    }
}
