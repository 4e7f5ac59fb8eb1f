using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>The tables of offices over HTTP.</summary>
public sealed class RegisterEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Address = "/import/risk-villages?reason=x&county=county", Preflight = "GraphQL-Require-Preflight: 1";
    private const string Table = "某县台账\n村代码,风险等级,意见\nV1,红,好\n";
    private const string Mapping = """{"riskVillages":{"columns":{"意见":null},"values":{"level":{"红":"HIGH"}}}}""";

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
    public async Task A_mapping_is_a_parameter_or_a_part_of_a_form()
    {
        var report = await ReportAsync($"{Address}&dryRun=true", Content(Table, "text/csv"), 422);
        Assert.Equal(["意见 HEADING", "风险等级 TYPE"], report.GetProperty("refusedCells").GetProperty("listed").EnumerateArray()
            .Select(cell => $"{cell.GetProperty("column")} {cell.GetProperty("rule")}"));
        report = await ReportAsync($"{Address}&dryRun=true&mapping={Uri.EscapeDataString(Mapping)}",
            Content(Table.Replace(',', '\t'), "text/tab-separated-values"), 200);
        Assert.Equal(1, report.GetProperty("created").GetProperty("total").GetInt32());
        using var form = Form(Table, Mapping);
        report = await ReportAsync($"{Address}&replace=true", form, 200, Preflight);
        Assert.Equal((1, 118, "level"), (report.GetProperty("created").GetProperty("total").GetInt32(),
            report.GetProperty("withdrawn").GetProperty("total").GetInt32(),
            report.GetProperty("reading").GetProperty("columns")[1].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task The_tasks_of_two_offices_that_number_them_are_in_the_answer_with_their_statuses()
    {
        foreach (var table in new[] { "1,甲任务,是\n2,乙任务,否\n", "1,丙任务,×\n2,乙任务,√\n" })
        {
            await ReportAsync("/import/reform-tasks?reason=x&county=county",
                Content("改革任务清单\n序号,任务名称,是否完成\n" + table, "text/csv"), 200);
        }

        const string Query = "{ reformTasks(where: { titleZh: { neq: null } }, order: [{ id: ASC }]) { nodes { code status } } }";
        using var response = await server.SendAsync(HttpMethod.Post, "/graphql",
            Content(JsonSerializer.Serialize(new { query = Query }), "application/json"));
        Assert.Equal(["甲任务 COMPLETED", "乙任务 COMPLETED", "丙任务 NOT_STARTED"],
            JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("data").GetProperty("reformTasks")
                .GetProperty("nodes").EnumerateArray().Select(row => $"{row.GetProperty("code")} {row.GetProperty("status")}"));
    }

    [Theory]
    [InlineData(Address, "{", 400, "INVALID_PARAMETER", Preflight)]
    [InlineData(Address, Mapping, 400, "PREFLIGHT_REQUIRED")]
    [InlineData("/import/risk-villages?reason=x", Mapping, 400, "INVALID_PARAMETER", Preflight)]
    [InlineData("/import/risk-villages?reason=x&county=nowhere", Mapping, 400, "INVALID_PARAMETER", Preflight)]
    [InlineData("/import/indicators?reason=x&county=county", "{}", 400, "INVALID_PARAMETER", Preflight)]
    public async Task A_form_that_is_wrong_is_refused_by_its_code(string address, string mapping, int status, string code,
        params string[] headers)
    {
        using var form = Form(Table, mapping);
        using var response = await server.SendAsync(HttpMethod.Post, address, form, headers);
        Assert.Equal((status, code), ((int)response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    [Theory]
    [InlineData("multipart/form-data", "x", 400, "BODY_NOT_READABLE")]
    [InlineData("multipart/form-data; boundary=b", "x", 400, "BODY_NOT_READABLE")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n", 400, "BODY_NOT_READABLE")]
    [InlineData("multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=other\r\n\r\nx\r\n--b--\r\n", 400, "BODY_NOT_READABLE")]
    [InlineData("multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=table\r\n\r\nx\r\n--b--\r\n", 415, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task A_form_without_a_table_is_refused(string type, string body, int status, string code)
    {
        using var response = await server.SendAsync(HttpMethod.Post, Address, Content(body, type), Preflight);
        Assert.Equal((status, code), ((int)response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    [Fact]
    public async Task The_table_of_a_form_has_the_limit_of_any_table()
    {
        using var form = Form(new string('x', 100_001), Mapping);
        using var response = await server.SendAsync(HttpMethod.Post, Address, form, Preflight);
        Assert.Equal((413, "BODY_TOO_LARGE"), ((int)response.StatusCode, await RunningServer.CodeAsync(response)));
    }

    private static ByteArrayContent Content(string text, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static MultipartFormDataContent Form(string table, string mapping) => new()
    {
        { Content(table, "text/csv"), "table", "register.csv" },
        { Content(mapping, "application/json"), "mapping" },
    };

    private async Task<JsonElement> ReportAsync(string address, HttpContent content, int status, params string[] headers)
    {
        using var response = await server.SendAsync(HttpMethod.Post, address, content, headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, text);
        return JsonElement.Parse(text).GetProperty("report");
    }
}
