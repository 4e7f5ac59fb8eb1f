using System.Text.Json;
using ReformGraph.Data.Reports;
using ReformGraph.Domain.Codes;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Reports;

/// <summary>A later report continues, restates or supersedes an earlier one: no figure counts beside the one that replaces it.</summary>
public sealed class SuccessionTests : IAsyncLifetime
{
    private const string First = "chengping-report-1", Second = "chengping-report-2";

    private WriteServer server = null!;

    public async Task InitializeAsync()
    {
        server = await WriteServer.StartAsync();
        await AddAsync("2022年总结\n2022年办理事项100件。\n现有风险村（社区）40个。\n培训干部300人次。\n",
            new(2022, 12, 31), null, null, ("100件", "service-matters-handled", "FLOW"), ("40个", "risk-villages", "LEVEL"),
            ("300人次", "persons-trained", "CUMULATIVE"));
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, "180", "-", "300")]
    [InlineData(ReportSuccession.Continues, "180", "-", "300")]
    [InlineData(ReportSuccession.Supersedes, "80", "32", "-")]
    [InlineData(ReportSuccession.Restates, "180", "-", "300")] // of another year and another day
    public async Task A_report_of_the_next_year_replaces_what_it_says(ReportSuccession? succession, string matters, string villages,
        string trained)
    {
        await AddAsync("2023年总结\n2023年办理事项80件。\n现有风险村（社区）32个。\n", new(2023, 12, 31), First,
            succession, ("80件", "service-matters-handled", "FLOW"), ("32个", "risk-villages", "LEVEL"));
        Assert.Equal((matters, villages, trained),
            (await SumAsync("service-matters-handled"), await SumAsync("risk-villages"), await SumAsync("persons-trained")));
    }

    [Theory]
    [InlineData(null, "-", "-", "300")]
    [InlineData(ReportSuccession.Continues, "-", "-", "300")]
    [InlineData(ReportSuccession.Supersedes, "98", "41", "-")]
    [InlineData(ReportSuccession.Restates, "98", "41", "300")]
    public async Task A_corrected_report_of_the_same_year_replaces_what_it_says(ReportSuccession? succession, string matters,
        string villages, string trained)
    {
        await CorrectAsync(succession);
        Assert.Equal((matters, villages, trained),
            (await SumAsync("service-matters-handled"), await SumAsync("risk-villages"), await SumAsync("persons-trained")));
        await Importing.AuditAsync(server.Database.Path);
    }

    [Fact]
    public async Task A_figure_names_the_report_that_takes_its_place_and_an_earlier_instant_does_not_know_of_it()
    {
        await CorrectAsync(ReportSuccession.Restates);
        Assert.Equal(
            """[{"code":"chengping-report-1-persons-trained","supersededBy":null},{"code":"chengping-report-1-risk-villages","supersededBy":{"code":"chengping-report-2","succession":"RESTATES"}},{"code":"chengping-report-1-service-matters-handled","supersededBy":{"code":"chengping-report-2","succession":"RESTATES"}}]""",
            await FiguresAsync("code supersededBy { code succession }"));
        Assert.Equal("""{"supersedes":{"totalCount":2}}""",
            (await server.FieldAsync($$"""{ reportByCode(code: "{{Second}}") { supersedes { totalCount } } }""")).GetRawText());
        Assert.Equal("100", await SumAsync("service-matters-handled", "asOf: { sequence: 2 }"));
        Assert.Equal(3, (await server.FieldAsync(
            "{ figures(where: { county: { code: { eq: \"chengping\" } } supersededBy: { id: { eq: null } } }) { totalCount } }"))
            .GetProperty("totalCount").GetInt32());
        Assert.Equal([0, 1], (await server.FieldAsync($$"""
            {
              figures(where: {{Where("service-matters-handled")}}) {
                groups(by: [{ report: { code: {} } }]) { nodes { aggregate { quantity { count } } } }
              }
            }
            """)).GetProperty("groups").GetProperty("nodes").EnumerateArray()
            .Select(group => group.GetProperty("aggregate").GetProperty("quantity").GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task What_the_corrected_report_only_repeats_still_stands()
    {
        await CorrectAsync(ReportSuccession.Supersedes);
        Assert.Equal("-", await SumAsync("persons-trained"));
        await server.FieldAsync($$"""
            mutation {
              updateFigure(input: { {{WriteServer.Note}} code: "{{Second}}-risk-villages", county: "chengping", version: 1
                restates: "{{First}}-risk-villages" }) { errors { ... on Error { message } } }
            }
            """);
        Assert.Equal("40", await SumAsync("risk-villages"));
    }

    [Fact]
    public async Task An_import_says_afterwards_how_a_report_follows_another_and_takes_it_back()
    {
        await CorrectAsync(null);
        await ImportAsync("SUPERSEDES");
        Assert.Equal("98", await SumAsync("service-matters-handled"));
        await ImportAsync("CONTINUES");
        Assert.Equal("-", await SumAsync("service-matters-handled"));
        Assert.Equal(
            """[{"supersededBy":null},{"supersededBy":null},{"supersededBy":null}]""", await FiguresAsync("supersededBy { code }"));

        async Task ImportAsync(string succession) => Assert.True((await Importing.RunAsync(server.Database.Path, "reports",
            $"code,succession\n{Second},{succession}\n")).IsAccepted);
    }

    [Fact]
    public async Task A_table_may_say_which_report_takes_the_place_of_a_figure_and_not_change_it()
    {
        await CorrectAsync(ReportSuccession.Restates);
        Assert.True((await ImportAsync($"code,supersededBy\n{First}-risk-villages,{Second}\n")).IsAccepted);
        Assert.Equal($"must be {Second}, as in the row, or be empty: an import cannot change it",
            Assert.Single((await ImportAsync($"code,supersededBy.code\n{First}-risk-villages,{First}\n")).RefusedCells.Listed).Message.En);

        Task<Data.Import.ImportReport> ImportAsync(string table) => Importing.RunAsync(server.Database.Path, "figures", table);
    }

    [Fact]
    public async Task A_third_report_restates_what_the_first_said()
    {
        await AddAsync("2023年总结\n2023年办理事项80件。\n", new(2023, 12, 31), First, ReportSuccession.Continues,
            ("80件", "service-matters-handled", "FLOW"));
        await AddAsync("2024年总结\n2024年办理事项60件，2022年办理事项99件。\n", new(2024, 12, 31), Second,
            ReportSuccession.Restates, ("60件", "service-matters-handled", "FLOW"), ("99件", "service-matters-handled", "FLOW"));
        Assert.Equal("239", await SumAsync("service-matters-handled"));
    }

    [Fact]
    public async Task A_succession_needs_a_predecessor_and_no_report_follows_itself()
    {
        var refused = await LoadAsync("总结\n", null, null, ReportSuccession.Supersedes);
        Assert.Equal("succession must be empty, because the report has no predecessor",
            Assert.Single(refused.RefusedCells.Listed) is { } cell ? $"{cell.Column} {cell.Message.En}" : "");
        await CorrectAsync(ReportSuccession.Supersedes);
        var circle = await Importing.RunAsync(server.Database.Path, "reports", $"code,predecessor\n{First},{Second}\n");
        Assert.Contains("this one follows the report already", Assert.Single(circle.RefusedCells.Listed).Message.En,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mutation_and_the_form_say_how_a_report_follows_another()
    {
        var added = await server.FieldAsync($$"""
            mutation {
              addReport(input: {
                {{WriteServer.Note}} county: "chengping", text: "更正\n", predecessor: "{{First}}", succession: SUPERSEDES
              }) {
                report { predecessor { code } succession supersedes { totalCount } }
              }
            }
            """);
        Assert.Equal("""{"report":{"predecessor":{"code":"chengping-report-1"},"succession":"SUPERSEDES","supersedes":{"totalCount":3}}}""",
            added.GetRawText());
        Assert.Contains(ReportFields.All, field => field.Name == "succession");
    }

    private Task CorrectAsync(ReportSuccession? succession) =>
        AddAsync("2022年总结（更正）\n2022年办理事项98件。\n现有风险村（社区）41个。\n", new(2022, 12, 31), First,
            succession, ("98件", "service-matters-handled", "FLOW"), ("41个", "risk-villages", "LEVEL"));

    private async Task AddAsync(string text, DateOnly asAt, string? predecessor, ReportSuccession? succession,
        params (string Wording, string Indicator, string Role)[] figures) =>
        Assert.Empty((await LoadAsync(text, asAt, predecessor, succession, figures)).RefusedCells.Listed);

    private Task<ReportLoading> LoadAsync(string text, DateOnly? asAt, string? predecessor, ReportSuccession? succession,
        params (string Wording, string Indicator, string Role)[] figures) =>
        SampleReport.AddAsync(server.Database.Path, text,
            SampleReport.Draft(text, figures.ToDictionary(figure => figure.Wording, figure => figure.Indicator),
                cells => cells["role"] = figures.Single(figure => figure.Wording == cells["wording"]).Role),
            new()
            {
                County = "chengping",
                CountyNameZh = "澄屏县",
                AsAt = asAt,
                Predecessor = predecessor,
                Succession = succession,
            });

    private static string Where(string indicator) =>
        $"{{ indicator: {{ code: {{ eq: \"{indicator}\" }} }} county: {{ code: {{ eq: \"chengping\" }} }} }}";

    private async Task<string> SumAsync(string indicator, string arguments = "")
    {
        var answer = await server.SendAsync(
            $"{{ figures(where: {Where(indicator)} {arguments}) {{ aggregate {{ quantity {{ sum {{ value }} }} }} }} }}");
        var sum = answer.GetProperty("data").GetProperty("figures").GetProperty("aggregate").GetProperty("quantity").GetProperty("sum");
        return sum.ValueKind is JsonValueKind.Null ? "-" : sum.GetProperty("value").GetRawText();
    }

    private async Task<string> FiguresAsync(string fields) => (await server.FieldAsync(
        $"{{ figures(where: {{ report: {{ code: {{ eq: \"{First}\" }} }} }}, order: [{{ code: ASC }}]) {{ nodes {{ {fields} }} }} }}"))
        .GetProperty("nodes").GetRawText();
}
