using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.BadInput;

/// <summary>Input that is too large for a case's file. Each limit is met from both sides.</summary>
public sealed class LargeInputTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    private const string Where = "query ($where: RiskVillageFilterInput) { riskVillages(where: $where) { totalCount } }";

    [Fact]
    public async Task Ten_thousand_ids_in_a_list_are_one_condition()
    {
        var ids = Enumerable.Range(1, 10_000).ToArray();
        Assert.Equal("""{"data":{"in":{"totalCount":118},"nin":{"totalCount":0}}}""", await AskAsync(
            "query ($ids: [ID]) { in: riskVillages(where: { id: { in: $ids } }) { totalCount } nin: riskVillages(where: { id: { nin: " +
            "$ids } }) { totalCount } }",
            new { ids }));
        Assert.Equal("""{"data":{"riskVillages":{"totalCount":10}}}""", await AskAsync(
            "query ($codes: [String]) { riskVillages(where: { code: { in: $codes } }) { totalCount } }",
            new { codes = ids.Select(id => $"RV-H-{id % 11:000}") }));
    }

    [Fact]
    public async Task A_list_of_ids_holds_only_ids()
    {
        var ids = Enumerable.Range(1, 10_000).Select(id => id == 9_999 ? "next" : $"{id}");
        var error = await RefusedAsync(400, "query ($ids: [ID]) { riskVillages(where: { id: { in: $ids } }) { totalCount } }", new { ids });
        Assert.Equal("ID_MALFORMED", CodeOf(error));
        Assert.StartsWith("\"next\" is not an id", MessageOf(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_conditions_as_the_limit_are_answered_and_one_more_is_refused()
    {
        Assert.Equal("""{"data":{"riskVillages":{"totalCount":118}}}""", await AskAsync(Where, new { where = Wide(400) }));
        var error = await RefusedAsync(400, Where, new { where = Wide(401) });
        Assert.Equal("TOO_MANY_CONDITIONS", CodeOf(error));
        Assert.Contains("400", MessageOf(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_conditions_than_the_database_can_nest_are_refused_before_anything_is_read()
    {
        object where = new { villages = new { some = new { riskVillages = new { some = Wide(390) } } } };
        var error =
            await RefusedAsync(400, "query ($where: TownshipFilterInput) { townships(where: $where) { nodes { code } } }", new { where });
        Assert.Equal("TOO_MANY_CONDITIONS", CodeOf(error));
        Assert.Contains("more conditions than the database can nest", MessageOf(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_objects_among_the_variables_than_allowed_are_refused()
    {
        var error = await RefusedAsync(400, Where, new { where = Wide(1_001) });
        Assert.Equal("VARIABLE_INVALID", CodeOf(error));
        Assert.Contains("2000", MessageOf(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_may_be_as_deep_as_the_JSON_around_it()
    {
        // Each or takes two levels, an object and a list; the body, the variables and the condition take the rest.
        Assert.Equal("""{"data":{"riskVillages":{"totalCount":13}}}""", await AskAsync(Where, new { where = Deep(29) }));
        Assert.Equal("JSON_TOO_DEEP", CodeOf(await RefusedAsync(400, Where, new { where = Deep(31) })));
    }

    [Fact]
    public async Task A_list_that_reaches_more_to_one_fields_than_a_statement_can_join_is_refused()
    {
        var error = await RefusedAsync(400, $"{{ riskVillages {{ nodes {{ provenBy {{ {Reaching(56)} }} }} }} }}");
        Assert.Equal("TOO_MANY_REFERENCES", CodeOf(error));
        Assert.Equal("riskVillages uses 57 to-one fields; one list may use at most 56, including those in its filter and order.",
            MessageOf(error));
        Assert.StartsWith("{\"data\"", await AskAsync($"{{ riskVillages(first: 1) {{ nodes {{ provenBy {{ {Reaching(55)} }} }} }} }}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_quoted_of_the_input_is_cut()
    {
        var text = new string('圈', 300_000);
        foreach (var (query, variables) in new (string, object?)[]
        {
            ("query ($id: ID!) { riskVillageById(id: $id) { code } }", new { id = text }),
            (Where, new { where = new Dictionary<string, int> { [text] = 1 } }),
            ("query ($after: String) { riskVillages(after: $after) { totalCount } }", new { after = text }),
            ("query ($level: RiskLevel) { riskVillages(where: { level: { eq: $level } }) { totalCount } }", new { level = text }),
            ($"{{ riskVillageById(id: \"{text}\") {{ code }} }}", null),
            ($"{{ riskVillages(where: {{ level: {{ eq: \"{text}\" }} }}) {{ totalCount }} }}", null),
            ($"{{ riskVillages(where: {{ a{new string('b', 900_000)}: 1 }}) {{ totalCount }} }}", null),
            ($"{{ riskVillages(a{new string('b', 900_000)}: 1) {{ totalCount }} }}", null),
            ($"{{ a{new string('b', 900_000)} }}", null),
        })
        {
            Assert.InRange(MessageOf(await RefusedAsync(400, query, variables)).Length, 1, 1_000);
        }
    }

    [Fact]
    public async Task A_text_of_any_length_may_be_looked_for() => Assert.Equal(
        """{"data":{"riskVillages":{"totalCount":0}}}""",
        await AskAsync("query ($text: String) { riskVillages(where: { code: { contains: $text } }) { totalCount } }",
            new { text = new string('村', 300_000) }));

    private static object Wide(int conditions) => new { or = Enumerable.Repeat(new { code = new { startsWith = "RV" } }, conditions) };

    private static object Deep(int levels)
    {
        object where = new { level = new { eq = "HIGH" } };
        for (var level = 0; level < levels; level++)
        {
            where = new { or = new[] { where } };
        }

        return where;
    }

    /// <summary>The fields of a figure that reach so many to-one fields: its own seven, and those of the figure that it restates.</summary>
    private static string Reaching(int references)
    {
        string[] own = ["report", "indicator", "county", "township", "village", "locator"];
        var fields = string.Join(' ', own.Take(references).Select(name => $"{name} {{ code }}"));
        return references > own.Length ? $"{fields} restates {{ code {Reaching(references - own.Length - 1)} }}" : fields;
    }

    // As it is, where JSON would escape each character in six bytes, and as deep as it is.
    private static string Body(string query, object? variables) =>
        JsonSerializer.Serialize(new { query, variables }, Plain);

    private async Task<string> AskAsync(string query, object? variables = null)
    {
        using var response = await server.PostAsync(Body(query, variables));
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<JsonElement> RefusedAsync(int status, string query, object? variables = null)
    {
        using var response = await server.PostAsync(Body(query, variables), "Accept: application/graphql-response+json");
        Assert.Equal(status, (int)response.StatusCode);
        return Assert.Single(
            JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateArray());
    }

    private static string CodeOf(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString()!;

    private static string MessageOf(JsonElement error) => error.GetProperty("message").GetString()!;
}
