using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What a county's offices call columns and values is kept for later imports, once an import has confirmed it.</summary>
public sealed class RegisterSynonymTests : IAsyncLifetime
{
    private const string Table = "村代码,风险色,科室意见,是否销号,化解时限\n1,红,同意,已清零,长期\n";
    private const string Query =
        "{ registerSynonyms(order: [{ code: ASC }]) { nodes { code register field wording meaning county { code } version } } }";
    private const string Mapping = """
        {"riskVillages":{"columns":{"科室意见":null,"风险 色":"level","风险颜色":"level","村代码":"villageCode","联系电话":null},
          "values":{"level":{"红":"HIGH","黄":"MEDIUM","高":"HIGH"},"status":{"已清零":"RESOLVED"},"dueOn":{"长期":null}}}}
        """;

    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_next_import_of_the_county_understands_what_a_mapping_said()
    {
        Assert.Equal(5, (await ImportAsync(Table)).RefusedCells.Total);
        var report = await ImportAsync(Table, Mapping, dryRun: true);
        Assert.Equal((true, 7), (report.IsAccepted, report.Reading!.SynonymsKept));
        Assert.Equal(5, (await ImportAsync(Table)).RefusedCells.Total); // a dry run keeps nothing
        report = await ImportAsync(Table, Mapping);
        Assert.Equal((1, 7, 2), (report.Created.Total, report.Reading!.SynonymsKept, report.Change));
        report = await ImportAsync(Table);
        Assert.Equal((1, 0, null as long?), (report.Unchanged, report.RefusedCells.Total, report.Change));
        Assert.Equal("level", report.Reading!.Columns[1].Field);
        var yellow = Table.Replace("红", "黄", StringComparison.Ordinal);
        report = await ImportAsync(yellow.Replace("风险色", "风险颜色", StringComparison.Ordinal));
        Assert.Equal("MEDIUM", Assert.Single(Assert.Single(report.Changed.Listed).Fields!).After);
        report = await ImportAsync(yellow, Mapping);
        Assert.Equal((null, 0), (report.Change, report.Reading!.SynonymsKept));
        await WriteServer.AuditAsync(server.Database.Path);
    }

    [Fact]
    public async Task Only_what_is_not_understood_without_it_is_kept_and_it_has_a_history()
    {
        await ImportAsync(Table, Mapping);
        Assert.Equal("""
            riskVillages.dueOn:长期 长期 = null (county, 1)
            riskVillages.level:红 红 = HIGH (county, 1)
            riskVillages.level:黄 黄 = MEDIUM (county, 1)
            riskVillages.status:已清零 已清零 = RESOLVED (county, 1)
            riskVillages:科室意见 科室意见 = null (county, 1)
            riskVillages:风险色 风险色 = level (county, 1)
            riskVillages:风险颜色 风险颜色 = level (county, 1)
            """, await SynonymsAsync());
        await ImportAsync(Table, """{"riskVillages":{"values":{"level":{"红":"MEDIUM"}}}}""");
        Assert.Contains("riskVillages.level:红 红 = MEDIUM (county, 2)", await SynonymsAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"meaning":"HIGH"}""", (await server.FieldAsync(
            """{ registerSynonymByCode(code: "riskVillages.level:红", asOf: { sequence: 2 }) { meaning } }""")).GetRawText());
    }

    [Fact]
    public async Task A_synonym_is_of_one_county_and_can_be_corrected_by_a_mutation()
    {
        await ImportAsync(Table, Mapping);
        await Importing.RunAsync(server.Database.Path, "counties", "code,knownAs\nother,other\n");
        Assert.Equal(5, (await ImportAsync(Table, county: "other")).RefusedCells.Total);
        Assert.Equal("""{"errors":null}""", (await server.FieldAsync(
            $$"""mutation { updateRegisterSynonym(input: { code: "riskVillages.level:红", version: 1, meaning: "LOW", {{WriteServer.Note}} }) { errors { __typename } } }""")).GetRawText());
        Assert.Equal("LOW", Assert.Single(Assert.Single((await ImportAsync(Table)).Changed.Listed).Fields!).After);
        Assert.Equal("""{"errors":null}""", (await server.FieldAsync(
            $$"""mutation { updateRegisterSynonym(input: { code: "riskVillages.level:红", version: 2, meaning: "PURPLE", {{WriteServer.Note}} }) { errors { __typename } } }""")).GetRawText());
        var report = await ImportAsync(Table);
        Assert.Equal("The synonym riskVillages.level:红 of the county names no field or value of riskVillages, and is ignored.",
            Assert.Single(report.Reading!.Warnings).En);
        Assert.Equal("红", Assert.Single(report.RefusedCells.Listed).Value);
    }

    [Fact]
    public async Task A_mapping_of_yes_and_no_applies_to_boolean_cells_and_no_value_is_a_word_however_wide()
    {
        var report = await ImportAsync("村代码,风险等级,是否销号\n1,高,TRUE\n2,低,FALSE\n3,／,是\n",
            """{"riskVillages":{"values":{"status":{"是":"OPEN"}}}}""", dryRun: true);
        Assert.Equal(["FALSE = OPEN", "TRUE = OPEN", "是 = OPEN"], report.Reading!.Columns[2].Values!
            .Select(value => $"{value.Key} = {value.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(["/ = ", "低 = LOW", "高 = HIGH"], report.Reading.Columns[1].Values!
            .Select(value => $"{value.Key} = {value.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Checks_that_count_synonyms_are_evaluated_when_an_import_keeps_some()
    {
        Assert.Equal("""{"errors":null}""", (await server.FieldAsync($$"""
            mutation { batch(input: { {{WriteServer.Note}} operations: [
              { createCheck: { code: "synonyms", report: "two-reforms-follow-up", theme: OTHER, rule: "None.", explanation: "None."
                relation: AT_MOST, unit: NUMBER, expectedBy: SAME_AS, rows: "registerSynonyms" } }
              { createCheckInput: { check: "synonyms", side: EXPECTED, position: 1, figure: "service-centres" } }
            ] }) { errors { __typename } } }
            """)).GetRawText());
        await ImportAsync(Table, Mapping);
        Assert.Equal("""{"actual":7}""", (await server.FieldAsync("""{ checkByCode(code: "synonyms") { actual } }""")).GetRawText());
    }

    [Fact]
    public async Task A_heading_that_is_no_part_of_a_code_is_kept_too()
    {
        var heading = new string('长', 120);
        var table = $"村代码,风险等级,{heading},意\u200B见\n1,高,x,y\n";
        var mapping = "{\"riskVillages\":{\"columns\":{\"" + heading + "\":null,\"意\u200B见\":null}}}";
        Assert.Equal(2, (await ImportAsync(table, mapping)).Reading!.SynonymsKept);
        Assert.Equal((1, 0), ((await ImportAsync(table)).Unchanged, (await ImportAsync(table)).RefusedCells.Total));
        Assert.Matches("^riskVillages#[0-9a-f]{16} ", await SynonymsAsync());
    }

    private async Task<string> SynonymsAsync() => string.Join('\n', (await server.FieldAsync(Query)).GetProperty("nodes").EnumerateArray()
        .Select(row => $"{row.GetProperty("code")} {row.GetProperty("wording")} = {row.GetProperty("meaning").GetRawText().Trim('"')} " +
            $"({row.GetProperty("county").GetProperty("code")}, {row.GetProperty("version")})"));

    private Task<ImportReport> ImportAsync(string table, string? mapping = null, bool dryRun = false, string county = "county") =>
        Importing.RunAsync(server.Database.Path, "risk-villages", Encoding.UTF8.GetBytes(table), dryRun, asked: request => request with
        {
            Register = new(county, Importing.Mapping(mapping, request.Entity), AddsPlaces: false, Replaces: false),
        });
}
