using System.Net;
using System.Text.Json;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>The cost of operations, computed by hand: 10 for each field that is read alone, 1 for each other object field; and each
/// object.</summary>
public sealed class CostTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ __schema { types { name fields { name } } } }", 0, 1)]
    [InlineData("{ riskVillageByCode(code: \"RV-H-001\") { code } }", 10, 1 + 1)]
    [InlineData("{ riskVillages { nodes { code } } }", 10 + 1, 1 + 1 + 50)]
    [InlineData("{ riskVillages(first: 2) { nodes { code county { code } } } }", 10 + 1 + 2, 1 + 1 + 2 + 2)]
    [InlineData("{ riskVillages(last: 3) { edges { cursor node { code } } pageInfo { endCursor } } }", 10 + 1 + 3 + 1, 1 + 1 + 3 + 3 + 1)]
    [InlineData("{ riskVillages(first: null, last: 3) { nodes { code } } }", 10 + 1, 1 + 1 + 3)]
    [InlineData("{ riskVillages(first: 0) { totalCount aggregate { count } } }", 10 + 10 + 10, 1 + 1 + 1)]
    [InlineData("{ a: counties(first: 1) { nodes { code } } b: counties(first: 4) { nodes { code } } }",
        2 * (10 + 1), 1 + (1 + 1) + (1 + 4))]
    [InlineData("{ counties(first: 10) { nodes { riskVillages(first: 20) { nodes { county { code } } } } } }",
        10 + 1 + (10 * (10 + 1 + 20)), 1 + 1 + (10 * (1 + 1 + (20 * (1 + 1)))))]
    [InlineData("{ riskVillages(first: 5) { groups(by: [{ level: {} }], first: 7) { nodes { key { level } aggregate { count } } } } }",
        10 + 10 + 1 + (7 * (1 + 1)), 1 + 1 + 1 + (7 * (1 + 1 + 1)))]
    [InlineData("{ counties(first: 1) { timeline(every: DAY, from: \"2020-01-01T00:00:00Z\", to: \"2020-01-03T00:00:00Z\") " +
        "{ at aggregate { count } } } }", 10 + 10 + (3 * 10), 1 + 1 + (3 * (1 + 1)))]
    [InlineData("{ riskVillages(first: 1) { nodes { code @skip(if: true) county @include(if: false) { code } id } } }", 10 + 1, 1 + 1 + 1)]
    [InlineData("fragment F on RiskVillage { county { code } } { riskVillages(first: 2) { nodes { ...F county { id } } } }",
        10 + 1 + 2, 1 + 1 + 2 + 2)]
    public async Task The_cost_is_what_the_page_sizes_and_the_directives_say(string query, long fields, long types)
    {
        using var response = await AskAsync(query, "GraphQL-Cost: validate");
        Assert.Equal($$$$"""{"extensions":{"operationCost":{"fieldCost":{{{{fields}}}},"typeCost":{{{{types}}}}}}}""",
            await response.Content.ReadAsStringAsync());
        Assert.Equal($"{fields + types}", CostOf(response));
        using var run = await AskAsync(query);
        Assert.Equal($"{fields + types}", CostOf(run));
    }

    [Fact]
    public async Task A_page_size_in_a_variable_counts_as_it_is_sent()
    {
        const string query = "query($first: Int) { riskVillages(first: $first) { nodes { code } } }";
        foreach (var (first, types) in ((int?, int)[])[(3, 5), (7, 9), (null, 52)])
        {
            using var response =
                await server.PostAsync(JsonSerializer.Serialize(new { query, variables = new { first } }), "GraphQL-Cost: report");
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.True(body.RootElement.TryGetProperty("data", out _));
            Assert.Equal($$"""{"fieldCost":11,"typeCost":{{types}}}""",
                body.RootElement.GetProperty("extensions").GetProperty("operationCost").GetRawText());
        }
    }

    [Fact]
    public async Task A_response_states_its_cost_only_when_asked_and_introspection_does_so_too()
    {
        const string query = "{ __type(name: \"Query\") { name } }";
        using var plain = await AskAsync(query);
        using var stated = await AskAsync(query, "GraphQL-Cost: report");
        using var again = await AskAsync(query);
        var answer = await plain.Content.ReadAsStringAsync();
        Assert.DoesNotContain("extensions", answer, StringComparison.Ordinal);
        Assert.Equal(answer[..^1] + ""","extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""",
            await stated.Content.ReadAsStringAsync());
        Assert.Equal(answer, await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_cached_response_without_its_cost_is_not_one_with_it()
    {
        var query = "query=" + Uri.EscapeDataString("{ counties { nodes { code } } }");
        using var plain = await server.GetAsync(query);
        using var same = await server.GetAsync(query, $"If-None-Match: {plain.Headers.ETag}");
        using var stated = await server.GetAsync(query, $"If-None-Match: {plain.Headers.ETag}", "GraphQL-Cost: report");
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, stated.StatusCode));
        Assert.Equal("63", CostOf(same));
    }

    [Fact]
    public async Task An_operation_that_is_refused_after_it_was_planned_states_its_cost_and_a_faulty_one_has_none()
    {
        using var refused = await server.PostAsync("""{ "query": "{ counties { nodes { code } } }" }""", "As-Of: 2999-01-01T00:00:00Z");
        Assert.Equal(("63", "AS_OF_IN_FUTURE"), (CostOf(refused), await RunningServer.CodeAsync(refused)));
        using var faulty = await AskAsync("{ nothing }");
        Assert.Null(CostOf(faulty));
        using var unknown = await AskAsync("{ __typename }", "GraphQL-Cost: all");
        Assert.Equal("INVALID_PARAMETER", await RunningServer.CodeAsync(unknown));
    }

    [Fact]
    public async Task What_OData_reads_costs_as_much_as_the_same_query()
    {
        using var page = await server.SendAsync(HttpMethod.Get, "/odata/counties?$select=code&$top=3", null);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(int.Parse(CostOf(page)!, null) >= 10 + 1 + 1 + 1 + 3, CostOf(page));
        using var export = await server.SendAsync(HttpMethod.Get, "/export/counties.csv", null);
        Assert.Null(CostOf(export));
    }

    [Fact]
    public async Task A_mutation_costs_its_write_and_its_payload_and_validating_it_writes_nothing()
    {
        await using var writes = await WriteServer.StartAsync();
        const string query = "mutation { updateRiskVillage(input: { " + WriteServer.Note +
            " code: \"RV-H-001\", version: 1, leadOfficial: \"x\" }) { riskVillage { code county { code } } errors { __typename } } }";
        var body = JsonSerializer.Serialize(new { query });
        var cost = """{"operationCost":{"fieldCost":13,"typeCost":5}}""";
        using var validated = await writes.Server.PostAsync(body, "GraphQL-Cost: validate");
        Assert.Equal($$"""{"extensions":{{cost}}}""", await validated.Content.ReadAsStringAsync());
        using var done = await writes.Server.PostAsync(body, "GraphQL-Cost: report");
        var answer = await done.Content.ReadAsStringAsync();
        Assert.Contains("\"errors\":null", answer, StringComparison.Ordinal);
        Assert.EndsWith($$""","extensions":{{cost}}}""", answer, StringComparison.Ordinal);
        Assert.Equal("18", CostOf(done));
    }

    private Task<HttpResponseMessage> AskAsync(string query, params string[] headers) =>
        server.PostAsync(JsonSerializer.Serialize(new { query }), headers);

    private static string? CostOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Operation-Cost", out var values) ? values.Single() : null;
}
