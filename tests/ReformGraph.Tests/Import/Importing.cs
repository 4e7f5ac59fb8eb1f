using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Versions;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Imports like the command and the server, and queries of the database afterwards.</summary>
internal static class Importing
{
    private static readonly Lazy<Task<SchemaContent>> Declared = new(() => DeclaredSchema.ReadAsync());

    private static readonly Lazy<DataModel> SharedModel = new(() =>
    {
        using var context = DatabaseFile.ContextOf("unused");
        return DataModel.Create(context.Model);
    });

    /// <summary>The entities of the product.</summary>
    public static DataModel Model => SharedModel.Value;

    public static Task<ImportReport> RunAsync(string path, string entity, string text, bool dryRun = false, string extension = ".csv") =>
        RunAsync(path, entity, Encoding.UTF8.GetBytes(text), dryRun, extension);

    /// <summary>What is known of a table of an entity before it is read.</summary>
    public static TableOptions Options(string entity = "risk-villages", TableLimits? limits = null) =>
        new(new ImportHeadings(ImportRequest.Find(Model, entity)!), limits ?? new TableLimits());

    /// <summary>A mapping of an entity; null for none.</summary>
    /// <exception cref="InvalidOperationException">It is wrong.</exception>
    public static TableMapping? Mapping(string? json, EntityModel entity) => json is null ? null
        : TableMapping.Read(Encoding.UTF8.GetBytes(json), Model, entity, wrong => new InvalidOperationException(wrong));

    /// <summary>A workbook whose sheet has merged cells, and other XML before its rows.</summary>
    public static byte[] Workbook(string before, string[] merged, params string[][] rows) => Zip(Parts(rows)
        .Select(part => part.Name != "xl/worksheets/sheet1.xml" ? part : (part.Name, part.Text
            .Replace("<sheetData>", before + "<sheetData>", StringComparison.Ordinal)
            .Replace("</sheetData>", "</sheetData><mergeCells>" +
                $"{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>", StringComparison.Ordinal))));

    public static async Task<ImportReport> RunAsync(
        string path, string entity, byte[] file, bool dryRun = false, string extension = ".csv", Action<double>? progress = null,
            TimeProvider? time = null, Func<ImportRequest, ImportRequest>? asked = null)
    {
        await using var context = await DatabaseFile.WritingContextOfAsync(path, TimeSpan.FromSeconds(30));
        var request = new ImportRequest(
            ImportRequest.Find(DataModel.Create(context.Model), entity)!,
            TableFormat.OfFile("x" + extension)!,
            new ChangeNote("an editor", ChangeKind.Correction, "A test."),
            dryRun,
            new TableLimits());
        using var stream = new MemoryStream(file);
        return await (asked?.Invoke(request) ?? request).RunAsync(context, stream, new ChangeClock(time), progress ?? (_ => { }), default);
    }

    public static async Task<long> SequenceAsync(string path)
    {
        await using var context = SeededDatabase.Open(path);
        return (await context.Set<DataState>().SingleAsync()).Sequence;
    }

    /// <summary>Holds the whole database against what it recorded.</summary>
    public static async Task AuditAsync(string path)
    {
        await using var context = DatabaseFile.ReadingContextOf(path);
        Assert.Empty((await Audit.RunAsync(context, await Declared.Value, null)).Findings);
    }

    /// <summary>A workbook as spreadsheet programs write it, reduced to what is read. A cell is its XML,
    /// or a text that is shared.</summary>
    public static byte[] Workbook(params string[][] rows) => Zip(Parts(rows));

    /// <summary>The parts of such a workbook by their names.</summary>
    public static List<(string Name, string Text)> Parts(params string[][] rows)
    {
        var shared = rows.SelectMany(row => row).Where(cell => !cell.StartsWith('<')).Distinct().ToList();
        var sheet =
            string.Concat(
            rows.Select(
            (row, at) =>
            $"""<row r="{at + 1}">{string.Concat(row.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{at + 1}")))}</row>"""));
        const string office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        const string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return
        [
            ("[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{office}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{office}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{office}.sharedStrings+xml"/></Types>"""),
            ("_rels/.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relation}/styles" Target="styles.xml"/><Relationship Id="r3" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""),
            ("xl/workbook.xml",
                $"""<workbook xmlns="{main}" xmlns:r="{relation}"><sheets><sheet name="one" sheetId="1" r:id="r1"/></sheets></workbook>"""),
            ("xl/styles.xml",
                $"""<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""),
            ("xl/sharedStrings.xml",
                $"""<sst xmlns="{main}">{string.Concat(shared.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t><rPh sb=\"0\" eb=\"1\"><t>read</t></rPh></si>"))}</sst>"""),
            ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>"""),
        ];

        string Cell(string cell, string place) => cell.Length == 0 ? string.Empty
            : cell.StartsWith('<') ? cell.Replace("<c", $"<c r=\"{place}\"", StringComparison.Ordinal)
            : string.Create(CultureInfo.InvariantCulture, $"""<c r="{place}" t="s"><v>{shared.IndexOf(cell)}</v></c>""");
    }

    /// <summary>A file of parts.</summary>
    public static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return file.ToArray();
    }
}
