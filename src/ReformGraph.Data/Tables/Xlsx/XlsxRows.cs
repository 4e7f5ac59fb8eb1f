using System.Globalization;
using System.Xml;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>Reads a sheet row by row.</summary>
internal sealed class XlsxRows : IDisposable
{
    /// <summary>The maximum number of rows in a sheet.</summary>
    public const int MostSheetRows = 1_048_576;

    private readonly XlsxPart sheet;
    private readonly XlsxCells cells;
    private readonly HashSet<int> hidden = [];

    /// <summary>Reads to the first row.</summary>
    /// <param name="sheet">The sheet, which is disposed with this object.</param>
    /// <param name="cells">Reads its cells.</param>
    public XlsxRows(XlsxPart sheet, XlsxCells cells)
    {
        (this.sheet, this.cells) = (sheet, cells);
        while (sheet.Read())
        {
            if (sheet is { Type: XmlNodeType.Element, Element: "sheetData" })
            {
                return;
            }

            if (sheet is { Type: XmlNodeType.Element, Element: "col" } && IsTrue(sheet.Attribute("hidden")))
            {
                Hide(sheet.Attribute("min"), sheet.Attribute("max"));
            }
        }

        throw sheet.Refused(null, null, new("the rows of a sheet", "工作表的行"));
    }

    /// <summary>The sheet, at the present row.</summary>
    public XlsxPart Sheet => sheet;

    /// <summary>The numbers of the hidden columns.</summary>
    public IReadOnlySet<int> Hidden => hidden;

    /// <summary>Whether the present row is hidden.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>The cells of the next row that has any, by the numbers of their columns; null after the last one.</summary>
    public Dictionary<int, XlsxCell>? Next()
    {
        while (sheet.Read() && sheet.Element != "sheetData")
        {
            if (sheet.Type is not XmlNodeType.Element || sheet.Element != "row")
            {
                continue;
            }

            (sheet.Row, IsHidden) = (RowOf(sheet.Attribute("r")), IsTrue(sheet.Attribute("hidden")));
            if (cells.Read(sheet) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return null;
    }

    public void Dispose() => sheet.Dispose();

    private static bool IsTrue(string? flag) => flag is "1" or "true";

    private void Hide(string? first, string? last)
    {
        if (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to))
        {
            for (var column = Math.Max(from, 1); column <= Math.Min(to, XlsxCells.MostColumns); column++)
            {
                hidden.Add(column);
            }
        }
    }

    private int RowOf(string? number)
    {
        if (number is null && sheet.Row == MostSheetRows)
        {
            throw sheet.OverLimit(null, MostSheetRows, new("rows in a sheet", "行（一个工作表）"));
        }

        var row = sheet.Row + 1;
        return number is null
            || (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > sheet.Row && row <= MostSheetRows)
            ? row
            : throw sheet.Refused(null, number,
                new($"a row after row {sheet.Row}, and at most row {MostSheetRows}",
                    $"第 {sheet.Row} 行之后的行，最多到第 {MostSheetRows} 行"));
    }
}
