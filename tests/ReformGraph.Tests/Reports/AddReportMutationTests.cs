using ReformGraph.Tests.Import;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Reports;

public sealed class AddReportMutationTests
{
    private const string Mutation =
        """
        mutation($input: AddReportInput!) {
          addReport(input: $input) {
            report {
              code titleZh titleEn textLength text county { code }
              figures(order: [{ id: ASC }]) { nodes { code value locator { sentence } } }
            }
            change { sequence kind rowCount }
            errors { __typename ... on Error { message } ... on ValidationError { path rule } }
          }
        }
        """;

    private static readonly object Figure = new { start = 9, length = 5, wording = "5.6万件", indicator = "matters", role = "FLOW" };

    [Fact]
    public async Task A_text_and_rows_are_added_in_one_change_that_a_retry_does_not_repeat()
    {
        await using var server = await WriteServer.StartAsync();
        var input = Input([Figure], key: "one");
        var first = await server.FieldAsync(Mutation, new { input });
        Assert.Equal("null", first.GetProperty("errors").GetRawText());
        Assert.Equal(
            """{"code":"chengping-report-1","titleZh":"总结","titleEn":"总结","textLength":16,"text":"总结\n全年办理事项5.6万件。\n","county":{"code":"chengping"},"figures":{"nodes":[{"code":"chengping-report-1-matters","value":56000,"locator":{"sentence":"全年办理事项5.6万件。"}}]}}""",
            first.GetProperty("report").GetRawText());
        Assert.Equal(2, first.GetProperty("change").GetProperty("sequence").GetInt32());
        var retry = await server.FieldAsync(Mutation, new { input });
        Assert.Equal(first.GetRawText(), retry.GetRawText());
        var other = await server.FieldAsync(Mutation, new { input = Input([], key: "one") });
        Assert.Contains("IdempotencyKeyReusedError", other.GetRawText(), StringComparison.Ordinal);
        await Importing.AuditAsync(server.Database.Path);
    }

    [Fact]
    public async Task Every_error_has_its_path_and_nothing_is_written()
    {
        await using var server = await WriteServer.StartAsync();
        var answer = await server.FieldAsync(Mutation, new
        {
            input = Input([Figure, new { start = 0, length = 2, wording = "总计", indicator = "x", role = "LEVEL", value = 3 }]),
        });
        Assert.Equal(
            """[{"__typename":"ValidationError","message":"wording must be \"总结\", which is what the text has at 0.","path":["input","figures","1","wording"],"rule":"PLACE"}]""",
            answer.GetProperty("errors").GetRawText());
        Assert.Equal("null", answer.GetProperty("report").GetRawText());
        answer = await server.FieldAsync(Mutation, new
        {
            input = new { change = new { kind = "CORRECTION", reason = " " }, county = "nowhere", text = "总结\n" },
        });
        Assert.Equal(["change reason NOT_BLANK", "county REFERENCE"], answer.GetProperty("errors").EnumerateArray().Select(error =>
            string.Join(' ', error.GetProperty("path").EnumerateArray().Skip(1).Select(step => step.GetString()))
                + $" {error.GetProperty("rule").GetString()}"));
        Assert.Equal(1, await Importing.SequenceAsync(server.Database.Path));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        await using var server = await WriteServer.StartAsync();
        var answer = await server.FieldAsync(Mutation, new
        {
            input = new { change = new { kind = "CORRECTION", reason = "A test." }, county = "county", text = new string('a', 1_000_001) },
        });
        Assert.Contains("text must be at most 1000000 characters in a report.", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_come_with_their_figures_and_name_them_by_their_places()
    {
        await using var server = await WriteServer.StartAsync();
        var figures = new[] { (8, "9项"), (17, "6项"), (24, "4项") }.Select(at => new
        {
            start = at.Item1,
            length = 2,
            wording = at.Item2,
            indicator = $"问题{at.Item2[0]}",
            role = "CUMULATIVE",
        });
        object Report(object[] checks) => new
        {
            change = new { kind = "CORRECTION", reason = "A test." },
            county = "chengping",
            countyNameZh = "澄屏县",
            text = "总结\n共梳理问题9项，其中部门反映6项、乡镇反馈4项。\n",
            figures,
            checks,
        };
        var wrong = await server.FieldAsync(Mutation, new
        {
            input = Report([new { relation = "EQUAL", expected = new[] { new { start = 1 } }, rows = "riskVillages" }]),
        });
        Assert.Equal(
            """[{"__typename":"ValidationError","message":"expected must be the start of a quantity, as in the draft.","path":["input","checks","0","expected"],"rule":"PLACE"}]""",
            wrong.GetProperty("errors").GetRawText());
        var sum = new
        {
            relation = "EQUAL",
            expected = new[] { new { start = 8 } },
            actualBy = "SUM",
            actual = new[] { new { start = 17 }, new { start = 24 } },
        };
        var done = await server.FieldAsync(Mutation.Replace("report {", "report { checks { nodes { code status difference ruleZh } }",
            StringComparison.Ordinal), new { input = Report([sum]) });
        Assert.Equal(
            """{"nodes":[{"code":"chengping-report-1-问题9-sum","status":"NOT_RECONCILED","difference":1,"ruleZh":"问题6（6项）、问题4（4项）之和应等于问题9（9项）。"}]}""",
            done.GetProperty("report").GetProperty("checks").GetRawText());
    }

    private static object Input(object[] figures, string? key = null) => new
    {
        change = new { kind = "CORRECTION", reason = "A test." },
        idempotencyKey = key,
        county = "chengping",
        countyNameZh = "澄屏县",
        text = "\uFEFF总结\r\n全年办理事项5.6万件。\n",
        figures,
    };
}
