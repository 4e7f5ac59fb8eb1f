using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Import;
using ReformGraph.Data.Ledger;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Two counties with the same codes in one database: tables, mutations, proofs and queries find the row of the
/// right one.</summary>
public sealed class CodeWithinCountyTests : IAsyncLifetime
{
    private WriteServer server = null!;

    private string Database => server.Database.Path;

    public async Task InitializeAsync()
    {
        server = await WriteServer.StartAsync();
        await AcceptedAsync("counties", "code,knownAs\nb,Another county.\n");
        await AcceptedAsync("townships", "code,knownAs,county\nmulin-town,A town of the same name.,b\nonly-here,A town.,b\n");
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_same_codes_in_another_county_are_new_rows_and_those_of_the_first_county_stay()
    {
        const string Table = "code,level,county,township\nRV-H-001,LOW,b,mulin-town\nRV-H-002,LOW,b,only-here\n";
        var report = await AcceptedAsync("risk-villages", Table);
        Assert.Equal((2, 0), (report.Created.Total, report.Changed.Total));
        report = await AcceptedAsync("risk-villages", Table);
        Assert.Equal((0, 2), (report.Changed.Total, report.Unchanged));
        Assert.Equal("""{"here":{"level":"HIGH"},"there":{"level":"LOW","township":{"knownAs":"A town of the same name."}}}""",
            await DataAsync("""
                { here: riskVillageByCode(code: "RV-H-001", county: "county") { level }
                  there: riskVillageByCode(code: "RV-H-001", county: "b") { level township { knownAs } } }
                """));
        var answer = await server.SendAsync("""{ riskVillageByCode(code: "RV-H-001") { level } other: riskVillageByCode(code: "RV-H-003") { level } }""");
        Assert.Equal("""{"riskVillageByCode":null,"other":{"level":"HIGH"}}""", answer.GetProperty("data").GetRawText());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("CODE_AMBIGUOUS", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("Rows of several counties have this code: b, county. Say which one is meant by the argument county.",
            error.GetProperty("message").GetString());
        await WriteServer.AuditAsync(Database);
    }

    [Theory]
    [InlineData("risk-villages", "code,level\nRV-H-001,LOW\n",
        "code CODE_AMBIGUOUS must be a code that only one row of riskVillages has, but rows of several counties have it, such as county and b: say which one is meant in the column county")]
    [InlineData("risk-villages", "code,level,county,township\nRV-X-001,LOW,county,only-here\n",
        "township REFERENCE must be the code of a row of townships within county county")]
    [InlineData("risk-villages", "code,level,county,township,township.county\nRV-X-001,LOW,b,mulin-town,nowhere\n",
        "township REFERENCE must be the code of a row of townships, but township.county names no row of counties")]
    [InlineData("risk-villages", "code,level,county,provenBy\nRV-X-001,LOW,b,high-risk-villages\n",
        "provenBy REFERENCE must be the code of a row of figures within county b")]
    [InlineData("villages", "code,township\nv,mulin-town\n",
        "township CODE_AMBIGUOUS must be a code that only one row of townships has, but rows of several counties have it, such as county and b: say which one is meant in the column township.county")]
    public async Task A_table_that_does_not_say_which_county_is_meant_is_refused(string entity, string table, string refusal)
    {
        await AcceptedAsync("risk-villages", "code,level,county\nRV-H-001,LOW,b\n");
        var report = await Importing.RunAsync(Database, entity, table);
        var cell = report.RefusedCells.Listed[0];
        Assert.Equal(refusal, $"{cell.Column} {cell.Rule} {cell.Message.En}");
        Assert.Null(report.Change);
    }

    [Theory]
    [InlineData("code,township,township.county\nmulin,mulin-town,b\nv,only-here,\n")]
    [InlineData("编码,乡镇,乡镇县编码\nmulin,mulin-town,b\nv,only-here,b\n")]
    public async Task A_column_next_to_a_reference_names_its_county(string table)
    {
        Assert.Equal(2, (await AcceptedAsync("villages", table)).Created.Total);
        Assert.Equal("""{"villageByCode":{"nameZh":null,"township":{"county":{"code":"b"}}}}""",
            await DataAsync("""{ villageByCode(code: "mulin", county: "b") { nameZh township { county { code } } } }"""));
    }

    [Fact]
    public async Task A_row_may_refer_to_a_later_one_of_its_county_in_the_same_table()
    {
        await AcceptedAsync("townships", """
            code,knownAs,county,successor
            old,Merged.,county,new
            old,Merged.,b,new
            new,Here.,county,
            new,There.,b,
            """);
        Assert.Equal("""{"a":{"successor":{"knownAs":"Here."}},"b":{"successor":{"knownAs":"There."}}}""", await DataAsync(
            """{ a: townshipByCode(code: "old", county: "county") { successor { knownAs } } b: townshipByCode(code: "old", county: "b") { successor { knownAs } } }"""));
        var twice = await Importing.RunAsync(Database, "townships", "code,knownAs,county\nx,X.,b\nx,X.,county\nx,X.,b\n");
        Assert.Equal((1, 4), (twice.RefusedCells.Total, twice.RefusedCells.Listed[0].Row));
    }

    [Fact]
    public async Task An_export_of_two_counties_can_be_imported_again_and_changes_nothing()
    {
        await AcceptedAsync("villages", "code,township,township.county\nmulin,mulin-town,b\n");
        await AcceptedAsync("risk-villages", "code,level,county,township,village\nRV-H-001,LOW,b,mulin-town,mulin\n");
        foreach (var entity in (string[])["townships", "villages", "risk-villages", "figures", "figure-inputs", "check-inputs", "checks",
            "initiatives", "locators"])
        {
            foreach (var query in (string[])["", "?view=wide", "?headers=zh"])
            {
                var table = await server.Server.Client.GetByteArrayAsync($"/export/{entity}.csv{query}");
                var report = await Importing.RunAsync(Database, entity, table);
                Assert.Equal((0, 0, 0, ""), (report.Changed.Total, report.Created.Total, report.Refused,
                    string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{entity}{query} {cell.Column} {cell.Message.En}"))));
            }
        }
    }

    [Fact]
    public async Task A_proof_is_of_the_row_of_the_named_county()
    {
        await AcceptedAsync("risk-villages", "code,level,county\nRV-H-001,LOW,b\n");
        var reader = new LogReader(Database);
        Assert.Equal((119L, 1L),
            reader.Prove(maker => (maker.IdOf("RiskVillage", "RV-H-001", "b"), maker.IdOf("RiskVillage", "RV-H-001", "county"))));
        Assert.Equal("Rows of several counties have this code: b, county. Name the county.",
            Assert.Throws<NothingToProveException>(() => reader.Prove(maker => maker.IdOf("RiskVillage", "RV-H-001", null))).Message);
        var proof = await server.Server.Client.GetStringAsync("/proofs/inclusion?entity=RiskVillage&code=RV-H-001&county=b");
        Assert.Equal("119", JsonDocument.Parse(proof).RootElement.GetProperty("row").GetProperty("id").ToString());
    }

    [Fact]
    public async Task A_mutation_writes_the_row_of_the_named_county()
    {
        await AcceptedAsync("risk-villages", "code,level,county\nRV-H-001,LOW,b\n");
        Assert.Equal("""{"riskVillage":{"id":"119","leadOfficial":"王某"},"errors":null}""", (await server.FieldAsync(
            $$"""mutation { updateRiskVillage(input: { code: "RV-H-001", county: "b", version: 1, leadOfficial: "王某", {{WriteServer.Note}} }) { riskVillage { id leadOfficial } errors { __typename } } }""")).GetRawText());
        Assert.Equal("""{"errors":[{"message":"provenBy must be the code of a row of Figure; no row within the County b has this code."}]}""", (await server.FieldAsync(
            $$"""mutation { updateRiskVillage(input: { code: "RV-H-001", county: "b", version: 2, provenBy: "high-risk-villages", {{WriteServer.Note}} }) { errors { ... on ValidationError { message } } } }""")).GetRawText());
        Assert.Equal("""{"errors":[{"message":"rows of several counties have this code (county, b): say which one is meant by county."}]}""", (await server.FieldAsync(
            $$"""mutation { withdrawRiskVillage(input: { code: "RV-H-001", version: 1, {{WriteServer.Note}} }) { errors { ... on ValidationError { message } } } }""")).GetRawText());
        Assert.Equal("""{"errors":null}""", (await server.FieldAsync(
            $$"""mutation { withdrawRiskVillage(input: { code: "RV-H-001", county: "b", version: 2, {{WriteServer.Note}} }) { errors { __typename } } }""")).GetRawText());
        Assert.Equal("""{"riskVillageByCode":{"id":"1"}}""", await DataAsync("""{ riskVillageByCode(code: "RV-H-001") { id } }"""));
        await WriteServer.AuditAsync(Database);
    }

    [Fact]
    public async Task The_seed_folder_corrects_its_own_county_only()
    {
        await AcceptedAsync("reports", "code,titleZh,titleEn,county,sha256\nb-report,报告,Report,b," + new string('0', 64) + "\n");
        await AcceptedAsync("initiatives", "code,report,theme,stage,titleZh,titleEn\nmulti-party-governance,b-report,GOVERNANCE,PLANNED,共治,Governance\n");
        await using var context = await DatabaseFile.WritingContextOfAsync(Database, TimeSpan.FromSeconds(30));
        await SeedFiles.LoadAsync(context, Path.Combine(Repository.Root, "seed-data"), new(),
            new("an editor", ChangeKind.Correction, "A test."), false, default);
        Assert.Equal(1, await context.Set<Initiative>().CountAsync(initiative => initiative.Code == "multi-party-governance"));
    }

    private async Task<ImportReport> AcceptedAsync(string entity, string table)
    {
        var report = await Importing.RunAsync(Database, entity, table);
        Assert.Equal("", string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.En}")));
        return report;
    }

    private async Task<string> DataAsync(string query) => (await server.SendAsync(query)).GetProperty("data").GetRawText();
}
