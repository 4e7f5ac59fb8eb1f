using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Docs;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Tables as offices make them.</summary>
public sealed class RegisterTableTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{

    [Fact]
    public async Task A_header_of_merged_rows_a_unit_note_totals_and_notes_are_read_as_people_read_them()
    {
        var report = await ImportAsync("asset-handovers", Importing.Workbook(
            "<cols><col min=\"6\" max=\"6\" hidden=\"1\"/></cols>", ["A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "A10:F10"],
            ["某县资产台账"],
            ["", "", "", "", "", "单位：万元"],
            ["资产编号", "资产名称", "资产情况", "", "资产类别", "移交日期"],
            ["", "", "面积（㎡）", "账面原值", "", ""],
            ["A1", "  甲　乙 ", "１，２００.5", "<c><f>6+6.5</f><v>12.5</v></c>", "五站五所", "<c><v>45107</v></c>"],
            ["A2", "乙楼", "100", "3", "党政办公用房", "20230630"],
            ["小计", "", "1300.5", "15.5"],
            ["A3", "丙楼", "—", "1.5", "其他", "2023年6月30日"],
            ["合　计", "", "1300.5", "<c><f>SUM(D5:D8)</f><v>18</v></c>"],
            ["注：面积以不动产登记为准。", "", "", "", "", ""]));
        Assert.Equal([], report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule}"));
        Assert.Equal(["5 A1", "6 A2", "8 A3"], report.Created.Listed.Select(row => $"{row.Row} {row.Key.Split('|')[^1]}"));
        Assert.Equal(["1 TITLE", "2 TITLE", "7 SUBTOTAL", "9 TOTAL", "10 NOTE"],
            report.Reading!.LeftOut.Listed.Select(row => $"{row.Row} {row.Kind.ToString().ToUpperInvariant()}"));
        Assert.Equal("Row 9: the total of 资产情况/账面原值 is 18, but its rows add up to 17.",
            Assert.Single(report.Reading.Warnings).En);
        Assert.Equal(["D5", "D9"], report.Source.Formulas!.Listed);
        Assert.Equal([("资产情况/面积（㎡）", "floorArea", "㎡"), ("资产情况/账面原值", "bookValue", "万元")],
            report.Reading.Columns.Where(column => column.Unit is not null)
                .Select(column => (column.Heading, column.Field!, column.Unit!)));
        Assert.Equal("移交日期", Assert.Single(report.Reading.Columns, column => column.Hidden is true).Heading);
        await using var context = SeededDatabase.Open(database.Path);
        var rows = await context.Set<AssetHandover>().Where(row => new[] { "A1", "A2", "A3" }.Contains(row.Code)).OrderBy(row => row.Code)
            .ToListAsync();
        Assert.Equal([("甲乙", 1200.5m, 125_000m), ("乙楼", 100m, 30_000m), ("丙楼", null, 15_000m)],
            rows.Select(row => (row.NameZh, row.FloorArea, row.BookValue)));
        Assert.All(rows, row => Assert.Equal(new DateOnly(2023, 6, 30), row.HandedOverOn));
    }

    [Fact]
    public async Task A_text_file_may_have_two_rows_of_headings_and_its_total_first()
    {
        const string table = "某县腾退资产台账（单位：万元）,,,,,,,\n" +
            "序号,乡镇,资产名称,资产类别,面积情况,,价值,\n" +
            ",,,,建筑面积（㎡）,占地面积（亩）,原值,处置收入\n" +
            "合计,,,,300,3,30,5\n" +
            "1,甲镇,甲楼,五站五所,100,1,10.5,\n" +
            "2,,乙楼,党政办公用房,200,2,20,5\n" +
            "3,乙镇,丙楼,闲置校舍,/,,—,\n" +
            ",,,,,,,\n4,,,,,,,\n注：1.数据截至9月底,,,,,,,\n";
        var report = await ImportAsync("asset-handovers", table, dryRun: true);
        Assert.Equal("面积情况/占地面积（亩） HEADING",
            Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Column} {cell.Rule}")));
        report = await ImportAsync("asset-handovers", table, dryRun: true,
            mapping: """{"assetHandovers":{"columns":{"占地面积（亩）":null}}}""");
        Assert.Equal((3, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Equal("Row 4: the total of 价值/原值 is 30, but its rows add up to 30.5.", Assert.Single(report.Reading!.Warnings).En);
        Assert.Equal("1 TITLE, 4 TOTAL, 8 BLANK, 9 BLANK, 10 NOTE", string.Join(", ",
            report.Reading.LeftOut.Listed.Select(row => $"{row.Row} {row.Kind.ToString().ToUpperInvariant()}")));
        Assert.Equal(("乙镇", "万元"), (report.Reading.NewPlaces!.Listed[1].Name,
            report.Reading.Columns.Single(column => column.Field == "bookValue").Unit));
        report = await ImportAsync("reform-tasks",
            "任务清单\n任务名称,责任单位,完成时限\n（一）便民服务,,\n甲任务,县民政局,20231230\n", dryRun: true);
        Assert.Equal((1, "甲任务"), (report.Created.Total, report.Created.Listed[0].Key.Split('|')[^1]));
    }

    [Fact]
    public async Task A_formula_without_a_result_is_refused_with_its_cell()
    {
        var report = await ImportAsync("asset-handovers", Importing.Workbook("", [],
            ["资产编号", "资产类别", "账面原值（万元）"], ["F1", "其他", "<c><f>1+1</f></c>"],
            ["合计", "", "<c><f>SUM(C2)</f></c>"]), dryRun: true);
        var refused = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal((2, "账面原值（万元）", "FORMULA"), (refused.Row, refused.Column, refused.Rule));
        Assert.Contains("recalculate", refused.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_that_is_not_known_is_refused_until_it_is_mapped()
    {
        const string table = "序号,任务名称,牵头单位,科室意见,推进情况\n1,甲,县教育局,同意,正在弄\n";
        var report = await ImportAsync("reform-tasks", table);
        Assert.Equal(["1 科室意见 HEADING", "1 推进情况 HEADING"],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule}"));
        var proposal = Encoding.UTF8.GetString(TableMapping.Propose(EntityOf("reform-tasks"), report.Reading!));
        Assert.Contains("\"科室意见\": \"?\"", proposal, StringComparison.Ordinal);
        Assert.Contains("\"牵头单位\": \"leadDepartment\"", proposal, StringComparison.Ordinal);
        Assert.Contains("推进情况 is \"?\"; it must be one of", Refusal("reform-tasks",
            """{"reformTasks":{"columns":{"推进情况":"?"}}}"""), StringComparison.Ordinal);
        report = await ImportAsync("reform-tasks", table, mapping:
            """{"reform-tasks":{"columns":{"科室意见":null,"推进情况":"status"},"values":{"status":{"正在弄":"UNDER_WAY"}}}}""");
        Assert.Equal((1, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Equal("the mapping leaves it out", report.Reading!.Columns[3].NotStored!.En);
        Assert.Equal("UNDER_WAY", Assert.Single(report.Reading.Columns[4].Values!).Value);
    }

    [Theory]
    [InlineData("[]", "In the mapping, the mapping must be a JSON object.")]
    [InlineData("{", "The mapping is not valid JSON (line 1), or has a member twice.")]
    [InlineData("""{"villagesAtRisk":{}}""", "The mapping has \"villagesAtRisk\", which is no entity.")]
    [InlineData("""{"riskVillages":{"headings":{}}}""", "The mapping has riskVillages.headings; expected columns, values and defaults.")]
    [InlineData("""{"riskVillages":{"columns":{"a":"risk"}}}""",
        "In the mapping, riskVillages.columns.a is \"risk\"; it must be one of code, ")]
    [InlineData("""{"riskVillages":{"values":{"county":{}}}}""",
        "The mapping has riskVillages.values.county, which is no field with a code list, dates or numbers.")]
    [InlineData("""{"riskVillages":{"values":{"level":{"高":"TALL"}}}}""",
        "In the mapping, riskVillages.values.level.高 is \"TALL\"; it must be one of LOW, MEDIUM, HIGH, or null for no value.")]
    public void A_mapping_that_is_wrong_is_refused_with_its_place(string mapping, string expected) =>
        Assert.StartsWith(expected, Refusal("risk-villages", mapping), StringComparison.Ordinal);

    [Fact]
    public async Task A_value_that_is_not_understood_is_refused_and_shown()
    {
        var report = await ImportAsync("risk-villages", "村代码,风险等级,是否销号\n1,红色,√\n2,高,未\n");
        Assert.Equal("2 风险等级 红色", Assert.Single(
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Value}")));
        Assert.Equal([("红色", null), ("高", "HIGH")], report.Reading!.Columns[1].Values!.Select(value => (value.Key, value.Value)));
        Assert.Equal(["RESOLVED", "OPEN"], report.Reading.Columns[2].Values!.Values);
    }

    [Fact]
    public async Task A_place_that_the_county_does_not_have_is_refused_unless_places_are_added()
    {
        const string table = "乡镇,村名称,风险等级\n木林镇,木林村,高\n木林镇,新村,高\n";
        var report = await ImportAsync("risk-villages", table, addsPlaces: false);
        Assert.Equal(4, report.RefusedCells.Total);
        Assert.All(report.RefusedCells.Listed, cell => Assert.Equal("REFERENCE", cell.Rule));
        Assert.Equal([("townships", "木林镇", null), ("villages", "木林镇木林村", null), ("villages", "木林镇新村", null)],
            report.Reading!.NewPlaces!.Listed.Select(place => (place.Entity, place.Name, place.Code)));
        report = await ImportAsync("risk-villages", table);
        Assert.Equal(["木林镇-木林村", "木林镇-新村"], report.Created.Listed.Select(row => row.Key.Split('|')[^1]));
        Assert.Equal(["county-木林镇", "county-木林镇木林村", "county-木林镇新村"],
            report.Reading!.NewPlaces!.Listed.Select(place => place.Code));
        Assert.Equal("rows-risk-villages", Assert.Single(report.Checks, check => check.Code == "rows-risk-villages").Code);
    }

    [Fact]
    public async Task A_code_of_another_county_is_free_and_a_county_that_does_not_exist_is_refused()
    {
        using var own = new SeededDatabase();
        await Importing.RunAsync(own.Path, "counties", "code,knownAs\nother,other\n");
        var report = await ImportAsync("risk-villages", "编码,风险等级\nRV-H-001,低\n", county: "other", path: own.Path);
        Assert.Equal((1, 0), (report.Created.Total, report.RefusedCells.Total));
        var refused = await Assert.ThrowsAsync<RequestErrorException>(
            () => ImportAsync("risk-villages", "编码,风险等级\nX,低\n", county: "nowhere"));
        Assert.Contains("such as county", refused.Message, StringComparison.Ordinal);
        refused = await Assert.ThrowsAsync<RequestErrorException>(() => ImportAsync("indicators", "code\nX\n"));
        Assert.Equal("county is for the registers of a county, and indicators is none.", refused.Message);
    }

    [Theory]
    [InlineData("这是一张表\n没有标题\n")]
    [InlineData("a,b\n1,2\n")]
    public async Task A_table_without_a_header_is_refused(string text) => Assert.Contains("expected a row with the headings of a register",
        (await Assert.ThrowsAsync<TableException>(() => ImportAsync("risk-villages", text))).Say("line"), StringComparison.Ordinal);

    [Fact]
    public async Task The_sheet_with_the_header_is_read_or_the_one_that_is_named()
    {
        var parts = Importing.Parts(["编码", "风险等级"], ["RV-H-001", "高"]).ConvertAll(part => part.Name switch
        {
            "xl/workbook.xml" => (part.Name, part.Text.Replace("<sheets>", "<sheets><sheet name=\"说明\" sheetId=\"2\" r:id=\"r4\"/>",
                StringComparison.Ordinal)),
            "xl/_rels/workbook.xml.rels" => (part.Name, part.Text.Replace("</Relationships>",
                "<Relationship Id=\"r4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" " +
                "Target=\"worksheets/sheet2.xml\"/></Relationships>", StringComparison.Ordinal)),
            _ => part,
        });
        parts.Add(("xl/worksheets/sheet2.xml",
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" +
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>填表说明</t></is></c></row></sheetData></worksheet>"));
        var file = Importing.Zip(parts);
        var report = await ImportAsync("risk-villages", file, dryRun: true);
        Assert.Equal(("one", "说明", 1), (report.Source.Sheet, Assert.Single(report.Source.OtherSheets!), report.Unchanged));
        Assert.Equal("说明", (await Assert.ThrowsAsync<TableException>(() => ImportAsync("risk-villages", file, sheet: "说明"))).Sheet);
        Assert.Contains("one of the sheets 说明, one", (await Assert.ThrowsAsync<TableException>(
            () => ImportAsync("risk-villages", file, sheet: "x"))).Say("row"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_in_Chinese_is_imported_unchanged_for_its_county()
    {
        var report = await ImportAsync("risk-villages", "编码,风险等级,县\nRV-H-001,高风险,county\n", dryRun: true);
        Assert.Equal((1, 0), (report.Unchanged, report.RefusedCells.Total));
        report = await ImportAsync("risk-villages", "编码,风险等级,县\nRV-H-001,高风险,邻县\n", dryRun: true);
        Assert.Equal("县 邻县", Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Column} {cell.Value}")));
    }

    [Fact]
    public async Task The_document_shows_a_table_and_its_mapping()
    {
        var blocks = Markdown.Blocks("docs/registers.md").ToList();
        var report = await ImportAsync("risk-villages", blocks.Single(block => block.Language == "csv").Text,
            mapping: blocks.First(block => block.Language == "json").Text, dryRun: true);
        Assert.Equal((2, 0, 3), (report.Created.Total, report.RefusedCells.Total, report.Reading!.LeftOut.Total));
        Assert.Equal(["townships 甲镇", "villages 甲镇东村", "villages 甲镇西村"],
            report.Reading.NewPlaces!.Listed.Select(place => $"{place.Entity} {place.Name}"));
    }

    private static string Refusal(string entity, string mapping) =>
        Assert.Throws<InvalidOperationException>(() => Importing.Mapping(mapping, EntityOf(entity))).Message;

    private static EntityModel EntityOf(string name) => ImportRequest.Find(Importing.Model, name)!;

    private Task<ImportReport> ImportAsync(string entity, string text, string county = "county", string? mapping = null,
        bool addsPlaces = true, bool dryRun = false, string? path = null) =>
        ImportAsync(entity, Encoding.UTF8.GetBytes(text), county, mapping, addsPlaces, dryRun, path, extension: ".csv");

    private Task<ImportReport> ImportAsync(string entity, byte[] file, string county = "county", string? mapping = null,
        bool addsPlaces = true, bool dryRun = false, string? path = null, string? sheet = null, string extension = ".xlsx") =>
        Importing.RunAsync(path ?? database.Path, entity, file, dryRun, extension, asked: request => request with
        {
            Sheet = sheet,
            Register = new(county, Importing.Mapping(mapping, request.Entity), addsPlaces, Replaces: false),
        });
}
