using System.Globalization;
using System.Xml;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>Reads the cells of a workbook as the texts that a CSV file would have:
/// numbers and dates by their cells' number formats.</summary>
/// <param name="shared">The shared strings.</param>
/// <param name="styles">The number formats.</param>
/// <param name="numbers">Reads numbers by their formats.</param>
/// <param name="nameOf">Returns the name of a column by its number.</param>
/// <param name="fieldOf">Returns the meaning of a column by its number; null in the header.</param>
internal sealed class XlsxCells(XlsxTexts shared, XlsxStyles styles, XlsxNumbers numbers, Func<int, string> nameOf,
    Func<int, ImportField?> fieldOf)
{
    /// <summary>The maximum number of columns in a sheet.</summary>
    public const int MostColumns = 16_384;

    private static readonly string[] IsoDates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The cells whose values are the results of formulas.</summary>
    public CappedList<string> Formulas { get; } = new();

    /// <summary>The cells with values in the present row, by the numbers of their columns.</summary>
    /// <param name="part">The sheet, at the element of the row.</param>
    /// <exception cref="TableException">A cell is malformed, or the row is too long.</exception>
    public Dictionary<int, XlsxCell> Read(XlsxPart part)
    {
        var found = new Dictionary<int, XlsxCell>();
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
            if (CellOf(part, column) is not { } cell || (cell.Text.Length == 0 && cell.Problem is null))
            {
                continue;
            }

            length += cell.Text.Length;
            if (length > TableReader.LongestRow)
            {
                throw part.OverLimit(null, TableReader.LongestRow, new("characters in a row", "个字符（一行）"));
            }

            if (!found.TryAdd(column, cell))
            {
                throw part.Refused(nameOf(column), cell.Text, new("each cell only once", "每个单元格只出现一次"));
            }
        }

        return found;
    }

    /// <summary>The letters that name a column in a sheet.</summary>
    public static string LettersOf(int column)
    {
        var letters = string.Empty;
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>The numbers of the column and the row of a cell by its name, such as C12; null if it is not valid.</summary>
    public static (int Column, int Row)? PlaceOf(ReadOnlySpan<char> name)
    {
        var letters = name.IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < 1 or > 3 || !int.TryParse(name[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var column = 0;
        foreach (var letter in name[..letters])
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column <= MostColumns ? (column, row) : null;
    }

    private static int ColumnOf(string? name, int next, XlsxPart part)
    {
        var column = name is null ? next : PlaceOf(name) is { } place && place.Row == part.Row ? place.Column : MostColumns + 1;
        var (first, last) = ($"A{part.Row}", $"{LettersOf(MostColumns)}{part.Row}");
        return column <= MostColumns
            ? column
            : throw part.Refused(null, name,
            new($"a reference to a cell of the row, from {first} to {last}", $"本行单元格的引用，从 {first} 到 {last}"));
    }

    private XlsxCell? CellOf(XlsxPart part, int column)
    {
        var (type, style) = (part.Attribute("t"), part.Attribute("s"));
        var content = XlsxTexts.Read(part, () => nameOf(column));
        if (content.IsFormula)
        {
            if (content.Text.Length == 0 && !(type == "str" && content.HasValue))
            {
                return new(string.Empty,
                    new("FORMULA",
                    new("must be a value: the file does not contain the result of this formula; recalculate and save it, or paste values",
                    "必须是值：文件未保存此公式的结果，请重新计算并保存，或粘贴为值")));
            }

            Formulas.Add(LettersOf(column) + part.Row.ToString(CultureInfo.InvariantCulture));
        }

        return content.Text.Length == 0 ? null : TypedOf(part, column, type, style, content.Text);
    }

    private XlsxCell TypedOf(XlsxPart part, int column, string? type, string? style, string value) => type switch
    {
        "s" => new(
            shared[value]
                ?? throw part.Refused(nameOf(column), value,
                new("the index of a shared string in the workbook", "工作簿中某个文本的编号"))),
        "b" => value switch
        {
            "1" or "true" => new("true"),
            "0" or "false" => new("false"),
            _ => throw part.Refused(nameOf(column), value, new("1 or 0", "1 或 0")),
        },
        "e" => new(value, new("ERROR", new("must be a value instead of an error", "必须是值，而不是错误"))),
        "inlineStr" or "str" => new(XlsxTexts.Unescaped(value)),
        "d" => DateTime.TryParseExact(value, IsoDates, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new(XlsxNumbers.TextOf(at))
            : new(value, CellProblem.OfType(new("a date such as 2020-10-31", "日期，例如 2020-10-31"))),
        null or "n" => NumberOf(part, column, value, style),
        _ => throw part.Refused(nameOf(column), type,
            new("a cell type: b, d, e, inlineStr, n, s or str", "单元格类型之一：b、d、e、inlineStr、n、s 或 str")),
    };

    private XlsxCell NumberOf(XlsxPart part, int column, string text, string? style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            throw part.Refused(nameOf(column), text, new("a number", "数字"));
        }

        var format = styles[style]
            ?? throw part.Refused(nameOf(column), style,
                new("the index of a style in the workbook", "工作簿中某个样式的编号"));
        return numbers.Read(value, format, fieldOf(column));
    }
}
