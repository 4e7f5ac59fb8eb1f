using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Access;
using ReformGraph.Domain.Entities;
using ReformGraph.Settings;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Docs;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

public sealed class ImportEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Csv = "text/csv";

    private readonly SeededDatabase database = new();
    private RunningServer server = null!;

    public async Task InitializeAsync() => server = await RunningServer.StartAsync(new ReformGraphOptions
    {
        Url = "http://127.0.0.1:0",
        Database = new() { File = database.Path },
        RequestLimits = new() { ImportBytes = 100_000 },
    });

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_table_is_imported_and_its_report_answered()
    {
        using var dry = await SendAsync("risk-villages?reason=x&dryRun=true", Csv, "code,level\nRV-H-001,LOW\n");
        using var real = await SendAsync("risk-villages?reason=x&kind=event&effectiveOn=2026-01-01&evidenceReference=minutes",
            "text/csv; charset=utf-8", "code,level\nRV-H-001,LOW\n");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, "application/json; charset=utf-8"),
            (dry.StatusCode, real.StatusCode, $"{real.Content.Headers.ContentType}"));
        var (one, other) = (await ReportAsync(dry), await ReportAsync(real));
        Assert.Equal((1, 2, 2), (one.GetProperty("changed").GetProperty("total").GetInt32(), one.GetProperty("checks").GetArrayLength(),
            other.GetProperty("change").GetInt32()));
        using var change =
            await server.PostAsync(
            """{"query":"{ changes(last: 1) { nodes { kind reason effectiveOn evidenceReference actor rows(where: { entity: { eq: \"RiskVillage\" } }) { nodes { code } } } } }"}""");
        Assert.Equal(
            """{"data":{"changes":{"nodes":[{"kind":"EVENT","reason":"x","effectiveOn":"2026-01-01","evidenceReference":"minutes","actor":"local","rows":{"nodes":[{"code":"RV-H-001"}]}}]}}}""",
            await change.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_table_with_refused_cells_is_answered_with_an_error_and_the_report()
    {
        using var response = await SendAsync("risk-villages?reason=x", "application/json", """[{"code":"RV-H-001","level":"TALL"}]""");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IMPORT_REFUSED"),
            (response.StatusCode, answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()));
        Assert.Equal("""{"row":1,"column":"level","value":"TALL","rule":"TYPE","message":"must be one of LOW, MEDIUM, HIGH"}""",
            answer.RootElement.GetProperty("report").GetProperty("refusedCells").GetProperty("listed")[0].GetRawText());
    }

    [Theory]
    [InlineData("risk-villages?reason=x", Csv, "code,colour\n", 400, "IMPORT_FILE_DAMAGED")]
    [InlineData("risk-villages?reason=x", "application/json", "[{", 400, "IMPORT_FILE_DAMAGED")]
    [InlineData("villages-at-risk?reason=x", Csv, "code\n", 404, "IMPORT_ENTITY_UNKNOWN")]
    [InlineData("changes?reason=x", Csv, "code\n", 404, "IMPORT_ENTITY_UNKNOWN")]
    [InlineData("risk-villages", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&reason=y", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&dryrun=true", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&dryRun=yes", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&kind=event", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&evidenceSha256=ab", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&effectiveOn=1", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x", Csv, "", 400, "BODY_MISSING")]
    [InlineData("risk-villages?reason=x", "text/plain", "code\n", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("risk-villages?reason=x", "text/csv; charset=big5", "code\n", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("risk-villages?reason=x", "application/json; charset=gbk", "[]", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("risk-villages?reason=x&charset=big5", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&decimal=%3B", Csv, "code\n", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&decimal=%2C", "application/json", "[]", 400, "INVALID_PARAMETER")]
    [InlineData("risk-villages?reason=x&language=de", Csv, "code\n", 400, "INVALID_PARAMETER")]
    public async Task What_cannot_be_imported_is_refused_by_its_code(string address, string type, string body, int status, string code)
    {
        using var response = await SendAsync(address, type, body);
        Assert.Equal((status, code), ((int)response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    [Theory]
    [InlineData("evidenceSha256=zz",
        "A parameter is wrong: evidenceReference must not be blank. evidenceSha256 must be 64 hexadecimal digits.")]
    [InlineData("evidenceSha256=zz&evidenceReference=minutes", "A parameter is wrong: evidenceSha256 must be 64 hexadecimal digits.")]
    [InlineData("evidenceReference=", "A parameter is wrong: evidenceReference must not be blank.")]
    [InlineData("reason=%20", "A parameter is wrong: reason must not be blank.")]
    public async Task A_parameter_that_is_wrong_is_named(string parameter, string message)
    {
        using var response = await SendAsync(
            $"risk-villages?{(parameter.StartsWith("reason", StringComparison.Ordinal) ? "" : "reason=x&")}{parameter}", Csv, "code\n");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(message, answer.RootElement.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_table_has_its_place_in_the_extensions()
    {
        const string xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Assert.Equal("""{"code":"IMPORT_FILE_DAMAGED","row":2,"expected":"one object in well-formed JSON on each line (line 3, byte 1)"}""",
            await ExtensionsAsync(400, "application/x-ndjson", "{\"code\":\"RV-H-001\"}\n{\"code\"\n"u8.ToArray()));
        Assert.Equal("""{"code":"IMPORT_FILE_DAMAGED","line":2,"expected":"valid UTF-8"}""",
            await ExtensionsAsync(400, "application/json", [.. "[\n{\"code\":\""u8, 0xC3]));
        Assert.Equal(
            """{"code":"IMPORT_FILE_DAMAGED","row":2,"column":"code","value":"99999999999999","expected":"the index of a shared string in the workbook"}""", await ExtensionsAsync(400, xlsx, Importing.Workbook(["code"], ["<c t=\"s\"><v>99999999999999</v></c>"])));
        Assert.Equal("""{"code":"IMPORT_FILE_DAMAGED","part":"xl/styles.xml","expected":"this part, which is missing"}""",
            await ExtensionsAsync(400, xlsx, Importing.Zip(Importing.Parts(["code"]).Where(part => part.Name != "xl/styles.xml"))));
        Assert.Equal(
            """{"code":"IMPORT_TOO_LARGE","row":2,"column":"code","expected":"at most 32767 characters in a cell","allowed":32767}""",
            await ExtensionsAsync(413, Csv, Encoding.UTF8.GetBytes("code\n" + new string('x', 40_000))));
        Assert.Equal(
            """{"code":"IMPORT_TOO_LARGE","row":1,"expected":"at most 100000 bytes in a workbook when it is unpacked (Limits:ImportBytes)","limit":"Limits:ImportBytes","allowed":100000}""",
            await ExtensionsAsync(413, xlsx, Importing.Workbook(
                ["code"], [new string('x', 30_000), new string('y', 30_000), new string('z', 30_000), new string('a', 30_000)])));
    }

    private async Task<string> ExtensionsAsync(int status, string type, byte[] table)
    {
        var content = new ByteArrayContent(table);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var response = await server.SendAsync(HttpMethod.Post, "/import/risk-villages?reason=x", content);
        Assert.Equal(status, (int)response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetRawText();
    }

    [Theory]
    [InlineData("", "zh-CN,zh;q=0.9,en;q=0.8", true)]
    [InlineData("&language=zh", "en", true)]
    [InlineData("", "fr, en;q=0.5, zh;q=0.4", false)]
    [InlineData("&language=en", "zh", false)]
    [InlineData("", "zh;q=0", false)]
    [InlineData("", ";;,", false)]
    public async Task Rejections_are_reported_in_the_requested_language(string parameter, string accepted, bool isChinese)
    {
        using var damaged = await server.SendAsync(HttpMethod.Post, $"/import/risk-villages?reason=x{parameter}",
            Table(Csv, "code,colour\n"), "Accept-Language: " + accepted);
        using var answer = JsonDocument.Parse(await damaged.Content.ReadAsStringAsync());
        var message = answer.RootElement.GetProperty("errors")[0].GetProperty("message").GetString();
        Assert.StartsWith(isChinese ? "表格，第 1 行，列“colour”：应为以下各列之一"
            : "The table, line 1, column colour: expected one of the columns ",
            message, StringComparison.Ordinal);
        using var unknown = await server.SendAsync(HttpMethod.Post, $"/import/problem?reason=x{parameter}", Table(Csv, "code\n"),
            "Accept-Language: " + accepted);
        Assert.Contains(isChinese ? "没有可导入的实体“problem”。" : "No entity named 'problem' can be imported.",
            await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var refused = await server.SendAsync(HttpMethod.Post, $"/import/risk-villages?reason=x{parameter}",
            Table(Csv, "编码,风险等级\nRV-H-001,高\n"), "Accept-Language: " + accepted);
        using var report = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal(
            isChinese
                ? """{"row":2,"column":"风险等级","value":"高","rule":"TYPE","message":"必须是以下之一：LOW（低风险）、MEDIUM（中风险）、HIGH（高风险）"}"""
                : """{"row":2,"column":"风险等级","value":"高","rule":"TYPE","message":"must be one of LOW, MEDIUM, HIGH"}""",
            report.RootElement.GetProperty("report").GetProperty("refusedCells").GetProperty("listed")[0].GetRawText());
    }

    [Fact]
    public async Task A_table_is_read_in_the_encoding_that_its_type_or_a_parameter_names_with_the_decimal_sign_that_is_named()
    {
        var table =
            System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("编码;账面价值\nAH-G-001;1.234,5\n");
        foreach (var (type, parameters) in new[] { ("text/csv; charset=gbk", ""), ("text/csv", "&charset=GB18030"),
            ("text/csv; charset=utf-8", "&charset=gb2312"), ("text/csv", "") })
        {
            var content = new ByteArrayContent(table);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var response =
                await server.SendAsync(HttpMethod.Post, $"/import/asset-handovers?reason=x&dryRun=true&decimal=%2C{parameters}", content);
            var report = await ReportAsync(response);
            Assert.Equal("""{"encoding":"GB18030","separator":";"}""", report.GetProperty("source").GetRawText());
            Assert.Equal("1234.5",
                report.GetProperty("changed").GetProperty("listed")[0].GetProperty("fields")[0].GetProperty("after").GetString());
        }
    }

    [Fact]
    public async Task A_table_over_the_limit_is_refused_whether_its_length_is_announced_or_not()
    {
        foreach (var chunked in new[] { false, true })
        {
            using var response = await SendAsync("risk-villages?reason=x", Csv, new string('x', 100_001), chunked);
            Assert.Equal((413, "BODY_TOO_LARGE"), ((int)response.StatusCode, await RunningServer.CodeAsync(response)));
        }
    }

    [Fact]
    public async Task The_document_shows_the_report_of_its_table()
    {
        var blocks = Markdown.Blocks("docs/import.md").ToList();
        using var response =
            await SendAsync("risk-villages?reason=x&dryRun=true", Csv, blocks.First(block => block.Language == "csv").Text);
        var shown = JsonNode.Parse(blocks.Single(block => block.Language == "json").Text);
        Assert.Equal(shown!.ToJsonString(), JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Fact]
    public async Task It_is_a_post()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/import/risk-villages?reason=x", null);
        Assert.Equal((405, "METHOD_NOT_ALLOWED", "POST"),
            ((int)response.StatusCode, await RunningServer.CodeAsync(response), string.Join(',', response.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Editors_and_admins_import_and_nobody_else()
    {
        await using var guarded = await GuardedServer.StartAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var response = await guarded.Server.SendAsync(HttpMethod.Post, "/import/risk-villages?reason=x",
                Table(Csv, "code\nRV-H-001\n"), "Authorization: Bearer " + await guarded.KeyAsync(role), "Accept: application/json");
            var may = role is Role.Editor or Role.Admin;
            Assert.Equal((role, may ? 200 : 403), (role, (int)response.StatusCode));
            Assert.True(may || await RunningServer.CodeAsync(response) == "FORBIDDEN");
        }
    }

    [Fact]
    public async Task Mutations_wait_while_a_table_is_imported()
    {
        var text = "code,level,county\n"
            + string.Concat(Enumerable.Range(1, 4_000).Select(number => FormattableString.Invariant($"N{number},LOW,county\n")));
        var import = SendAsync("risk-villages?reason=x", Csv, text);
        var mutations = Enumerable.Range(1, 8).Select(number => server.PostAsync(
            $$"""{"query":"mutation { updateRiskVillage(input: { code: \"RV-H-00{{number}}\", version: 1, leadOfficial: \"x\", change: { kind: CORRECTION, reason: \"x\" } }) { riskVillage { version } errors { ... on Error { message } } } }"}""")).ToList();
        using var imported = await import;
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        foreach (var mutation in mutations)
        {
            using var response = await mutation;
            Assert.Equal("""{"data":{"updateRiskVillage":{"riskVillage":{"version":2},"errors":null}}}""",
                await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(10, await Importing.SequenceAsync(database.Path));
        await Importing.AuditAsync(database.Path);
    }

    [Theory]
    [InlineData(1_000, false)] // in the midst of its table
    [InlineData(25, true)] // after it, while the import waits for another process that writes
    public async Task A_client_that_goes_away_leaves_nothing_behind(int announced, bool isWaiting)
    {
        await using (var foreign = database.Open())
        {
            await using var lockHeld = isWaiting ? await foreign.Database.BeginTransactionAsync() : null;
            using var client = new TcpClient(server.Address.Host, server.Address.Port) { LingerState = new(true, 0) };
            await client.GetStream()
                .WriteAsync(
                Encoding.ASCII.GetBytes(
                "POST /import/risk-villages?reason=x HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: " +
                $"{announced}\r\n\r\ncode,level\nRV-H-001,LOW\n\n"));
            await Task.Delay(500); // so that it has begun
            client.Close();
            await Task.Delay(500); // so that the server knows
        }

        using var next = await SendAsync("risk-villages?reason=x", Csv, "code,level\nRV-H-002,LOW\n");
        Assert.Equal(2, (await ReportAsync(next)).GetProperty("change").GetInt32());
        await using var context = database.Open();
        Assert.Equal(["RV-H-002"],
            await context.Set<RiskVillage>().Where(village => village.Version > 1).Select(village => village.Code).ToListAsync());
        await Importing.AuditAsync(database.Path);
    }

    private Task<HttpResponseMessage> SendAsync(string address, string type, string body, bool chunked = false) =>
        server.SendAsync(HttpMethod.Post, "/import/" + address, Table(type, body), chunked ? ["Transfer-Encoding: chunked"] : []);

    private static ByteArrayContent Table(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static async Task<JsonElement> ReportAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("report");
}
