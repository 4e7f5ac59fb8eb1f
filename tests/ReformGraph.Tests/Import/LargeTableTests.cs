using System.Globalization;
using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Tables that hold more than is taken. Each limit is met from both sides.</summary>
public sealed class LargeTableTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private const int LongestRow = TableReader.LongestRow, LongestCell = TableReader.LongestCell;
    private const string Name = "xl/worksheets/sheet1.xml";

    [Theory]
    [InlineData(".csv", "line 5")]
    [InlineData(".json", "object 4")]
    [InlineData(".ndjson", "line 4")]
    [InlineData(".xlsx", "row 5")]
    public void More_rows_than_the_setting_allows_are_refused(string extension, string place)
    {
        Assert.Equal(3, Count(extension, File(extension, 3, "LOW"), new TableLimits { ImportRows = 3 }));
        var refused = Refused(extension, File(extension, 4, "LOW"), new TableLimits { ImportRows = 3 });
        Assert.Equal(($"{place}: expected at most 3 rows (Limits:ImportRows).", 3, "Limits:ImportRows"),
            (Say(refused, extension), refused.Allowed, refused.Limit));
    }

    [Theory]
    [InlineData(".csv", "line 3")]
    [InlineData(".json", "object 2")]
    [InlineData(".ndjson", "line 2")]
    [InlineData(".xlsx", "row 3")]
    public void A_cell_that_is_longer_than_one_of_Excel_is_refused(string extension, string place)
    {
        Assert.Equal(2, Count(extension, File(extension, 2, new string('村', LongestCell))));
        var refused = Refused(extension, File(extension, 2, "LOW", new string('村', LongestCell + 1)));
        Assert.Equal(($"{place}, column level: expected at most 32767 characters in a cell.", LongestCell),
            (Say(refused, extension), refused.Allowed));
    }

    [Fact]
    public void A_cell_whose_text_is_shared_or_in_pieces_is_as_long_as_any_other()
    {
        var pieces = string.Concat(Enumerable.Repeat($"<r><t>{new string('x', 10_000)}</t></r>", 4));
        Assert.Equal("row 2, column code: expected at most 32767 characters in a cell.",
            Say(Refused(".xlsx", Importing.Workbook(["code"], [$"<c t=\"inlineStr\"><is>{pieces}</is></c>"])), ".xlsx"));
        Assert.Equal("part xl/sharedStrings.xml: expected at most 32767 characters in a cell.",
            Say(Refused(".xlsx", Importing.Workbook(["code"], [new string('x', 40_000)])), ".xlsx"));
    }

    [Theory]
    [InlineData(".csv", "line 2: expected at most 1048576 bytes in a row (a row continues until its quotes are closed).")]
    [InlineData(".json", "object 1, column level: expected at most 1048576 bytes in an object.")]
    [InlineData(".ndjson", "line 1, column level: expected at most 1048576 bytes in an object.")]
    [InlineData(".xlsx", "row 2: expected at most 1048576 bytes in one node of XML.")]
    public void A_row_that_does_not_end_is_given_up(string extension, string expected) =>
        Assert.Equal(expected, Say(Refused(extension, File(extension, 1, new string('x', 3 * LongestRow))), extension));

    [Fact]
    public void A_row_of_many_long_cells_is_refused()
    {
        static byte[] Columns(int length) =>
            Sheet($"<row>{string.Concat(Enumerable.Repeat($"<c t=\"str\"><v>{new string('x', length)}</v></c>", 33))}</row>");
        Assert.Equal("row 2, column B: \"xx\"; expected values only in columns with a heading.",
            Say(Refused(".xlsx", Columns(2)), ".xlsx"));
        Assert.Equal("row 2: expected at most 1048576 characters in a row.", Say(Refused(".xlsx", Columns(LongestCell)), ".xlsx"));
    }

    [Fact]
    public void A_workbook_may_unpack_to_as_much_as_a_table_has_and_its_directory_is_not_believed()
    {
        var limits = new TableLimits { ImportBytes = 200_000 };
        var small = Importing.Parts(["code"], ["A"]);
        Assert.Equal(1, Count(".xlsx", Importing.Zip(small), limits));
        var refused =
            Refused(".xlsx",
            Importing.Zip(
            [.. small.Select(part => part.Name == Name ? (part.Name,
            part.Text.Replace("</sheetData>", new string(' ', 300_000) + "</sheetData>", StringComparison.Ordinal)) : part)]), limits);
        Assert.Equal(("row 1: expected at most 200000 bytes in a workbook when it is unpacked (Limits:ImportBytes).", "Limits:ImportBytes"),
            (Say(refused, ".xlsx"), refused.Limit));

        // What nobody reads, as a picture, is not unpacked.
        Assert.Equal(1, Count(".xlsx", Importing.Zip([.. small, ("xl/media/image1.emf", new string('x', 300_000))]), limits));
    }

    [Fact]
    public void A_directory_of_too_many_parts_is_not_read()
    {
        var parts = Importing.Parts(["code"], ["A"]);
        Assert.Equal(1,
            Count(".xlsx", Importing.Zip([.. parts, .. Enumerable.Range(0, 1_000).Select(number => ($"part{number}", string.Empty))])));
        Assert.Equal(
            "row 1: expected at most 1048576 bytes in the directory of the parts of a workbook.",
            Say(Refused(".xlsx", Importing.Zip(
                [.. parts, .. Enumerable.Range(0, 5_000).Select(number => ($"{number}{new string('x', 200)}", string.Empty))])), ".xlsx"));
    }

    [Theory]
    [InlineData("<x y=\"{0}\"/>", 1_048_576, "row 1: expected at most 1048576 bytes in one node of XML.")]
    [InlineData("<!--{0}-->", 1_048_576, "row 1: expected at most 1048576 bytes in one node of XML.")]
    public void A_tag_or_comment_of_a_workbook_is_bounded(string form, int length, string expected) =>
        Assert.Equal(expected,
            Say(Refused(".xlsx", Sheet(string.Format(CultureInfo.InvariantCulture, form, new string('x', length + 100_000)))), ".xlsx"));

    [Theory]
    [InlineData(60, null)]
    [InlineData(64, "row 1: expected at most 64 levels of nested elements.")]
    public void Elements_of_a_workbook_stand_inside_one_another_so_deep_and_no_deeper(int depth, string? expected)
    {
        var file = Sheet(string.Concat(Enumerable.Repeat("<x>", depth)) + string.Concat(Enumerable.Repeat("</x>", depth)));
        Assert.Equal(expected, expected is null ? Count(".xlsx", file) == 0 ? null : "read" : Say(Refused(".xlsx", file), ".xlsx"));
    }

    [Theory]
    [InlineData(9_000, null)]
    [InlineData(10_000, "row 1: expected at most 10000 names of elements and attributes in a part.")]
    public void The_names_in_a_workbook_are_bounded(int names, string? expected)
    {
        var file = Sheet(string.Concat(Enumerable.Range(0, names).Select(number => $"<x{number}/>")));
        Assert.Equal(expected, expected is null ? Count(".xlsx", file) == 0 ? null : "read" : Say(Refused(".xlsx", file), ".xlsx"));
    }

    [Theory]
    [InlineData("xl/styles.xml", "<xf numFmtId=\"0\"/>", "<xf/>", XlsxStyles.MostStyles,
        "part xl/styles.xml: expected at most 65536 styles.")]
    [InlineData("xl/sharedStrings.xml", "<si>", "<si/>", XlsxTexts.MostTexts,
        "part xl/sharedStrings.xml: expected at most 1000000 shared strings.")]
    public void What_is_held_of_a_workbook_is_bounded(string name, string before, string repeated, int most, string expected) =>
        Assert.Equal(expected, Say(Refused(".xlsx", Importing.Zip(Importing.Parts(["code"], ["A"])
        .Select(part => part.Name == name
        ? (part.Name, part.Text.Insert(part.Text.IndexOf(before, StringComparison.Ordinal),
        string.Concat(Enumerable.Repeat(repeated, most)))) : part))), ".xlsx"));

    [Fact]
    public async Task Rows_of_long_cells_are_imported_in_small_batches_and_keys_that_cannot_be_any_are_not_held()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", "code,level,county\n"
            + string.Concat(Enumerable.Range(0, 300).Select(number => $"{number}{new string('x', 20_000)},LOW,county\n")), dryRun: true);
        Assert.Equal((300, 300, "LENGTH"),
            (report.Rows, report.Refused, report.RefusedCells.Listed.Select(cell => cell.Rule).Distinct().Single()));
    }

    private static byte[] Sheet(string inside) => Importing.Zip(Importing.Parts(["code"])
        .Select(part => part.Name == Name
        ? (part.Name, part.Text.Replace("</sheetData>", inside + "</sheetData>", StringComparison.Ordinal)) : part));

    private static byte[] File(string extension, int rows, string level, string? last = null)
    {
        var levels = Enumerable.Range(1, rows).Select(row => row == rows ? last ?? level : level);
        var objects = levels.Select(one => $$"""{"code":"A","level":"{{one}}"}""");
        return extension switch
        {
            ".csv" => Encoding.UTF8.GetBytes("code,level\n" + string.Concat(levels.Select(one => $"A,{one}\n"))),
            ".json" => Encoding.UTF8.GetBytes($"[{string.Join(',', objects)}]"),
            ".ndjson" => Encoding.UTF8.GetBytes(string.Join('\n', objects)),
            _ => Importing.Workbook([["code", "level"], .. levels.Select(one => (string[])["A", $"<c t=\"str\"><v>{one}</v></c>"])]),
        };
    }

    private static int Count(string extension, byte[] file, TableLimits? limits = null)
    {
        using var table = TableFormat.OfFile(extension)!.Open(new MemoryStream(file), Importing.Options(limits: limits));
        return table.Rows.Count();
    }

    private static TableException Refused(string extension, byte[] file, TableLimits? limits = null) =>
        Assert.Throws<TableException>(() => Count(extension, file, limits));

    private static string Say(TableException refused, string extension) => refused.Say(TableFormat.OfFile(extension)!.Unit);
}
