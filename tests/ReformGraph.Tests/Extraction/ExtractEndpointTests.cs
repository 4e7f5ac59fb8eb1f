using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ReformGraph.Domain.Access;
using ReformGraph.Settings;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Docs;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Extraction;

public sealed class ExtractEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Text = "text/plain", Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly SeededDatabase database = new();
    private RunningServer server = null!;

    public async Task InitializeAsync() => server = await RunningServer.StartAsync(new ReformGraphOptions
    {
        Url = "http://127.0.0.1:0",
        Database = new() { File = database.Path },
        RequestLimits = new() { ReportBytes = 100_000 },
    });

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_text_in_the_document_has_the_draft_below_it()
    {
        var blocks = Markdown.Blocks("docs/your-county.md").ToList();
        var (text, draft) = (blocks.Single(block => block.Language == "text").Text, blocks.Single(block => block.Language == "csv").Text);
        using var response = await SendAsync("?format=csv", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
        Assert.Equal((HttpStatusCode.OK, "text/csv; charset=utf-8"), (response.StatusCode, $"{response.Content.Headers.ContentType}"));
        Assert.Equal(draft, (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_Word_file_has_the_answer_of_its_text_and_all_lists_more()
    {
        const string text = "统一调度12名县级领导。\n";
        using var word = await SendAsync("", Word, WordDocument.Make("<w:p><w:r><w:t>统一调度12名县级领导。</w:t></w:r></w:p>"));
        using var plain = await SendAsync("?all=false", Text, Encoding.UTF8.GetBytes(text));
        using var all = await SendAsync("?all=true", "text/plain; charset=gbk", Encoding.UTF8.GetBytes(text));
        var answer = await word.Content.ReadAsStringAsync();
        Assert.Equal(answer, await plain.Content.ReadAsStringAsync());
        Assert.Contains("\n1,1,一,统一调度12名县级领导。,,,,,,,,,,NOT_QUANTITY,,,,,WORD",
            (await all.Content.ReadAsStringAsync()).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_and_indicators_are_suggested_by_the_reports_of_the_server()
    {
        var text = Encoding.UTF8.GetBytes("确定风险村（社区）32个。\n");
        using var figures = await SendAsync("", Text, text);
        Assert.Contains(",risk-villages,CUMULATIVE,", await figures.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var checks = await SendAsync("?checks=true", Text, text);
        Assert.Equal("formula,status,relation,expectedBy,expected,actualBy,actual,rows,rule,ruleZh,sentence\n" +
            "riskVillages = 32个,,EQUAL,SAME_AS,9,,,riskVillages,,,确定风险村（社区）32个。\n",
            (await checks.Content.ReadAsStringAsync()).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_workbook_is_made_on_demand()
    {
        using var response = await SendAsync("?format=xlsx", Text, "12名"u8.ToArray());
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{response.Content.Headers.ContentType}");
        using var book = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync());
        Assert.NotNull(book.GetEntry("xl/workbook.xml"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_wording_that_is_longer_than_a_cell_harms_nothing(string format)
    {
        using var response = await SendAsync($"?format={format}", Text, Encoding.UTF8.GetBytes(new string('9', 40_000)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("", Word, "no Word file", 400, "REPORT_NOT_READABLE")]
    [InlineData("", Text, "a\0b", 400, "REPORT_NOT_READABLE")]
    [InlineData("", Text, "", 400, "BODY_MISSING")]
    [InlineData("?colour=red", Text, "12名", 400, "INVALID_PARAMETER")]
    [InlineData("?all=yes", Text, "12名", 400, "INVALID_PARAMETER")]
    [InlineData("?all=true&all=true", Text, "12名", 400, "INVALID_PARAMETER")]
    [InlineData("?format=parquet", Text, "12名", 400, "INVALID_PARAMETER")]
    [InlineData("?language=de", Text, "12名", 400, "INVALID_PARAMETER")]
    [InlineData("", "application/json", "12名", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("", "text/plain; charset=big5", "12名", 415, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task What_cannot_be_read_is_refused_by_its_code(string query, string type, string body, int status, string code)
    {
        using var response = await SendAsync(query, type, Encoding.UTF8.GetBytes(body));
        Assert.Equal((status, code), ((int)response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    [Fact]
    public async Task A_damaged_file_is_reported_with_its_place_in_either_language()
    {
        byte[] bad = [.. "第一行\n"u8, 0xFF, 0xFF];
        Assert.Equal("""{"code":"REPORT_NOT_READABLE","row":2,"expected":"text in UTF-8 or GB18030"}""",
            await ExtensionsAsync(400, "", Text, bad));
        Assert.Equal("""{"code":"REPORT_NOT_READABLE","row":2,"expected":"UTF-8 或 GB18030 编码的文本"}""",
            await ExtensionsAsync(400, "?language=zh", Text, bad));
        Assert.Equal(
            """{"code":"REPORT_NOT_READABLE","part":"word/document.xml","expected":"well-formed XML without a document type (line 1, character 5 of word/document.xml)"}""",
            await ExtensionsAsync(400, "", Word, Package("<w:d")));
        Assert.Equal(
            """{"code":"REPORT_TOO_LARGE","part":"word/document.xml","expected":"at most 64 levels of nested elements","allowed":64}""",
            await ExtensionsAsync(413, "", Word, Package(string.Concat(Enumerable.Repeat("<a>", 70)))));
        Assert.Equal(
            """{"code":"REPORT_TOO_LARGE","row":1,"expected":"at most 100000 bytes in a Word file when it is unpacked (Limits:ReportBytes)","limit":"Limits:ReportBytes","allowed":100000}""",
            await ExtensionsAsync(413, "", Word, Package("<a>" + string.Concat(Enumerable.Repeat("<b/>", 40_000)) + "</a>")));
        Assert.Equal("BODY_TOO_LARGE", await CodeAsync(413, Text, new byte[100_001]));
    }

    [Fact]
    public async Task Only_post_is_served()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/extract", null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (response.StatusCode, string.Join(',', response.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData("reader", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    [InlineData("editor", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task Those_who_load_reports_may_have_figures_proposed(string role, HttpStatusCode status)
    {
        await using var guarded = await GuardedServer.StartAsync();
        var key = await guarded.KeyAsync(Enum.Parse<Role>(role, ignoreCase: true));
        var content = new ByteArrayContent("12名"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Text);
        using var response = await guarded.Server.SendAsync(HttpMethod.Post, "/extract", content, $"Authorization: Bearer {key}");
        Assert.Equal(status, response.StatusCode);
    }

    private async Task<string> CodeAsync(int status, string type, byte[] body)
    {
        using var response = await SendAsync("", type, body);
        Assert.Equal(status, (int)response.StatusCode);
        return await RunningServer.CodeAsync(response);
    }

    private async Task<string> ExtensionsAsync(int status, string query, string type, byte[] body)
    {
        using var response = await SendAsync(query, type, body);
        Assert.Equal(status, (int)response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetRawText();
    }

    private Task<HttpResponseMessage> SendAsync(string query, string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return server.SendAsync(HttpMethod.Post, "/extract" + query, content);
    }

    private static byte[] Package(string document) => Importing.Zip(
    [
        ("_rels/.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", document),
    ]);
}
