using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Seeding;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;
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
        var counts = await Seeder.LoadAsync(context, SeededDatabase.SeedFolder);
        Assert.All(counts, count => Assert.Equal((0, 0), (count.Added, count.Changed)));
        Assert.Equal(before, await SequenceAsync());
        Assert.Equal(1, before.Sequence);
    }

    [Fact]
    public async Task A_county_loads_its_own_register_over_the_rows_and_the_checks_follow()
    {
        var counts = await LoadAsync("risk-villages.csv", """
            code,level,county,leadOfficial,status
            RV-H-001,MEDIUM,county,王某,RESOLVED
            RV-H-002,HIGH,county,,OPEN
            RV-X-001,LOW,county,,
            """);
        Assert.Equal([new SeedCount("riskVillages", 3, 1, 2)], counts);

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
    public async Task A_reference_that_the_file_leaves_empty_is_removed()
    {
        await LoadAsync("risk-villages.csv", "code,level,county,provenBy\nRV-H-001,HIGH,county,\n");
        await using var context = database.Open();
        Assert.Null((await context.Set<RiskVillage>().SingleAsync(row => row.Code == "RV-H-001")).ProvenById);
    }

    public void Dispose() => database.Dispose();

    private async Task<IReadOnlyList<SeedCount>> LoadAsync(string file, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "own")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        await using var context = database.Open();
        return await Seeder.LoadAsync(context, folder);
    }

    private async Task<(long Sequence, Guid Database)> SequenceAsync()
    {
        await using var context = database.Open();
        var state = await context.Set<DataState>().SingleAsync();
        return (state.Sequence, state.Database);
    }
}
