using System.Globalization;
using System.Text;
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
        Assert.Contains(report.Checks, check => check.Code == "rows-high-risk-villages");
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
    public async Task The_rows_of_another_county_stay()
    {
        await Importing.RunAsync(database.Path, "counties", "code,knownAs\nother,other\n");
        var report = await ImportAsync("risk-villages", "编码,风险等级\nX,高\n", county: "other");
        Assert.Equal((1, 0), (report.Created.Total, report.Withdrawn!.Total));
    }

    private static string Villages(int high, int medium, int low) => "村代码,风险等级\n" + string.Concat(
        Enumerable.Repeat("高风险", high).Concat(Enumerable.Repeat("中风险", medium)).Concat(Enumerable.Repeat("低风险", low))
            .Select((level, at) => string.Create(CultureInfo.InvariantCulture, $"V{at + 1},{level}\n")));

    private Task<ImportReport> ImportAsync(string entity, string text, string county = "county", bool dryRun = false) =>
        Importing.RunAsync(database.Path, entity, Encoding.UTF8.GetBytes(text), dryRun,
            asked: request => request with { Register = new(county, null, AddsPlaces: false, Replaces: true) });
}
