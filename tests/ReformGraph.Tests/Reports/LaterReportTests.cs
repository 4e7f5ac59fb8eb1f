using System.Text.Json;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Reports;

/// <summary>Two reports of one county, of successive years: what compares their figures.</summary>
public sealed class LaterReportTests(TwoReports reports) : IClassFixture<TwoReports>
{
    private const string Risk = "indicator: { code: { eq: \"risk-villages\" } } county: { code: { eq: \"chengping\" } }";

    [Fact]
    public async Task Each_report_leads_to_the_other()
    {
        Assert.Equal(
            """[{"code":"chengping-report-1","predecessor":null,"successors":{"nodes":[{"code":"chengping-report-2"}]}},{"code":"chengping-report-2","predecessor":{"code":"chengping-report-1"},"successors":{"nodes":[]}}]""",
            (await FieldAsync("reports", "where: { county: { code: { eq: \"chengping\" } } }, order: [{ code: ASC }]",
                "nodes { code predecessor { code } successors { nodes { code } } }")).GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task Flows_of_different_years_are_groups_and_add_to_a_total()
    {
        const string where = "where: { indicator: { code: { eq: \"service-matters-handled\" } } county: { code: { eq: \"chengping\" } } }";
        Assert.Equal(
            """{"nodes":[{"key":{"year":2022},"aggregate":{"quantity":{"sum":{"value":100}}}},{"key":{"year":2023},"aggregate":{"quantity":{"sum":{"value":80}}}}]}""",
            (await FieldAsync("figures", where,
                "groups(by: [{ year: {} }]) { nodes { key { year } aggregate { quantity { sum { value } } } } }"))
                .GetProperty("groups").GetRawText());
        Assert.Equal("""{"value":180}""",
            (await FieldAsync("figures", where, "aggregate { quantity { sum { value } } }")).GetProperty("aggregate")
                .GetProperty("quantity").GetProperty("sum").GetRawText());
    }

    [Theory]
    [InlineData("report: { code: { eq: \"chengping-report-1\" } }", 40, 32, -8, -20)]
    [InlineData("or: [{ role: { eq: BASELINE } } { report: { code: { eq: \"chengping-report-2\" } } }]", 40, 21, -19, -47.5)]
    public async Task A_fall_within_a_report_or_across_two_is_the_change_from_the_one_baseline_to_the_one_level(string filter,
        decimal baseline, decimal level, decimal difference, decimal percentage)
    {
        var change = (await FieldAsync("figures", $"where: {{ {Risk} {filter} }}",
            "aggregate { quantity { change { baseline { value } level { value } difference { value } percentage { value } } } }"))
            .GetProperty("aggregate").GetProperty("quantity").GetProperty("change");
        Assert.Equal((baseline, level, difference, percentage),
            (Value("baseline"), Value("level"), Value("difference"), Value("percentage")));

        decimal Value(string member) => change.GetProperty(member).GetProperty("value").GetDecimal();
    }

    [Fact]
    public async Task Levels_of_two_reports_are_groups_without_a_total()
    {
        var answer = await reports.Server.SendAsync($$"""
            { figures(where: { {{Risk}} role: { eq: LEVEL } }) {
              aggregate { quantity { sum { value } } }
              groups(by: [{ report: { code: {} } }]) { nodes { aggregate { quantity { sum { value } } } } }
            } }
            """);
        var figures = answer.GetProperty("data").GetProperty("figures");
        Assert.Equal("""{"quantity":{"sum":null}}""", figures.GetProperty("aggregate").GetRawText());
        Assert.Equal("QUANTITIES_NOT_ADDITIVE",
            Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal([32, 21], figures.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(group =>
            group.GetProperty("aggregate").GetProperty("quantity").GetProperty("sum").GetProperty("value").GetInt32()));
    }

    [Fact]
    public async Task Two_levels_need_a_filter()
    {
        var answer = await reports.Server.SendAsync(
            $"{{ figures(where: {{ {Risk} }}) {{ aggregate {{ quantity {{ sum {{ value }} change {{ ratio {{ value }} }} }} }} }} }}");
        Assert.Equal("""{"sum":null,"change":null}""",
            answer.GetProperty("data").GetProperty("figures").GetProperty("aggregate").GetProperty("quantity").GetRawText());
        Assert.Contains("A change needs one baseline and one level, not 1 and 2.", answer.GetProperty("errors").GetRawText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_shows_when_figures_were_recorded_and_not_their_periods()
    {
        var timeline = (await FieldAsync("figures", $"where: {{ {Risk} }}",
            "timeline(every: YEAR, from: \"2022-12-31T00:00:00Z\", to: \"2023-12-31T00:00:00Z\") { aggregate { count } }"))
            .GetProperty("timeline");
        Assert.Equal("""[{"aggregate":{"count":0}},{"aggregate":{"count":0}}]""", timeline.GetRawText());
    }

    private Task<JsonElement> FieldAsync(string field, string arguments, string selection) =>
        reports.Server.FieldAsync($"{{ {field}({arguments}) {{ {selection} }} }}");
}

/// <summary>A server with two reports of a county, the second of which names the first as its predecessor.</summary>
public sealed class TwoReports : IAsyncLifetime
{
    internal WriteServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await WriteServer.StartAsync();
        await AddAsync("2022年总结\n2022年，办理事项100件。\n风险村（社区）由40个减少到32个。\n",
            new() { ["100件"] = "service-matters-handled", ["40个"] = "risk-villages", ["32个"] = "risk-villages" }, null);
        await AddAsync("2023年总结\n2023年，办理事项80件，同比下降20%。\n现有风险村（社区）21个。\n",
            new() { ["80件"] = "service-matters-handled", ["20%"] = "service-matters-growth", ["21个"] = "risk-villages" },
            "chengping-report-1");
    }

    public Task DisposeAsync() => Server.DisposeAsync().AsTask();

    private async Task AddAsync(string text, Dictionary<string, string> indicators, string? predecessor)
    {
        var draft = SampleReport.Draft(text, indicators,
            cells => cells["role"] = cells["measureWord"] == "件" ? "FLOW" : cells["role"]);
        var added = await SampleReport.AddAsync(Server.Database.Path, text, draft,
            SampleReport.Stated() with { CountyNameZh = predecessor is null ? "澄屏县" : null, Predecessor = predecessor });
        Assert.True(added.IsAccepted);
    }
}
