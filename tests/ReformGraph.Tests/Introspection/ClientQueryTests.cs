using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Introspection;

/// <summary>What clients ask for to learn the schema, recorded from their packages. Each is the whole schema in one answer.</summary>
public sealed class ClientQueryTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "Queries");

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Queries() => [.. Names];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_client_that_asks_for_the_schema_gets_all_of_it(string query)
    {
        using var response = await AskAsync(query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        var schema = answer.RootElement.GetProperty("data").GetProperty("__schema");
        var names = schema.GetProperty("types").EnumerateArray().Select(type => type.GetProperty("name").GetString()!).ToList();
        Assert.Equal(names.Distinct().Order(), names.Order());
        Assert.Contains("RiskVillageFilterInput", names);
        Assert.Equal(
            ["cost", "deprecated", "include", "listSize", "oneOf", "skip", "specifiedBy"],
            schema.GetProperty("directives").EnumerateArray().Select(directive => directive.GetProperty("name").GetString()!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_each_option_asks_for_is_in_the_answer()
    {
        using var response = await AskAsync("graphql-js-17-with-all-options");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        var schema = answer.RootElement.GetProperty("data").GetProperty("__schema");
        JsonElement Type(string name) =>
            schema.GetProperty("types").EnumerateArray().Single(type => type.GetProperty("name").GetString() == name);
        Assert.StartsWith("Filter, order", schema.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://www.graphql-scalars.com/local-date", Type("LocalDate").GetProperty("specifiedByURL").GetString());
        Assert.True(Type("AsOfInput").GetProperty("isOneOf").GetBoolean());
        Assert.False(Type("RiskVillageFilterInput").GetProperty("isOneOf").GetBoolean());
        Assert.Equal(JsonValueKind.Null, Type("Query").GetProperty("isOneOf").ValueKind);
        Assert.False(Type("AsOfInput").GetProperty("inputFields")[0].GetProperty("isDeprecated").GetBoolean());
        var share = Type("RiskVillageGroup").GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "share");
        Assert.Equal(["TOTAL", "false"],
            share.GetProperty("args").EnumerateArray().Select(argument => argument.GetProperty("defaultValue").GetString()));
        var skip = schema.GetProperty("directives").EnumerateArray()
            .Single(directive => directive.GetProperty("name").GetString() == "skip");
        Assert.False(skip.GetProperty("isRepeatable").GetBoolean());
        Assert.Equal("if", skip.GetProperty("args")[0].GetProperty("name").GetString());
        Assert.Contains("isRepeatable",
            Type("__Directive").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_largest_of_them_leaves_room_below_the_limit_for_a_schema_that_grows()
    {
        var largest = 0L;
        foreach (var query in Names)
        {
            using var response = await AskAsync(query);
            largest = Math.Max(largest, response.Content.Headers.ContentLength!.Value);
        }

        Assert.InRange(largest, 1_000_000, new DocumentLimits().IntrospectionBytes * 3L / 4);
    }

    private async Task<HttpResponseMessage> AskAsync(string query) =>
        await server.PostAsync(
            JsonSerializer.Serialize(new { query = await File.ReadAllTextAsync(Path.Combine(Folder, query + ".graphql")) }),
            "Accept: application/graphql-response+json");

    private static string Here([CallerFilePath] string here = "") => here;
}
