using System.Net;
using System.Text;
using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>A query that selects the groups of one collection is exported as well: each group is a row.</summary>
public sealed class ExportedGroupsTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Levels =
        "{ riskVillages { groups(by: [{ level: {} }]) { nodes { key { level } aggregate { count } share { count } } } } }";

    [Theory]
    [InlineData("text/csv",
        "key.level,aggregate.count,share.count\r\nLOW,47,0.398305\r\nMEDIUM,58,0.491525\r\nHIGH,13,0.110169\r\n")]
    [InlineData("text/csv; headers=zh; labels=zh",
        "风险等级,行数,行数占比\r\n低风险,47,0.398305\r\n中风险,58,0.491525\r\n高风险,13,0.110169\r\n")]
    [InlineData("text/csv; headers=en; labels=both",
        "Level,Level label,Rows,Share of rows\r\nLOW,低风险,47,0.398305\r\n" +
        "MEDIUM,中风险,58,0.491525\r\nHIGH,高风险,13,0.110169\r\n")]
    [InlineData("application/x-ndjson", "{\"key.level\":\"LOW\",\"aggregate.count\":47,\"share.count\":0.398305}\n" +
        "{\"key.level\":\"MEDIUM\",\"aggregate.count\":58,\"share.count\":0.491525}\n" +
        "{\"key.level\":\"HIGH\",\"aggregate.count\":13,\"share.count\":0.110169}\n")]
    public async Task The_groups_come_as_rows(string accept, string expected)
    {
        using var response = await PostAsync(accept, Levels);
        Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("riskVillages")]
    [InlineData("riskVillages(asOf: { sequence: 1 })")]
    public async Task The_response_says_as_of_which_change_it_is(string list)
    {
        using var response = await PostAsync("text/csv", Levels.Replace("riskVillages", list, StringComparison.Ordinal));
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("As-Of-Sequence")));
        Assert.StartsWith("1-", Assert.Single(response.Headers.GetValues("Change-Token")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_groups_come_unless_the_query_says_how_many()
    {
        const string ByCode = "{ facilityConsolidations { groups(by: [{ code: {} }]@) { nodes { key { code } } } } }";
        using var all = await PostAsync("application/json", "{ facilityConsolidations { totalCount } }");
        var total = JsonElement.Parse(await all.Content.ReadAsStringAsync()).GetProperty("data").GetProperty("facilityConsolidations")
            .GetProperty("totalCount").GetInt32();
        foreach (var (first, count) in new[] { ("", total), (", first: 7", 7) })
        {
            using var response = await PostAsync("text/csv", ByCode.Replace("@", first, StringComparison.Ordinal));
            Assert.Equal(count + 1, (await response.Content.ReadAsStringAsync()).Count(sign => sign == '\n'));
        }
    }

    [Fact]
    public async Task A_file_has_the_types_of_the_values()
    {
        using var response = await PostAsync("application/vnd.apache.parquet",
            "{ figures { groups(by: [{ report: { asAt: { truncate: YEAR } } }, { role: {} }]) { nodes { key { report { asAt } role } " +
            "all: aggregate { count sum { locator { length } } avg { locator { length } } } share { count } } } } }");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var scratch = new ScratchFile("parquet");
        await File.WriteAllBytesAsync(scratch.Path, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            [
                ("key.report.asAt", "DATE"), ("key.role", "VARCHAR"), ("all.count", "INTEGER"), ("all.sum.locator.length", "BIGINT"),
                ("all.avg.locator.length", "DECIMAL(19,4)"), ("share.count", "DOUBLE"),
            ],
            DuckDb.Rows($"DESCRIBE SELECT * FROM '{scratch.Path}'").Select(column => ((string)column[0]!, (string)column[1]!)));
        Assert.Equal(["GROWTH_RATE", 2, 9L, 4.5m], DuckDb.Rows(
            $"SELECT \"key.role\", \"all.count\", \"all.sum.locator.length\", \"all.avg.locator.length\" FROM '{scratch.Path}' " +
            "WHERE \"key.role\" = 'GROWTH_RATE'").Single());
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_response()
    {
        const string Lengths =
            "{ figures { groups(by: [{ role: {} }]) { nodes { key { role } aggregate { sum { locator { length } } } } } } }";
        using var file = await PostAsync("text/csv", Lengths);
        using var response = await PostAsync("application/json", Lengths);
        var rows = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("data").GetProperty("figures")
            .GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(group =>
                $"{group.GetProperty("key").GetProperty("role")},{LengthIn(group.GetProperty("aggregate"))}\r\n");
        Assert.Equal($"key.role,aggregate.sum.locator.length\r\n{string.Concat(rows)}", await file.Content.ReadAsStringAsync());

        static JsonElement LengthIn(JsonElement aggregate) =>
            aggregate.GetProperty("sum").GetProperty("locator").GetProperty("length"); // null as text is empty
    }

    [Theory]
    [InlineData("{ riskVillages { groups(by: [{ level: {} }]) { nodes { key { level } rows { nodes { code } } } } } }",
        "riskVillages.groups.nodes.rows: ")]
    [InlineData("{ riskVillages { groups(by: [{ level: {} }]) { totalCount nodes { key { level } } } } }",
        "riskVillages.groups.totalCount: ")]
    [InlineData("{ riskVillages { nodes { code } groups(by: [{ level: {} }]) { nodes { key { level } } } } }", "riskVillages.groups: ")]
    [InlineData("{ riskVillages { groups(by: [{ level: {} }]) { nodes { __typename } } } }", "at least one column")]
    [InlineData("{ riskVillages { groups(by: [{ level: {} }], last: 1) { nodes { key { level } } } } }", "last")]
    public async Task What_is_no_table_is_refused_with_its_place(string query, string named)
    {
        using var response = await PostAsync("text/csv", query);
        Assert.Equal((HttpStatusCode.BadRequest, "EXPORT_OF_LIST"), (response.StatusCode, await RunningServer.CodeAsync(response)));
        Assert.Contains(named, JsonElement.Parse(await response.Content.ReadAsStringAsync())
            .GetProperty("errors")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code", "key.theme,aggregate.quantity.sum.value,aggregate.quantity.sum.unit")]
    [InlineData("zh", "主题,数值（合计）,单位（合计）")]
    [InlineData("en", "Theme,\"Value, sum\",\"Unit, sum\"")]
    public async Task Quantities_have_their_units_next_to_them(string headers, string heading)
    {
        using var response = await PostAsync($"text/csv; headers={headers}",
            "{ figures(where: { indicator: { code: { eq: \"county-leaders-leading-topics\" } } }) { groups(by: [{ theme: {} }]) { nodes { " +
            "key { theme } aggregate { quantity { sum { value unit } } } } } } }");
        Assert.Equal($"{heading}\r\nGOVERNANCE,12,PERSON\r\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_value_that_cannot_be_computed_is_refused_with_its_error()
    {
        using var response = await PostAsync("text/csv",
            "{ figures { groups(by: [{ county: { code: {} } }]) { nodes { key { county { code } } aggregate { quantity { sum { value } } " +
            "} } } } }");
        Assert.Equal((HttpStatusCode.BadRequest, "QUANTITIES_DIFFER"), (response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    private Task<HttpResponseMessage> PostAsync(string accept, string query) => server.SendAsync(HttpMethod.Post, "/graphql",
        new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"), $"Accept: {accept}");
}
