using System.Net;
using System.Text.Json;
using ReformGraph.Domain.Access;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.BadInput;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>What is refused, before the first byte, and to whom.</summary>
public sealed class ExportRefusalTests(RunningServer server) : IClassFixture<RunningServer>
{
    internal static readonly string[] Pieces =
        ["{", "}", "[", "]", ":", ",", "\"", "\\u0000", "\\uD800", "null", "true", "1e400", "-1", "0", "99999999999999999999", "2026-02-30",
        ".", "..", "/", "%", "\0", "圈", "𠮷", "&asOf=1", "&select=id", "?", "county.", "\"and\":", "\"some\":{}", "\"eq\":", "ASC"];

    internal static readonly string[] Addresses =
    [
        "/export/risk-villages.csv?select=code,level,township.county.code&where="
            + Uri.EscapeDataString(
            """{"level":{"in":["HIGH","LOW"]},"county":{"code":{"eq":"county"}},"or":[{"assessedOn":{"gt":"2020-01-01"}},{"provenBy":null}]}""") + "&labels=both&bom=true&headers=zh&guard=false",
        "/export/figures.ndjson?select=code,value,lower&order="
            + Uri.EscapeDataString("""[{"value":"DESC"},{"township":{"code":"ASC"}}]""") + "&asOf=1",
        "/export/risk-villages.json?select=id,code&changedSince=1&labels=en",
        "/export/figures.csv?select=code&RangeStart=2020-01-01T00:00:00Z&RangeEnd=2030-01-01T00:00:00Z",
        "/export/counties.parquet?view=wide&compression=snappy",
        "/export/counties.xlsx?asOf=2026-01-01T00:00:00Z",
    ];

    [Theory]
    [InlineData("villages-at-risk.csv", 404, "EXPORT_COLLECTION_UNKNOWN", "'villages-at-risk'")]
    [InlineData("riskVillages.csv", 404, "EXPORT_COLLECTION_UNKNOWN", "'riskVillages'")]
    [InlineData("risk-village-diff.csv", 404, "EXPORT_COLLECTION_UNKNOWN", "'risk-village-diff'")]
    [InlineData("risk-villages", 404, "EXPORT_FORMAT_UNKNOWN", "risk-villages.csv")]
    [InlineData("risk-villages.doc", 404, "EXPORT_FORMAT_UNKNOWN", "'doc'")]
    [InlineData("risk-villages.csv?select=code,colour", 400, "EXPORT_COLUMN_UNKNOWN",
        "'colour' is not a column. RiskVillage has id, code,")]
    [InlineData("risk-villages.csv?select=", 400, "EXPORT_COLUMN_UNKNOWN", "'' is not a column")]
    [InlineData("risk-villages.csv?select=code,", 400, "EXPORT_COLUMN_UNKNOWN", "'' is not a column")]
    [InlineData("risk-villages.csv?select=township.county.colour", 400, "EXPORT_COLUMN_UNKNOWN",
        "'township.county.colour' is not a column. County has")]
    [InlineData("risk-villages.csv?select=code.level", 400, "EXPORT_COLUMN_UNKNOWN", "'code' is not a column")]
    [InlineData("risk-villages.csv?select=township", 400, "EXPORT_COLUMN_UNKNOWN", "such as township.code")]
    [InlineData("risk-villages.csv?select=provenBy.locator", 400, "EXPORT_COLUMN_UNKNOWN", "such as provenBy.locator.code")]
    [InlineData("risk-villages.csv?select=township.villages.code", 400, "EXPORT_OF_LIST", "township.villages is a list")]
    [InlineData("risk-villages.csv?select=history", 400, "EXPORT_OF_LIST", "history is a list")]
    [InlineData("risk-villages.csv?select=code,level,code", 400, "INVALID_PARAMETER", "select names code twice")]
    [InlineData("risk-villages.csv?select=code&select=level", 400, "INVALID_PARAMETER", "'select'")]
    [InlineData("risk-villages.csv?first=1", 400, "INVALID_PARAMETER", "'first'")]
    [InlineData("risk-villages.csv?variables={}", 400, "INVALID_PARAMETER", "variables")]
    [InlineData("risk-villages.csv?labels=de", 400, "INVALID_PARAMETER", "labels")]
    [InlineData("risk-villages.csv?bom=yes", 400, "INVALID_PARAMETER", "bom")]
    [InlineData("risk-villages.json?bom=true", 400, "INVALID_PARAMETER", "bom")]
    [InlineData("risk-villages.csv?headers=de", 400, "INVALID_PARAMETER", "code, zh or en")]
    [InlineData("risk-villages.csv?view=narrow", 400, "INVALID_PARAMETER", "must be wide")]
    [InlineData("risk-villages.csv?view=wide&select=code", 400, "INVALID_PARAMETER", "cannot be combined with select")]
    [InlineData("risk-villages.csv?view=wide&changedSince=1", 400, "CHANGES_NOT_TRACKED", "county.nameZh")]
    [InlineData("risk-villages.csv?guard=no", 400, "INVALID_PARAMETER", "guard")]
    [InlineData("risk-villages.ndjson?guard=true", 400, "INVALID_PARAMETER", "guard")]
    [InlineData("risk-villages.parquet?compression=gzip", 400, "INVALID_PARAMETER", "zstd, snappy or none")]
    [InlineData("risk-villages.xlsx?compression=none", 400, "INVALID_PARAMETER", "Parquet only")]
    [InlineData("risk-villages.csv?where={", 400, "INVALID_JSON", "parameter where")]
    [InlineData("risk-villages.csv?order=code", 400, "INVALID_JSON", "parameter order")]
    [InlineData("risk-villages.csv?where=[]", 400, "VARIABLE_INVALID", "where is not valid")]
    [InlineData("risk-villages.csv?where={\"level\":{\"eq\":\"TALL\"}}", 400, "VARIABLE_INVALID", "where.level.eq is not valid")]
    [InlineData("risk-villages.csv?where={\"level\":{\"above\":\"LOW\"}}", 400, "VARIABLE_INVALID", "\"above\"")]
    [InlineData("risk-villages.csv?where={\"code\":{\"gt\":null}}", 400, "VARIABLE_INVALID", "")]
    [InlineData("risk-villages.csv?order=[{\"code\":null}]", 400, "NULL_OPERAND", "code")]
    [InlineData("risk-villages.csv?asOf=yesterday", 400, "AS_OF_MALFORMED", "'yesterday'")]
    [InlineData("risk-villages.csv?asOf=99", 400, "AS_OF_UNKNOWN_CHANGE", "99")]
    [InlineData("risk-villages.csv?asOf=2999-01-01T00:00:00Z", 400, "AS_OF_IN_FUTURE", "2999")]
    [InlineData("risk-villages.csv?asOf=1999-01-01T00:00:00Z", 400, "AS_OF_BEFORE_FIRST_CHANGE", "1999")]
    [InlineData("risk-villages.csv?changedSince=yesterday", 400, "CHANGE_TOKEN_MALFORMED", "'yesterday'")]
    [InlineData("risk-villages.csv?changedSince=", 400, "CHANGE_TOKEN_MALFORMED", "''")]
    [InlineData("risk-villages.csv?changedSince=1-12345", 400, "CHANGE_TOKEN_MALFORMED", "'1-12345'")]
    [InlineData("risk-villages.csv?changedSince=1-000000000000", 410, "CHANGE_TOKEN_UNKNOWN", "1-000000000000")]
    [InlineData("risk-villages.csv?changedSince=99-000000000000", 410, "CHANGE_TOKEN_UNKNOWN", "99-000000000000")]
    [InlineData("risk-villages.csv?changedSince=99", 400, "AS_OF_UNKNOWN_CHANGE", "99")]
    [InlineData("risk-villages.csv?changedSince=-1", 400, "AS_OF_UNKNOWN_CHANGE", "-1")]
    [InlineData("risk-villages.csv?changedSince=2999-01-01T00:00:00Z", 400, "AS_OF_IN_FUTURE", "2999")]
    [InlineData("risk-villages.csv?changedSince=1&where={}", 400, "CHANGES_NOT_TRACKED", "where")]
    [InlineData("risk-villages.csv?changedSince=1&order=[]", 400, "CHANGES_NOT_TRACKED", "order")]
    [InlineData("risk-villages.csv?changedSince=1&RangeStart=2026-01-01T00:00:00Z", 400, "CHANGES_NOT_TRACKED", "RangeStart")]
    [InlineData("risk-villages.csv?changedSince=1&select=level", 400, "CHANGES_NOT_TRACKED", "id or code")]
    [InlineData("risk-villages.csv?changedSince=1&select=code,county.nameZh", 400, "CHANGES_NOT_TRACKED", "county.nameZh")]
    [InlineData("changes.csv?changedSince=1", 400, "CHANGES_NOT_TRACKED", "changes have no history")]
    [InlineData("risk-village-versions.csv?changedSince=1", 400, "CHANGES_NOT_TRACKED", "riskVillageVersions")]
    [InlineData("changes.csv?RangeEnd=2026-01-01T00:00:00Z", 400, "CHANGES_NOT_TRACKED", "changes have no history")]
    [InlineData("risk-villages.csv?RangeEnd=2026-01-01", 400, "INVALID_PARAMETER", "RangeEnd")]
    [InlineData("risk-villages.csv?RangeStart=12", 400, "INVALID_PARAMETER", "RangeStart")]
    [InlineData(
        "townships.csv?select=successor.successor.successor.successor.successor.successor.successor.successor.successor.successor.successor.successor.successor.successor.successor.code", 400, "DOCUMENT_LIMIT_EXCEEDED", "Limits:")]
    public async Task What_cannot_be_exported_is_refused_with_its_code_and_its_place(string path, int status, string code, string named)
    {
        foreach (var accept in (string[])["text/csv", "application/json"])
        {
            using var response = await server.SendAsync(HttpMethod.Get, "/export/" + path, null, "Accept: " + accept);
            Assert.Equal((path, status, code), (path, (int)response.StatusCode, await RunningServer.CodeAsync(response)));
            Assert.Equal("application/json; charset=utf-8", $"{response.Content.Headers.ContentType}");
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var error = body.RootElement.GetProperty("errors")[0];
            Assert.Contains(named, error.GetProperty("message").GetString()!, StringComparison.Ordinal);
            Assert.False(error.TryGetProperty("locations", out _));
        }
    }

    [Fact]
    public Task No_damaged_address_is_the_servers_mistake() =>
        DamagedAddress.AskAsync(server, Addresses, Pieces, [200, 307, 400, 404, 410], 2_000);

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task An_export_is_only_got(string method)
    {
        using var response = await server.SendAsync(new HttpMethod(method), "/export/risk-villages.csv", null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED"),
            (response.StatusCode, await RunningServer.CodeAsync(response)));
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Where_only_trusted_documents_are_run_nothing_is_exported()
    {
        using var folder = new ReformGraph.Tests.Seeding.SeededDatabase();
        await using var trusting = new Disposed(
            await RunningServer.StartAsync(RunningServer.Options(trustedDocuments: new() { Folder = folder.Folder, Only = true })));
        using var response = await trusting.Server.SendAsync(HttpMethod.Get, "/export/risk-villages.csv", null);
        Assert.Equal((HttpStatusCode.Forbidden, "DOCUMENT_NOT_TRUSTED"), (response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    [Fact]
    public async Task A_role_exports_what_it_may_read_and_is_refused_the_rest()
    {
        await using var guarded = await GuardedServer.StartAsync();
        string reader = "Authorization: Bearer " + await guarded.KeyAsync(Role.Reader), auditor = "Authorization: Bearer "
            + await guarded.KeyAsync(Role.Auditor);
        Task<HttpResponseMessage> Get(string path, params string[] headers) =>
            guarded.Server.SendAsync(HttpMethod.Get, "/export/" + path, null, headers);

        using var stranger = await Get("changes.csv");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        using var usual = await Get("changes.csv", reader);
        Assert.StartsWith("id,sequence,recordedAt,kind,effectiveOn,", await usual.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var more = await Get("changes.csv", auditor);
        Assert.StartsWith("id,sequence,recordedAt,actor,kind,reason,effectiveOn,evidenceReference,", await more.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.NotEqual(usual.Headers.ETag, more.Headers.ETag);
        foreach (var path in (string[])["changes.csv?select=id,actor", "changes.csv?select=id&where={\"reason\":{\"contains\":\"a\"}}",
            "changes.csv?select=id&order=[{\"actor\":\"ASC\"}]", "risk-village-versions.csv?select=recordedBy.actor"])
        {
            using var refused = await Get(path, reader);
            Assert.Equal((path, HttpStatusCode.Forbidden, "FORBIDDEN"), (path, refused.StatusCode, await RunningServer.CodeAsync(refused)));
            using var served = await Get(path, auditor);
            Assert.Equal((path, HttpStatusCode.OK), (path, served.StatusCode));
        }
    }

    private sealed record Disposed(RunningServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
