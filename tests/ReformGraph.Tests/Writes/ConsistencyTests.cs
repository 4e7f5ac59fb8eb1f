using ReformGraph.Tests.Import;
using ReformGraph.Tests.Reports;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>What belongs together belongs to one county, whoever writes it.</summary>
public sealed class ConsistencyTests : IAsyncLifetime
{
    private const string Text = "总结\n全年办理事项5.6万件。\n", Errors = "errors { ... on ValidationError { message rule } }";

    private WriteServer server = null!;

    public async Task InitializeAsync()
    {
        server = await WriteServer.StartAsync();
        var done = await SampleReport.AddAsync(server.Database.Path, Text, SampleReport.Draft(Text, new() { ["5.6万件"] = "matters" }));
        Assert.Equal("chengping-report-1-matters", Assert.Single(done.Figures.Listed).Key);
        var townships = await Importing.RunAsync(server.Database.Path, "townships", "code,knownAs,county\nT-C,栎坞镇,chengping\n");
        Assert.True(townships.IsAccepted);
        Assert.True((await Importing.RunAsync(server.Database.Path, "villages", "code,township\nV-C,T-C\n")).IsAccepted);
        Assert.True((await Importing.RunAsync(server.Database.Path, "problems",
            "code,statement,county,township\nP-C,一项问题,chengping,T-C\n")).IsAccepted);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("""updateFigure(input: { NOTE, code: "chengping-report-1-matters", version: 1, report: "two-reforms-follow-up" })""",
        "Figure chengping-report-1-matters, report: expected one of chengping, the county of the row.")]
    [InlineData("""updateFigure(input: { NOTE, code: "mulin-output-value", version: 1, township: "tailored-bus-town" })""",
        "Figure mulin-output-value, township: expected mulin-town, the township of the village.")]
    [InlineData("""updateFigure(input: { NOTE, code: "research-topics", version: 1, indicator: "problems-found-by-county-leaders" })""",
        "Figure research-topics, indicator: expected one for which the report has no other figure of this role, period and place, but it " +
        "has problems-found-by-county-leaders; a figure that only repeats that one has it in restates.")]
    [InlineData("""updateTownship(input: { NOTE, code: "mulin-town", version: 1, county: "chengping" })""",
        "Figure mulin-masked-crop-area, township: expected one of county, the county of the row.")]
    [InlineData("""updateTownship(input: { NOTE, code: "T-C", version: 1, county: "county" })""",
        "Problem P-C, township: expected one of chengping, the county of the row.")]
    [InlineData("""updateFigure(input: { NOTE, code: "chengping-report-1-matters", version: 1, wording: "5.7万件" })""",
        "Figure chengping-report-1-matters, wording: expected 5.6万件, which the text has at the place of the locator.")]
    [InlineData("""updateLocator(input: { NOTE, code: "F-chengping-report-1-matters", version: 1, start: 10 })""",
        "Figure chengping-report-1-matters, wording: expected .6万件。, which the text has at the place of the locator.")]
    [InlineData("""updateLocator(input: { NOTE, code: "F-chengping-report-1-matters", version: 1, start: 1, length: 1 })""",
        "Locator F-chengping-report-1-matters, sentenceSha256: expected " +
        "04830193b408eeb17c18cfb88440e68061423af6e0c2944c79e4c4cfc6a0f0dc, that of the sentence there.")]
    [InlineData("""updateLocator(input: { NOTE, code: "F-chengping-report-1-matters", version: 1, length: 90 })""",
        "Locator F-chengping-report-1-matters, start: expected a place within one sentence of the report's text.")]
    [InlineData("""updateLocator(input: { NOTE, code: "F-tasks", version: 1, report: "chengping-report-1" })""",
        "Figure tasks, locator: expected one of two-reforms-follow-up, the report of the row.")]
    public async Task A_mutation_that_mixes_counties_is_refused(string mutation, string message)
    {
        var request = $"mutation {{ {mutation.Replace("NOTE", WriteServer.Note, StringComparison.Ordinal)} {{ {Errors} }} }}";
        var error = (await server.FieldAsync(request)).GetProperty("errors")[0];
        Assert.Equal((message, "CONSISTENT"), (error.GetProperty("message").GetString(), error.GetProperty("rule").GetString()));
    }

    [Theory]
    [InlineData("updateFigure", "chengping-report-1-matters", "locator", "F-tasks", "Locator", "chengping")]
    [InlineData("updateFigure", "chengping-report-1-matters", "township", "mulin-town", "Township", "chengping")]
    [InlineData("updateFigure", "chengping-report-1-matters", "village", "mulin", "Village", "chengping")]
    [InlineData("updateFigure", "chengping-report-1-matters", "restates", "tasks", "Figure", "chengping")]
    [InlineData("updateFigure", "chengping-report-1-matters", "initiative", "six-ledgers", "Initiative", "chengping")]
    [InlineData("updateInitiative", "six-ledgers", "township", "T-C", "Township", "county")]
    [InlineData("updateRiskVillage", "RV-H-001", "township", "T-C", "Township", "county")]
    [InlineData("updateRiskVillage", "RV-H-001", "village", "V-C", "Village", "county")]
    [InlineData("updateRiskVillage", "RV-H-001", "provenBy", "chengping-report-1-matters", "Figure", "county")]
    public async Task A_code_leads_to_no_row_of_another_county(string mutation, string row, string field, string code, string entity,
        string county)
    {
        var request = $"mutation {{ {mutation}(input: {{ {WriteServer.Note}, code: \"{row}\", version: 1, {field}: \"{code}\" }}) " +
            $"{{ {Errors} }} }}";
        var error = (await server.FieldAsync(request)).GetProperty("errors")[0];
        Assert.Equal(
            ($"{field} must be the code of a row of {entity}; no row within the County {county} has this code.", "REFERENCE"),
            (error.GetProperty("message").GetString(), error.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task An_import_that_mixes_counties_names_the_row()
    {
        var report = await Importing.RunAsync(server.Database.Path, "risk-villages",
            "code,level,county,township\nRV-H-001,HIGH,county,T-C\n");
        var cell = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal((2, "township", "REFERENCE", "must be the code of a row of townships within county county"),
            (cell.Row, cell.Column, cell.Rule, cell.Message.En));
    }

    [Fact]
    public async Task A_stated_figure_has_a_locator_and_a_derived_one_has_none()
    {
        var answer = await server.SendAsync($$"""
            mutation {
              stated: updateFigure(input: { {{WriteServer.Note}}, code: "tasks", version: 1, locator: null }) { {{Errors}} }
              derived: updateFigure(input: { {{WriteServer.Note}}, code: "townships", version: 1, locator: "F-tasks" }) { {{Errors}} }
            }
            """);
        Assert.Equal(
            ["locator must be given, because the report states the figure.", "locator must be empty, because the figure is derived."],
            answer.GetProperty("data").EnumerateObject()
                .Select(one => one.Value.GetProperty("errors")[0].GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_later_report_restates_a_figure_of_an_earlier_one_and_continues_it()
    {
        const string later = "总结\n上年办理事项5.6万件，今年办理6.1万件。\n";
        var draft = SampleReport.Draft(later, new() { ["5.6万件"] = "matters", ["6.1万件"] = "matters-now" });
        await SampleReport.AddAsync(server.Database.Path, later, draft, new() { County = "chengping", Predecessor = "chengping-report-1" });
        var answer = await server.FieldAsync($$"""
            mutation {
              updateFigure(input: {
                {{WriteServer.Note}}, code: "chengping-report-2-matters", version: 1, restates: "chengping-report-1-matters"
              }) { figure { report { predecessor { code } } restates { report { code } } } {{Errors}} }
            }
            """);
        Assert.Equal(
            """{"report":{"predecessor":{"code":"chengping-report-1"}},"restates":{"report":{"code":"chengping-report-1"}}}""",
            answer.GetProperty("figure").GetRawText());
    }

    [Fact]
    public async Task The_base_of_a_fall_is_above_the_level()
    {
        const string later = "总结\n办理事项5.6万件，同比下降3.2%。\n";
        await SampleReport.AddAsync(server.Database.Path, later,
            SampleReport.Draft(later, new() { ["5.6万件"] = "handled", ["3.2%"] = "handled-growth" }), new() { County = "chengping" });
        var answer = await server.FieldAsync($$"""
            mutation {
              batch(input: { {{WriteServer.Note}}, operations: [
                { createFigure: { code: "base", report: "chengping-report-2", indicator: "handled", theme: OTHER, role: BASELINE
                  unit: MATTER, derivation: LEVEL_BEFORE_GROWTH, county: "chengping" } }
                { createFigureInput: { figure: "base", position: 1, input: "chengping-report-2-handled" } }
                { createFigureInput: { figure: "base", position: 2, input: "chengping-report-2-handled-growth" } }
              ] }) { {{Errors}} }
            }
            """);
        Assert.Equal("null", answer.GetProperty("errors").GetRawText());
        var figure = await server.FieldAsync("""{ figureByCode(code: "base") { value } }""");
        Assert.Equal(57_851, figure.GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task Two_reports_of_a_county_are_compared_by_indicator_and_year()
    {
        const string earlier = "总结\n2022年，办理事项5.6万件。\n", later = "总结\n2023年，办理事项6.3万件。\n";
        foreach (var (text, year, wording) in new[] { (earlier, 2022, "5.6万件"), (later, 2023, "6.3万件") })
        {
            var done = await SampleReport.AddAsync(server.Database.Path, text,
                SampleReport.Draft(text, new() { [wording] = "handled" }, cells => cells["role"] = "FLOW"),
                new() { County = "chengping", Year = year });
            Assert.True(done.IsAccepted);
        }

        var answer = await server.FieldAsync("""
            {
              figures(where: { indicator: { code: { eq: "handled" } }, county: { code: { eq: "chengping" } } }) {
                groups(by: [{ year: {} }], order: [{ key: { year: ASC } }]) {
                  nodes { key { year } aggregate { quantity { sum { value unit } } } }
                }
              }
            }
            """);
        Assert.Equal([("2022", 56_000m), ("2023", 63_000m)], answer.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(
            group => (group.GetProperty("key").GetProperty("year").GetRawText(), group.GetProperty("aggregate").GetProperty("quantity")
                .GetProperty("sum").GetProperty("value").GetDecimal())));
    }
}
