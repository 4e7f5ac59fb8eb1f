using ReformGraph.Data.Import;
using ReformGraph.Data.Tables.Xlsx;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Cells of workbooks other than numbers and dates.</summary>
public sealed class SpreadsheetCellTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    [Fact]
    public async Task Formulas_are_taken_by_the_results_that_the_file_keeps_and_named_in_the_report()
    {
        var report = await ImportAsync(
            ["code", "level", "leadOfficial", "assessedOn"],
            ["RV-H-001", "<c t=\"str\"><f>A1</f><v>LOW</v></c>", "<c t=\"str\"><f>\"\"</f><v></v></c>",
                "<c s=\"1\"><f>TODAY()</f><v>44135</v></c>"],
            ["RV-H-002", "LOW", "<c><f t=\"shared\" si=\"0\"/><v>7</v></c>", ""]);
        Assert.Equal((0, 2), (report.RefusedCells.Total, report.Changed.Total));
        Assert.Equal(["B2", "C2", "D2", "C3"], report.Source.Formulas!.Listed);
        Assert.Equal("level=LOW assessedOn=2020-10-31", Fields(report.Changed.Listed[0]));
    }

    [Theory]
    [InlineData("<c><f>1+1</f></c>", "FORMULA")]
    [InlineData("<c><f>1+1</f><v></v></c>", "FORMULA")]
    [InlineData("<c><f>1+1</f><v/></c>", "FORMULA")]
    [InlineData("<c t=\"str\"><f>A1</f></c>", "FORMULA")]
    [InlineData("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "ERROR")]
    [InlineData("<c t=\"e\"><v>#REF!</v></c>", "ERROR")]
    [InlineData("<c><v>1234567890123456</v></c>", "DIGITS")]
    [InlineData("<c><v>1.23456789012346E+17</v></c>", "DIGITS")]
    [InlineData("<c t=\"d\"><v>31.10.2020</v></c>", "TYPE")]
    public async Task A_cell_without_a_value_of_its_own_is_rejected_and_the_others_are_reported_with_it(string cell, string rule)
    {
        var report = await ImportAsync(["code", "level", "leadOfficial"], ["RV-H-001", "LOW", cell], ["RV-H-002", "TALL", "a"]);
        Assert.Equal([$"2 leadOfficial {rule}", "3 level TYPE"],
            report.RefusedCells.Listed.Select(one => $"{one.Row} {one.Column} {one.Rule}"));
        Assert.Null(report.Change);
    }

    [Theory]
    [InlineData("_x000D_", "\r")]
    [InlineData("a_x000A_b", "a\nb")]
    [InlineData("_x005F_x0041_", "_x0041_")]
    [InlineData("_x005F_X0041_", "_X0041_")]
    [InlineData("_X0041_", "_X0041_")]
    [InlineData("_x00e9_", "é")]
    [InlineData("_x0000_", "_x0000_")]
    [InlineData("_xD83D_", "_xD83D_")]
    public void What_XML_cannot_represent_is_read_as_Excel_writes_it_wherever_the_text_is(string written, string text)
    {
        foreach (var cell in (string[])[written, $"<c t=\"str\"><v>{written}</v></c>", $"<c t=\"inlineStr\"><is><t>{written}</t></is></c>"])
        {
            using var table = new XlsxTable(new MemoryStream(Importing.Workbook(["leadOfficial"], ["<c t=\"str\"><v>x</v></c>"], [cell])),
                Importing.Options());
            Assert.Equal(text, table.Rows.Last().Cells[0]);
        }
    }

    [Fact]
    public async Task A_workbook_of_Strict_Open_XML_is_read_as_any_other()
    {
        (string, string)[] strict =
        [
            ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
            ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ];
        var parts = Importing.Parts(["code", "level", "assessedOn"],
            ["RV-H-001", "LOW", "<c t=\"d\" s=\"1\"><v>2020-10-31T00:00:00</v></c>"], ["RV-H-002", "LOW", "<c s=\"1\"><v>44135</v></c>"])
            .Select(part =>
                (part.Name, strict.Aggregate(part.Text, (text, one) => text.Replace(one.Item1, one.Item2, StringComparison.Ordinal))
                .Replace("<workbook ", "<workbook conformance=\"strict\" ", StringComparison.Ordinal)));
        var report = await Importing.RunAsync(database.Path, "risk-villages", Importing.Zip(parts), dryRun: true, extension: ".xlsx");
        Assert.Equal(["level=LOW assessedOn=2020-10-31", "level=LOW assessedOn=2020-10-31"], report.Changed.Listed.Select(Fields));
        Assert.Equal("one", report.Source.Sheet);
    }

    private static string Fields(ImportedRow row) => string.Join(' ', row.Fields!.Select(field => $"{field.Column}={field.After}"));

    private Task<ImportReport> ImportAsync(params string[][] rows) =>
        Importing.RunAsync(database.Path, "risk-villages", Importing.Workbook(rows), dryRun: true, extension: ".xlsx");
}
