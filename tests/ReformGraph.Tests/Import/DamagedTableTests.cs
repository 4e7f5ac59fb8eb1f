using System.IO.Compression;
using System.Text;
using ReformGraph.Import;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

public sealed class DamagedTableTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static readonly string[] Header = ["code", "level", "county"];

    public static TheoryData<string, byte[], string> Damaged() => new()
    {
        { ".csv", [], "line 1: empty; expected a file that holds something." },
        { ".csv", "\n"u8.ToArray(), "line 1: empty; expected a first line that names the columns." },
        { ".csv", "code,level,colour\n"u8.ToArray(), "line 1, column colour: expected no such column, but code, level, " },
        { ".csv", "code,level,level\n"u8.ToArray(), "line 1, column level: expected the column only once." },
        { ".csv", "level,county\n"u8.ToArray(), "line 1, column code: expected this column, which is missing: rows are recognised by it." },
        { ".csv", "code,level\nA,LOW\nB,𠮷,x\n"u8.ToArray(), "line 3: \"B,𠮷,x\"; expected 2 cells, not 3." },
        { ".csv", "code,level\nA,\"LO\"W\n"u8.ToArray(), "line 2: expected quotes only around a whole cell" },
        { ".csv", "code,level\nA,\"LOW\n"u8.ToArray(), "line 2: expected quotes only around a whole cell" },
        { ".csv", [.. "code,level\nA,\""u8, .. new byte[3_000_000].Select(_ => (byte)'x'), (byte)'"'], "line 2: expected quotes only around a whole cell" },
        { ".csv", "code,level\nA,LO\0W\n"u8.ToArray(), "line 2: \"A,LO\uFFFDW\"; expected text without the character U+0000." },
        { ".csv", [.. "code,leadOfficial\nA,"u8, 0xCD, 0xF5, 0xC4, 0xB3, .. "\n"u8], "expected valid UTF-8, while this seems to be GBK: save the file as UTF-8." },
        { ".csv", [.. "code,leadOfficial\nA,"u8, 0xC3, 0x28, .. "\n"u8], "expected valid UTF-8." },
        { ".csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("code\n")], "line 1: expected text in UTF-8, while the file is in UTF-16: save it as UTF-8." },
        { ".csv", Importing.Workbook(Header), "line 1: expected text in UTF-8, while the file is in a compressed form (ZIP), as workbooks are: save it as UTF-8." },
        { ".json", "[{\"code\":\"A\"},{\"code\":"u8.ToArray(), "object 2: expected an array of objects in well-formed JSON" },
        { ".json", "{\"code\":\"A\"}"u8.ToArray(), "object 1: expected an array of objects in well-formed JSON" },
        { ".json", "[1]"u8.ToArray(), "object 1: \"1\"; expected an object." },
        { ".json", "[{\"code\":\"A\",\"code\":\"B\"}]"u8.ToArray(), "object 1: expected an array of objects in well-formed JSON" },
        { ".json", "[{\"code\":\"A\",\"colour\":1}]"u8.ToArray(), "object 1, column colour: expected no such column, but code, level, " },
        { ".json", "[{\"code\":[\"A\"]}]"u8.ToArray(), "object 1, column code: \"[\"A\"]\"; expected a text, a number, true, false or null." },
        { ".json", "[{\"code\":\"\\uD840\"}]"u8.ToArray(), "object 1, column code: expected a text without half of a surrogate pair." },
        { ".json", "code,level\nA,LOW\n"u8.ToArray(), "object 1: expected an array of objects in well-formed JSON" },
        { ".ndjson", "{\"code\":\"RV-H-001\"}\n{\"code\"\n"u8.ToArray(), "object 2: expected one object in well-formed JSON on each line" },
        { ".xlsx", "code,level\nA,LOW\n"u8.ToArray(), "row 1: expected an XLSX workbook, whole." },
        { ".xlsx", Importing.Workbook(Header)[..600], "row 1: expected an XLSX workbook, whole." },
        { ".xlsx", Zip("other.txt", "x"), "row 1: expected an XLSX workbook." },
        { ".xlsx", Importing.Workbook(), "row 1: empty; expected a first row that names the columns." },
        { ".xlsx", Importing.Workbook(Header, ["A", "<c><f>1+1</f><v>2</v></c>"]), "row 2: expected values instead of formulas: paste them as values." },
        { ".xlsx", Importing.Workbook(Header, ["A", "<c t=\"e\"><v>#REF!</v></c>"]), "row 2: \"#REF!\"; expected a value instead of an error." },
        { ".xlsx", Importing.Workbook(Header, ["A", "LOW", "county", "more"]), "row 2: \"more\"; expected values below named columns only." },
        { ".xlsx", Importing.Workbook(Header, ["A", "<c t=\"s\"><v>99</v></c>"]), "row 1: expected an XLSX workbook." },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task A_damaged_table_is_refused_with_its_place_and_what_would_be_right(string extension, byte[] file, string expected)
    {
        var damaged = await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(database.Path, "risk-villages", file, extension: extension));
        Assert.Contains(expected, damaged.Say(TableFormat.OfFile(extension)!.Unit), StringComparison.Ordinal);
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_too_much_is_refused()
    {
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var written = 0L; written <= XlsxTable.LargestUnpacked; written += zeros.Length)
            {
                entry.Write(zeros);
            }
        }

        var damaged = await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(database.Path, "risk-villages", bomb.ToArray(), extension: ".xlsx"));
        Assert.Contains("unpacks to at most", damaged.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_cell_is_refused_as_one()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", $"code,leadOfficial\nRV-H-001,{new string('x', 500_000)}\n");
        var cell = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal(("leadOfficial", "LENGTH", 60), (cell.Column, cell.Rule, cell.Value!.Length));
    }

    [Theory]
    [InlineData("<c><v>37.500000000000004</v></c>", "37.5")]
    [InlineData("<c><v>12</v></c>", "12")]
    [InlineData("<c><v>1E-3</v></c>", "0.001")]
    [InlineData("<c s=\"1\"><v>44135</v></c>", "2020-10-31")]
    [InlineData("<c s=\"2\"><v>44135</v></c>", "2020-10-31")]
    [InlineData("<c s=\"1\"><v>44135.5</v></c>", "2020-10-31T12:00:00Z")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "true")]
    [InlineData("<c t=\"str\"><v>a b</v></c>", "a b")]
    [InlineData(" a ", " a ")]
    public void A_cell_of_a_workbook_is_read_as_the_text_that_it_stands_for(string cell, string text)
    {
        using var file = new MemoryStream(Importing.Workbook(["code"], [cell]));
        using var table = new XlsxTable(file);
        Assert.Equal(text, Assert.Single(Assert.Single(table.Rows).Cells));
    }

    private static byte[] Zip(string name, string text)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(archive.CreateEntry(name).Open());
            entry.Write(text);
        }

        return file.ToArray();
    }
}
