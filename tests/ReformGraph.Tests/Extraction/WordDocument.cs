using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ReformGraph.Data.Extraction;

namespace ReformGraph.Tests.Extraction;

/// <summary>Small Word files, made by Microsoft's library.</summary>
internal static class WordDocument
{
    private const string Namespaces =
        """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:zz="urn:unknown" """;

    /// <summary>The text of a file with this body.</summary>
    public static string TextOf(string body, string? numbering = null, string? styles = null, string? footnotes = null,
        string? endnotes = null) =>
        Read(Make(body, numbering, styles, footnotes, endnotes)).Text;

    /// <summary>What is read of a file.</summary>
    public static ReportContent Read(byte[] file, long mostBytes = 1_000_000) => ReportFormat.Word.Read(new MemoryStream(file), mostBytes);

    /// <summary>A file with this body.</summary>
    public static byte[] Make(string body, string? numbering = null, string? styles = null, string? footnotes = null,
        string? endnotes = null)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(Element("document", Element("body", body)));
            if (numbering is not null)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(Element("numbering", numbering));
            }

            if (styles is not null)
            {
                main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Element("styles", styles));
            }

            if (footnotes is not null)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(Element("footnotes", footnotes));
            }

            if (endnotes is not null)
            {
                main.AddNewPart<EndnotesPart>().Endnotes = new Endnotes(Element("endnotes", endnotes));
            }
        }

        return file.ToArray();
    }

    private static string Element(string name, string content) => $"<w:{name} {(name == "body" ? "" : Namespaces)}>{content}</w:{name}>";
}
