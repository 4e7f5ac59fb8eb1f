using System.Net;
using System.Text.Json;
using ReformGraph.Domain.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Access;

/// <summary>What a key may read whose scope has some collections, asked over HTTP by every way out.</summary>
public sealed class ReadScopeTests(ReadScopeTests.Scoped scoped) : IClassFixture<ReadScopeTests.Scoped>
{
    public static TheoryData<string> Collections()
    {
        using var context = SeededDatabase.Open("none.db"); // the model alone: nothing is opened
        return [.. DataModel.Create(context.Model).Entities.Select(entity => entity.Collection).Distinct()];
    }

    [Theory]
    [InlineData("{ riskVillages { totalCount nodes { code level } } }")]
    [InlineData("{ riskVillageByCode(code: \"RV-H-001\") { code } }")]
    [InlineData("{ riskVillageVersions { totalCount } }")]
    [InlineData("{ riskVillages(first: 1) { nodes { history { nodes { level } } } } }")]
    [InlineData("{ riskVillageDiff(from: { sequence: 1 }) { nodes { code fields { name } } } }")]
    [InlineData("{ codeLists { __typename } }")]
    [InlineData("{ townships { nodes { code } } }")]
    public async Task What_is_in_the_scope_is_read(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await scoped.AskAsync(query)).StatusCode);

    [Theory]
    [InlineData("counties", "{ counties { totalCount } }")]
    [InlineData("counties", "{ c: counties { __typename } }")]
    [InlineData("counties", "{ countyVersions { totalCount } }")]
    [InlineData("counties", "{ countyDiff(from: { sequence: 1 }) { totalCount } }")]
    [InlineData("counties", "{ countyByCode(code: \"county\") { id } }")]
    [InlineData("counties", "{ riskVillages { nodes { county { code } } } }")]
    [InlineData("counties", "{ riskVillages { nodes { ...f } } } fragment f on RiskVillage { county { code } }")]
    [InlineData("counties", "{ riskVillages(where: { county: { code: { eq: \"county\" } } }) { totalCount } }")]
    [InlineData("counties", "{ riskVillages(order: [{ county: { code: ASC } }]) { nodes { id } } }")]
    [InlineData("counties", "{ riskVillages { groups(by: [{ county: { code: {} } }]) { totalCount } } }")]
    [InlineData("villages", "{ townships { nodes { villages { totalCount } } } }")]
    [InlineData("villages", "{ townships(where: { villages: { any: true } }) { totalCount } }")]
    [InlineData("villages", "{ townships(order: [{ villages: { count: ASC } }]) { totalCount } }")]
    [InlineData("changes", "{ changes { totalCount } }")]
    [InlineData("changes", "{ riskVillages(first: 1) { nodes { history { nodes { recordedBy { sequence } } } } } }")]
    [InlineData("changedRows", "{ changedRows { totalCount } }")]
    public async Task What_is_not_in_the_scope_is_refused_by_its_name(string collection, string query)
    {
        using var response = await scoped.AskAsync(query);
        Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (response.StatusCode, await RunningServer.CodeAsync(response)));
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var error = body.RootElement.GetProperty("errors")[0];
        Assert.Equal(
            ($"The scope of the key or token does not include {collection}. It may read riskVillages, townships.", collection),
            (error.GetProperty("message").GetString(), error.GetProperty("extensions").GetProperty("collection").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await scoped.AskAsync(query, ofAll: true)).StatusCode);
    }

    [Theory]
    [InlineData("/odata/riskVillages?$top=1", 200)]
    [InlineData("/odata/riskVillages?$expand=county", 400)]
    [InlineData("/odata/riskVillages?$filter=county/code eq 'x'", 400)]
    [InlineData("/odata/counties", 404)]
    [InlineData("/odata/changes", 404)]
    [InlineData("/export/risk-villages.csv", 200)]
    [InlineData("/export/risk-villages.json", 200)]
    [InlineData("/export/risk-villages.xlsx", 200)]
    [InlineData("/export/risk-villages.parquet", 200)]
    [InlineData("/export/townships.csv", 200)]
    [InlineData("/export/risk-villages.csv?select=code,county.code", 403)]
    [InlineData("/export/risk-villages.csv?view=wide", 403)]
    [InlineData("/export/risk-villages.csv?changedSince=1", 200)]
    [InlineData("/export/counties.csv", 403)]
    [InlineData("/export/counties.csv?changedSince=1", 403)]
    [InlineData("/export/county-versions.parquet", 403)]
    [InlineData("/export/changes.xlsx", 403)]
    [InlineData("/proofs/inclusion?entity=RiskVillage&code=RV-H-001", 403)]
    [InlineData("/proofs/inclusion?entity=County&code=county", 403)]
    public async Task Every_way_out_keeps_to_the_scope(string path, int status)
    {
        using var response = await scoped.GetAsync(path);
        Assert.Equal((status, path), ((int)response.StatusCode, path));
        using var all = await scoped.GetAsync(path, ofAll: true);
        Assert.True((int)all.StatusCode < 400, path);
        if (status == 403)
        {
            Assert.Contains("The scope of the key or token does not include ", await response.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_schema_and_the_catalogue_show_what_is_in_the_scope()
    {
        var sdl = await (await scoped.GetAsync("/graphql?sdl")).Content.ReadAsStringAsync();
        Assert.Contains("type RiskVillage ", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("type County ", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("updateVillage", sdl, StringComparison.Ordinal);
        Assert.Contains("updateTownship", sdl, StringComparison.Ordinal);
        var metadata = await (await scoped.GetAsync("/odata/$metadata")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("\"County\"", metadata, StringComparison.Ordinal);

        using var catalogue = JsonDocument.Parse(await (await scoped.GetAsync("/catalog/datapackage.json")).Content.ReadAsStringAsync());
        Assert.Equal(["risk-villages", "townships", "risk-village-versions", "township-versions"],
            catalogue.RootElement.GetProperty("resources").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void Every_collection_alone_has_a_schema(string collection)
    {
        var sdl = scoped.Engine.SdlOf(new RoleScope("admin", [collection]));
        Assert.Contains($"  {collection}(", sdl, StringComparison.Ordinal);
        Assert.Contains("{", scoped.Engine.SdlOf(new RoleScope("reader", [collection]), core: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_not_taken_for_that_of_another_scope()
    {
        const string Query = "query={riskVillages{totalCount}}";
        using var all = await scoped.GetAsync($"/graphql?{Query}", ofAll: true);
        using var own = await scoped.GetAsync($"/graphql?{Query}");
        Assert.NotEqual(all.Headers.ETag, own.Headers.ETag);
    }

    /// <summary>A server with a key that may read two collections, and one that may read all.</summary>
    public sealed class Scoped : IAsyncLifetime
    {
        private GuardedServer guarded = null!;
        private string key = null!, keyOfAll = null!;

        internal QueryEngine Engine => guarded.Server.Engine;

        public async Task InitializeAsync()
        {
            guarded = await GuardedServer.StartAsync();
            key = await guarded.KeyAsync(Role.Admin, "scoped", scope: new(["townships", "riskVillages"], null, null));
            keyOfAll = await guarded.KeyAsync(Role.Admin);
        }

        public Task<HttpResponseMessage> AskAsync(string query, bool ofAll = false) =>
            guarded.AskAsync($"Bearer {(ofAll ? keyOfAll : key)}", query);

        public Task<HttpResponseMessage> GetAsync(string path, bool ofAll = false) => guarded.Server.SendAsync(HttpMethod.Get, path, null,
            $"Authorization: Bearer {(ofAll ? keyOfAll : key)}", "GraphQL-Require-Preflight: 1");

        public Task DisposeAsync() => guarded.DisposeAsync().AsTask();
    }
}
