using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>A table that is the whole register of a county.</summary>
public sealed class ReplacedRegisterTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_villages_of_a_county_take_the_place_of_those_that_its_report_only_counts()
    {
        var report = await ImportAsync("risk-villages", Villages(13, 58, 47));
        Assert.Equal((118, 118, 118, 2), (report.Created.Total, report.Withdrawn!.Total, report.Proven, report.Change));
        Assert.All(report.Withdrawn.Listed, row => Assert.True(row.Placeholder));
        Assert.DoesNotContain(report.Checks, check => check.Code.Contains("risk-villages", StringComparison.Ordinal));
        await using var context = database.Open();
        Assert.Equal(118, await context.Set<RiskVillage>().CountAsync());
        Assert.Equal(13, await context.Set<RiskVillage>()
            .CountAsync(row => row.ProvenBy!.Code == "high-risk-villages" && row.Level == RiskLevel.High));
        Assert.Equal(4, await context.Set<Check>().CountAsync(check => check.Code.Contains("risk-villages")
            && check.Code.StartsWith("rows-") && check.Status == CheckStatus.Holds));
        await Importing.AuditAsync(database.Path);
        report = await ImportAsync("risk-villages", Villages(13, 58, 47));
        Assert.Equal((118, 0, null as long?), (report.Unchanged, report.Withdrawn!.Total, report.Change));
        report = await ImportAsync("risk-villages", Villages(13, 58, 46), dryRun: true);
        var withdrawn = Assert.Single(report.Withdrawn!.Listed);
        Assert.Equal((117, "V118", false), (report.Unchanged, withdrawn.Key, withdrawn.Placeholder));
    }

    [Fact]
    public async Task More_rows_than_a_figure_counts_have_no_proof()
    {
        var report = await ImportAsync("risk-villages", Villages(14, 58, 47));
        Assert.Equal((119, 118, 105), (report.Created.Total, report.Withdrawn!.Total, report.Proven));
        Assert.StartsWith("The figure high-risk-villages (二(四), paragraph ", Assert.Single(report.Reading!.Warnings).En,
            StringComparison.Ordinal);
        Assert.EndsWith("proved 13 withdrawn rows and proves 0 of the rows that take their place: 14 could, which are more than it " +
            "counts. Set provenBy where it is right.", report.Reading.Warnings[0].En, StringComparison.Ordinal);
        Assert.Contains(report.Checks, check => check.Code == "rows-high-risk-villages");
    }

    [Fact]
    public async Task Fewer_rows_than_a_figure_counts_take_over_its_proof_with_a_warning()
    {
        var report = await ImportAsync("risk-villages", Villages(13, 57, 0), dryRun: true);
        Assert.Equal((70, 118, 70), (report.Created.Total, report.Withdrawn!.Total, report.Proven));
        Assert.Equal(["low-risk-villages proved 47 and proves 0", "medium-risk-villages proved 58 and proves 57"],
            report.Reading!.Warnings.Select(warning => Regex.Replace(warning.En,
                @"^The figure (\S+) .*(proved \d+) withdrawn rows and (proves \d+) .* no more of the same kind\.$", "$1 $2 and $3"))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_rows_under_other_codes_take_over_proofs_and_what_the_table_lacks()
    {
        const string rows = "甲镇,东村,高风险\n甲镇,西村,高风险\n乙镇,南村,低风险\n";
        await ImportAsync("risk-villages", "乡镇,村名称,风险等级,包联县领导,主要风险点\n" +
            rows.Replace("险\n", "险,王某,班子软弱\n", StringComparison.Ordinal), addsPlaces: true);
        var again = "编号,乡镇,村名称,风险等级,是否销号,主要风险点\n";
        again += string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select((row, at) => string.Create(CultureInfo.InvariantCulture, $"V{at},{row},{(at == 0 ? "是" : "否")},\n")));
        var report = await ImportAsync("risk-villages", again);
        Assert.Equal((3, 3, 3), (report.Created.Total, report.Withdrawn!.Total, report.Proven));
        var warning = Assert.Single(report.Reading!.Warnings);
        Assert.Equal("3 rows of the county have other codes in the table, such as V0 for 甲镇-东村. A code never changes: the " +
            "history of " +
            "the old rows ends with this change, and that of the new ones begins. They take over leadOfficial, which the table lacks. To " +
            "continue the old rows under their codes, leave out the column of codes: rows are then found by place and name.", warning.En);
        Assert.Contains("例如 甲镇-东村 现为 V0。编码不可更改", warning.Zh, StringComparison.Ordinal);
        await using var context = database.Open();
        Assert.Equal(["V0 high-risk-villages 王某 ", "V1 high-risk-villages 王某 ", "V2 low-risk-villages 王某 "],
            await context.Set<RiskVillage>().OrderBy(row => row.Code)
                .Select(row => $"{row.Code} {row.ProvenBy!.Code} {row.LeadOfficial} {row.RiskFactors}").ToListAsync());
        await Importing.AuditAsync(database.Path);
        again = again.Replace("V2,乙镇,南村,低", "V3,乙镇,南村,中", StringComparison.Ordinal);
        report = await ImportAsync("risk-villages", again);
        Assert.Equal((1, 1, 1), (report.Created.Total, report.Withdrawn!.Total, report.Proven));
        report = await ImportAsync("risk-villages", "编码,风险等级\nX,中风险\n");
        Assert.Equal((3, 0), (report.Withdrawn!.Total, report.Proven));
        Assert.Equal(2, report.Reading!.Warnings.Count);
    }

    [Fact]
    public async Task Rows_of_a_table_without_codes_are_continued_under_theirs()
    {
        await ImportAsync("risk-villages",
            "编号,乡镇,村名称,风险等级,包联县领导,主要风险点\n" +
                "V0,甲镇,东村,高,王某,班子软弱\n", addsPlaces: true);
        var report = await ImportAsync("risk-villages", "乡镇,村名称,风险等级,主要风险点\n甲镇,东村,高,\n");
        Assert.Equal((1, 0, 0), (report.Changed.Total, report.Created.Total, report.Withdrawn!.Total));
        Assert.Empty(report.Reading!.Warnings);
        await using var context = database.Open();
        Assert.Equal(("V0", "王某", null as string), await context.Set<RiskVillage>()
            .Select(row => ValueTuple.Create(row.Code, row.LeadOfficial, row.RiskFactors)).SingleAsync());
        report = await ImportAsync("risk-villages", "村代码,乡镇,村名称,风险等级,主要风险点\n201,甲镇,东村,高,\n");
        Assert.Equal((1, null as long?), (report.Unchanged, report.Change));
    }

    [Fact]
    public async Task What_the_row_under_another_code_may_not_have_is_named()
    {
        await ImportAsync("risk-villages",
            "编号,乡镇,村名称,风险等级,化解情况,化解日期\n" +
                "V0,甲镇,东村,高,已化解,2024-01-02\n", addsPlaces: true);
        var report = await ImportAsync("risk-villages", "编号,乡镇,村名称,风险等级,化解情况\n" +
            "V9,甲镇,东村,高,化解中\n");
        Assert.Equal("Row 2: V9 takes the place of V0 and loses its resolvedOn, which the table lacks. To keep it, give this row the " +
            "code " +
            "V0 (编码).", report.Reading!.Warnings[^1].En);
    }

    [Fact]
    public async Task A_row_under_another_code_keeps_what_would_be_a_default()
    {
        await ImportAsync("reform-tasks", "任务编号,任务名称,任务类别\nA-1,甲任务,试点\nA-2,乙任务,试点\n");
        var report = await ImportAsync("reform-tasks", "任务编号,任务名称\nB-1,甲任务\nA-2,乙任务\n");
        Assert.Equal((1, 1, 1), (report.Created.Total, report.Unchanged, report.Withdrawn!.Total));
        Assert.Contains("They take over kind, which the table lacks.", Assert.Single(report.Reading!.Warnings).En,
            StringComparison.Ordinal);
        await using var context = database.Open();
        Assert.Equal(["A-2 Pilot", "B-1 Pilot"], await context.Set<ReformTask>().OrderBy(row => row.Code)
            .Select(row => $"{row.Code} {row.Kind}").ToListAsync());
    }

    [Fact]
    public async Task A_row_has_one_proof_and_that_of_the_same_village_comes_first()
    {
        await ImportAsync(
            "risk-villages", "乡镇,村名称,风险等级\n甲镇,西村,低风险\n甲镇,东村,高风险\n", addsPlaces: true);
        var report = await ImportAsync("risk-villages", "编码,乡镇,村名称,风险等级\nV0,甲镇,东村,低风险\n");
        Assert.Equal((1, 2, 1), (report.Created.Total, report.Withdrawn!.Total, report.Proven));
        Assert.StartsWith("The figure low-risk-villages ", report.Reading!.Warnings[0].En, StringComparison.Ordinal);
        await using var context = database.Open();
        Assert.Equal("high-risk-villages", await context.Set<RiskVillage>().Where(row => row.Code == "V0")
            .Select(row => row.ProvenBy!.Code).SingleAsync());
    }

    [Fact]
    public async Task A_row_to_which_others_refer_is_not_withdrawn()
    {
        await Importing.RunAsync(database.Path, "reform-tasks", "code,kind,county,plan\nT1,TASK,county,RT-P-001\n");
        var report = await ImportAsync("reform-tasks", "任务编号,任务名称\nT1,甲\n");
        var refused = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal(("RT-P-001", "REFERENCE", null as long?), (refused.Value, refused.Rule, report.Change));
        Assert.Contains("a row of reformTasks refers to it", refused.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_rows_is_not_the_whole_register()
    {
        var report = await ImportAsync("risk-villages", "某县台账\n序号,乡镇,村名称,风险等级\n合计,,,\n");
        Assert.Equal("must be given in at least 1 row: a table without rows is not the whole register",
            Assert.Single(report.RefusedCells.Listed).Message.En);
        await using var context = database.Open();
        Assert.Equal(118, await context.Set<RiskVillage>().CountAsync());
    }

    [Fact]
    public async Task The_rows_of_another_county_stay()
    {
        await Importing.RunAsync(database.Path, "counties", "code,knownAs\nother,other\n");
        var report = await ImportAsync("risk-villages", "编码,风险等级\nX,高\n", county: "other");
        Assert.Equal((1, 0), (report.Created.Total, report.Withdrawn!.Total));
    }

    private static string Villages(int high, int medium, int low) => "村代码,风险等级\n" + string.Concat(
        Enumerable.Repeat("高风险", high).Concat(Enumerable.Repeat("中风险", medium)).Concat(Enumerable.Repeat("低风险", low))
            .Select((level, at) => string.Create(CultureInfo.InvariantCulture, $"V{at + 1},{level}\n")));

    private Task<ImportReport> ImportAsync(string entity, string text, string county = "county", bool dryRun = false,
        bool addsPlaces = false) =>
        Importing.RunAsync(database.Path, entity, Encoding.UTF8.GetBytes(text), dryRun,
            asked: request => request with { Register = new(county, null, addsPlaces, Replaces: true) });
}
