using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ReformGraph.Data.Reports;
using ReformGraph.Domain.Access;
using ReformGraph.Settings;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Reports;

public sealed class ReportEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Preflight = "GraphQL-Require-Preflight: 1";
    private const string Text = "总结\n全年办理事项5.6万件。\n";

    private readonly SeededDatabase database = new();
    private RunningServer server = null!;

    public async Task InitializeAsync() => server = await RunningServer.StartAsync(new ReformGraphOptions
    {
        Url = "http://127.0.0.1:0",
        Database = new() { File = database.Path },
        RequestLimits = new() { ReportBytes = 1_000_000, ImportBytes = 100_000 },
    });

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_form_with_the_files_of_the_command_has_its_answer()
    {
        var draft = SampleReport.Draft(Text, new() { ["5.6万件"] = "matters" });
        using var form = Form(draft: Encoding.UTF8.GetBytes(draft), fields: [("countyNameZh", "澄屏县"), ("asAt", "2023-09-30")]);
        var report = (await AnswerAsync(form)).GetProperty("report");
        Assert.Equal((2, "chengping", true, "chengping-report-1", 1),
            (report.GetProperty("change").GetInt32(), report.GetProperty("county").GetString(),
            report.GetProperty("countyAdded").GetBoolean(), report.GetProperty("report").GetString(),
            report.GetProperty("figures").GetProperty("total").GetInt32()));
        using var again = Form(report: await File.ReadAllBytesAsync(SampleReport.Word), name: "report.docx",
            fields: [("dryRun", "true"), ("predecessor", "chengping-report-1")]);
        var second = (await AnswerAsync(again)).GetProperty("report");
        Assert.Equal(("chengping-report-2", true), (second.GetProperty("report").GetString(), second.GetProperty("dryRun").GetBoolean()));
        Assert.Equal(2, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_retry_adds_nothing_even_while_the_first_request_is_running()
    {
        var draft = Encoding.UTF8.GetBytes(SampleReport.Draft(Text, new() { ["5.6万件"] = "matters" }));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var form = Form(draft: draft, fields: [("countyNameZh", "澄屏县")]);
            var report = (await AnswerAsync(form)).GetProperty("report");
            return (report.GetProperty("figures").GetProperty("total").GetInt32(), report.GetProperty("unchanged").GetInt32());
        }));
        Assert.Equal([(0, 1), (0, 1), (1, 0)], answers.Order());
        Assert.Equal(2, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task Refused_rows_are_listed_in_the_language_of_the_client()
    {
        var draft = SampleReport.Draft(Text, new() { ["5.6万件"] = "matters" }, cells => cells["value"] = "1");
        using var form = Form(draft: Encoding.UTF8.GetBytes(draft), fields: [("countyNameZh", "澄屏县"), ("language", "zh")]);
        var answer = await AnswerAsync(form, 422);
        Assert.Equal("REPORT_REFUSED", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""{"row":2,"column":"value","value":"1","rule":"WORDING","message":"必须是 56000，即“5.6万件”所述"}""",
            answer.GetProperty("report").GetProperty("refusedCells").GetProperty("listed")[0].GetRawText());
        using var wrong = Form(fields: [("asAt", "昨天"), ("language", "zh")]);
        Assert.Equal("字段 asAt 必须是日期，例如 2020-10-31。",
            (await AnswerAsync(wrong, 400)).GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public void A_report_that_got_no_code_is_named_as_refused() => Assert.StartsWith("报告（拒绝）：共 0 行",
        new ReportLoading { DryRun = true }.Summary.Zh, StringComparison.Ordinal);

    [Fact]
    public async Task Checks_that_someone_has_confirmed_are_part_of_the_form()
    {
        const string text = "总结\n共梳理问题9项，其中部门反映6项、乡镇反馈4项。\n";
        var draft = Encoding.UTF8.GetBytes(SampleReport.Draft(text, new() { ["9项"] = "all", ["6项"] = "one", ["4项"] = "two" }));
        using var body = new StringContent(text, Encoding.UTF8, "text/plain");
        using var proposed = await server.SendAsync(HttpMethod.Post, "/extract?checks=true", body);
        var checks = await proposed.Content.ReadAsStringAsync();
        Assert.Contains("\n6项 + 4项 = 9项,NOT_RECONCILED,EQUAL,SAME_AS,8,SUM,17 24,", checks, StringComparison.Ordinal);
        using var unconfirmed = Form(Encoding.UTF8.GetBytes(text), [("countyNameZh", "澄屏县"), ("dryRun", "true")], draft);
        Assert.Equal(
            """{"total":1,"listed":[{"formula":"6项 + 4项 = 9项","status":"NOT_RECONCILED","relation":"EQUAL","expected":8,"actualBy":"SUM","actual":[17,24]}]}""",
            (await AnswerAsync(unconfirmed)).GetProperty("report").GetProperty("proposedChecks").GetRawText());
        using var form = Form(Encoding.UTF8.GetBytes(text), [("countyNameZh", "澄屏县")], draft);
        form.Add(new StringContent(checks), "checks", "checks.csv");
        var report = (await AnswerAsync(form)).GetProperty("report");
        Assert.Equal("""[{"code":"chengping-report-1-all-sum","after":{"status":"NOT_RECONCILED","expected":9,"actual":10,"difference":1}}]""",
            report.GetProperty("checks").GetRawText());
        using var wrong = Form(Encoding.UTF8.GetBytes(text), [("dryRun", "true")], draft);
        wrong.Add(new StringContent(checks.Replace("EQUAL", "SAME", StringComparison.Ordinal)), "checks", "checks.csv");
        Assert.Equal("relation", (await AnswerAsync(wrong, 422)).GetProperty("report").GetProperty("refusedChecks").GetProperty("listed")[0]
            .GetProperty("column").GetString());
        using var unknown = Form();
        unknown.Add(new StringContent("{}"), "checks", "checks.json");
        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", await CodeAsync(unknown, 415));
    }

    [Theory]
    [InlineData("colour", "red", 400, "INVALID_PARAMETER")]
    [InlineData("reason", "twice", 400, "INVALID_PARAMETER")]
    [InlineData("asAt", "yesterday", 400, "INVALID_PARAMETER")]
    [InlineData("dryRun", "perhaps", 400, "INVALID_PARAMETER")]
    [InlineData("language", "de", 400, "INVALID_PARAMETER")]
    [InlineData("kind", "whim", 400, "INVALID_PARAMETER")]
    [InlineData("issuer", "L", 400, "INVALID_PARAMETER")]
    public async Task A_field_that_is_wrong_is_refused(string field, string value, int status, string code)
    {
        using var form = Form(fields: [(field, value == "L" ? new string('字', 6_000) : value)]);
        Assert.Equal(code, await CodeAsync(form, status));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_refused_by_their_codes()
    {
        using var none = Form(report: null);
        Assert.Equal("INVALID_PARAMETER", await CodeAsync(none, 400));
        using var other = Form(name: "report.pdf");
        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", await CodeAsync(other, 415));
        using var damaged = Form(name: "report.docx");
        Assert.Equal("REPORT_NOT_READABLE", await CodeAsync(damaged, 400));
        using var large = Form(report: new byte[1_000_001]);
        Assert.Equal("BODY_TOO_LARGE", await CodeAsync(large, 413));
        using var larger = Form(report: new byte[1_200_000]);
        Assert.Equal("BODY_TOO_LARGE", await CodeAsync(larger, 413));
        using var draft = Form(draft: "start,length\n"u8.ToArray());
        Assert.Equal("IMPORT_FILE_DAMAGED", await CodeAsync(draft, 400));
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", await CodeAsync(json, 415));
        using var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nx"u8.ToArray());
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Equal("BODY_NOT_READABLE", await CodeAsync(cut, 400));
        using var get = await server.SendAsync(HttpMethod.Get, "/reports", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_form_that_another_site_may_have_sent_is_refused()
    {
        using var form = Form(fields: [("countyNameZh", "澄屏县")]);
        using var response = await server.SendAsync(HttpMethod.Post, "/reports", form);
        Assert.Equal((HttpStatusCode.BadRequest, "PREFLIGHT_REQUIRED"), (response.StatusCode, await RunningServer.CodeAsync(response)));
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Theory]
    [InlineData("reader", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    [InlineData("editor", HttpStatusCode.OK)]
    public async Task Only_those_who_may_change_data_add_reports(string role, HttpStatusCode status)
    {
        await using var guarded = await GuardedServer.StartAsync();
        var key = await guarded.KeyAsync(Enum.Parse<Role>(role, ignoreCase: true));
        using var form = Form(fields: [("countyNameZh", "澄屏县")]);
        using var response = await guarded.Server.SendAsync(HttpMethod.Post, "/reports", form, Preflight,
            $"Authorization: Bearer {key}");
        Assert.Equal(status, response.StatusCode);
    }

    private static MultipartFormDataContent Form((string Name, string Value)[]? fields = null, byte[]? draft = null,
        string name = "report.txt") => Form(Encoding.UTF8.GetBytes(Text), fields, draft, name);

    private static MultipartFormDataContent Form(byte[]? report, (string Name, string Value)[]? fields = null, byte[]? draft = null,
        string name = "report.txt")
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("chengping"), "county" },
            { new StringContent("A test."), "reason" },
        };
        foreach (var (field, value) in fields ?? [])
        {
            form.Add(new StringContent(value), field);
        }

        if (report is not null)
        {
            form.Add(new ByteArrayContent(report), "report", name);
        }

        if (draft is not null)
        {
            form.Add(new ByteArrayContent(draft), "figures", "draft.csv");
        }

        return form;
    }

    private async Task<string> CodeAsync(HttpContent form, int status)
    {
        using var response = await server.SendAsync(HttpMethod.Post, "/reports", form, Preflight);
        Assert.Equal(status, (int)response.StatusCode);
        return await RunningServer.CodeAsync(response);
    }

    private async Task<JsonElement> AnswerAsync(HttpContent form, int status = 200)
    {
        using var response = await server.SendAsync(HttpMethod.Post, "/reports", form, Preflight);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, answer);
        return JsonElement.Parse(answer);
    }
}
