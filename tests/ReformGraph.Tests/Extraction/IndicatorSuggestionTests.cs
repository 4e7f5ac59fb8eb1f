using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Reports;
using ReformGraph.Tests.Reports;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>Indicators are suggested where earlier reports have a figure that is worded alike.</summary>
public sealed class IndicatorSuggestionTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task By_the_names_of_the_seed_alone_fifteen_figures_of_the_sample_get_an_indicator_and_none_a_wrong_one() => Assert.Equal(
        """
        223 problems-found
        236 problems-found-by-county-leaders
        244 problems-reported-by-departments
        252 problems-reported-by-townships
        273 tasks
        314 pilot-tasks
        500 service-centres
        522 elderly-care-centres
        749 satisfaction
        757 satisfaction
        937 risk-villages
        946 high-risk-villages
        952 medium-risk-villages
        959 low-risk-villages
        1046 satisfaction
        """.ReplaceLineEndings("\n"),
        string.Join('\n', (await SuggestedAsync(await File.ReadAllTextAsync(SampleReport.Text)))
            .Select(row => $"{row.Start} {row.Indicator}")));

    [Fact]
    public async Task Words_like_those_of_a_text_that_is_kept_say_more_than_a_name()
    {
        const string later = "总结\n全县累计办理各类事项6.1万件，拨付困难群众补助资金300万元。\n";
        Assert.Empty(await SuggestedAsync(later));
        const string text = "总结\n全县办理各类事项5.6万件，拨付困难群众补助资金280万元。\n";
        await SampleReport.AddAsync(database.Path, text, SampleReport.Draft(text,
            new() { ["5.6万件"] = "service-matters-handled", ["280万元"] = "补助" }));
        Assert.Equal(["service-matters-handled", "补助"], (await SuggestedAsync(later)).Select(row => row.Indicator!));
        Assert.Empty(await SuggestedAsync(
            "总结\n全县办理各类事项6.1万元，拨付困难群众补助资金300项。\n")); // other units
    }

    [Fact]
    public async Task Where_two_indicators_fit_equally_well_none_is_suggested()
    {
        const string text = "总结\n投放便民服务公交车12辆。\n上年投放便民服务公交车9辆。\n";
        await SampleReport.AddAsync(database.Path, text,
            SampleReport.Draft(text, new() { ["12辆"] = "公交一", ["9辆"] = "公交二" }));
        Assert.Equal(["公交一"], (await SuggestedAsync("总结\n投放便民服务公交车15辆。\n")).Select(row => row.Indicator!));
        const string other = "报告\n投放便民服务公交车7辆。\n";
        await SampleReport.AddAsync(database.Path, other, SampleReport.Draft(other, new() { ["7辆"] = "公交三" }),
            new() { County = "chengping" });
        Assert.Empty(await SuggestedAsync("总结\n投放便民服务公交车15辆。\n"));
    }

    [Fact]
    public async Task A_name_is_found_without_what_it_has_in_brackets() => Assert.Equal(
        ["21个 risk-villages", "3个 high-risk-villages", "7个 medium-risk-villages", "11个 low-risk-villages"],
        (await SuggestedAsync("总结\n锁定风险村21个（高风险3个、中风险7个、低风险11个），已化解15个。\n"))
            .Select(row => $"{row.Wording} {row.Indicator}"));

    [Theory]
    [InlineData("围绕重点任务29项推进。")] // not 试点任务
    [InlineData("县级部门研判问题36项。")] // not 县级领导研判问题
    [InlineData("新建中小学2所。")] // not 新增中小学
    [InlineData("仍有9个乡镇便民服务中心未达标。")]
    [InlineData("化解风险村5个，已完成具体任务33项。")] // not 风险村 and 具体任务
    public async Task A_neighbouring_word_is_not_the_name(string sentence) =>
        Assert.Empty(await SuggestedAsync($"总结\n{sentence}\n"));

    [Fact]
    public async Task A_number_of_places_that_have_something_is_not_its_number() => Assert.Equal(["47个 risk-villages"],
        (await SuggestedAsync("总结\n28个乡镇有风险村47个。\n")).Select(row => $"{row.Wording} {row.Indicator}"));

    [Fact]
    public async Task Words_of_which_one_takes_the_place_of_another_are_not_alike()
    {
        const string text = "总结\n今年确定县级试点任务15项。\n";
        await SampleReport.AddAsync(database.Path, text, SampleReport.Draft(text, new() { ["15项"] = "县级试点" }));
        Assert.Equal(["县级试点"],
            (await SuggestedAsync("总结\n今年共确定县级试点任务9项。\n")).Select(row => row.Indicator!));
        Assert.Empty(await SuggestedAsync("总结\n今年确定县级重点任务29项。\n"));
    }

    [Theory]
    [InlineData("到位资金6.4亿元，同比增长6.1%。", "")]
    [InlineData("地区生产总值210亿元，比上年增长5.2%。", "")]
    [InlineData("2024年全县农村集体经济总收入达2.1亿元，同比增长8.3%。", "收入 增长")]
    [InlineData("城镇集体经济总收入达2.1亿元，同比增长8.3%。", "")]
    [InlineData("农村集体经济总支出达2.1亿元，同比增长8.3%。", "")]
    [InlineData("行政村由20个调减为12个，减少8个，调减比例40%。", "")]
    [InlineData("乡镇由20个调减为12个，减少8个，调减比例40%。", "调减")]
    public async Task A_rate_is_that_of_what_its_sentence_is_about(string sentence, string indicators)
    {
        const string text = "总结\n全县农村集体经济总收入达1.9亿元，同比增长12.6%。\n" +
            "乡镇由41个调减为28个，减少13个，调减比例31.7%。\n";
        await SampleReport.AddAsync(database.Path, text,
            SampleReport.Draft(text, new() { ["1.9亿元"] = "收入", ["12.6%"] = "增长", ["31.7%"] = "调减" }));
        Assert.Equal(indicators, string.Join(' ', (await SuggestedAsync($"总结\n{sentence}\n"))
            .Select(row => row.Indicator).Where(one => one is "收入" or "增长" or "调减")));
    }

    [Fact]
    public async Task Two_numbers_of_one_report_do_not_get_the_same_indicator()
    {
        Assert.Equal(["118个"], (await SuggestedAsync("总结\n确定风险村（社区）118个。\n")).Select(row => row.Wording));
        Assert.Equal(["118个"], (await SuggestedAsync(
            "总结\n确定风险村（社区）118个。\n有关风险的村（社区）97个。\n")).Select(row => row.Wording));
    }

    [Fact]
    public async Task The_role_of_a_shared_indicator_follows_the_words_of_the_report_and_not_the_earlier_figure() => Assert.Equal(
        ["12个 risk-villages Level", "21个 risk-villages Cumulative", "3个 high-risk-villages Cumulative",
            "7个 medium-risk-villages Cumulative", "11个 low-risk-villages Cumulative", "30个 service-centres Target"],
        (await SuggestedAsync("总结\n现有风险村（社区）12个。\n累计锁定风险村（社区）21个（高风险3个、中风险7个、低风险11个）。\n" +
            "力争做强便民服务中心30个。\n")).Select(row => $"{row.Wording} {row.Indicator} {row.Role}"));

    [Fact]
    public async Task What_the_checks_of_earlier_reports_count_is_proposed_for_the_same_indicator()
    {
        await using var context = DatabaseFile.ReadingContextOf(database.Path);
        var known = await KnownIndicators.ReadAsync(context, default);
        Assert.Equal(["riskVillages of 32个", "riskVillages(level: HIGH) of 5个"],
            CheckProposals.From(await SuggestedAsync("总结\n确定风险村（社区）32个，其中高风险5个。\n"), known)
                .Where(check => check.Rows is not null).Select(check => $"{check.Rows} of {check.Stated.Wording}")
                .Order(StringComparer.Ordinal));
        var planned = await SuggestedAsync("总结\n到明年，力争风险村（社区）减少到32个。\n");
        Assert.Equal("risk-villages", Assert.Single(planned).Indicator);
        Assert.Empty(CheckProposals.From(planned, known));
    }

    [Fact]
    public async Task The_command_reads_a_database_if_there_is_one_and_makes_none()
    {
        var (report, draft) = (Path.Combine(database.Folder, "report.txt"), Path.Combine(database.Folder, "draft.csv"));
        var missing = Path.Combine(database.Folder, "missing.db");
        await File.WriteAllTextAsync(report, "总结\n确定风险村（社区）32个。\n");
        Assert.Equal(0, await CommandLine.RunAsync(["extract", report, "--out", draft, "--database", missing]));
        Assert.DoesNotContain("risk-villages", await File.ReadAllTextAsync(draft), StringComparison.Ordinal);
        Assert.False(File.Exists(missing));
        Assert.Equal(0, await CommandLine.RunAsync(["extract", report, "--out", draft, "--database", database.Path]));
        Assert.Contains(",risk-villages,CUMULATIVE,", await File.ReadAllTextAsync(draft), StringComparison.Ordinal);
        await File.WriteAllTextAsync(missing, new string('x', 4_096));
        var refusal = await Assert.ThrowsAsync<StartupException>(() =>
            CommandLine.RunAsync(["extract", report, "--out", draft, "--database", missing]));
        Assert.Equal($"The file {missing} is not a SQLite database.", refusal.Message);
    }

    private async Task<IReadOnlyList<DraftRow>> SuggestedAsync(string text)
    {
        await using var context = DatabaseFile.ReadingContextOf(database.Path);
        return [.. IndicatorSuggestions.Suggest([.. ReportDraft.Make(new(text, text.Length), all: false)],
            await KnownIndicators.ReadAsync(context, default)).Where(row => row.Indicator is not null)];
    }
}
