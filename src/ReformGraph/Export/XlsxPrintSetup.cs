using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ReformGraph.Export;

/// <summary>
/// How a workbook is printed: in landscape, one page wide, with the header row on each page, the name of the data set at the top, and how
/// to request the rows again at the bottom. SpreadCheetah does not support this, so it is added to a finished workbook.
/// </summary>
internal static class XlsxPrintSetup
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string A4 = "9"; // among the numbers of paper sizes

    /// <summary>Copies a workbook, adding the print setup.</summary>
    /// <param name="workbook">The workbook, from its start.</param>
    /// <param name="target">The target of the copy.</param>
    /// <param name="rows">The name of the sheet whose first row is repeated on each page.</param>
    /// <param name="header">The page header, as plain text.</param>
    /// <param name="footer">The page footer, as plain text, on the left and in the middle. The page number is on the right.</param>
    public static void Copy(Stream workbook, Stream target, string rows, string header, (string Left, string Middle) footer)
    {
        using var from = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in from.Entries)
        {
            using var content = part.Open();
            using var copy = to.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
            if (part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
            {
                CopyPart(content, copy, FitToWidth, "sheetData", sheet => SetUpPages(sheet, header, footer));
            }
            else if (part.FullName == "xl/workbook.xml")
            {
                CopyPart(content, copy, _ => { }, "sheets", book => RepeatFirstLine(book, rows));
            }
            else
            {
                content.CopyTo(copy);
            }
        }
    }

    private static void CopyPart(Stream from, Stream to, Action<XmlWriter> begin, string after, Action<XmlWriter> add)
    {
        using var reader = XmlReader.Create(from);
        using var writer =
            XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        reader.MoveToContent();
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: false);
        begin(writer);
        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            var name = reader.LocalName;
            writer.WriteNode(reader, defattr: false);
            if (name == after)
            {
                add(writer);
            }
        }

        writer.WriteEndElement();
    }

    private static void FitToWidth(XmlWriter sheet)
    {
        sheet.WriteStartElement("sheetPr", Main);
        Element(sheet, "pageSetUpPr", ("fitToPage", "1"));
        sheet.WriteEndElement();
    }

    private static void SetUpPages(XmlWriter sheet, string header, (string Left, string Middle) footer)
    {
        Element(sheet, "pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.75"), ("bottom", "0.75"), ("header", "0.3"),
            ("footer", "0.3")); // inches
        Element(sheet, "pageSetup", ("paperSize", A4), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        sheet.WriteStartElement("headerFooter", Main);
        sheet.WriteElementString("oddHeader", Main, $"&C{Plain(header)}");
        sheet.WriteElementString("oddFooter", Main, $"&L&8 {Plain(footer.Left)}&C&6 {Plain(footer.Middle)}&R&8 &P / &N");
        sheet.WriteEndElement();
    }

    private static void RepeatFirstLine(XmlWriter book, string sheet)
    {
        book.WriteStartElement("definedNames", Main);
        book.WriteStartElement("definedName", Main);
        book.WriteAttributeString("name", "_xlnm.Print_Titles");
        book.WriteAttributeString("localSheetId", "0");
        book.WriteString($"'{sheet}'!$1:$1");
        book.WriteEndElement();
        book.WriteEndElement();
    }

    // An ampersand introduces a code there.
    private static string Plain(string text) => text.Replace("&", "&&", StringComparison.Ordinal);

    private static void Element(XmlWriter writer, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            writer.WriteAttributeString(attribute, value);
        }

        writer.WriteEndElement();
    }
}
