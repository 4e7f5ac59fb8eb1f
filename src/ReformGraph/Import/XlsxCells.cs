using System.Globalization;
using System.Xml;

namespace ReformGraph.Import;

/// <summary>Reads the cells of a workbook as the texts that a CSV file would have: dates by their cells' number format.</summary>
/// <param name="shared">The texts that cells share.</param>
/// <param name="dates">Which styles show dates.</param>
/// <param name="from1904">Whether days are counted from 1904, and not from 1900.</param>
/// <param name="nameOf">What the column of a number is called.</param>
internal sealed class XlsxCells(XlsxTexts shared, XlsxDates dates, bool from1904, Func<int, string> nameOf)
{
    /// <summary>As many columns as a sheet has.</summary>
    public const int MostColumns = 16_384;

    private const int From1900To1904 = 1_462;
    private const double ThatNeverWas = 60; // 29 February 1900, which Excel has nevertheless
    private const double EndOfTime = 2_958_465;
    private const double Exact = 1e15;

    private static readonly string[] IsoDates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The cells of the row that is read which have a value, by the numbers of their columns.</summary>
    /// <param name="part">The sheet, at the element of the row.</param>
    /// <exception cref="TableException">A cell is wrong, or the row is longer than is taken.</exception>
    public Dictionary<int, string> Read(XlsxPart part)
    {
        var found = new Dictionary<int, string>();
        if (part.IsEmpty)
        {
            return found;
        }

        var (depth, column, length) = (part.Depth, 0, 0);
        while (part.ReadWithin(depth))
        {
            if (part.Type is not XmlNodeType.Element || part.Element != "c")
            {
                continue;
            }

            column = ColumnOf(part.Attribute("r"), column + 1, part);
            if (TextOf(part, column) is not { Length: > 0 } text)
            {
                continue;
            }

            length += text.Length;
            if (length > TableReader.LongestRow)
            {
                throw part.OverLimit(null, TableReader.LongestRow, "characters in a row");
            }

            if (!found.TryAdd(column, text))
            {
                throw part.Refused(nameOf(column), text, "each cell only once");
            }
        }

        return found;
    }

    /// <summary>The letters by which a sheet calls a column.</summary>
    public static string LettersOf(int column)
    {
        var letters = string.Empty;
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    private static int ColumnOf(string? place, int next, XlsxPart part)
    {
        var column = next;
        if (place is not null)
        {
            var letters = place.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
            column = letters is >= 1 and <= 3 && int.TryParse(place.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row == part.Row
                ? place.Take(letters).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1)
                : MostColumns + 1;
        }

        return column <= MostColumns ? column : throw part.Refused(null, place, FormattableString.Invariant($"a reference to a cell of the row, from A{part.Row} to {LettersOf(MostColumns)}{part.Row}"));
    }

    private string TextOf(XlsxPart part, int column)
    {
        var (type, style) = (part.Attribute("t"), part.Attribute("s"));
        var value = XlsxTexts.Read(part, () => nameOf(column));
        return value.Length == 0 ? value : type switch
        {
            "s" => shared[value] ?? throw part.Refused(nameOf(column), value, "the number of a text that the workbook has"),
            "b" => value switch
            {
                "1" or "true" => "true",
                "0" or "false" => "false",
                _ => throw part.Refused(nameOf(column), value, "1 or 0"),
            },
            "e" => throw part.Refused(nameOf(column), value, "a value instead of an error"),
            "inlineStr" or "str" => XlsxTexts.Unescaped(value),
            "d" => DateTime.TryParseExact(value, IsoDates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
                ? TextOf(at)
                : throw part.Refused(nameOf(column), value, "a date such as 2020-10-31"),
            null or "n" => NumberOf(part, column, value, style),
            _ => throw part.Refused(nameOf(column), type, "a type of cells: b, d, e, inlineStr, n, s or str"),
        };
    }

    private string NumberOf(XlsxPart part, int column, string text, string? style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            throw part.Refused(nameOf(column), text, "a number");
        }

        var isDate = dates.IsDateOf(style) ?? throw part.Refused(nameOf(column), style, "the number of a style that the workbook has");
        return isDate ? DateOf(value) ?? throw part.Refused(nameOf(column), text, "a day of the calendar, from 1900 or 1904 to 9999") : TextOf(value);
    }

    private string? DateOf(double value)
    {
        if (from1904)
        {
            return value >= 0 && value + From1900To1904 < EndOfTime ? TextOf(DateTime.FromOADate(value + From1900To1904)) : null;
        }

        return value switch
        {
            >= 1 and < ThatNeverWas => TextOf(DateTime.FromOADate(value + 1)),
            >= ThatNeverWas + 1 and < EndOfTime => TextOf(DateTime.FromOADate(value)),
            _ => null,
        };
    }

    private static string TextOf(DateTime at) =>
        at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    // A spreadsheet holds fifteen digits, and what is behind them in binary is noise; a decimal from a double has as many.
    private static string TextOf(double value) =>
        Math.Abs(value) < Exact ? ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
