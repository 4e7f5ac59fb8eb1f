using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

public sealed class DamagedTableTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static readonly string[] Header = ["code", "level", "county"];

    public static TheoryData<string, byte[], string> Damaged { get; } = new()
    {
        { ".csv", [], "line 1: empty; expected a file that is not empty." },
        { ".csv", "\n"u8.ToArray(), "line 1: empty; expected a first line that names the columns." },
        { ".csv", "code,level,colour\n"u8.ToArray(), "line 1, column colour: expected one of the columns code, level, " },
        { ".csv", "code,level,level\n"u8.ToArray(), "line 1, column level: expected the column only once." },
        { ".csv", "level,county\n"u8.ToArray(), "line 1, column code: expected this column, which is missing: it identifies the rows." },
        { ".csv", "code,level\nA,LOW\nB,𠮷,x\n"u8.ToArray(), "line 3: \"B,𠮷,x\"; expected 2 cells, not 3." },
        { ".csv", "code,level\nA,\"LO\"W\n"u8.ToArray(), "line 2: expected quotes only around a whole cell" },
        { ".csv", "code,level\nA,\"LOW\n"u8.ToArray(), "line 2: expected quotes only around a whole cell" },
        { ".csv", "code,level\nA,LO\0W\n"u8.ToArray(), "line 2: \"A,LO\uFFFDW\"; expected text without the character U+0000." },
        { ".csv", [.. "code,colour\nA,"u8, 0xCD, 0xF5, 0xC4, 0xB3, .. "\n"u8],
            "line 1: \"code,colour\"; expected known headings, but the file is not in UTF-8 and seems to be in GBK: " },
        { ".csv", [.. "code,leadOfficial\nA,"u8, 0xCD, 0xF5, 0xC4, 0xB3, .. "\nB,"u8, 0xFF, .. "\n"u8],
            "line 2: \"A,��ĳ\"; expected valid UTF-8, but this seems to be GBK: save the file as UTF-8." },
        { ".json", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("[]")],
            "line 1: expected text in UTF-8, but the file is in UTF-16: save it as UTF-8." },
        { ".csv", [.. "code,leadOfficial\nA,"u8, 0xC3, 0x28, .. "\n"u8], "expected valid UTF-8." },
        { ".csv", [.. "code,leadOfficial\nA,"u8, .. Enumerable.Repeat((byte)'x', 16_384 - 21), 0xE6, .. "\nB,b\nC,c\nD,d\n"u8],
            "line 2: expected valid UTF-8." },
        { ".csv", [.. "code,leadOfficial\nA,a\nB,"u8, 0xE6], "line 3: expected valid UTF-8." },
        { ".csv", Importing.Workbook(Header),
            "line 1: expected text in UTF-8, but the file is compressed (ZIP), as workbooks are: send a workbook as one (.xlsx), or save " +
            "it as CSV." },
        { ".json", "[{\"code\":\"A\"},{\"code\":"u8.ToArray(), "object 2: expected an array of objects in well-formed JSON" },
        { ".json", "{\"code\":\"A\"}"u8.ToArray(), "object 1: \"{\"; expected an array of objects." },
        { ".json", "[1]"u8.ToArray(), "object 1: \"1\"; expected an object." },
        { ".json", "[{\"code\":\"A\",\"code\":\"B\"}]"u8.ToArray(), "object 1, column code: expected the column only once." },
        { ".json", "[{\"code\":\"A\",\"colour\":1}]"u8.ToArray(), "object 1, column colour: expected one of the columns code, level, " },
        { ".json", "[{\"code\":[\"A\"]}]"u8.ToArray(), "object 1, column code: \"[\"; expected a string, a number, true, false or null." },
        { ".json", "[{\"code\":\"\\uD840\"}]"u8.ToArray(), "object 1, column code: expected a string without half of a surrogate pair." },
        { ".json", "code,level\nA,LOW\n"u8.ToArray(), "object 1: expected an array of objects in well-formed JSON" },
        { ".json", "[{\"code\":\"A\"},]"u8.ToArray(), "object 2: expected an array of objects in well-formed JSON" },
        { ".json", "[{\"code\":\"A\"}] x"u8.ToArray(), "object 2: expected an array of objects in well-formed JSON" },
        { ".json", "[\n{\"code\":\"A\"},\n{\"code\":\"A\0\"}]"u8.ToArray(),
            "line 3: \"{\"code\":\"A\uFFFD\"}]\"; expected text without the character U+0000." },
        { ".ndjson", "{\"code\":\"RV-H-001\"}\n{\"code\"\n"u8.ToArray(), "line 2: expected one object in well-formed JSON on each line" },
        { ".ndjson", "{\"code\":\"A\"}\n\n{\"code\":\"B\"\n{\"code\":\"C\"}\n"u8.ToArray(),
            "line 3: expected one object in well-formed JSON on each line" },
        { ".ndjson", "{\"code\":\"A\"}\n}\n"u8.ToArray(), "line 2: expected one object in well-formed JSON on each line" },
        { ".ndjson", "{\"code\":\"A\"}\n[1]\n"u8.ToArray(), "line 2: \"[\"; expected an object." },
        { ".ndjson", "{\"code\":\"A\"}\r\n{\"colour\":1}\r\n"u8.ToArray(),
            "line 2, column colour: expected one of the columns code, level, " },
        { ".xlsx", "code,level\nA,LOW\n"u8.ToArray(), "row 1: expected a complete XLSX workbook." },
        { ".xlsx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]],
            "row 1: expected an XLSX workbook, but the file has the older format XLS or is protected by a password" },
        { ".xlsx", Importing.Workbook(Header)[..600], "row 1: expected a complete XLSX workbook." },
        { ".xlsx", Importing.Zip([("other.txt", "x")]), "row 1: expected an XLSX workbook." },
        { ".xlsx", Importing.Workbook(), "row 1: empty; expected a first row that names the columns." },
        { ".xlsx", Importing.Workbook(Header, ["A", "LOW", "county", "more"]),
            "row 2, column D: \"more\"; expected values only in columns with a heading." },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task A_damaged_table_is_refused_with_its_place_and_what_would_be_right(string extension, byte[] file, string expected)
    {
        var damaged =
            await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(database.Path, "risk-villages", file, extension: extension));
        Assert.Contains(expected, damaged.Say(TableFormat.OfFile(extension)!.Unit), StringComparison.Ordinal);
        Assert.Matches("^(第 [0-9]+ (行|个对象)|部件 .*).*：.*应为.*。$",
            damaged.Say(TableFormat.OfFile(extension)!.Unit, Language.Chinese).ReplaceLineEndings(" "));
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_long_cell_is_refused_as_one()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", $"code,leadOfficial\nRV-H-001,{new string('x', 32_767)}\n");
        var cell = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal(("leadOfficial", "LENGTH", 60), (cell.Column, cell.Rule, cell.Value!.Length));
    }
}
