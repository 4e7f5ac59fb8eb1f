using System.Text;
using System.Text.Json;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Reports;
using ReformGraph.Domain.Access;
using ReformGraph.Settings;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Reports;

public sealed class AddReportCommandTests : IDisposable
{
    private const string Sentences =
        """{ reports(where: { code: { startsWith: "chengping" } }) { nodes { locators { nodes { sentence } } } } }""";

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_Word_file_and_a_corrected_workbook_are_added_and_proved_without_a_file()
    {
        Assert.Equal(0, await CommandLine.RunAsync(["extract", SampleReport.Word, "--out", PathOf("draft.xlsx")]));
        Assert.Equal(0, await AddAsync(SampleReport.Word, "--figures", PathOf("draft.xlsx"), "--county-name-zh", "澄屏县"));
        await File.WriteAllTextAsync(PathOf("draft.csv"),
            SampleReport.Draft(await File.ReadAllTextAsync(SampleReport.Text), new() { ["187项"] = "problems-found" }));
        Assert.Equal(0, await AddAsync(SampleReport.Text, "--figures", PathOf("draft.csv"), "--report", PathOf("answer.json")));
        var answer = JsonElement.Parse(await File.ReadAllTextAsync(PathOf("answer.json")));
        Assert.Equal((1, 80, false, 3),
            (answer.GetProperty("figures").GetProperty("total").GetInt32(), answer.GetProperty("leftOut").GetInt32(),
            answer.GetProperty("reportAdded").GetBoolean(), answer.GetProperty("change").GetInt32()));
        Assert.Equal(0, await CommandLine.RunAsync(["verify-source", "--database", database.Path]));
        Assert.Equal(0, await CommandLine.RunAsync(["verify-source", SampleReport.Word, "--database", database.Path]));
    }

    [Fact]
    public async Task Checks_that_the_corrected_draft_suggests_are_written_as_a_table_that_can_be_confirmed()
    {
        await File.WriteAllTextAsync(PathOf("draft.csv"), SampleReport.Draft(await File.ReadAllTextAsync(SampleReport.Text),
            new() { ["23个"] = "risk-villages", ["42项"] = "tasks", ["33项"] = "完成", ["78.6%"] = "完成率" }));
        string[] add = ["--figures", PathOf("draft.csv"), "--county-name-zh", "澄屏县"];
        Assert.Equal(0, await AddAsync(SampleReport.Text, [.. add, "--dry-run", "--proposed-checks", PathOf("checks.csv")]));
        Assert.Equal(["33项 / 42项 = 78.6%", "riskVillages = 23个", "reformTasks(kind: TASK) = 42项"],
            (await File.ReadAllLinesAsync(PathOf("checks.csv"))).Skip(1).Select(line => line.Split(',')[0].Trim('"')));
        Assert.Equal(0, await AddAsync(SampleReport.Text, [.. add, "--checks", PathOf("checks.csv"),
            "--proposed-checks", PathOf("more.csv"), "--report", PathOf("answer.json")]));
        Assert.Single(await File.ReadAllLinesAsync(PathOf("more.csv")));
        Assert.Equal(3, JsonElement.Parse(await File.ReadAllTextAsync(PathOf("answer.json"))).GetProperty("newChecks").GetProperty("total")
            .GetInt32());
        Assert.Equal("--proposed-checks must end with .csv or .xlsx.", (await Assert.ThrowsAsync<StartupException>(() =>
            AddAsync(SampleReport.Text, "--proposed-checks", PathOf("more.json")))).Message);
    }

    [Fact]
    public async Task A_text_in_GB18030_with_other_ends_of_lines_is_the_same_report()
    {
        var text = await File.ReadAllTextAsync(SampleReport.Text);
        await File.WriteAllBytesAsync(PathOf("gb.txt"),
            CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(0, await AddAsync(PathOf("gb.txt"), "--county-name-zh", "澄屏县"));
        Assert.Equal(0, await CommandLine.RunAsync(["verify-source", SampleReport.Text, "--database", database.Path]));
    }

    [Fact]
    public async Task A_dry_run_creates_no_database()
    {
        var missing = PathOf("missing.db");
        await Assert.ThrowsAsync<StartupException>(() => CommandLine.RunAsync(
            ["add-report", SampleReport.Text, "--county", "chengping", "--reason", "A test.", "--dry-run", "--database", missing]));
        Assert.False(File.Exists(missing));
    }

    [Fact]
    public async Task A_refusal_is_exit_code_1_and_a_damaged_file_a_sentence()
    {
        Assert.Equal(1, await AddAsync(SampleReport.Text));
        await File.WriteAllTextAsync(PathOf("draft.csv"), "start,length\n1,2\n");
        Assert.StartsWith("draft.csv, line 1: \"start length\"; expected the columns that extract writes: start length wording",
            (await Assert.ThrowsAsync<StartupException>(() => AddAsync(SampleReport.Text, "--figures", PathOf("draft.csv")))).Message,
            StringComparison.Ordinal);
        Assert.Equal("--as-at must be a date such as 2020-10-31.",
            (await Assert.ThrowsAsync<StartupException>(() => AddAsync(SampleReport.Text, "--as-at", "yesterday"))).Message);
        Assert.Equal("--figures must end with .csv or .xlsx.",
            (await Assert.ThrowsAsync<StartupException>(() => AddAsync(SampleReport.Text, "--figures", "draft.json"))).Message);
        Assert.Equal("The database keeps no text of a report: name the file of one.", (await Assert.ThrowsAsync<StartupException>(() =>
            CommandLine.RunAsync(["verify-source", "--database", database.Path]))).Message);
    }

    [Fact]
    public async Task A_running_server_gives_the_sentences_of_a_report_that_the_command_adds_and_only_to_some_roles()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var text = await File.ReadAllTextAsync(SampleReport.Text);
        var done = await SampleReport.AddAsync(guarded.Path, text, SampleReport.Draft(text, new() { ["187项"] = "problems-found" }));
        Assert.Equal(1, done.Figures.Total);
        foreach (var role in new[] { Role.Editor, Role.Auditor, Role.Admin })
        {
            Assert.Contains("开展专题调研28项，共梳理问题187项", await AskAsync(guarded, role), StringComparison.Ordinal);
        }

        Assert.Contains("FORBIDDEN", await AskAsync(guarded, Role.Reader), StringComparison.Ordinal);
    }

    [FactIfReport]
    public async Task The_text_of_the_seeded_report_is_attached_to_it()
    {
        var server = await RunningServer.StartAsync(new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
        });
        var done = await SampleReport.AddAsync(database.Path, ReportFile.Read(FactIfReportAttribute.File!).Whole, null,
            new() { County = "county" });
        Assert.Equal(("two-reforms-follow-up", false, 2L), (done.Report, done.ReportAdded, done.Change));
        using var response = await server.PostAsync(
            """{"query":"{ locators(first: 1000, where: { sentenceSha256: { neq: null } }) { totalCount nodes { sentence } } }"}""");
        var locators = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("data").GetProperty("locators");
        Assert.All(locators.GetProperty("nodes").EnumerateArray(),
            locator => Assert.EndsWith("。", locator.GetProperty("sentence").GetString(), StringComparison.Ordinal));
        Assert.Equal(0, await CommandLine.RunAsync(["verify-source", "--database", database.Path]));
        await server.DisposeAsync();
    }

    private static async Task<string> AskAsync(GuardedServer guarded, Role role)
    {
        using var response = await guarded.AskAsync($"Bearer {await guarded.KeyAsync(role)}", Sentences);
        return await response.Content.ReadAsStringAsync();
    }

    private Task<int> AddAsync(string report, params string[] options) => CommandLine.RunAsync(
        ["add-report", report, "--county", "chengping", "--reason", "A test.", "--database", database.Path, .. options]);

    private string PathOf(string file) => Path.Combine(database.Folder, file);
}
