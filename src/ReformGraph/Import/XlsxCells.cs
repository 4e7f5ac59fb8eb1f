using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReformGraph.Import;

/// <summary>Reads the cells of a workbook as the texts that a CSV file would have: dates by their cells' number format.</summary>
internal sealed class XlsxCells
{
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // What the built-in formats of these numbers show is a date, in some languages only.
    private static readonly HashSet<uint> BuiltInDates = [.. Enumerable.Range(14, 4).Concat(Enumerable.Range(27, 10)).Concat(Enumerable.Range(50, 9)).Append(22).Select(id => (uint)id)];

    private readonly List<string> shared = [];
    private readonly List<bool> isDate = [];
    private readonly bool from1904;

    public XlsxCells(WorkbookPart book)
    {
        from1904 = book.Workbook.WorkbookProperties?.Date1904?.Value is true;
        ReadShared(book.SharedStringTablePart);
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? string.Empty) ?? [];
        foreach (var style in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = style.NumberFormatId?.Value ?? 0;
            isDate.Add(own.TryGetValue(id, out var code) ? IsDate(code) : BuiltInDates.Contains(id));
        }
    }

    /// <summary>The cells of a row that have a value.</summary>
    /// <param name="row">A reader of its element.</param>
    /// <param name="number">Its number.</param>
    public List<(int Column, string Text)> Read(XmlReader row, int number)
    {
        var found = new List<(int, string)>();
        var column = 0;
        while (row.ReadToFollowing("c", Namespace))
        {
            column = row.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1;
            var (type, style) = (row.GetAttribute("t"), row.GetAttribute("s"));
            using var cell = row.ReadSubtree();
            if (TextOf(cell, number, type, style is null ? 0 : int.Parse(style, CultureInfo.InvariantCulture)) is { Length: > 0 } text)
            {
                found.Add((column, text));
            }
        }

        return found;
    }

    // A format with a year or a day in it, outside of quoted text and of colours or places in brackets.
    private static bool IsDate(string code)
    {
        var (isQuoted, isBracketed) = (false, false);
        foreach (var character in code)
        {
            isQuoted ^= character == '"';
            isBracketed = character == '[' || (isBracketed && character != ']');
            if (!isQuoted && !isBracketed && character is 'y' or 'Y' or 'd' or 'D')
            {
                return true;
            }
        }

        return false;
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = checked((column * 26) + letter - 'A' + 1);
        }

        return column;
    }

    private string TextOf(XmlReader cell, int row, string? type, int style)
    {
        var text = new StringBuilder();
        var (element, isPhonetic) = (string.Empty, false); // how a text is read aloud stands beside it
        while (cell.Read())
        {
            switch (cell.NodeType)
            {
                case XmlNodeType.Element when cell.LocalName == "f":
                    throw new TableException(row, null, null, "values instead of formulas: paste them as values");
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    element = cell.NodeType is XmlNodeType.Element && !cell.IsEmptyElement ? cell.LocalName : string.Empty;
                    isPhonetic = cell.LocalName == "rPh" ? element.Length > 0 : isPhonetic;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when element is "v" or "t" && !isPhonetic:
                    text.Append(cell.Value);
                    break;
            }
        }

        var value = text.ToString();
        return value.Length == 0 ? value : type switch
        {
            "s" => shared[int.Parse(value, CultureInfo.InvariantCulture)],
            "b" => value is "1" ? "true" : "false",
            "e" => throw new TableException(row, null, value, "a value instead of an error"),
            "inlineStr" or "str" => value,
            "d" => value.Split('T')[0],
            _ => NumberOf(double.Parse(value, CultureInfo.InvariantCulture), style),
        };
    }

    // A spreadsheet holds fifteen digits, and what is behind them in binary is noise; a decimal from a double has as many.
    private string NumberOf(double value, int style)
    {
        if (style < isDate.Count && isDate[style])
        {
            var at = DateTime.FromOADate(from1904 ? value + 1462 : value);
            return at.TimeOfDay == TimeSpan.Zero ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        return Math.Abs(value) < 1e15 ? ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
    }

    private void ReadShared(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return;
        }

        using var reader = XmlReader.Create(part.GetStream());
        while (reader.ReadToFollowing("si", Namespace))
        {
            using var inside = reader.ReadSubtree();
            shared.Add(TextOf(inside, 1, "str", 0));
        }
    }
}
