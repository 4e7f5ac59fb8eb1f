using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Import;
using Xunit;

namespace ReformGraph.Tests.Seeding;

public sealed class ReloadTests : IDisposable
{
    private readonly SeededDatabase database = new();

    [Fact]
    public async Task Loading_the_same_seeds_again_changes_nothing()
    {
        var before = await SequenceAsync();
        await using var context = database.Open();
        var reports = await SeedFiles.LoadAsync(context, SeededDatabase.SeedFolder);
        Assert.All(reports, file => Assert.Equal(file.Rows, file.Unchanged));
        Assert.Equal(before, await SequenceAsync());
        Assert.Equal(1, before.Sequence);
    }

    [Fact]
    public async Task A_county_loads_its_own_register_over_the_rows_and_the_checks_follow()
    {
        var reports = await LoadAsync("risk-villages.csv", """
            code,level,county,leadOfficial,status
            RV-H-001,MEDIUM,county,王某,RESOLVED
            RV-H-002,HIGH,county,,OPEN
            RV-X-001,LOW,county,,
            """);
        var report = Assert.Single(reports);
        Assert.Equal(("riskVillages", 3, 1, 2), (report.Entity, report.Rows, report.Created.Total, report.Changed.Total));

        await using var context = database.Open();
        var row = await context.Set<RiskVillage>().Include(village => village.ProvenBy).SingleAsync(village => village.Code == "RV-H-001");
        Assert.Equal((RiskLevel.Medium, "王某", RiskStatus.Resolved), (row.Level, row.LeadOfficial, row.Status));
        Assert.Equal("high-risk-villages", row.ProvenBy!.Code); // its column was absent, so it stays
        var check = await context.Set<Check>().SingleAsync(check => check.Code == "rows-high-risk-villages");
        Assert.Equal((CheckStatus.NotReconciled, -1m), (check.Status, check.Difference));
        Assert.Equal(2, (await SequenceAsync()).Sequence);
    }

    [Fact]
    public async Task A_row_may_refer_to_a_later_row_of_its_own_file()
    {
        await LoadAsync("reform-tasks.csv", """
            code,kind,plan,county,progress,dueOn
            RT-T-001,TASK,RT-P-NEW,county,37.5,2020-12-31
            RT-P-NEW,WORK_PLAN,,county,,
            """);
        await using var context = database.Open();
        var task = await context.Set<Domain.Entities.ReformTask>().Include(row => row.Plan).SingleAsync(row => row.Code == "RT-T-001");
        Assert.Equal(("RT-P-NEW", 37.5m, new DateOnly(2020, 12, 31)), (task.Plan!.Code, task.Progress, task.DueOn));
    }

    [Fact]
    public async Task A_seed_file_is_read_as_any_table_that_is_imported()
    {
        var reports = await LoadAsync("risk-villages.csv",
            "编码;风险等级;县;研判日期\nRV-X-001;低风险;county;2020年10月31日\n;;;\n");
        Assert.Equal(1, Assert.Single(reports).Created.Total);
        await using var context = database.Open();
        var row = await context.Set<RiskVillage>().SingleAsync(row => row.Code == "RV-X-001");
        Assert.Equal((RiskLevel.Low, new DateOnly(2020, 10, 31)), (row.Level, row.AssessedOn));
    }

    [Fact]
    public async Task Files_that_refer_to_each_other_are_loaded_in_one_change_and_what_follows_is_computed()
    {
        await LoadAsync(
            ("figure-inputs.csv", "figure,position,input\nrisky,1,high-risk-villages\nrisky,2,medium-risk-villages\n"),
            ("figures.csv", "code,report,indicator,theme,role,unit,county,derivation,restates\n"
                + "risky,two-reforms-follow-up,risky,RISK_VILLAGES,LEVEL,NUMBER,county,SUM,\n"),
            ("indicators.csv", "code,nameZh,nameEn,definition,addsTo\n"
                + "risky,高中风险村,Villages at high or medium risk,As named.,risk-villages\n"));
        await using var context = database.Open();
        Assert.Equal((71m, 1), await context.Set<Figure>().Where(figure => figure.Code == "risky")
            .Select(figure => new ValueTuple<decimal, int>(figure.Value, figure.Version)).SingleAsync());
        Assert.Equal(2, (await SequenceAsync()).Sequence);
        await Importing.AuditAsync(database.Path);
    }

    [Fact]
    public async Task A_reference_that_the_file_leaves_empty_is_removed()
    {
        await LoadAsync("risk-villages.csv", "code,level,county,provenBy\nRV-H-001,HIGH,county,\n");
        await using var context = database.Open();
        Assert.Null((await context.Set<RiskVillage>().SingleAsync(row => row.Code == "RV-H-001")).ProvenById);
    }

    public void Dispose() => database.Dispose();

    private Task<IReadOnlyList<ImportReport>> LoadAsync(string file, string text) => LoadAsync((file, text));

    private async Task<IReadOnlyList<ImportReport>> LoadAsync(params (string File, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "own")).FullName;
        foreach (var (file, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        }

        await using var context = database.Open();
        return await SeedFiles.LoadAsync(context, folder);
    }

    private async Task<(long Sequence, Guid Database)> SequenceAsync()
    {
        await using var context = database.Open();
        var state = await context.Set<DataState>().SingleAsync();
        return (state.Sequence, state.Database);
    }
}
