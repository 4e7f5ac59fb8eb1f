using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ReformGraph.Domain.Access;
using Xunit;

namespace ReformGraph.Tests.Access;

/// <summary>What a key may change whose scope has some collections or some counties.</summary>
public sealed class WriteScopeTests : IAsyncLifetime
{
    private const string Note = "change: { kind: CORRECTION, reason: \"checked\" }";
    private const string OnlyCounty = "The scope of the key or token includes only changes to rows of these counties: county; ";

    private GuardedServer guarded = null!;
    private string admin = null!, editor = null!, registrar = null!;

    public async Task InitializeAsync()
    {
        guarded = await GuardedServer.StartAsync();
        admin = await guarded.KeyAsync(Role.Admin);
        await AcceptedAsync(await ImportAsync(admin, "counties", "code,knownAs\nother,Other\n"));
        await AcceptedAsync(await ImportAsync(admin, "townships", "code,knownAs,county\nT-1,Here,county\nT-2,There,other\n"));
        await AcceptedAsync(await ImportAsync(admin, "risk-villages", "code,level,county\nRV-O-1,LOW,other\n"));
        editor = await guarded.KeyAsync(Role.Editor, "county editor", scope: new(null, null, ["county"]));
        registrar = await guarded.KeyAsync(Role.Editor, "registrar", scope: new(["counties"], ["riskVillages"], null));
    }

    public Task DisposeAsync() => guarded.DisposeAsync().AsTask();

    [Theory]
    [InlineData("createRiskVillage(input: { NOTE, code: \"N-1\", level: LOW, county: \"county\" }) { errors { __typename } }")]
    [InlineData("updateRiskVillage(input: { NOTE, code: \"RV-H-001\", version: 1, level: LOW }) { errors { __typename } }")]
    [InlineData("updateTownship(input: { NOTE, code: \"T-1\", version: 1, knownAs: \"Near\" }) { errors { __typename } }")]
    [InlineData("withdrawRiskVillage(input: { NOTE, code: \"RV-H-002\", version: 1 }) { errors { __typename } }")]
    public async Task Rows_of_the_own_county_are_changed(string mutation)
    {
        var field = mutation[..mutation.IndexOf('(', StringComparison.Ordinal)];
        using var response = await MutateAsync(editor, mutation);
        Assert.Equal("{\"data\":{\"" + field + "\":{\"errors\":null}}}", await response.Content.ReadAsStringAsync());
        using var change = await guarded.AskAsync($"Bearer {admin}", "{ changes(last: 1) { nodes { actor } } }");
        Assert.Contains("county editor", await change.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows of riskVillages in other", "createRiskVillage(input: { NOTE, code: \"N-1\", level: LOW, county: \"other\" })")]
    [InlineData("rows of riskVillages in other", "updateRiskVillage(input: { NOTE, code: \"RV-O-1\", version: 1, level: HIGH })")]
    [InlineData("rows of riskVillages in other", "withdrawRiskVillage(input: { NOTE, code: \"RV-O-1\", version: 1 })")]
    [InlineData("rows of riskVillages in other",
        "updateRiskVillage(input: { NOTE, code: \"RV-H-001\", version: 1, county: \"other\", provenBy: null })")]
    [InlineData("rows of riskVillages in other", "updateRiskVillage(input: { NOTE, code: \"RV-O-1\", version: 1, county: \"county\" })")]
    [InlineData("rows of townships in other", "updateTownship(input: { NOTE, code: \"T-2\", version: 1, county: \"county\" })")]
    [InlineData("rows of villages in other", "createVillage(input: { NOTE, code: \"V-1\", township: \"T-2\" })")]
    [InlineData("rows of riskVillages in other",
        "batch(input: { NOTE, operations: [{ updateRiskVillage: { code: \"RV-H-001\", version: 1, level: LOW } }, " +
        "{ updateRiskVillage: { code: \"RV-O-1\", version: 1, level: HIGH } }] })")]
    public async Task Rows_of_another_county_are_not(string why, string mutation)
    {
        var before = await StateAsync();
        await RefusedAsync(await MutateAsync(editor, mutation + " { errors { __typename } }"), $"{OnlyCounty}the change affects {why}.");
        Assert.Equal(before, await StateAsync());
        using var response = await MutateAsync(admin, mutation + " { errors { __typename } }");
        Assert.Contains("\"errors\":null", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_belong_to_no_county_are_not()
    {
        await RefusedAsync(await ImportAsync(editor, "counties", "code,knownAs\nthird,Third\n"),
            $"{OnlyCounty}rows of counties belong to no county.");
        await RefusedAsync(await ImportAsync(editor, "indicators", "code,nameEn\ncounty-leaders-in-leading-group,Other\n"),
            $"{OnlyCounty}rows of indicators belong to no county.");
    }

    [Fact]
    public async Task Imports_keep_to_the_county_and_to_the_collections()
    {
        await AcceptedAsync(await ImportAsync(editor, "risk-villages", "code,level\nRV-H-001,LOW\n"));
        foreach (var dryRun in new[] { "", "&dryRun=true" })
        {
            const string Both = "code,level,county\nRV-H-003,LOW,county\nRV-O-1,HIGH,other\n";
            await RefusedAsync(await ImportAsync(editor, "risk-villages", Both, dryRun),
                $"{OnlyCounty}the change affects rows of riskVillages in other.");
        }

        await AcceptedAsync(await ImportAsync(registrar, "risk-villages", "code,level\nRV-H-004,LOW\n"));
        await RefusedAsync(await ImportAsync(registrar, "townships", "code,knownAs\nT-1,Near\n"),
            "The scope of the key or token does not include changes to townships. It may change riskVillages.");
    }

    [Fact]
    public async Task A_report_is_added_to_the_own_county_only()
    {
        await RefusedAsync(await MutateAsync(editor, Add("other")),
            $"{OnlyCounty}the change affects rows of reports in other.");
        await RefusedAsync(await ReportAsync(editor, "other"), $"{OnlyCounty}the change affects rows of reports in other.");
        await RefusedAsync(await ReportAsync(registrar, "county"),
            "The scope of the key or token does not include changes to reports. It may change riskVillages.");
        await RefusedAsync(await MutateAsync(registrar, Add("county")),
            "The scope of the key or token does not include changes to reports. It may change riskVillages.");
        Assert.Equal(HttpStatusCode.OK, (await ReportAsync(editor, "county")).StatusCode);

        static string Add(string county) =>
            $"addReport(input: {{ NOTE, county: \"{county}\", text: \"报告\" }}) {{ errors {{ __typename }} }}";
    }

    [Fact]
    public async Task Only_collections_in_the_scope_are_changed_and_those_are_read_too()
    {
        using var own = await MutateAsync(registrar,
            "updateRiskVillage(input: { NOTE, code: \"RV-O-1\", version: 1, level: HIGH }) { riskVillage { level county { code } } }");
        Assert.Equal("""{"data":{"updateRiskVillage":{"riskVillage":{"level":"HIGH","county":{"code":"other"}}}}}""",
            await own.Content.ReadAsStringAsync());
        const string Refusal = "The scope of the key or token does not include changes to townships. It may change riskVillages.";
        await RefusedAsync(await MutateAsync(registrar,
            "updateTownship(input: { NOTE, code: \"T-1\", version: 1, knownAs: \"Near\" }) { errors { __typename } }"), Refusal);
        await RefusedAsync(await MutateAsync(registrar,
            "batch(input: { NOTE, operations: [{ updateRiskVillage: { code: \"RV-H-001\", version: 1, level: LOW } }, " +
            "{ updateTownship: { code: \"T-1\", version: 1, knownAs: \"Near\" } }] }) { errors { __typename } }"), Refusal);
        await RefusedAsync(await MutateAsync(registrar,
            "updateRiskVillage(input: { NOTE, code: \"RV-H-001\", version: 1, level: LOW }) { riskVillage { township { code } } }"),
            "The scope of the key or token does not include townships. It may read counties, riskVillages.");
    }

    private async Task<string> StateAsync() =>
        await (await guarded.AskAsync($"Bearer {admin}", "{ changes { totalCount } }")).Content.ReadAsStringAsync();

    private Task<HttpResponseMessage> MutateAsync(string key, string mutation) => guarded.AskAsync($"Bearer {key}",
        $"mutation {{ {mutation.Replace("NOTE", Note, StringComparison.Ordinal)} }}");

    private Task<HttpResponseMessage> ImportAsync(string key, string entity, string table, string more = "")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        return guarded.Server.SendAsync(HttpMethod.Post, $"/import/{entity}?reason=x{more}", content, $"Authorization: Bearer {key}",
            "GraphQL-Require-Preflight: 1");
    }

    private Task<HttpResponseMessage> ReportAsync(string key, string county)
    {
        var text = new ByteArrayContent(Encoding.UTF8.GetBytes("一份报告"));
        text.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain");
        var form = new MultipartFormDataContent { { text, "report", "report.txt" } };
        form.Add(new StringContent(county), "county");
        form.Add(new StringContent("received"), "reason");
        return guarded.Server.SendAsync(HttpMethod.Post, "/reports", form, $"Authorization: Bearer {key}", "GraphQL-Require-Preflight: 1");
    }

    private static async Task AcceptedAsync(HttpResponseMessage response) =>
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());

    private static async Task RefusedAsync(HttpResponseMessage response, string message)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var error = body.RootElement.GetProperty("errors")[0];
        Assert.Equal((message, "FORBIDDEN", HttpStatusCode.Forbidden), (error.GetProperty("message").GetString(),
            error.GetProperty("extensions").GetProperty("code").GetString(), response.StatusCode));
    }
}
