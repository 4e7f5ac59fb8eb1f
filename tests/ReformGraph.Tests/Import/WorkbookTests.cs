using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What the cells and the parts of a workbook may hold.</summary>
public sealed class WorkbookTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml", Styles = "xl/styles.xml", Book = "xl/workbook.xml", Relations =
        "xl/_rels/workbook.xml.rels";

    [Theory]
    [InlineData("<c><v>37.500000000000004</v></c>", "37.5")]
    [InlineData("<c><v>12</v></c>", "12")]
    [InlineData("<c t=\"n\"><v>1E-3</v></c>", "0.001")]
    [InlineData("<c s=\"1\"><v>44135</v></c>", "2020-10-31")]
    [InlineData("<c s=\"2\"><v>44135</v></c>", "2020-10-31")]
    [InlineData("<c s=\"1\"><v>44135.5</v></c>", "2020-10-31T12:00:00Z")]
    [InlineData("<c s=\"1\"><v>1</v></c>", "1900-01-01")]
    [InlineData("<c s=\"1\"><v>59</v></c>", "1900-02-28")]
    [InlineData("<c s=\"1\"><v>61</v></c>", "1900-03-01")]
    [InlineData("<c t=\"d\"><v>2020-10-31</v></c>", "2020-10-31")]
    [InlineData("<c t=\"d\"><v>2020-10-31T00:00:00</v></c>", "2020-10-31")]
    [InlineData("<c t=\"d\"><v>2020-10-31T12:30:00.5Z</v></c>", "2020-10-31T12:30:00.5Z")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "true")]
    [InlineData("<c t=\"b\"><v>false</v></c>", "false")]
    [InlineData("<c t=\"str\"><v>a b</v></c>", "a b")]
    [InlineData("<c t=\"str\"><v>a_x000A_b_x005F_x0041_</v></c>", "a\nb_x0041_")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>a</t></r><r><t> b</t></r><rPh><t>read</t></rPh></is></c>", "a b")]
    [InlineData(" a ", " a ")]
    public void A_cell_is_read_as_the_text_that_it_represents(string cell, string text)
    {
        using var table = Open(Importing.Parts(["code"], [cell]));
        Assert.Equal(text, Assert.Single(Assert.Single(table.Rows).Cells));
    }

    [Theory]
    [InlineData("<c t=\"s\"><v>99999999999999</v></c>", "\"99999999999999\"; expected the index of a shared string in the workbook.")]
    [InlineData("<c t=\"s\"><v>-1</v></c>", "\"-1\"; expected the index of a shared string in the workbook.")]
    [InlineData("<c t=\"s\"><v>99</v></c>", "\"99\"; expected the index of a shared string in the workbook.")]
    [InlineData("<c s=\"99999999999\"><v>1</v></c>", "\"99999999999\"; expected the index of a style in the workbook.")]
    [InlineData("<c s=\"3\"><v>1</v></c>", "\"3\"; expected the index of a style in the workbook.")]
    [InlineData("<c s=\"-1\"><v>1</v></c>", "\"-1\"; expected the index of a style in the workbook.")]
    [InlineData("<c s=\"\"><v>1</v></c>", "empty; expected the index of a style in the workbook.")]
    [InlineData("<c><v>1E999</v></c>", "\"1E999\"; expected a number.")]
    [InlineData("<c><v>NaN</v></c>", "\"NaN\"; expected a number.")]
    [InlineData("<c><v>1,5</v></c>", "\"1,5\"; expected a number.")]
    [InlineData("<c t=\"b\"><v>2</v></c>", "\"2\"; expected 1 or 0.")]
    [InlineData("<c t=\"x\"><v>1</v></c>", "\"x\"; expected a cell type: b, d, e, inlineStr, n, s or str.")]
    public void A_cell_that_represents_nothing_is_rejected_with_its_place(string cell, string expected) =>
        Assert.Equal($"row 3, column level: {expected}", Refusal(Importing.Parts(["code", "level"], ["A", "LOW"], ["B", cell])));

    [Theory]
    [InlineData("r=\"B2\"", "r=\"ZZZZZZZZ2\"", "row 2: \"ZZZZZZZZ2\"; expected a reference to a cell of the row, from A2 to XFD2.")]
    [InlineData("r=\"B2\"", "r=\"XFE2\"", "row 2: \"XFE2\"; expected a reference to a cell of the row, from A2 to XFD2.")]
    [InlineData("r=\"B2\"", "r=\"B3\"", "row 2: \"B3\"; expected a reference to a cell of the row, from A2 to XFD2.")]
    [InlineData("r=\"B2\"", "r=\"\"", "row 2: empty; expected a reference to a cell of the row, from A2 to XFD2.")]
    [InlineData("r=\"B2\"", "r=\"A2\"", "row 2, column code: \"LOW\"; expected each cell only once.")]
    [InlineData("<row r=\"2\">", "<row r=\"99999999999\">", "row 1: \"99999999999\"; expected a row after row 1, and at most row 1048576.")]
    [InlineData("<row r=\"2\">", "<row r=\"1\">", "row 1: \"1\"; expected a row after row 1, and at most row 1048576.")]
    [InlineData("<row r=\"2\">", "<row r=\"1048576\"/><row>", "row 1048576: expected at most 1048576 rows in a sheet.")]
    [InlineData("</row></sheetData>", "</sheetData>", "row 2: expected well-formed XML without a document type (line 1, ")]
    [InlineData("<sheetData>", "<other>", "part xl/worksheets/sheet1.xml: expected well-formed XML")]
    [InlineData("<worksheet", "<!DOCTYPE worksheet []><worksheet",
        "part xl/worksheets/sheet1.xml: expected well-formed XML without a document type")]
    public void A_sheet_that_is_none_is_refused_with_its_place(string right, string wrong, string expected) =>
        Assert.StartsWith(expected, Refusal(Replaced(Sheet, right, wrong)), StringComparison.Ordinal);

    [Theory]
    [InlineData(Styles, "numFmtId=\"14\"", "numFmtId=\"99999999999\"",
        "part xl/styles.xml: \"99999999999\"; expected the number of a format.")]
    [InlineData(Styles, "<numFmt numFmtId=\"164\"", "<numFmt", "part xl/styles.xml: expected a format with a number.")]
    [InlineData(Book, " r:id=\"r1\"", "", "part xl/workbook.xml: expected a sheet with a relationship id.")]
    [InlineData(Book, "r:id=\"r1\"", "r:id=\"r9\"", "part xl/workbook.xml: expected a first sheet that exists.")]
    [InlineData(Book, "<sheet name=\"one\" sheetId=\"1\" r:id=\"r1\"/>", "", "part xl/workbook.xml: expected a sheet.")]
    [InlineData(Relations, "/worksheet\"", "/chartsheet\"", "part xl/worksheets/sheet1.xml: expected a first sheet with cells.")]
    [InlineData(Relations, "worksheets/sheet1.xml", "worksheets/sheet2.xml",
        "part xl/worksheets/sheet2.xml: expected this part, which is missing.")]
    [InlineData(Relations, "worksheets/sheet1.xml", "http://elsewhere.example/sheet1.xml",
        "part xl/_rels/workbook.xml.rels: \"http://elsewhere.example/sheet1.xml\"; expected the name of a part.")]
    [InlineData(Relations, "sharedStrings.xml\"", "absent.xml\"", "part xl/absent.xml: expected this part, which is missing.")]
    public void A_part_that_is_none_is_refused_by_its_name(string part, string right, string wrong, string expected) =>
        Assert.Equal(expected, Refusal(Replaced(part, right, wrong)));

    [Fact]
    public void A_part_of_which_there_are_two_is_refused() =>
        Assert.Equal("part xl/worksheets/sheet1.xml: expected each part only once.", Refusal([.. Whole(), Whole()[^1]]));

    [Fact]
    public void A_workbook_without_styles_and_shared_texts_is_read() =>
        Assert.Equal("A B", Read([.. Importing.Parts(["<c t=\"str\"><v>code</v></c>"], ["<c s=\"0\" t=\"str\"><v>A B</v></c>"])
            .Where(part => part.Name is not (Styles or "xl/sharedStrings.xml"))
            .Select(part => part.Name == Relations
            ? (part.Name,
            part.Text[..part.Text.IndexOf("<Relationship Id=\"r2\"", StringComparison.Ordinal)] + "</Relationships>") : part)]));

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so() =>
        Assert.Equal("2024-11-01", Read([.. Importing.Parts(["code"], ["<c s=\"1\"><v>44135</v></c>"]).Select(part => part.Name == Book
            ? (part.Name, part.Text.Replace("<sheets>", "<workbookPr date1904=\"true\"/><sheets>", StringComparison.Ordinal)) : part)]));

    [Fact]
    public void Whatever_is_in_a_workbook_it_is_read_or_refused()
    {
        string[] pieces =
            ["-1", "0", "99999999999999999999", "1e999", "NaN", "A1", "XFE1", "&#0;", "&#xD800;", "&x;", "<", ">", "\"", "/>", "<!-- -->",
            "<![CDATA[x]]>", "<!DOCTYPE x>", "<x/>", "xmlns=\"u\"", "t=\"s\"", "t=\"d\"", "s=\"9\"", "_xD800_", "\u0001", "../",
            "http://a.example/x", "%00", "\\", "r9", "true"];
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var parts = Whole();
            var at = random.Next(parts.Count);
            var (name, text) = parts[at];
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var from = random.Next(text.Length);
                text = text[..from] + pieces[random.Next(pieces.Length)] + text[Math.Min(text.Length, from + random.Next(13))..];
            }

            parts[at] = (random.Next(20) == 0 ? "other" : name, text);
            var file = Importing.Zip(parts);
            for (var bytes = seed % 4 == 0 ? random.Next(1, 6) : 0; bytes > 0; bytes--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            try
            {
                using var table = Open(file);
                read += table.Rows.Count() >= 0 ? 1 : 0;
            }
            catch (TableException)
            {
                refused++;
            }
        }

        Assert.True(read > 50 && refused > 200, $"{read} were read and {refused} refused.");
    }

    private static List<(string Name, string Text)> Whole() => Importing.Parts(
        ["code", "level", "county", "assessedOn"],
        ["A", "LOW", "<c><v>1.5</v></c>", "<c s=\"1\"><v>44135</v></c>"],
        ["<c t=\"b\"><v>1</v></c>", "<c t=\"d\"><v>2020-10-31</v></c>", "<c t=\"inlineStr\"><is><t>a</t></is></c>",
            "<c s=\"2\"><v>44135.5</v></c>"]);

    private static List<(string Name, string Text)> Replaced(string part, string right, string wrong) =>
    [
        .. Importing.Parts(["code", "level"], ["A", "LOW"]).Select(one => one.Name != part ? one
            : one.Text.Contains(right, StringComparison.Ordinal) ? (one.Name, one.Text.Replace(right, wrong, StringComparison.Ordinal))
            : throw new ArgumentException(right, nameof(right))),
    ];

    private static string Read(List<(string Name, string Text)> parts)
    {
        using var table = Open(parts);
        return Assert.Single(Assert.Single(table.Rows).Cells)!;
    }

    private static string Refusal(List<(string Name, string Text)> parts) => Assert.Throws<TableException>(() =>
    {
        using var table = Open(parts);
        _ = table.Rows.Count();
    }).Say("row");

    private static XlsxTable Open(List<(string Name, string Text)> parts) => Open(Importing.Zip(parts));

    private static XlsxTable Open(byte[] file) => new(new MemoryStream(file), Importing.Options());
}
