using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

public sealed class MergedCellTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private const string Name = "xl/worksheets/sheet1.xml";
    private static readonly string[] Header = ["code", "level", "assessedOn", "township", "leadOfficial"];

    [Fact]
    public async Task What_is_seen_in_all_rows_of_a_merged_cell_is_said_of_all()
    {
        var report = await ImportAsync(
            "risk-villages",
            ["B2:B4", "C2:C3", "D2:D3", "E3:E4"],
            Header,
            ["RV-H-001", "LOW", "<c s=\"1\"><v>44135</v></c>", "mulin-town", "甲"],
            ["RV-H-002", "", "", "", "乙"],
            ["RV-H-003", "HIGH", "", "", "丙"]); // what another cell covers is not seen
        Assert.Equal(
            ["RV-H-001 level=LOW leadOfficial=甲 assessedOn=2020-10-31 township=mulin-town",
                "RV-H-002 level=LOW leadOfficial=乙 assessedOn=2020-10-31 township=mulin-town", "RV-H-003 level=LOW leadOfficial=乙"],
            report.Changed.Listed.Select(
                row => $"{row.Key} {string.Join(' ', row.Fields!.Select(field => $"{field.Column}={field.After}"))}"));
    }

    [Fact]
    public async Task A_number_or_a_code_over_several_rows_is_refused_with_its_cells()
    {
        var report = await ImportAsync("reform-tasks", ["B2:B3", "A4:A5"], ["code", "progress", "titleZh"],
            ["RT-T-001", "<c><v>50</v></c>", "a"], ["RT-T-002", "", "b"], ["RT-T-003", "", "c"], ["", "", "d"]);
        Assert.Equal(["2 progress 50 MERGED", "3 progress 50 MERGED", "4 code RT-T-003 MERGED", "5 code RT-T-003 MERGED"],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Value} {cell.Rule}"));
        Assert.Contains("B2:B3", report.RefusedCells.Listed[0].Message.En, StringComparison.Ordinal);
        Assert.Contains("B2:B3", report.RefusedCells.Listed[0].Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_over_several_columns_is_refused_and_an_empty_one_says_nothing()
    {
        var report = await ImportAsync("risk-villages", ["D2:E2", "C3:E4"], Header, ["RV-H-001", "LOW", "", "mulin-town"],
            ["RV-H-002", "LOW"], ["RV-H-003", "LOW"]);
        Assert.Equal(["2 township MERGED", "2 leadOfficial MERGED"],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule}").Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(2, report.Changed.Total);
    }

    [Fact]
    public async Task A_cell_that_is_merged_within_its_row_or_over_rows_without_values_is_as_any_other()
    {
        var report = await ImportAsync("reform-tasks", ["B2:B2", "C2:C9", "A7:B8"], ["code", "progress", "titleZh"],
            ["RT-T-001", "<c><v>50</v></c>", "a"], [], ["", "", "hidden"]);
        Assert.Equal((1, 1, 0), (report.Rows, report.Changed.Total, report.RefusedCells.Total));
    }

    [Theory]
    [InlineData("B1:B2", "row 2: expected one row of headings, but B1:B2 are merged: give each column its heading in one row.")]
    [InlineData("B2:B3|B3:B4", "row 3: expected cells that are merged only once, but B2:B3 and B3:B4 overlap.")]
    [InlineData("", "part xl/worksheets/sheet1.xml: empty; expected merged cells such as B2:B5.")]
    [InlineData("B3:B2", "part xl/worksheets/sheet1.xml: \"B3:B2\"; expected merged cells such as B2:B5.")]
    [InlineData("B2:XFE3", "part xl/worksheets/sheet1.xml: \"B2:XFE3\"; expected merged cells such as B2:B5.")]
    public async Task Merged_cells_that_cannot_be_are_refused(string merged, string expected)
    {
        var refused = await Assert.ThrowsAsync<TableException>(
            () => ImportAsync("risk-villages", merged.Split('|'), ["code", "level"], ["A", "LOW"], ["B", "LOW"], ["C", "LOW"]));
        Assert.Equal(expected, refused.Say("row"));
        Assert.Equal("one", refused.Sheet);
    }

    [Fact]
    public async Task So_many_merged_cells_are_taken_and_no_more()
    {
        var report =
            await ImportAsync("risk-villages", [.. Enumerable.Range(10, 100_000).Select(row => $"B{row}:C{row}")], ["code"], ["RV-H-001"]);
        Assert.Equal(1, report.Unchanged);
        var refused = await Assert.ThrowsAsync<TableException>(
            () => ImportAsync("risk-villages", [.. Enumerable.Range(10, 100_001).Select(row => $"B{row}:C{row}")], ["code"], ["RV-H-001"]));
        Assert.Equal("part xl/worksheets/sheet1.xml: expected at most 100000 merged cells.", refused.Say("row"));
    }

    private Task<ImportReport> ImportAsync(string entity, string[] merged, params string[][] rows)
    {
        var cells = $"</sheetData><mergeCells>{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";
        var parts = Importing.Parts(rows)
            .Select(part => part.Name == Name ? (part.Name, part.Text.Replace("</sheetData>", cells, StringComparison.Ordinal)) : part);
        return Importing.RunAsync(database.Path, entity, Importing.Zip(parts), dryRun: true, extension: ".xlsx");
    }
}
