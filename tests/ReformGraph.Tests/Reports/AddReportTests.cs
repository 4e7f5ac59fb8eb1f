using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Reports;

public sealed class AddReportTests : IDisposable
{
    private const string Text = "某县总结\n二、主要成效\n" +
        "（一）公共服务更好。2023年1—9月，办理事项5.6万件，同比下降18.3%。配备窗口人员11名。\n";

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_report_its_text_its_locators_new_indicators_and_figures_are_added_in_one_change()
    {
        var done = await AddAsync(Text, new() { ["5.6万件"] = "service-matters-handled", ["11名"] = "窗口人员" },
            stated: SampleReport.Stated() with { Issuer = "某县领导小组", AsAt = new(2023, 9, 30), PeriodFrom = new(2023, 1, 1) });
        Assert.Equal((2L, true, true, "chengping-report-1", 3, 1), (done.Change, done.CountyAdded, done.ReportAdded, done.Report, done.Rows,
            done.LeftOut));
        Assert.Equal(["窗口人员"], done.Indicators);
        await using var context = database.Open();
        var report = await context.Set<Report>().Include(one => one.County).SingleAsync(one => one.Code == done.Report);
        Assert.Equal(("某县总结", "某县总结", "某县领导小组", new DateOnly(2023, 9, 30), Text.Length, "澄屏县"),
            (report.TitleZh, report.TitleEn, report.Issuer, report.AsAt, report.TextLength, report.County.KnownAs));
        Assert.Equal(ReportText.Hash(Text), report.Sha256);
        var figures = await FiguresAsync(context, report);
        Assert.Equal(
            [
                ("chengping-report-1-service-matters-handled", 56000m, Unit.Matter, (int?)2023, (int?)1, (int?)9, "二(一)", 3),
                ("chengping-report-1-窗口人员", 11m, Unit.Person, null, null, null, "二(一)", 3),
            ],
            figures.Select(figure => (figure.Code, figure.Value, figure.Unit, figure.Year, figure.FirstMonth, figure.LastMonth,
                figure.Locator!.Section, figure.Locator.Paragraph)));
        Assert.Equal(Theme.ConvenienceServices, figures[0].Theme); // as of other figures of the indicator
        await Importing.AuditAsync(database.Path);
        await using var reading = DatabaseFile.ReadingContextOf(database.Path);
        var verified = await SourceVerification.RunAsync(reading, Assert.Single(await KeptTexts.AllAsync(reading, default)));
        Assert.Equal((done.Report, true, 2), (verified.Report, verified.Holds, verified.Findings.Count));
    }

    [Fact]
    public async Task What_is_there_already_stays_and_what_is_missing_is_added()
    {
        var first = await AddAsync(Text, new() { ["5.6万件"] = "matters" });
        var again = await AddAsync(Text, new() { ["5.6万件"] = "matters" }, stated: new() { County = "chengping" });
        Assert.Equal((null, false, false, 0, 1),
            (again.Change, again.CountyAdded, again.ReportAdded, again.Figures.Total, again.Unchanged));
        var more = await AddAsync(Text, new() { ["5.6万件"] = "matters", ["11名"] = "staff" },
            stated: new() { County = "chengping", TitleEn = "A summary" });
        Assert.Equal((first.Change + 1, 1, 1), (more.Change, more.Figures.Total, more.Unchanged));
        await using var context = database.Open();
        Assert.Equal("A summary", (await context.Set<Report>().SingleAsync(one => one.Code == first.Report)).TitleEn);
    }

    [Fact]
    public async Task A_figure_that_is_there_gets_what_a_corrected_draft_says_of_it()
    {
        Dictionary<string, string> indicators = new() { ["5.6万件"] = "matters", ["11名"] = "staff", ["18.3%"] = "growth" };
        await AddAsync(Text, indicators);
        var draft = SampleReport.Draft(Text, indicators, cells =>
        {
            (cells["period"], cells["note"]) = cells["indicator"] switch
            {
                "matters" => ("2023年上半年", "窗口办件"),
                "staff" => ("", "含兼职"),
                _ => ("", ""),
            };
            cells["direction"] = cells["indicator"] == "growth" ? "UP" : cells["direction"];
            cells["unit"] = cells["indicator"] == "matters" ? "ITEM" : cells["unit"];
        });
        var stated = new AddReport { County = "chengping" };
        var done = await SampleReport.AddAsync(database.Path, Text, draft, stated);
        Assert.Equal(["chengping-report-1-matters", "chengping-report-1-growth", "chengping-report-1-staff"],
            done.Corrected.Listed.Select(row => row.Key));
        Assert.Equal("Report chengping-report-1: 3 rows, 0 added, 3 corrected, 0 unchanged, 0 without an indicator; " +
            "checks: 0 added, 0 unchanged, 0 without their figures; 0 cells refused", done.Summary.En);
        await using var context = database.Open();
        Assert.Equal(
            [
                ("2023年上半年", 6, "窗口办件", Unit.Item, 56000m), ("2023年1—9月", 9, null, Unit.Percent, 18.3m),
                (null, null, "含兼职", Unit.Person, 11m),
            ],
            (await AddedAsync(context)).Select(figure => (figure.Period, figure.LastMonth, figure.Remark, figure.Unit, figure.Value)));
        done = await SampleReport.AddAsync(database.Path, Text, draft, stated);
        Assert.Equal((null, 0, 3), (done.Change, done.Corrected.Total, done.Unchanged));
    }

    [Fact]
    public async Task A_place_in_a_ranking_is_a_number()
    {
        var done = await AddAsync(Text + "全省排名前移2名。\n", new() { ["2名"] = "place" });
        Assert.Equal((1, 0), (done.Figures.Total, done.RefusedCells.Total));
        await using var context = database.Open();
        Assert.Equal((Unit.Number, 2m), (await AddedAsync(context)).Select(figure => (figure.Unit, figure.Value)).Single());
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_writes_nothing()
    {
        var done = await AddAsync(Text, new() { ["5.6万件"] = "matters" }, dryRun: true);
        Assert.Equal((null, 1, "chengping-report-1"), (done.Change, done.Figures.Total, done.Report));
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_fall_is_negative_and_a_rise_is_not()
    {
        await AddAsync(Text + "满意度提高1.89个百分点。\n",
            new() { ["18.3%"] = "matters", ["1.89个百分点"] = "satisfaction" });
        await using var context = database.Open();
        Assert.Equal(
            [
                (-18.3m, -18.35m, false, -18.25m, true, ChangeDirection.Down, FigureRole.GrowthRate),
                (1.89m, 1.885m, true, 1.895m, false, ChangeDirection.Up, FigureRole.Change),
            ],
            (await AddedAsync(context)).Select(figure => (figure.Value, figure.Lower!.Value, figure.LowerIncluded, figure.Upper!.Value,
                figure.UpperIncluded, figure.Direction!.Value, figure.Role)));
    }

    [Fact]
    public async Task A_number_without_a_unit_has_that_of_its_column_or_of_the_last_number_of_an_enumeration()
    {
        const string text = "一、情况\n新建12、15和18个站点。\n" +
            "乡镇\t投资（万元）\t占比（%）\t数量\n甲镇\t1，234.5\t98.7\t1 200\n";
        await AddAsync(text, new() { ["1，234.5"] = "investment", ["98.7"] = "share", ["15"] = "sites", ["1 200"] = "plots" });
        await using var context = database.Open();
        Assert.Equal(
            [
                ("15", "个", 15m, Unit.Number), ("1，234.5", "万元", 12_345_000m, Unit.Yuan), ("98.7", "%", 98.7m, Unit.Percent),
                ("1 200", null, 1200m, Unit.Number),
            ],
            (await AddedAsync(context)).Select(figure => (figure.Wording!, figure.UnitWording, figure.Value, figure.Unit)));
    }

    [Fact]
    public async Task A_cell_has_the_unit_of_its_row_and_is_refused_if_that_is_not_understood()
    {
        const string text = "指标\t单位\t2022年\t2023年\n办件量\t万件\t53\t+62\n学费\t元/学员\t58\t69\n";
        Assert.Equal("row 4, wording 58 (WORDING): must be a quantity whose unit is clear from the text",
            Refusal(await SampleReport.AddAsync(database.Path, text,
                SampleReport.Draft(text, new() { ["58"] = "fee" }, row => row["role"] = "LEVEL"))));
        await AddAsync(text, new() { ["53"] = "matters" });
        await using var context = database.Open();
        Assert.Equal([("53", "万件", 530_000m, Unit.Matter)],
            (await AddedAsync(context)).Select(figure => (figure.Wording!, figure.UnitWording!, figure.Value, figure.Unit)));
    }

    [Fact]
    public async Task A_place_in_a_ranking_is_a_number_and_a_rate_without_a_unit_is_refused()
    {
        const string text = "一、情况\n排名上升3位，完成率达0.85，最高奖励1万元。\n";
        await AddAsync(text, new() { ["3位"] = "rank", ["最高奖励1万元"] = "reward" });
        await using var context = database.Open();
        Assert.Equal([("rank", 3m, Unit.Number, Precision.Exact), ("reward", 10_000m, Unit.Yuan, Precision.AtMost)],
            (await AddedAsync(context)).Select(one => (one.Code[(one.Code.LastIndexOf('-') + 1)..], one.Value, one.Unit, one.Precision)));
        Assert.Equal("row 3, wording 0.85 (WORDING): must be a quantity whose unit is clear from the text",
            Refusal(await SampleReport.AddAsync(database.Path, text,
                SampleReport.Draft(text, new() { ["0.85"] = "rate" }, row => row["role"] = "LEVEL"), new() { County = "chengping" })));
    }

    [Fact]
    public async Task An_equal_number_of_the_same_indicator_is_a_restatement_and_another_number_is_refused()
    {
        const string text = "一、情况\n制定方案29项，涉及29项。另有31项。\n";
        var draft = SampleReport.Draft(text, new() { ["29项"] = "plans", ["31项"] = "plans" });
        var refused = await SampleReport.AddAsync(database.Path, text, draft);
        Assert.Equal(
            "row 4, indicator plans (UNIQUE): must be another one, or have another period or role: row 2 has the same, and states " +
            "29项, not 31项", Refusal(refused));
        var equal = text.Replace("31项", "29项", StringComparison.Ordinal);
        draft = SampleReport.Draft(equal, []).Replace("\"\",\"LEVEL\"", "\"plans\",\"LEVEL\"", StringComparison.Ordinal);
        await SampleReport.AddAsync(database.Path, equal, draft);
        await using var context = database.Open();
        var figures = await AddedAsync(context);
        Assert.Equal([null, figures[0].Code, figures[0].Code], figures.Select(figure => figure.Restates?.Code));
    }

    public static TheoryData<string, string, string> Corrections => new()
    {
        { "wording", "5.7万件", "wording 5.7万件 (PLACE): must be \"5.6万件\", which is what the text has at 36" },
        {
            "start", "37",
            "wording 5.6万件 (PLACE): must be \".6万件，\", which is what the text has at 37; the text has the wording at 36"
        },
        { "start", "900", "start 900 (PLACE): must be a place within the text, which has 63 characters" },
        { "length", "0", "start 36 (PLACE): must be a place within the text, which has 63 characters" },
        { "start", "", "start  (REQUIRED): must be given" },
        { "start", "x", "start x (TYPE): must be a whole number" },
        { "value", "560000", "value 560000 (WORDING): must be 56000, which is what 5.6万件 states" },
        { "lower", "1", "lower 1 (WORDING): must be 55500, which is what 5.6万件 states" },
        { "upperIncluded", "true", "upperIncluded true (WORDING): must be false, which is what 5.6万件 states" },
        { "upperIncluded", "maybe", "upperIncluded maybe (TYPE): must be true or false" },
        { "precision", "EXACT", "precision EXACT (WORDING): must be ROUNDED, which is what 5.6万件 states" },
        { "unit", "YUAN", "unit YUAN (WORDING): must be one of COUNT, MATTER, ITEM, NUMBER, PER_UNIT, according to the wording 5.6万件" },
        { "value", "many", "value many (TYPE): must be a plain number such as 12000.5" },
        { "role", "", "role  (REQUIRED): must be given" },
        { "direction", "SIDEWAYS", "direction SIDEWAYS (TYPE): must be one of UP, DOWN" },
    };

    [Theory]
    [MemberData(nameof(Corrections))]
    public async Task A_row_that_the_text_does_not_prove_is_refused_with_its_place_and_what_would_be_right(string column, string value,
        string message)
    {
        var done = await SampleReport.AddAsync(database.Path, Text,
            SampleReport.Draft(Text, new() { ["5.6万件"] = "matters", ["11名"] = "staff" }, cells =>
                cells[column] = cells["wording"] == "5.6万件" ? value : cells[column]));
        Assert.Equal($"row 2, {message}", Refusal(done));
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_range_is_refused_because_a_figure_has_one_value()
    {
        const string text = "一、情况\n抽调3—5名业务骨干。\n";
        Assert.Equal("row 2, wording 3—5名 (WORDING): must be a quantity with one value; a range such as 3—5名 has two",
            Refusal(await AddAsync(text, new() { ["3—5名"] = "staff" })));
    }

    [Fact]
    public async Task A_unit_of_the_code_list_can_be_chosen_if_the_wording_allows_it()
    {
        await SampleReport.AddAsync(database.Path, Text, SampleReport.Draft(Text, new() { ["5.6万件"] = "matters" },
            cells => cells["unit"] = "ITEM"));
        await using var context = database.Open();
        Assert.Equal(Unit.Item, Assert.Single(await AddedAsync(context)).Unit);
    }

    [Theory]
    [InlineData("nowhere", null, null, null,
        "county nowhere (REFERENCE): must be the code of a county, and no county has it: to add the county, give its name too " +
        "(countyNameZh or countyNameEn; of the command: --county-name-zh or --county-name-en)")]
    [InlineData("county", "一县", null, null,
        "countyNameZh 一县 (CONSISTENT): must be left out: the county exists already, and its name is not changed here")]
    [InlineData("county", null, "two-reforms-follow-up", null,
        "code two-reforms-follow-up (UNIQUE): must be another code: a report with another text has this one")]
    [InlineData("county", null, null, "none", "predecessor none (REFERENCE): must be the code of another report of county")]
    [InlineData("a\u200Bb", "一县", "r", null,
        "county  (CHARACTERS): must not contain invisible characters or spaces other than U+0020, but contains U+200B")]
    public async Task What_is_stated_about_a_report_is_checked_too(string county, string? name, string? code, string? predecessor,
        string message)
    {
        var done = await AddAsync(Text, [], stated: new() { County = county, CountyNameZh = name, Code = code, Predecessor = predecessor });
        Assert.Equal($"row , {message}", Refusal(done));
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_text_belongs_to_one_report_of_one_county()
    {
        await AddAsync(Text, []);
        Assert.Equal("row , county county (CONSISTENT): must be chengping: its report chengping-report-1 has this text",
            Refusal(await AddAsync(Text, [], stated: new() { County = "county" })));
        Assert.Equal("row , code other (UNIQUE): must be chengping-report-1, the code of the report with this text",
            Refusal(await AddAsync(Text, [], stated: new() { County = "chengping", Code = "other" })));
        var second = await AddAsync("又一份报告。\n", [], stated: new() { County = "chengping", Predecessor = "chengping-report-1" });
        Assert.Equal("chengping-report-2", second.Report);
    }

    [Fact]
    public async Task Other_columns_are_refused()
    {
        var draft = SampleReport.Draft(Text, []).Replace("wording,", "words,", StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<TableException>(() => SampleReport.AddAsync(database.Path, Text, draft));
        Assert.StartsWith("expected the columns that extract writes: start length wording sentence section value", refusal.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    private Task<ReportLoading> AddAsync(string text, Dictionary<string, string> indicators, AddReport? stated = null,
        bool dryRun = false) => SampleReport.AddAsync(database.Path, text, SampleReport.Draft(text, indicators), stated, dryRun);

    private static string Refusal(ReportLoading done)
    {
        var cell = Assert.Single(done.RefusedCells.Listed);
        return $"row {cell.Row}, {cell.Column} {cell.Value} ({cell.Rule}): {cell.Message.En}";
    }

    private static async Task<List<Figure>> AddedAsync(ReformDbContext context) => await FiguresAsync(context,
        await context.Set<Report>().SingleAsync(one => one.Code == "chengping-report-1"));

    private static Task<List<Figure>> FiguresAsync(ReformDbContext context, Report report) => context.Set<Figure>()
        .Include(figure => figure.Locator).Include(figure => figure.Restates).Where(figure => figure.ReportId == report.Id)
        .OrderBy(figure => figure.Id).ToListAsync();
}
