using System.Text.Json;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Seeding;

/// <summary>A server of a database with the first seed, into which the present seed files were imported.</summary>
public sealed class CorrectedSeed : IAsyncLifetime
{
    private FirstSeedDatabase database = null!;
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        database = await FirstSeedDatabase.CreateAsync();
        await database.ImportAsync();
        server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        database.Dispose();
    }

    public async Task<JsonElement> AskAsync(string query)
    {
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }));
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("data").Clone();
    }
}

/// <summary>A database with the first seed keeps it, until an import of the present seed files corrects it.</summary>
public sealed class CorrectedSeedTests(CorrectedSeed corrected) : IClassFixture<CorrectedSeed>
{
    [Fact]
    public async Task A_database_keeps_its_seed_until_one_import_corrects_it_in_a_change()
    {
        using var database = await FirstSeedDatabase.CreateAsync();
        Assert.Empty((await DatabaseCreator.OpenAsync(database.Path, SeededDatabase.SeedFolder)).Seeded);
        Assert.Equal(["1 SEED The seed files were loaded."], await ChangesAsync(database));
        Assert.Contains("initiatives: 0 unchanged, 10 changed, 104 added.", await database.ImportAsync("--dry-run"),
            StringComparison.Ordinal);
        Assert.Single(await ChangesAsync(database));

        Assert.Contains("initiatives: 0 unchanged, 10 changed, 104 added.", await database.ImportAsync(), StringComparison.Ordinal);
        Assert.Equal(["1 SEED The seed files were loaded.", "2 CORRECTION The first report was read again."], await ChangesAsync(database));
        Assert.Contains("initiatives: 114 unchanged, 0 changed, 0 added.", await database.ImportAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await ChangesAsync(database)).Count);
        await WriteServer.AuditAsync(database.Path);
    }

    [Theory]
    [InlineData("initiativeByCode", "service-sites-in-abolished-townships", "titleEn", "Keep service sites in abolished townships",
        "Optimise the siting of convenience service sites in abolished townships")]
    [InlineData("initiativeByCode", "rural-road-network-plan", "stage", "DONE", "UNDER_WAY")]
    [InlineData("initiativeByCode", "planning-next", "stage", "PLANNED", "UNDER_WAY")]
    [InlineData("initiativeByCode", "planning-next", "theme", "NEXT_STEPS", "SPATIAL_LAYOUT")]
    [InlineData("initiativeByCode", "six-ledgers", "shortName", null, "六本台账")]
    [InlineData("figureByCode", "elderly-care-centres", "role", "CUMULATIVE", "LEVEL")]
    [InlineData("figureByCode", "health-centres", "role", "LEVEL", "LEVEL")]
    [InlineData("figureByCode", "service-staff-now", "unit", "PERSON", "PERSON_PER_TOWNSHIP")]
    [InlineData("figureByCode", "medical-sub-centres-planned", "theme", "NEXT_STEPS", "FACILITIES")]
    [InlineData("indicatorByCode", "problems-reported-by-departments", "definition", "Problems on the departments' ledger (部门账).",
        "Problems by source: those that county departments reported (部门反映问题). The report does not say that they are what the " +
        "ledger of departments (部门账) contains.")]
    [InlineData("townshipByCode", "devolved-powers-town", "knownAs",
        "The town that has taken on the county's enforcement powers.", "The town that has taken on the county's law enforcement powers.")]
    [InlineData("checkByCode", "distinct-problems", "rule", "The entries of the three ledgers are distinct problems.",
        "The problems from the three sources are distinct.")]
    public async Task What_was_said_before_is_still_said_as_of_then(string field, string code, string member, string? before, string after)
    {
        var rows = await corrected.AskAsync($$"""
            { then: {{field}}(code: "{{code}}", asOf: { sequence: 1 }) { {{member}} } now: {{field}}(code: "{{code}}") { {{member}} } }
            """);
        Assert.Equal((before, after),
            (rows.GetProperty("then").GetProperty(member).GetString(), rows.GetProperty("now").GetProperty(member).GetString()));
    }

    [Fact]
    public async Task A_row_whose_code_was_wrong_is_withdrawn_and_added_under_the_right_one_in_the_same_change()
    {
        var answer = await corrected.AskAsync("""
            {
              then: initiativeByCode(code: "multi-party-governance", asOf: { sequence: 1 }) { titleEn locator { code } }
              gone: initiativeByCode(code: "multi-party-governance") { id }
              now: initiativeByCode(code: "multi-stakeholder-governance") { titleEn locator { code } }
              change: changedRows(
                where: { change: { sequence: { eq: 2 } }, code: { in: ["multi-party-governance", "multi-stakeholder-governance"] } }
                order: { code: ASC }
              ) { nodes { code action } }
            }
            """);
        Assert.Equal("Find ways to govern together with many parties", answer.GetProperty("then").GetProperty("titleEn").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("gone").ValueKind);
        Assert.Equal("Explore multi-stakeholder governance with the Party organisation at the core",
            answer.GetProperty("now").GetProperty("titleEn").GetString());
        Assert.Equal(["multi-party-governance WITHDRAWN", "multi-stakeholder-governance ADDED"],
            answer.GetProperty("change").GetProperty("nodes").EnumerateArray()
                .Select(row => $"{row.GetProperty("code")} {row.GetProperty("action")}"));
    }

    [Fact]
    public async Task A_withdrawn_code_to_which_a_row_refers_is_refused_and_nothing_is_imported()
    {
        using var database = await FirstSeedDatabase.CreateAsync();
        await WriteServer.RecordAsync(database.Path, context =>
        {
            var wrong = context.Set<Domain.Entities.Initiative>().Single(row => row.Code == "multi-party-governance");
            context.Add(new Domain.Entities.Initiative
            {
                Code = "own",
                ReportId = wrong.ReportId,
                Theme = wrong.Theme,
                Stage = wrong.Stage,
                TitleZh = "自有举措",
                TitleEn = "Our own",
                PartOfId = wrong.Id,
            });
        });
        var refusal = await Assert.ThrowsAsync<StartupException>(() => database.ImportAsync());
        Assert.Equal("withdrawn-codes.json: other rows refer to initiatives multi-party-governance; give them another reference first.",
            refusal.Message);
        Assert.Equal(2, (await ChangesAsync(database)).Count);
    }

    private static async Task<IReadOnlyList<string>> ChangesAsync(FirstSeedDatabase database)
    {
        await using var context = DatabaseFile.ContextOf(database.Path);
        return [.. context.Set<Change>().OrderBy(change => change.Sequence).AsEnumerable()
            .Select(change => $"{change.Sequence} {SchemaNames.UpperSnake(change.Kind.ToString())} {change.Reason}")];
    }
}
