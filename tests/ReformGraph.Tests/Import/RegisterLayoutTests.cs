using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Rows of offices' tables that say something about the rows around them.</summary>
public sealed class RegisterLayoutTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    [Theory]
    [InlineData("村名称,风险等级,是否销号\n（一）甲镇（2个村）,,\n东村,高,\n西村,中,√\n二、乙街道,,\n东村,低,\n")]
    [InlineData("乡镇,村名称,风险等级,是否销号\n甲镇,,,\n,东村,高,\n,西村,中,√\n乙街道,,,\n,东村,低,\n合计,3个,,\n")]
    [InlineData("序号,村名称,风险等级,是否销号\n甲镇,,,\n1,东村,高,\n2,西村,中,√\n小计,2个村,,\n乙街道：,,,\n1,东村,低,\n合计,共3个村,,\n")]
    public async Task A_row_that_only_names_a_township_sets_that_of_the_rows_below_it(string table)
    {
        var report = await ImportAsync("risk-villages", "某县风险村台账,,,\n" + table);
        Assert.Equal("", string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.En}")));
        Assert.Equal([], report.Reading!.Warnings.Select(warning => warning.En));
        Assert.Equal(["甲镇-东村", "甲镇-西村", "乙街道-东村"],
            report.Created.Listed.Select(row => row.Key.Split('|')[^1]));
        Assert.Equal(["甲镇", "乙街道", "甲镇东村", "甲镇西村", "乙街道东村"],
            report.Reading.NewPlaces!.Listed.Select(place => place.Name));
        Assert.Equal(2, report.Reading.LeftOut.Listed.Count(row => row.Kind is Data.Registers.RowKind.Township));
    }

    [Fact]
    public async Task A_merged_row_of_a_workbook_names_the_township_too_and_other_groups_remain_notes()
    {
        var report = await ImportAsync("risk-villages", Importing.Workbook(string.Empty, ["A2:C2", "A5:C5", "A7:C7"],
            ["村名称", "风险等级", "是否销号"], ["丙镇", "", ""], ["南村", "高", ""], ["北村", "高", ""],
            ["丁乡", "", ""], ["南村", "中", ""], ["重点乡镇", "", ""], ["中村", "低", ""]));
        Assert.Equal(["丙镇-南村", "丙镇-北村", "丁乡-南村", "丁乡-中村"],
            report.Created.Listed.Select(row => row.Key.Split('|')[^1]));
        Assert.Equal(["2 Township", "5 Township", "7 Note"],
            report.Reading!.LeftOut.Listed.Select(row => $"{row.Row} {row.Kind}"));
    }

    [Theory]
    [InlineData("合计,2个乡镇,共3个村,", null)]
    [InlineData("合计,3,3个,", null)]
    [InlineData("合计,,共4个行政村,", "Row 5: the total of 村名称 is 4 rows, but 3 have a value.")]
    [InlineData("总计,5个乡镇,,5个", "Row 5: the total of 乡镇 is 5 rows, but 3 have a value.")]
    public async Task A_total_that_counts_names_is_compared_with_the_rows(string total, string? warning)
    {
        var report = await ImportAsync("risk-villages",
            $"序号,乡镇,村名称,风险等级\n1,戊镇,甲村,高\n2,戊镇,乙村,中\n3,己镇,甲村,低\n{total}\n");
        Assert.Equal("TOTAL", Assert.Single(report.Reading!.LeftOut.Listed).Kind.ToString().ToUpperInvariant());
        Assert.Equal(warning, report.Reading.Warnings.Select(one => one.En).SingleOrDefault());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_row_for_a_village_that_has_one_under_another_code_is_named(bool dryRun)
    {
        using var own = new SeededDatabase();
        await ImportAsync("risk-villages", "编码,乡镇,村名称,风险等级\nF-001,甲镇,东村,高\nF-002,甲镇,西村,中\n",
            path: own.Path, dryRun: false);
        var report = await ImportAsync("risk-villages", "编码,乡镇,村名称,风险等级\nG-1,甲镇,东村,低\n" +
            "G-2,甲镇,南村,低\n",
            path: own.Path, dryRun: dryRun);
        var warning = Assert.Single(report.Reading!.Warnings);
        Assert.Equal(
            "Row 2: G-1 is a second row, because the county has F-001 already for the same place or name. To change that row, give this " +
            "one the code F-001 (编码); to withdraw it, use --replace.", warning.En);
        Assert.Contains("本县已有同一地点或名称的 F-001", warning.Zh, StringComparison.Ordinal);
        await using var context = SeededDatabase.Open(own.Path);
        Assert.Equal(dryRun ? 2 : 4, await context.Set<RiskVillage>().CountAsync(row => row.VillageId != null));
    }

    [Theory]
    [InlineData("一,优化布局,,", "（二）,做强中心,,", "Note")]
    [InlineData(",（一）优化布局,,", ",二、做强中心,,", "Note")]
    [InlineData("第一部分,优化布局,,", ",第二部分 做强中心,,", "Note")]
    [InlineData("一,优化布局,,30", "二,做强中心,,5", "Subtotal")]
    public async Task A_row_with_only_the_number_and_the_name_of_a_section_is_left_out(string first, string second, string kind)
    {
        var report = await ImportAsync("facility-consolidations", "序号,设施名称,设施类型,总投资（万元）,整合方式\n" +
            $"{first},\n1,甲中心,便民服务中心,10,新建\n2,乙中心,便民服务中心,20,新建\n" +
            $"{second},\n1,丙中心,便民服务中心,5,新建\n累计,,,35,\n");
        Assert.Equal(["甲中心", "乙中心", "丙中心"], report.Created.Listed.Select(row => row.Key.Split('|')[^1]));
        Assert.Equal([$"2 {kind}", $"5 {kind}", "7 Total"], report.Reading!.LeftOut.Listed.Select(row => $"{row.Row} {row.Kind}"));
        Assert.Equal((0, 0), (report.RefusedCells.Total, report.Reading.Warnings.Count));
    }

    [Theory]
    [InlineData("序号,任务名称,牵头单位,完成时限\n一,甲任务,,\n二,乙任务,,\n三,丙任务,,\n", 0)]
    [InlineData("序号,任务名称,牵头单位,完成时限\n一,甲任务,,\n二,乙任务,县民政局,\n三,丙任务,,\n" +
        "合计,3项,,\n", 1)]
    [InlineData("任务名称,牵头单位,完成时限\n（一）甲任务,,\n（二）乙任务,县民政局,\n" +
        "（三）丙任务,,\n", 0)]
    [InlineData("序号,任务名称,牵头单位,完成时限\n一、优化布局,,,\n（一）,甲任务,,\n（二）,乙任务,,\n" +
        "二、做强中心,,,\n（一）,丙任务,,\n", 2)]
    [InlineData("序号,任务名称,牵头单位,完成时限\n一,优化布局,,\n（一）,甲任务,县民政局,\n" +
        "（二）,乙任务,,\n二,做强中心,,\n（一）,丙任务,,\n", 2)]
    public async Task A_table_whose_every_row_has_a_Chinese_number_has_no_section_of_that_number(string table, int leftOut)
    {
        var report = await ImportAsync("reform-tasks", table);
        Assert.Equal(["甲任务", "乙任务", "丙任务"], report.Created.Listed.Select(row => row.Key.Split('|')[^1].Split(')')[^1]));
        Assert.Equal((0, leftOut), (report.RefusedCells.Total, report.Reading!.LeftOut.Total));
    }

    [Theory]
    [InlineData(",其中：校舍,校舍,60")]
    [InlineData("其中：,校舍,校舍,60")]
    [InlineData(",其中校舍,校舍,60")]
    public async Task A_row_of_what_the_row_above_includes_is_left_out_with_a_warning(string part)
    {
        var report = await ImportAsync("asset-handovers",
            $"序号,资产名称,资产类别,建筑面积\n1,甲院,其他,860\n{part}\n2,乙楼,其他,40\n合计,,,900\n");
        Assert.Equal(["甲院", "乙楼"], report.Created.Listed.Select(row => row.Key.Split('|')[^1]));
        Assert.Equal(["3 Part", "5 Total"], report.Reading!.LeftOut.Listed.Select(row => $"{row.Row} {row.Kind}"));
        var name = part.Split(',').First(cell => cell.Length > 0);
        Assert.Equal($"Row 3 ({name}) is left out, because the row above includes it. If it is a row of its own, write its name " +
            "without 其中.", Assert.Single(report.Reading.Warnings).En);
        Assert.Equal(0, report.RefusedCells.Total);
    }

    [Fact]
    public async Task A_row_without_a_township_that_gets_none_is_warned_of()
    {
        var report = await ImportAsync("reform-tasks", "任务名称,牵头单位\n甲任务,县民政局\n");
        Assert.Empty(report.Reading!.Warnings);
        report = await ImportAsync("problems",
            "序号,问题描述,涉及乡镇\n1,甲问题,甲镇\n2,乙问题,甲镇\n3,丙问题,\n");
        Assert.Equal("1 of 3 rows has no 涉及乡镇, and none is stored: the cells are not merged with the one above. If its " +
            "township is meant, fill it in.", Assert.Single(report.Reading!.Warnings).En);
    }

    [Fact]
    public async Task A_heading_over_several_columns_has_theirs_below_it()
    {
        var report = await ImportAsync("asset-handovers", Importing.Workbook(string.Empty, ["E1:F1"],
            ["序号", "资产名称", "资产类别", "建筑面积", "处置情况", "", "备注"],
            ["", "", "", "", "是否处置", "收益（万元）", ""],
            ["1", "甲楼", "闲置校舍", "120", "是", "98.5", ""]));
        Assert.Equal([("处置情况/是否处置", "disposalStatus"), ("处置情况/收益（万元）", "proceeds")],
            report.Reading!.Columns.Skip(4).Take(2).Select(column => (column.Heading, column.Field)));
        Assert.Equal((1, 0), (report.Created.Total, report.RefusedCells.Total));
    }

    [Fact]
    public async Task A_second_table_below_the_first_is_named_once_with_its_row()
    {
        var stacked = await Assert.ThrowsAsync<TableException>(() => ImportAsync("risk-villages",
            "乡镇,村名称,风险等级,备注\n甲镇,东村,高,\n乙镇,西村,中,\n附：处置情况,,,\n村名称,化解时限,包联县领导,化解情况\n东村,2024-06-30,王某,已化解\n"));
        Assert.Equal(
            "row 5: \"村名称 化解时限 包联县领导 化解情况\"; expected rows of the table above, but this is the header of a second " +
            "table: save each table in its own sheet or file.", stacked.Say("row"));
        Assert.Contains("第二张表的标题行", stacked.Say("row", Language.Chinese), StringComparison.Ordinal);
        var other = await Assert.ThrowsAsync<TableException>(() => ImportAsync("facility-consolidations",
            "序号,乡镇,设施名称,设施类别,举措类型\n1,甲镇,甲中心,便民服务中心,做强\n序号,学校名称,原类别,撤并时间\n1,大石村小,村小,2022年9月\n"));
        Assert.Equal(3, other.Number);
        var repeated = await ImportAsync("risk-villages",
            "乡镇,村名称,风险等级,备注\n甲镇,东村,高,\n乡镇,村名称,风险等级,备注\n乙镇,西村,中,\n");
        Assert.Equal((2, "Title"), (repeated.Created.Total, Assert.Single(repeated.Reading!.LeftOut.Listed).Kind.ToString()));
    }

    private Task<ImportReport> ImportAsync(string entity, string text, string? path = null, bool dryRun = true) =>
        ImportAsync(entity, Encoding.UTF8.GetBytes(text), ".csv", path, dryRun);

    private Task<ImportReport> ImportAsync(string entity, byte[] file, string extension = ".xlsx", string? path = null,
        bool dryRun = true) =>
        Importing.RunAsync(path ?? database.Path, entity, file, dryRun, extension,
            asked: request => request with { Register = new("county", null, AddsPlaces: true, Replaces: false) });
}
