using System.Net;
using System.Text;
using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>A query that selects one collection is exported as well: by the header Accept, and by the name of a trusted document.</summary>
public sealed class ExportedQueryTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string High =
        "query ($level: RiskLevel = HIGH) { riskVillages(where: { level: { eq: $level } }, order: [{ code: DESC }]) { nodes { code risk: " +
        "level county { known: code } } } }";

    [Theory]
    [InlineData("text/csv", "code,risk,county.code,provenBy.value\r\nRV-H-001,HIGH,county,13\r\nRV-H-002,HIGH,county,13\r\n")]
    [InlineData("text/csv; labels=zh; bom=true, application/json; q=0.5",
        "\uFEFFcode,risk,county.code,provenBy.value\r\nRV-H-001,高风险,county,13\r\nRV-H-002,高风险,county,13\r\n")]
    [InlineData("text/csv; headers=zh; labels=both",
        "编码,risk,risk名称,县编码,依据数据数值\r\nRV-H-001,HIGH,高风险,county,13\r\nRV-H-002,HIGH,高风险,county,13\r\n")]
    [InlineData("application/json; q=0.1, application/x-ndjson; labels=en",
        "{\"code\":\"RV-H-001\",\"risk\":\"high\",\"county.code\":\"county\",\"provenBy.value\":13}\n{\"code\":\"RV-H-002\",\"risk\":\"high\",\"county.code\":\"county\",\"provenBy.value\":13}\n")]
    public async Task The_rows_come_in_the_format_that_the_client_likes_best(string accept, string expected)
    {
        using var response =
            await PostAsync(accept,
            "query($n: Int) { riskVillages(first: $n) { nodes { __typename code risk: level ...Proof } } } fragment Proof on RiskVillage " +
            "{ county { code } provenBy { value } }", new { n = 2 });
        Assert.Equal((HttpStatusCode.OK, expected),
            (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync())));
        Assert.Contains("risk-villages-", Assert.Single(response.Content.Headers.GetValues("Content-Disposition")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json, text/csv")]
    [InlineData("text/csv; q=0.5, */*")]
    [InlineData("text/csv; q=0, application/json")]
    public async Task Who_likes_JSON_as_well_gets_the_answer_of_a_query(string accept)
    {
        using var response = await PostAsync(accept, "{ riskVillages(first: 1) { nodes { code } } }");
        Assert.Equal("""{"data":{"riskVillages":{"nodes":[{"code":"RV-H-001"}]}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_first_it_is_complete_and_it_is_the_same_file_as_that_of_the_collection()
    {
        const string Query = "{ facilityConsolidations { nodes { id code type provenBy { code } } } }";
        foreach (var (accept, extension) in new[] { ("text/csv", "csv"), ("application/x-ndjson", "ndjson") })
        {
            using var response = await PostAsync(accept, Query);
            Assert.Equal(
                await server.Client.GetStringAsync($"/export/facility-consolidations.{extension}?select=id,code,type,provenBy.code"),
                await response.Content.ReadAsStringAsync());
        }

        using var file = await PostAsync("application/vnd.apache.parquet", Query);
        using var scratch = new ScratchFile("parquet");
        await File.WriteAllBytesAsync(scratch.Path, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(590L, DuckDb.Rows($"SELECT count(DISTINCT code) FROM '{scratch.Path}'").Single()[0]);
    }

    [Fact]
    public async Task By_GET_it_has_a_tag()
    {
        var path = $"/graphql?query={Uri.EscapeDataString("{ reports { nodes { code } } }")}";
        using var first = await server.SendAsync(HttpMethod.Get, path, null, "Accept: text/csv", "GraphQL-Require-Preflight: 1");
        Assert.Equal("code\r\ntwo-reforms-follow-up\r\n", await first.Content.ReadAsStringAsync());
        using var again = await server.SendAsync(HttpMethod.Get, path, null, "Accept: text/csv", "GraphQL-Require-Preflight: 1",
            $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var json = await server.SendAsync(HttpMethod.Get, path, null, "Accept: application/json", "GraphQL-Require-Preflight: 1",
            $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
    }

    [Theory]
    [InlineData("{ riskVillages { nodes { code history { nodes { id } } } } }", 400, "EXPORT_OF_LIST", "riskVillages.nodes.history: ")]
    [InlineData("{ riskVillages { nodes { code county { towns: townships { totalCount } } } } }", 400, "EXPORT_OF_LIST",
        "riskVillages.nodes.county.towns: ")]
    [InlineData("{ riskVillages { totalCount nodes { code } } }", 400, "EXPORT_OF_LIST", "riskVillages.totalCount: ")]
    [InlineData("{ riskVillages { nodes { code } } figures { nodes { code } } }", 400, "EXPORT_OF_LIST", "figures: ")]
    [InlineData("{ riskVillages { nodes { __typename } } }", 400, "EXPORT_OF_LIST", "at least one column")]
    [InlineData("{ riskVillages @skip(if: true) { nodes { code } } }", 400, "EXPORT_OF_LIST", "one collection")]
    [InlineData("{ riskVillageDiff(from: { sequence: 1 }) { nodes { id } } }", 400, "EXPORT_OF_LIST", "riskVillageDiff: ")]
    [InlineData("{ riskVillageByCode(code: \"RV-H-001\") { code } }", 400, "EXPORT_OF_LIST", "riskVillageByCode: ")]
    [InlineData("{ riskVillages(last: 1) { nodes { code } } }", 400, "EXPORT_OF_LIST", "last")]
    [InlineData("{ riskVillages(first: -1) { nodes { code } } }", 400, "PAGE_SIZE_OUT_OF_RANGE", "-1")]
    [InlineData("{ riskVillages(asOf: { sequence: 9 }) { nodes { code } } }", 400, "AS_OF_UNKNOWN_CHANGE", "9")]
    [InlineData("{ riskVillages { nodes { colour } } }", 400, "GRAPHQL_VALIDATION_FAILED", "colour")]
    [InlineData(
        "mutation { withdrawRiskVillage(input: { code: \"RV-H-001\", version: 1, change: { kind: CORRECTION, reason: \"A test.\" } }) { " +
        "errors { __typename } } }", 400, "OPERATION_NOT_SUPPORTED", "Only queries can be exported.")]
    public async Task What_is_no_table_is_refused_with_its_status_and_its_place(string query, int status, string code, string named)
    {
        foreach (var accept in (string[])["text/csv", "text/csv, application/json;q=0.5"])
        {
            using var response = await PostAsync(accept, query);
            Assert.Equal((query, status, code), (query, (int)response.StatusCode, await RunningServer.CodeAsync(response)));
            Assert.Contains(named, JsonElement.Parse(await response.Content.ReadAsStringAsync())
                .GetProperty("errors")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text/csv; labels=de")]
    [InlineData("text/csv; bom=perhaps")]
    [InlineData("application/x-ndjson; bom=true")]
    [InlineData("text/csv; guard=never")]
    [InlineData("text/csv; headers=de")]
    [InlineData("application/x-ndjson; guard=true")]
    [InlineData("text/csv; compression=zstd")]
    [InlineData("application/vnd.apache.parquet; compression=lz4")]
    public async Task A_wrong_parameter_of_the_media_type_is_refused(string accept)
    {
        using var response = await PostAsync(accept, "{ reports { nodes { code } } }");
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_PARAMETER"), (response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    [Theory]
    [InlineData("text/csv; headers=en", "{ riskVillages { nodes { Level: code level } } }", "'Level'")]
    [InlineData("application/vnd.apache.parquet; labels=both", "{ riskVillages { nodes { levelZh: code level } } }", "'levelZh'")]
    public async Task Two_columns_are_never_called_alike(string accept, string query, string named)
    {
        using var response = await PostAsync(accept, query);
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_PARAMETER"), (response.StatusCode, await RunningServer.CodeAsync(response)));
        Assert.Contains(named, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_document_is_exported_by_its_name_also_where_no_other_is_run()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "villages.graphql"), High);
            foreach (var only in (bool[])[true, false])
            {
                await using var trusting = await RunningServer.StartAsync(
                    RunningServer.Options(trustedDocuments: new() { Folder = folder.FullName, Only = only }));
                var rows = (await trusting.Client.GetStringAsync("/export/risk-villages.csv?document=villages&labels=zh")).Split("\r\n");
                Assert.Equal(("code,risk,county.known", "RV-H-013,高风险,county", 15), (rows[0], rows[1], rows.Length));
                Assert.StartsWith("{\"code\":\"RV-L-047\",\"risk\":\"LOW\"",
                    await trusting.Client.GetStringAsync(
                    $"/export/risk-villages.ndjson?document=villages&variables={Uri.EscapeDataString("""{"level":"LOW"}""")}"),
                    StringComparison.Ordinal);
                foreach (var (path, code) in new[]
                {
                    ("risk-villages.csv?document=towns", "DOCUMENT_UNKNOWN"),
                    ("figures.csv?document=villages", "INVALID_PARAMETER"),
                    ("risk-villages.csv?document=villages&select=code", "INVALID_PARAMETER"),
                    ("risk-villages.csv?document=villages&variables=[", "INVALID_JSON"),
                    ("risk-villages.csv?document=villages&variables={\"level\":\"TALL\"}", "VARIABLE_INVALID"),
                })
                {
                    using var refused = await trusting.SendAsync(HttpMethod.Get, "/export/" + path, null);
                    Assert.Equal((path, code), (path, await RunningServer.CodeAsync(refused)));
                    Assert.True((int)refused.StatusCode is >= 400 and < 500);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<HttpResponseMessage> PostAsync(string accept, string query, object? variables = null) =>
        server.SendAsync(HttpMethod.Post, "/graphql",
            new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"), "Accept: " + accept);
}
