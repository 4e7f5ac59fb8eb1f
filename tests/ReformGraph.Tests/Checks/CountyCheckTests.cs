using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Checks;

/// <summary>A check counts the rows of its report's county. It is evaluated when a write touches what it rests on, and only then.</summary>
public sealed class CountyCheckTests : IAsyncLifetime, IDisposable
{
    private readonly SeededDatabase database = new();
    private Dictionary<string, (CheckStatus, decimal?)> first = [];

    public async Task InitializeAsync()
    {
        first = await ResultsAsync();
        await SecondCounty.LoadAsync(database);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Another_countys_rows_are_counted_by_its_own_checks_and_by_no_others()
    {
        var results = await ResultsAsync();
        Assert.All(first, check => Assert.Equal(check.Value, results[check.Key]));
        Assert.Equal((CheckStatus.Holds, 5m), results["qh-rows-high-risk-villages"]);
        Assert.Equal((CheckStatus.Holds, 32m), results["qh-rows-risk-villages"]);
        Assert.Equal((CheckStatus.NotReconciled, 1m), results["qh-rows-villages"]);
    }

    [Fact]
    public async Task A_register_changes_the_checks_of_its_county_and_the_import_names_them()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", "code,level\nQH-1,LOW\nQH-2,MEDIUM\n");
        var changed = Assert.Single(report.Checks);
        Assert.Equal(("qh-rows-high-risk-villages", 5m, 3m), (changed.Code, changed.Before!.Actual, changed.After.Actual));
        var results = await ResultsAsync();
        Assert.All(first, check => Assert.Equal(check.Value, results[check.Key]));
    }

    [Fact]
    public async Task A_row_that_moves_to_another_county_is_counted_there_and_no_longer_here()
    {
        await using var server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        await MoveAsync(server, "updateRiskVillage", await IdAsync<RiskVillage>("QH-1"),
            "county: \"county\", township: null, village: null");
        Assert.Equal([4m, 31m, 14m, 119m], await ActualAsync(
            "qh-rows-high-risk-villages", "qh-rows-risk-villages", "rows-high-risk-villages", "rows-risk-villages"));

        // A village belongs to the county of its township.
        await MoveAsync(server, "updateTownship", await IdAsync<Township>("qh-other-town"), "county: \"county\"");
        Assert.Equal([0m, 8m, 2m], await ActualAsync("qh-rows-villages", "rows-townships", "rows-villages"));
    }

    [Theory]
    [InlineData("risk-villages", "code,level\nQH-1,LOW\n", "qh-rows-high-risk-villages")]
    [InlineData("risk-villages", "code,leadOfficial\nQH-1,王某\n", "")]
    [InlineData("risk-villages", "code,level\nRV-H-001,LOW\n",
        "rows-high-risk-villages,rows-low-risk-villages,rows-medium-risk-villages")] // those that count rows by their level
    [InlineData("villages", "code,township\nqh-new,qh-town\n", "qh-rows-villages")]
    [InlineData("figures", "code,wording\nqh-risk-villages,33个\n", "qh-rows-risk-villages,qh-rows-villages")]
    [InlineData("figures", "code,wording\ntasks,156项\n", "rows-tasks")]
    [InlineData("checks", "code,explanation\nqh-rows-villages,Another.\n", "qh-rows-villages")]
    public async Task A_write_evaluates_only_the_checks_that_it_touches(string entity, string table, string touched)
    {
        // A check that is evaluated has its true result again; all others keep the false one.
        await WriteServer.RecordAsync(database.Path, context =>
            context.Set<Check>().ToList().ForEach(check => (check.Actual, check.Status) = (-1, CheckStatus.NotReconciled)));
        Assert.True((await Importing.RunAsync(database.Path, entity, table)).IsAccepted);
        await using var context = database.Open();
        Assert.Equal(touched, string.Join(',', await context.Set<Check>().Where(check => check.Actual != -1).Select(check => check.Code)
            .Order().ToListAsync()));
    }

    [Fact]
    public async Task An_input_of_another_countys_report_is_refused_at_its_place()
    {
        var report = await Importing.RunAsync(database.Path, "check-inputs",
            "check,side,position,figure\nqh-rows-villages,EXPECTED,1,qh-tasks\nqh-rows-risk-villages,EXPECTED,1,tasks\n");
        var refused = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal((3, "figure", "must be the code of a row of figures within county qinghe"),
            (refused.Row, refused.Column, refused.Message.En));
    }

    [Fact]
    public async Task A_stated_rate_agrees_with_the_ratio_of_two_figures_within_its_rounding()
    {
        await using var context = database.Open();
        var check = await context.Set<Check>().SingleAsync(check => check.Code == "qh-completion");
        Assert.Equal((78.6m, 78.5714m, CheckStatus.Holds), (check.Expected, check.Actual, check.Status));
        var report = await Importing.RunAsync(database.Path, "figures", "code,wording\nqh-tasks-completed,34项\n");
        Assert.Equal((CheckStatus.NotReconciled, 80.9524m),
            Assert.Single(report.Checks) is var changed ? (changed.After.Status, changed.After.Actual) : default);
    }

    [Fact]
    public async Task A_ratio_that_is_not_stated_is_a_derived_figure()
    {
        (string, string)[] files =
        [
            ("figures", "code,report,indicator,theme,role,unit,derivation,county\n" +
                $"rate,{SecondCounty.Report},research-topics,REFORM_TASKS,LEVEL,PERCENT,RATIO,qinghe\n"),
            ("figure-inputs", "figure,position,input\nrate,1,qh-tasks-completed\nrate,2,qh-tasks\n"),
        ];
        await SecondCounty.LoadAsync(database, files);
        await using var context = database.Open();
        var rate = await context.Set<Figure>().SingleAsync(figure => figure.Code == "rate");
        Assert.Equal((78.5714m, 78.5714m, 78.5715m), (rate.Value, rate.Lower, rate.Upper));
        var report = await Importing.RunAsync(database.Path, "figures", "code,unit\nrate,ITEM\n");
        Assert.Equal(("unit", "must be PERCENT, according to the derivation"),
            Assert.Single(report.RefusedCells.Listed) is var refused ? (refused.Column, refused.Message.En) : default);
    }

    [Fact]
    public async Task A_check_is_withdrawn_together_with_its_inputs()
    {
        await SecondCounty.LoadAsync(database, [("withdrawn-codes.json", """{"checks": ["qh-completion"]}""")]);
        await using var context = database.Open();
        Assert.False(await context.Set<Check>().AnyAsync(check => check.Code == "qh-completion"));
        Assert.Equal(3, await context.Set<CheckInput>().CountAsync(input => input.Check.Report.Code == SecondCounty.Report));
        await Importing.AuditAsync(database.Path);
    }

    private async Task<Dictionary<string, (CheckStatus, decimal?)>> ResultsAsync()
    {
        await using var context = database.Open();
        return await context.Set<Check>().ToDictionaryAsync(check => check.Code, check => (check.Status, check.Actual));
    }

    private static async Task MoveAsync(RunningServer server, string mutation, int id, string fields)
    {
        var query = $"mutation {{ {mutation}(input: {{ {WriteServer.Note}, id: {id}, version: 1, {fields} }}) " +
            "{ errors { ... on Error { message } } } }";
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }));
        Assert.Equal($$"""{"data":{"{{mutation}}":{"errors":null} } }""".Replace(" ", "", StringComparison.Ordinal),
            await response.Content.ReadAsStringAsync());
    }

    private async Task<int> IdAsync<T>(string code)
        where T : class
    {
        await using var context = database.Open();
        return await context.Set<T>().Where(row => EF.Property<string>(row, "Code") == code).Select(row => EF.Property<int>(row, "Id"))
            .SingleAsync();
    }

    private async Task<IEnumerable<decimal?>> ActualAsync(params string[] codes)
    {
        await using var context = database.Open();
        var actual = await context.Set<Check>().ToDictionaryAsync(check => check.Code, check => check.Actual);
        return codes.Select(code => actual[code]);
    }
}
