using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Workbooks with everything that offices put into one.</summary>
public sealed class OfficeWorkbookTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static readonly string[] Upper =
        ["序号", "乡镇\n（街道）", "村（社区）\n名  称", "风险情况", "", "化解情况", "", "化解\n时限", "备注"];

    private static readonly string[] Lower =
        ["", "", "", "风险\n等级", "主要\n风险点", "是否\n销号", "销号\n时间", "", ""];

    [Fact]
    public async Task A_table_over_several_pages_repeats_its_header_and_has_totals_of_townships()
    {
        var report = await ImportAsync("risk-villages", Importing.Workbook("",
            ["A1:I1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4", "I3:I4", "B5:B6",
                "A10:A11", "B10:B11", "C10:C11", "D10:E10", "F10:G10", "H10:H11", "I10:I11"],
            ["附件2\n某县风险村台账"], ["填报单位：县委组织部（盖章）"], Upper, Lower,
            ["1", "甲镇", "东  村", "高", "班子软弱", "√", "<c><v>45001</v></c>", "<c s=\"2\"><v>45170</v></c>", ""],
            ["2", "", "西村", "中", "", "<c t=\"b\"><v>0</v></c>", "", "2023年12月", "持续跟踪"],
            ["", "小计", "2个", "", "", "1"],
            ["总计", "", "3个", "", "", "1"],
            ["附件2（续）"], Upper, Lower,
            ["3", "乙镇", "南村", "低", "", "<c t=\"b\"><v>1</v></c>", "2023.5.6", "2023年底前", ""],
            ["说明：1.风险等级分为高、中、低三级。"]));
        Assert.Equal([], report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule}"));
        Assert.Equal("1 TITLE, 2 TITLE, 7 SUBTOTAL, 8 TOTAL, 9 NOTE, 10 TITLE, 11 TITLE, 13 NOTE", string.Join(", ",
            report.Reading!.LeftOut.Listed.Select(row => $"{row.Row} {row.Kind.ToString().ToUpperInvariant()}")));
        Assert.Equal("乡镇（街道）", report.Reading.Columns[1].Heading);
        await using var context = SeededDatabase.Open(database.Path);
        Assert.Equal(["东村 RESOLVED 2023-09-01", "西村 OPEN 2023-12-31", "南村 RESOLVED 2023-12-31"],
            await context.Set<RiskVillage>().Where(row => row.Village != null).OrderBy(row => row.Id)
                .Select(row => $"{row.Village!.NameZh} {row.Status.ToString()!.ToUpperInvariant()} {row.DueOn:yyyy-MM-dd}").ToListAsync());
    }

    [Fact]
    public async Task The_heading_of_a_group_may_count_its_rows_and_a_village_is_added_only_with_its_township()
    {
        var report = await ImportAsync("risk-villages", Importing.Workbook("", ["A2:D2"],
            ["序号", "村名称", "风险等级", "化解时限"], ["重点村（2个）"],
            ["1", "新村", "高", "2023.09"]), dryRun: true);
        var left = Assert.Single(report.Reading!.LeftOut.Listed);
        Assert.Equal((2, RowKind.Note), (left.Row, left.Kind));
        var refused = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal((3, "新村"), (refused.Row, refused.Value));
        Assert.EndsWith("the table must name its township", refused.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_villages_finds_those_that_other_registers_have_added()
    {
        using var own = new SeededDatabase();
        await ImportAsync("risk-villages", Encoding.UTF8.GetBytes("乡镇,村名称,风险等级\n甲镇,东村,高\n"), own.Path, ".csv");
        const string villages = "序号,乡镇（街道）,村（社区）名称,村（社区）代码,类别\n1,甲镇,东村,001201,行政村\n2,甲镇,西村,001202,居委会\n" +
            "3,国有林场,一分场,003501,其他（农场分场）\n";
        var report = await ImportAsync("villages", Encoding.UTF8.GetBytes(villages), own.Path, ".csv");
        Assert.Equal([], report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Rule}"));
        Assert.Equal((2, 1), (report.Created.Total, report.Unchanged));
        await using var context = SeededDatabase.Open(own.Path);
        Assert.Equal(["001202 西村 ", "003501 一分场 农场分场", "county-甲镇东村 东村 "], await context.Set<Village>()
            .Where(one => one.NameZh != null && one.Township.NameZh != null).OrderBy(one => one.Code)
            .Select(one => $"{one.Code} {one.NameZh} {one.KindWording}").ToListAsync());
        const string townships = "乡镇代码,乡镇名称,类别\n001,甲镇,建制镇\n";
        report = await ImportAsync("townships", Encoding.UTF8.GetBytes(townships), own.Path, ".csv");
        Assert.Equal((0, 1), (report.Created.Total, report.Unchanged));
    }

    private Task<ImportReport> ImportAsync(string entity, byte[] file, string? path = null, string extension = ".xlsx",
        bool dryRun = false) => Importing.RunAsync(path ?? database.Path, entity, file, dryRun, extension,
            asked: request => request with { Register = new("county", null, AddsPlaces: true, Replaces: false) });
}
