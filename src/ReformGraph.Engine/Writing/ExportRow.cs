using System.Globalization;
using System.Text;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>The row of an export that is being written; its columns are numbered from 0.</summary>
public sealed class ExportRow : IDisposable
{
    private const int LongestTime = 40;

    private readonly JsonText scratch = new();
    private IReadOnlyList<ExportCell> cells = [];
    private RowSource source = null!;

    internal ExportRow()
    {
    }

    /// <summary>The number of columns.</summary>
    public int Count => cells.Count;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull(int column) => cells[column].IsNull(source);

    /// <summary>A non-null value as text in UTF-8, as in responses but without quotes and escapes; valid until the next value is
    /// read.</summary>
    public ReadOnlySpan<byte> Text(int column)
    {
        scratch.Clear();
        return cells[column].Text(source, scratch);
    }

    /// <summary>A non-null value as JSON, as in responses; valid until the next value is read.</summary>
    public ReadOnlySpan<byte> Json(int column)
    {
        scratch.Clear();
        cells[column].Json(source, scratch);
        return scratch.Written;
    }

    /// <summary>A non-null Boolean as 0 or 1, an ID or an integer as it is, a Decimal in ten-thousandths.</summary>
    public long Whole(int column) => cells[column].Whole(source);

    /// <summary>A non-null Float.</summary>
    public double Real(int column) => cells[column].Real(source);

    /// <summary>A non-null LocalDate.</summary>
    public DateOnly Date(int column)
    {
        Span<char> text = stackalloc char[LongestTime];
        return DateOnly.ParseExact(text[..Encoding.ASCII.GetChars(cells[column].Stored(source), text)], "yyyy-MM-dd",
            CultureInfo.InvariantCulture);
    }

    /// <summary>A non-null DateTime, in UTC.</summary>
    public DateTime Instant(int column)
    {
        Span<char> text = stackalloc char[LongestTime];
        return DateTime.Parse(text[..Encoding.ASCII.GetChars(cells[column].Stored(source), text)], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }

    /// <summary>Releases its memory.</summary>
    public void Dispose() => scratch.Dispose();

    internal void TurnTo(IReadOnlyList<ExportCell> columns, RowSource rows) => (cells, source) = (columns, rows);
}
