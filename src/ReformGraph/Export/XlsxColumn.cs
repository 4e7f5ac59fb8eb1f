using System.Text;
using ReformGraph.Data.Tables.Xlsx;
using ReformGraph.Engine.Modeling;
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

/// <summary>A scalar in a sheet.</summary>
/// <param name="Width">The minimum width of its column, in characters.</param>
/// <param name="IsFitted">Whether values can widen it; Excel shows dates and booleans in formats of its own.</param>
/// <param name="Value">Creates the cell of a value.</param>
/// <param name="Note">The suffix of its name.</param>
internal sealed record XlsxScalar(int Width, bool IsFitted, XlsxValue Value, string Note = "");

/// <summary>A column of a sheet. A value that Excel's numbers and dates cannot represent exactly is written as text.</summary>
internal sealed class XlsxColumn
{
    private const int Widest = 60;
    private const int WidestHeader = 30;
    private const int Margin = 2;

    // Excel keeps 15 digits of a number, and its dates are correct from this one on.
    private const long LeastTooLarge = 1_000_000_000_000_000;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>Every scalar.</summary>
    public static ScalarTable<XlsxScalar> Scalars { get; } = new("Excel", new(8, true, Text), new Dictionary<string, XlsxScalar>
    {
        ["ID"] = new(8, true, Whole),
        ["String"] = new(8, true, Text),
        ["Boolean"] = new(8, false, Boolean),
        ["Byte"] = new(8, true, Whole),
        ["Short"] = new(8, true, Whole),
        ["Int"] = new(8, true, Whole),
        ["Long"] = new(8, true, Whole),
        ["Float"] = new(12, true, Real),
        ["Decimal"] = new(12, true, Decimal),
        ["DateTime"] = new(20, false, Instant, " (UTC)"),
        ["LocalDate"] = new(12, false, Day),
        ["LocalTime"] = new(8, true, Text),
        ["TimeSpan"] = new(8, true, Text),
        ["UUID"] = new(8, true, Text),
        ["URL"] = new(8, true, Text),
    });

    private readonly XlsxScalar scalar;

    /// <summary>The column for a column of an export.</summary>
    public XlsxColumn(ExportColumn column)
    {
        Column = column;
        scalar = Scalars[column.Type];
        Width = Math.Max(scalar.Width, Math.Min(SheetText.WidthOf(Encoding.UTF8.GetBytes(column.Name)) + Margin, WidestHeader));
    }

    /// <summary>The column.</summary>
    public ExportColumn Column { get; }

    /// <summary>Its width in characters.</summary>
    public int Width { get; private set; }

    /// <summary>How its values are written.</summary>
    public XlsxValue Value => scalar.Value;

    /// <summary>What the sheet about the file calls the type of its values.</summary>
    public string TypeName => $"{Column.Type.Name}{scalar.Note}";

    /// <summary>Widens it for a value, in UTF-8, up to a limit that leaves space for other columns.</summary>
    public void Fit(ReadOnlySpan<byte> text)
    {
        if (scalar.IsFitted)
        {
            Width = Math.Max(Width, Math.Min(SheetText.WidthOf(text) + Margin, Widest));
        }
    }

    private static Cell Boolean(ExportRow row, int number, XlsxStyles styles) => new(row.Whole(number) != 0, styles.Plain);

    private static Cell Whole(ExportRow row, int number, XlsxStyles styles) =>
        IsExact(row.Whole(number)) ? new Cell(row.Whole(number), styles.Plain) : Text(row, number, styles);

    private static Cell Real(ExportRow row, int number, XlsxStyles styles) =>
        double.IsFinite(row.Real(number)) ? new Cell(row.Real(number), styles.Plain) : Text(row, number, styles);

    private static Cell Decimal(ExportRow row, int number, XlsxStyles styles) =>
        IsExact(row.Whole(number)) ? new Cell(row.Whole(number) / 10_000m, styles.Plain) : Text(row, number, styles);

    private static Cell Instant(ExportRow row, int number, XlsxStyles styles) => DateOnly.FromDateTime(row.Instant(number)) >= FirstDay
        ? new Cell(ToTheMillisecond(row.Instant(number)), styles.Instant) : Text(row, number, styles);

    private static Cell Day(ExportRow row, int number, XlsxStyles styles) =>
        row.Date(number) >= FirstDay ? new Cell(row.Date(number).ToDateTime(default), styles.Day) : Text(row, number, styles);

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
