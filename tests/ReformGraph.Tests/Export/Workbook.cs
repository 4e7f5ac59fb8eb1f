using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ReformGraph.Tests.Export;

/// <summary>A workbook, read from its XML.</summary>
internal sealed partial class Workbook : IDisposable
{
    private readonly SpreadsheetDocument document;

    public Workbook(string path) => document = SpreadsheetDocument.Open(path, isEditable: false);

    public IEnumerable<string> Sheets => Book.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!);

    public IEnumerable<DefinedName> Names => Book.Workbook!.DefinedNames!.Elements<DefinedName>();

    /// <summary>Where it is not what Office Open XML says of workbooks.</summary>
    public IEnumerable<string> Faults =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2021).Validate(document)
        .Select(fault => $"{fault.Path?.XPath}: {fault.Description}");

    private WorkbookPart Book => document.WorkbookPart!;

    public Worksheet Sheet(int number) =>
        ((WorksheetPart)Book.GetPartById(Book.Workbook!.Sheets!.Elements<Sheet>().ElementAt(number).Id!.Value!)).Worksheet!;

    /// <summary>The rows of a sheet; a number with its format in front where it has one of its own.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows(int sheet) =>
        Sheet(sheet).Descendants<Row>().Select(row => (IReadOnlyList<string>)[.. row.Elements<Cell>().Select(Text)]);

    /// <summary>Whether text that is too long for a cell is wrapped.</summary>
    public bool IsWrapped(Cell cell) => FormOf(cell).Alignment?.WrapText?.Value is true;

    public void Dispose() => document.Dispose();

    private string Text(Cell cell)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return Escape().Replace(cell.InlineString!.InnerText,
                found => $"{(char)int.Parse(found.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");
        }

        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.Boolean ? value == "1" ? "true" : "false" : FormatOf(cell) + value;
    }

    private string FormatOf(Cell cell)
    {
        var id = FormOf(cell).NumberFormatId?.Value ?? 0;
        return id == 0
            ? "" : Book.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>()
            .Single(format => format.NumberFormatId!.Value == id).FormatCode + " ";
    }

    private CellFormat FormOf(Cell cell) =>
        Book.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    [GeneratedRegex("_x([0-9A-F]{4})_")]
    private static partial Regex Escape();
}
