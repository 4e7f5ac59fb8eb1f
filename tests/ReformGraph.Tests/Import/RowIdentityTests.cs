using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What identifies the rows of a table without codes: what they are about, not their numbers.</summary>
public sealed class RowIdentityTests : IAsyncLifetime
{
    private const string Assets = "序号,乡镇,资产名称,资产类别\n1,甲镇,老办公楼,其他\n2,甲镇,粮站,其他\n";

    private const string ACode = "give the table a column with a code for each row (编码), or each row a name of its own";
    private const string Codes =
        "give the table a column with codes (编码), or each row a name of its own; or use --replace if it is the whole register";

    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    public static TheoryData<string, string, string, string> Offices() => new()
    {
        {
            "reform-tasks", "序号,任务名称,牵头单位\n1,甲任务,县教育局\n2,乙任务,县教育局\n",
            "序号,任务名称,牵头单位\n1,丙任务,县民政局\n",
            "{ rows: reformTasks(where: { titleZh: { neq: null } }, order: [{ code: ASC }]) { nodes { code } } }" +
            "|丙任务 乙任务 甲任务"
        },
        {
            "asset-handovers", Assets, "序号,乡镇,资产名称,资产类别\n1,乙镇,老办公楼,其他\n",
            "{ rows: assetHandovers(where: { nameZh: { neq: null } }, order: [{ code: ASC }]) { nodes { code } } }" +
            "|乙镇-老办公楼 甲镇-粮站 甲镇-老办公楼"
        },
        {
            "facility-consolidations", "序号,乡镇,村名称,设施名称,设施类型,整合方式\n" +
            "1,甲镇,东村,便民服务室,便民服务室,新建\n",
            "序号,乡镇,村名称,设施类型,整合方式\n1,甲镇,东村,其他（村卫生室）,新建\n" +
            "2,甲镇,西村,其他（村卫生室）,新建\n",
            "{ rows: facilityConsolidations(where: { village: { id: { neq: null } } }, order: [{ code: ASC }]) { nodes { code } } }" +
            "|甲镇-东村-便民服务室 甲镇-东村-其他(村卫生室) 甲镇-西村-其他(村卫生室)"
        },
        {
            "problems", "序号,存在问题,整改时限\n1,资产未入账,2024-06-30\n", "序号,问题描述,整改时限\n" +
            "1,无人值守,2024-06-30\n",
            "{ rows: problems(order: [{ code: ASC }]) { nodes { code } } }|无人值守 资产未入账"
        },
        {
            "risk-villages", "序号,乡镇,村名称,风险等级\n1,甲镇,东村,高\n", "序号,乡镇,村名称,风险等级\n" +
            "1,乙镇,东村,低\n",
            "{ rows: riskVillages(where: { village: { id: { neq: null } } }, order: [{ code: ASC }]) { nodes { code } } }" +
            "|乙镇-东村 甲镇-东村"
        },
    };

    [Theory]
    [MemberData(nameof(Offices))]
    public async Task The_tables_of_two_offices_that_number_their_rows_stand_side_by_side(string entity, string first, string second,
        string expected)
    {
        foreach (var table in new[] { first, second })
        {
            var report = await ImportAsync(entity, table);
            Assert.Equal((0, report.Rows), (report.RefusedCells.Total, report.Created.Total));
        }

        var again = await ImportAsync(entity, first);
        Assert.Equal((again.Rows, null as long?), (again.Unchanged, again.Change));
        var (query, codes) = (expected.Split('|')[0], expected.Split('|')[1]);
        Assert.Equal(codes.Split(' ').Order(StringComparer.Ordinal), (await server.FieldAsync(query)).GetProperty("nodes").EnumerateArray()
            .Select(row => row.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("序号,乡镇,资产名称,资产类别\n1,甲镇,老楼,其他\n2,甲镇,粮站,其他\n1,乙镇,老楼,其他\n",
        "甲镇-老楼 甲镇-粮站 乙镇-老楼")]
    [InlineData("序号,资产名称,资产类别\n甲镇,,\n1,老办公楼,其他\n乙镇,,\n1,老办公楼,其他\n",
        "甲镇-老办公楼 乙镇-老办公楼")]
    [InlineData("序号,乡镇,资产名称,资产类别\n1,甲镇,老楼,其他\n2,,粮　站,其他\n1,乙镇,老楼,其他\n" +
        "2,,粮站,其他\n",
        "甲镇-老楼 甲镇-粮站 乙镇-老楼 乙镇-粮站")]
    [InlineData("序号,资产名称,资产类别\n1,办公楼,其他\n2,办公楼,其他\n", "1 2")]
    [InlineData("序号,资产名称,资产类别\n1,办公楼,其他\n2,/,其他\n", "1 2")]
    [InlineData("序号,资产类别,面积\n1,其他,10\n2,其他,20\n", "1 2")]
    [InlineData("编号,序号,资产名称,资产类别\nA-1,1,办公楼,其他\nA-2,1,办公楼,其他\n", "A-1 A-2")]
    public async Task A_row_has_the_code_that_tells_it_apart(string table, string codes)
    {
        var report = await ImportAsync("asset-handovers", table);
        Assert.Equal("", string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.En}")));
        Assert.Equal(codes.Split(' '), report.Created.Listed.Select(row => row.Key.Split('|')[^1]));
    }

    [Fact]
    public async Task Rows_that_neither_names_nor_numbers_tell_apart_are_refused_with_the_rows_like_them()
    {
        var report = await ImportAsync("asset-handovers",
            "序号,乡镇,资产名称,资产类别\n1,甲镇,办公楼,其他\n2,甲镇,粮站,其他\n1,甲镇,办公楼,其他\n" +
            "3,乙镇,,其他\n");
        Assert.Equal(
            [
                $"4 资产名称 UNIQUE must tell the row apart, but row 2 has the same, and 序号 repeats or is missing: {ACode}",
                $"5 资产名称 REQUIRED must be given, because 序号 repeats or is missing: {ACode}",
            ],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule} {cell.Message.En}"));
        report = await ImportAsync("reform-tasks", "任务名称,牵头单位\n甲,县教育局\n甲,县民政局\n");
        Assert.Equal("3 任务名称 必须能区分各行，但与第 2 行相同：请增加“编码”列并逐行填写，" +
            "或使各行名称互不相同",
            Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.Zh}")));
        report = await ImportAsync("asset-handovers", "序号,资产类别\n1,其他\n1,其他\n");
        Assert.Equal("3 序号 UNIQUE", Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule}")));
    }

    [Fact]
    public async Task A_number_that_the_county_has_for_something_else_is_refused_unless_the_table_is_the_whole_register()
    {
        const string numbered = "序号,乡镇,资产名称,资产类别\n1,甲镇,办公楼,其他\n2,甲镇,办公楼,其他\n" +
            "3,甲镇,粮站,其他\n";
        await ImportAsync("asset-handovers", numbered);
        var again = await ImportAsync("asset-handovers",
            numbered.Replace("粮站,其他", "粮站,五站五所", StringComparison.Ordinal));
        Assert.Equal((2, 1), (again.Unchanged, again.Changed.Total));
        const string other = "序号,乡镇,资产名称,资产类别\n1,乙镇,办公楼,其他\n2,甲镇,办公楼,其他\n" +
            "3,甲镇,校舍,其他\n4,甲镇,校舍,其他\n";
        var report = await ImportAsync("asset-handovers", other);
        Assert.Equal(
            [
                $"2 序号 must be a number of its own, but the county already has 1 for 办公楼 in another township: {Codes}",
                $"4 序号 must be a number of its own, but the county already has 3 for 粮站, and this row is 校舍: {Codes}",
            ],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.En}"));
        Assert.Contains("本县已有的 3 是“粮站”，而此行是“校舍”", report.RefusedCells.Listed[1].Message.Zh,
            StringComparison.Ordinal);
        report = await ImportAsync("asset-handovers", other, replaces: true);
        Assert.Equal((0, 2, 1), (report.RefusedCells.Total, report.Changed.Total, report.Created.Total));
    }

    [Fact]
    public async Task Rows_without_names_of_another_office_do_not_overwrite_those_with_the_same_numbers()
    {
        const string first = "序号,乡镇,资产类别,面积,账面原值\n1,甲镇,其他,10,500\n2,甲镇,其他,20,800\n";
        await ImportAsync("asset-handovers", first);
        Assert.Equal(2, (await ImportAsync("asset-handovers", first)).Unchanged);
        var corrected = await ImportAsync("asset-handovers", first.Replace("10,500", "10,600", StringComparison.Ordinal));
        Assert.Equal((0, 1), (corrected.RefusedCells.Total, corrected.Changed.Total));
        const string other = "序号,乡镇,资产类别,面积,账面原值\n1,甲镇,其他,33,900\n2,甲镇,其他,44,70\n";
        var report = await ImportAsync("asset-handovers", other);
        Assert.Equal(
            [
                $"2 序号 must be a number of its own, but the county already has 1 for a row with 2 other values: {Codes}",
                $"3 序号 must be a number of its own, but the county already has 2 for a row with 2 other values: {Codes}",
            ],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.En}"));
        Assert.Contains("本县已有的 1 有 2 项内容不同", report.RefusedCells.Listed[0].Message.Zh, StringComparison.Ordinal);
        report = await ImportAsync("asset-handovers", other, replaces: true);
        Assert.Equal((0, 2), (report.RefusedCells.Total, report.Changed.Total));
    }

    [Theory]
    [InlineData("1,甲镇,其他,33\n2,甲镇,其他,44\n", 2, "of the 2 rows whose numbers the county already has, 2 have another " +
        "value there")]
    [InlineData("1,甲镇,其他,33\n", 2, "the county already has 1 for a row with another value")]
    [InlineData("1,甲镇,其他,10\n2,甲镇,其他,44\n3,甲镇,其他,55\n4,甲镇,其他,66\n", 3,
        "of the 3 rows whose numbers the county already has, 2 have another value there")]
    [InlineData("1,甲镇,其他,10\n2,甲镇,其他,44\n3,甲镇,其他,30\n", 0, "")]
    public async Task Rows_without_names_are_corrections_only_if_as_many_are_the_same(string rows, int row, string because)
    {
        const string heading = "序号,乡镇,资产类别,面积\n";
        await ImportAsync("asset-handovers", heading + "1,甲镇,其他,10\n2,甲镇,其他,20\n3,甲镇,其他,30\n");
        var report = await ImportAsync("asset-handovers", heading + rows);
        Assert.Equal(row == 0 ? "" : $"{row} 序号 UNIQUE must be a number of its own, but {because}: {Codes}",
            string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule} {cell.Message.En}")));
        Assert.Equal(row == 0, report.Change is not null);
        Assert.Equal(0, (await ImportAsync("asset-handovers", heading + rows, replaces: true)).RefusedCells.Total);
    }

    [Fact]
    public async Task A_table_without_codes_means_the_rows_of_the_county_by_place_and_name_whatever_their_codes()
    {
        await Importing.RunAsync(server.Database.Path, "problems", "编码,问题描述,问题来源,县\n" +
            "1,资产未入账,巡察反馈,county\n");
        var report = await ImportAsync("problems", "序号,问题描述,责任单位\n1,资产未入账,县财政局\n2,无人值守,\n");
        Assert.Equal((1, 1, 0), (report.Changed.Total, report.Created.Total, report.Reading!.Warnings.Count));
        Assert.Equal("1", report.Changed.Listed[0].Key.Split('|')[^1]);
        Assert.Equal(
            """{"code":"1","source":"巡察反馈","responsibleDepartment":"县财政局","version":2}""", (await server.FieldAsync(
            """{ problemByCode(code: "1") { code source responsibleDepartment version } }""")).GetRawText());
        const string facilities = "乡镇,村名称,设施名称,设施类型,整合方式\n" +
            "甲镇,西村,服务室,便民服务室,新建\n";
        await ImportAsync("facility-consolidations", "编号," + facilities.Replace("\n甲", "\nF1,甲", StringComparison.Ordinal));
        report = await ImportAsync("facility-consolidations", facilities + "甲镇,东村,服务室,便民服务室,新建\n");
        Assert.Equal((1, 1), (report.Unchanged, report.Created.Total));
        Assert.Empty(report.Reading!.Warnings);
        report = await ImportAsync("facility-consolidations",
            "编号," + facilities.Replace("\n甲", "\nF2,甲", StringComparison.Ordinal));
        Assert.StartsWith("Row 2: F2 is a second row, because the county has F1 already", Assert.Single(report.Reading!.Warnings).En,
            StringComparison.Ordinal);
        report = await ImportAsync("facility-consolidations", facilities); // F1 or F2?
        Assert.StartsWith("Row 2: 甲镇-西村-服务室 is a second row, because the county has F1 already",
            Assert.Single(report.Reading!.Warnings).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_gets_another_village_is_a_warning()
    {
        await ImportAsync("risk-villages", "编码,乡镇,村名称,风险等级\nV1,甲镇,东村,高\nV2,甲镇,西村,低\n");
        var report = await ImportAsync("risk-villages", "编码,乡镇,村名称,风险等级\nV1,甲镇,南村,高\n" +
            "V2,甲镇,西村,中\n");
        Assert.Equal(
            ["Row 2: V1 was about another village. If the row is about something else, give it a code of its own."],
            report.Reading!.Warnings.Select(warning => warning.En));
    }

    [Fact]
    public async Task A_code_that_gets_another_name_is_a_warning()
    {
        await ImportAsync("asset-handovers", "编号,资产名称,资产类别\n1,老办公楼,其他\n2,粮　站,其他\n");
        var report = await ImportAsync("asset-handovers", "编号,资产名称,资产类别\n1,校舍,其他\n2,粮站,其他\n");
        Assert.Equal((1, 0), (report.Changed.Total, report.RefusedCells.Total));
        var warning = Assert.Single(report.Reading!.Warnings);
        Assert.Equal("Row 2: 1 was 老办公楼 and becomes 校舍. If the row is about something else, give it a code of its own.",
            warning.En);
        Assert.Equal("第 2 行：1 原为“老办公楼”，将改为“校舍”。如不是同一对象，请另用编码。",
            warning.Zh);
    }

    [Fact]
    public async Task A_thing_that_gets_another_type_is_a_warning()
    {
        await ImportAsync("asset-handovers", "序号,乡镇,资产名称,资产类别\n1,甲镇,闲置资产,办公用房\n");
        var report = await ImportAsync("asset-handovers", "序号,乡镇,资产名称,资产类别\n1,甲镇,闲置资产,车辆\n");
        Assert.Equal((1, 0), (report.Changed.Total, report.Created.Total));
        var warning = Assert.Single(report.Reading!.Warnings);
        Assert.Equal("Row 2: 甲镇-闲置资产 was PARTY_AND_GOVERNMENT_OFFICES and becomes 车辆. If the row is about something " +
            "else, give it a code of its own.", warning.En);
        Assert.Equal("第 2 行：甲镇-闲置资产 类别原为“党政办公用房及附属房屋”，将改为“车辆”。" +
            "如不是同一对象，请另用编码。", warning.Zh);
        report = await ImportAsync("asset-handovers", "序号,乡镇,资产名称,资产类别\n1,甲镇,闲置资产,车辆\n");
        Assert.Empty(report.Reading!.Warnings);
        report = await ImportAsync("asset-handovers", // another OTHER
            "序号,乡镇,资产名称,资产类别\n1,甲镇,闲置资产,土地\n");
        Assert.StartsWith("Row 2: 甲镇-闲置资产 was 车辆 and becomes 土地.",
            Assert.Single(report.Reading!.Warnings).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_longer_than_a_code_gives_its_beginning_and_a_hash()
    {
        var title = string.Concat(Enumerable.Repeat("深化乡镇行政区划和村级建制调整改革", 8));
        var table = $"序号,任务名称,责任单位\n1,{title}甲,县民政局\n2,\"{title}\n乙\",县民政局\n";
        var report = await ImportAsync("reform-tasks", table);
        var codes = report.Created.Listed.Select(row => row.Key.Split('|')[^1]).ToList();
        Assert.Equal((0, 2), (report.RefusedCells.Total, codes.Distinct().Count()));
        Assert.All(codes, code => Assert.Matches($"^{title[..83]}#[0-9a-f]{{16}}$", code));
        Assert.Equal(2, (await ImportAsync("reform-tasks", table)).Unchanged);
    }

    [Fact]
    public async Task A_list_of_places_gives_the_codes_that_other_registers_give_them()
    {
        var report = await ImportAsync("townships", "序号,乡镇名称,乡镇类别\n1,甲镇,镇\n");
        Assert.Equal("county-甲镇", Assert.Single(report.Created.Listed).Key.Split('|')[^1]);
        report = await ImportAsync("villages", "序号,乡镇,村名称,类别\n1,甲镇,东村,行政村\n");
        Assert.Equal("county-甲镇东村", Assert.Single(report.Created.Listed).Key.Split('|')[^1]);
        Assert.Null((await ImportAsync("risk-villages", "乡镇,村名称,风险等级\n甲镇,东村,高\n")).Reading!.NewPlaces);
    }

    private Task<ImportReport> ImportAsync(string entity, string table, bool replaces = false) =>
        Importing.RunAsync(server.Database.Path, entity, Encoding.UTF8.GetBytes(table), asked: request => request with
        {
            Register = new("county", null, AddsPlaces: true, replaces),
        });
}
