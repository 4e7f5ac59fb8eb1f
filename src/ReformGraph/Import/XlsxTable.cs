using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace ReformGraph.Import;

/// <summary>
/// The first sheet of an XLSX workbook, its first row naming the columns; rows without any value are passed over. It refuses formulas,
/// as their last results may be missing or old, and cells that show an error. The sheet is read row by row; the texts that cells share are held.
/// </summary>
internal sealed class XlsxTable : TableReader
{
    /// <summary>The most that a workbook may unpack to, in bytes: beyond that it is taken for a bomb.</summary>
    public const long LargestUnpacked = 1L << 30;

    private const string Expected = "an XLSX workbook";

    private readonly SpreadsheetDocument document;
    private readonly XmlReader sheet;
    private readonly XlsxCells cells;
    private readonly Dictionary<int, int> positions = []; // from the column of the sheet to that of the table
    private readonly List<string> columns = [];
    private int row;

    /// <summary>Begins to read a file, which is one that can be sought in.</summary>
    /// <exception cref="TableException">It is no workbook, unpacks to too much, or has no row that names columns.</exception>
    public XlsxTable(Stream file)
    {
        RefuseBomb(file);
        (document, sheet, cells) = Guarded(() => Open(file));
        foreach (var (column, name) in NextRow() ?? [])
        {
            positions.Add(column, columns.Count);
            columns.Add(name);
        }

        if (columns.Count == 0)
        {
            throw new TableException(1, null, string.Empty, "a first row that names the columns");
        }
    }

    public override IReadOnlyList<string> Columns => columns;

    public override IEnumerable<TableRow> Rows
    {
        get
        {
            while (NextRow() is { } found)
            {
                var texts = new string?[columns.Count];
                Array.Fill(texts, string.Empty);
                foreach (var (column, text) in found)
                {
                    texts[positions.TryGetValue(column, out var position) ? position : throw new TableException(row, null, text, "values below named columns only")] = text;
                }

                yield return new(row, texts);
            }
        }
    }

    public override void Dispose()
    {
        sheet.Dispose();
        document.Dispose();
    }

    // What the directory of the file claims is not believed: it is unpacked once, and counted.
    private static void RefuseBomb(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var (left, buffer) = (LargestUnpacked, new byte[81_920]);
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                int read;
                while ((read = content.Read(buffer)) > 0)
                {
                    left -= read;
                    if (left < 0)
                    {
                        throw new TableException(1, null, null, $"a workbook that unpacks to at most {LargestUnpacked} bytes");
                    }
                }
            }

            file.Position = 0;
        }
        catch (InvalidDataException)
        {
            throw new TableException(1, null, null, $"{Expected}, whole");
        }
    }

    private static (SpreadsheetDocument Document, XmlReader Sheet, XlsxCells Cells) Open(Stream file)
    {
        var document = SpreadsheetDocument.Open(file, isEditable: false);
        var book = document.WorkbookPart ?? throw new InvalidDataException();
        var first = book.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException();
        var part = book.GetPartById(first) as WorksheetPart ?? throw new InvalidDataException();
        return (document, XmlReader.Create(part.GetStream()), new XlsxCells(book));
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damaged) when (damaged is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException or FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            throw new TableException(1, null, null, Expected);
        }
    }

    /// <summary>The cells of the next row that has any, by their columns.</summary>
    private List<(int Column, string Text)>? NextRow()
    {
        while (Guarded(() => sheet.ReadToFollowing("row", XlsxCells.Namespace)))
        {
            row = int.TryParse(sheet.GetAttribute("r"), out var number) ? number : row + 1;
            using var inside = sheet.ReadSubtree();
            if (Guarded(() => cells.Read(inside, row)) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return null;
    }
}
