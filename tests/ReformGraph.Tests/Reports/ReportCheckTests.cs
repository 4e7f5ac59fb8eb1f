using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Reports;

/// <summary>The checks that a report suggests, once someone has confirmed them.</summary>
public sealed class ReportCheckTests : IDisposable
{
    private const string Text = "某县总结\n一、情况\n（一）坚持问题导向。共梳理问题187项，其中部门反映63项、乡镇反馈123项。" +
        "乡镇由18个减少到10个，减幅44.4%；满意度由97.1%提高到98.99%，提高1.89个百分点。培训干部80人次，其中镇级干部30人次。\n";

    private static readonly Dictionary<string, string> Indicators = new()
    {
        ["187项"] = "problems-found",
        ["63项"] = "problems-reported-by-departments",
        ["123项"] = "problems-reported-by-townships",
        ["18个"] = "townships",
        ["10个"] = "townships",
        ["44.4%"] = "乡镇减幅",
        ["97.1%"] = "satisfaction",
        ["98.99%"] = "satisfaction",
        ["1.89个百分点"] = "satisfaction-change",
    };

    private static readonly string Heading = string.Join(',', CheckWriter.Columns);

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Proposed_checks_are_added_with_the_figures_and_evaluated_in_the_same_change()
    {
        var done = await AddAsync(await SampleReport.ChecksAsync(Text));
        Assert.Equal((2L, 9, 3, 1), (done.Change, done.Figures.Total, done.NewChecks.Total, done.ChecksLeftOut));
        Assert.Equal(
            [
                ("chengping-report-1-problems-found-sum", CheckStatus.NotReconciled, 187m, 186m, Unit.Item, Theme.Governance,
                    "The sum of Problems reported by departments (63项) and Problems reported by townships (123项) equals " +
                    "Problems found, from all three sources (187项).", "部门反映问题（63项）、乡镇反馈问题（123项）之和应等于汇总问题（187项）。"),
                ("chengping-report-1-satisfaction-change-difference", CheckStatus.Holds, 1.89m, 1.89m, Unit.PercentagePoint,
                    Theme.ConvenienceServices, "The change from Satisfaction with the services (97.1%) to Satisfaction with the services (98.99%) equals " +
                    "Change of satisfaction with the services (1.89个百分点).",
                    "由群众办事满意度（97.1%）到群众办事满意度（98.99%）的变化应等于群众办事满意度变化（1.89个百分点）。"),
                ("chengping-report-1-乡镇减幅-percentage-change", CheckStatus.Holds, -44.4m, -44.4444m, Unit.Percent, Theme.Other,
                    "The change from Townships (18个) to Townships (10个) equals 乡镇减幅 (-44.4%).",
                    "由乡镇（18个）到乡镇（10个）的变化应等于乡镇减幅（-44.4%）。"),
            ],
            (await ChecksAsync()).Select(check => (check.Code, check.Status, check.Expected!.Value, check.Actual!.Value, check.Unit,
                check.Theme, check.Rule, check.RuleZh!)));
        Assert.Equal(done.NewChecks.Listed.Select(check => check.Key).Order(StringComparer.Ordinal),
            done.Checks.Select(check => check.Code).Order(StringComparer.Ordinal));
        await Importing.AuditAsync(database.Path);
    }

    [Fact]
    public async Task Confirmed_again_they_are_unchanged_and_a_new_one_gets_a_number()
    {
        var checks = await SampleReport.ChecksAsync(Text);
        await AddAsync(checks);
        var again = await AddAsync(checks);
        Assert.Equal((null, 0, 3, 1), (again.Change, again.NewChecks.Total, again.ChecksUnchanged, again.ChecksLeftOut));
        var other = await AddAsync($"{Heading}\n,,EQUAL,,{Start("187项")},SUM,{Start("63项")} {Start("63项")},,,,\n");
        Assert.Equal("chengping-report-1-problems-found-sum-2", Assert.Single(other.NewChecks.Listed).Key);
    }

    [Fact]
    public async Task The_corrected_draft_suggests_the_checks_that_are_not_confirmed()
    {
        const string text = "总结\n摸清高危村（社区）9个，其中高风险4个、中风险5个。完成7个，占9个的77.8%。\n";
        var draft = SampleReport.Draft(text,
            new() { ["9个"] = "risk-villages", ["4个"] = "high-risk-villages", ["5个"] = "中风险村(社区)" });
        var done = await SampleReport.AddAsync(database.Path, text, draft, dryRun: true);
        Assert.Equal(
            ["4个 + 5个 = 9个", "riskVillages(level: HIGH) = 4个", "riskVillages(level: MEDIUM) = 5个",
                "riskVillages = 9个"],
            done.ProposedChecks!.Listed.Select(check => check.Formula));
        var confirmed = await SampleReport.AddAsync(database.Path, text, draft, checks: await SampleReport.ChecksAsync(text));
        Assert.Equal((1, 1, 3), (confirmed.NewChecks.Total, confirmed.ChecksLeftOut, confirmed.ProposedChecks!.Total));
    }

    [Fact]
    public async Task Own_rows_can_tie_figures_to_a_register_and_word_the_rule()
    {
        var done = await AddAsync($"{Heading}\n,,EQUAL,SAME_AS,{Start("10个")},,,townships,Agree,一致,\n" +
            $",,AT_MOST,SUM,{Start("63项")} {Start("123项")},,,\"problems {{ countDistinct {{ township }} }}\",,,\n");
        Assert.Equal((2, 0), (done.NewChecks.Total, done.RefusedChecks.Total));
        Assert.Equal(
            [
                ("chengping-report-1-problems-reported-by-departments-rows",
                    "The register's value problems { countDistinct { township } } is at most the sum of Problems reported by departments " +
                    "(63项) and Problems reported by townships (123项).",
                    CheckStatus.Holds, 0m),
                ("chengping-report-1-townships-level-rows", "Agree", CheckStatus.NotReconciled, 0m),
            ],
            (await ChecksAsync()).Select(check => (check.Code, check.Rule, check.Status, check.Actual!.Value)));
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { ",,SAME,,{187项},SUM,{63项},,,,", "relation SAME (TYPE): must be one of EQUAL, AT_MOST" },
        { ",,,,{187项},SUM,{63项},,,,", "relation  (REQUIRED): must be given" },
        { ",,EQUAL,,,SUM,{63项},,,,", "expected  (REQUIRED): must be given" },
        { ",,EQUAL,,{187项},,,,,,", "actual  (REQUIRED): must be given, unless rows are counted (rows)" },
        { ",,EQUAL,,7,SUM,{63项},,,,", "expected 7 (PLACE): must be the start of a quantity, as in the draft" },
        {
            ",,EQUAL,,187项,SUM,{63项},,,,",
            "expected 187项 (TYPE): must be the starts of rows of the draft, separated by spaces, such as 236 244"
        },
        { ",,EQUAL,,{187项},ADD,{63项},,,,",
            "actualBy ADD (TYPE): must be one of SAME_AS, SUM, DIFFERENCE, PERCENTAGE_CHANGE, LEVEL_BEFORE_GROWTH, RATIO" },
        { ",,EQUAL,,{187项},,{63项},townships,,,", "actual  (CONSISTENT): must be empty, because rows are counted (rows)" },
        { ",,EQUAL,,{187项},DIFFERENCE,{63项},,,,",
            "actualBy  (DERIVATION): must be inputs that it accepts (DIFFERENCE takes 2 inputs, not 1)" },
        { ",,EQUAL,,{187项},SUM,,townships,,,", "actualBy  (CONSISTENT): must be null, because the actual value is that of rows" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_row_that_is_wrong_is_refused_with_its_column_and_what_would_be_right(string row, string message)
    {
        foreach (var wording in Indicators.Keys)
        {
            row = row.Replace($"{{{wording}}}", $"{Start(wording)}", StringComparison.Ordinal);
        }

        var done = await AddAsync($"{Heading}\n{row}\n");
        var cell = Assert.Single(done.RefusedChecks.Listed);
        Assert.Equal((2, message), (cell.Row, $"{cell.Column} {cell.Value} ({cell.Rule}): {cell.Message.En}"));
        Assert.Equal((false, 1L), (done.IsAccepted, await Importing.SequenceAsync(database.Path)));
    }

    [Fact]
    public async Task Rows_that_the_model_lacks_are_refused_with_those_that_it_has()
    {
        var cell = Assert.Single((await AddAsync($"{Heading}\n,,EQUAL,,{Start("10个")},,,towns,,,\n")).RefusedChecks.Listed);
        Assert.Equal(("rows", "towns", "ROWS"), (cell.Column, cell.Value, cell.Rule));
        Assert.Contains("townships", cell.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_columns_are_refused()
    {
        var refusal = await Assert.ThrowsAsync<TableException>(() => AddAsync("code,rule\n"));
        Assert.StartsWith("expected the columns that extract writes: formula status relation", refusal.Message, StringComparison.Ordinal);
    }

    private Task<ReportLoading> AddAsync(string checks) =>
        SampleReport.AddAsync(database.Path, Text, SampleReport.Draft(Text, Indicators), checks: checks);

    private async Task<List<Check>> ChecksAsync()
    {
        await using var context = database.Open();
        return await context.Set<Check>().Where(check => check.Report.Code == "chengping-report-1").OrderBy(check => check.Code)
            .ToListAsync();
    }

    private static int Start(string wording) => Text.IndexOf(wording, StringComparison.Ordinal);
}
