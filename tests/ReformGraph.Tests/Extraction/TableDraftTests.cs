using ReformGraph.Data.Extraction;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>What the headings and the rows of a table say of its cells.</summary>
public sealed class TableDraftTests
{
    [Theory]
    [InlineData("完成率", "0.85", "0.92", "1", "NOT_READ; NOT_READ; NOT_READ")]
    [InlineData("完成率", "0.85", "92%", "98.5", "NOT_READ; 92 PERCENT; 98.5 PERCENT")]
    [InlineData("完成率", "98.5%", "0", "50", "98.5 PERCENT; 0 PERCENT; 50 PERCENT")]
    [InlineData("占比", "98.5", "50.0", "0", "NOT_READ; NOT_READ; NOT_READ")]
    [InlineData("覆盖率", "100", "98", "-3", "NOT_READ; NOT_READ; NOT_READ")]
    [InlineData("增长率", "0.85", "-3.2%", "12.5", "0.85 PERCENT; 3.2 PERCENT; 12.5 PERCENT")]
    [InlineData("同比增幅", "0.85", "-0.03", "0.12", "NOT_READ; NOT_READ; NOT_READ")]
    [InlineData("同比增幅", "0.85", "-3.2", "12.5", "NOT_READ; NOT_READ; NOT_READ")]
    [InlineData("差错率", "0.85", "1.2", "0", "NOT_READ; NOT_READ; NOT_READ")]
    [InlineData("完成率（%）", "0.85", "0.92", "1", "0.85 PERCENT; 0.92 PERCENT; 1 PERCENT")]
    [InlineData("容积率", "0.85", "0.92", "1", "0.85 COUNT; 0.92 COUNT; 1 COUNT")]
    [InlineData("窗口数", "1", "0", "1", "1 COUNT; 0 COUNT; 1 COUNT")]
    public void A_rate_without_a_unit_is_read_only_if_its_column_shows_that_it_is_in_per_cent(string heading, string first,
        string second, string third, string expected) => Assert.Equal(expected, string.Join("; ",
        Rows($"乡镇\t{heading}\n甲镇\t{first}\n乙镇\t{second}\n丙镇\t{third}\n").Select(row => row.Quantity is { } read
            ? $"{read.Value / 1.000m} {read.Measure.Unit}" : row.Note == Rates.Unclear ? "NOT_READ" : row.Note)));

    [Fact]
    public void So_is_one_in_running_text() => Assert.Equal("0.85 NotRead; 0.85 Level; 85% Share", string.Join("; ",
        Rows("任务完成率达0.85，容积率为0.85，办结率达85%。").Select(row => $"{row.Wording} {row.Kind}")));

    [Fact]
    public void The_unit_above_a_table_of_counts_is_not_that_of_its_rates() => Assert.Equal(
        "12 COUNT 个; 98.5 NOT_READ; 12 COUNT 个; 98.5 PERCENT ", string.Join("; ",
            Rows("单位：个\n乡镇\t网点数\t满意率\n甲镇\t12\t98.5\n\n" +
                "单位：个、%\n乡镇\t网点数\t满意率\n甲镇\t12\t98.5\n")
                .Select(row => row.Quantity is { } read ? $"{row.Wording} {read.Measure.Unit} {read.Measure.Word}"
                    : $"{row.Wording} NOT_READ")));

    [Fact]
    public void Of_several_units_above_a_table_a_column_has_that_of_its_kind() => Assert.Equal(
        "18 18 COUNT; 1,250.5 12505000 YUAN; 860 860 SQUARE_METRE; 0.5 5000 YUAN",
        string.Join("; ", Rows("表1 撤并情况（单位：所、万元、平方米）\n" +
                "片区\t撤并数\t总投资\t校舍面积\t年租金\n城关\t18\t1,250.5\t860\t0.5\n")
            .Select(row => $"{row.Wording} {row.Quantity!.Value / 1.0000000000m} {row.Quantity.Measure.Unit}")));

    [Fact]
    public void The_unit_above_a_table_is_only_that_of_columns_of_its_kind()
    {
        Assert.Equal(
            "12 12 COUNT; 340 3400000 YUAN; 860 860 COUNT; 30 30 COUNT; 25 250000 YUAN; 40 40 COUNT; 98 NOT_READ; 5 50000 YUAN",
            Read("单位：万元", "项目数\t总投资\t建筑面积\t户数\t计划数\t受益人数\t完成率\t合计"));
        Assert.Equal("12 12 COUNT; 340 340 COUNT; 860 860 MU; 30 30 COUNT; 25 25 MU; 40 40 COUNT; 98 NOT_READ; 5 5 MU",
            Read("单位：亩", "项目数\t总投资\t流转面积\t户数\t计划数\t受益人数\t完成率\t合计"));
        Assert.Equal("12 12 COUNT; 340 340 PERSON; 860 860 COUNT; 30 30 PERSON; 25 25 COUNT; 40 40 COUNT; 98 NOT_READ; 5 5 PERSON",
            Read("单位：人", "户数\t受益人数\t低保户\t男性\t村数\t投资\t完成率\t人数"));

        static string Read(string unit, string headings) => string.Join("; ",
            Rows($"表1 情况（{unit}）\n乡镇\t{headings}\n甲镇\t12\t340\t860\t30\t25\t40\t98\t5\n")
                .Select(row => row.Quantity is { } read ? $"{row.Wording} {read.Value / 1.0000000000m} {read.Measure.Unit}"
                    : $"{row.Wording} NOT_READ"));
    }

    [Theory]
    [InlineData("指标\t数值\n投资额（万元）\t480\n办件（万件）\t5.6\n村（社区）\t12\n",
        "480 4800000 YUAN; 5.6 56000 COUNT; 12 12 COUNT")]
    [InlineData("指标\t数值（个）\t增幅\n投资额（万元）\t480\t8\n", "480 NOT_READ; 8 NOT_READ")]
    [InlineData("单位：万元、人\n乡镇\t投入\t培训\n甲镇\t100.5\t20\n", "100.5 1005000 YUAN; 20 20 PERSON")]
    [InlineData("单位：万元、人\n乡镇\t甲项\t乙项\n甲镇\t100.5\t20\n乙镇\t80\t30\n",
        "100.5 NOT_READ; 20 20 PERSON; 80 NOT_READ; 30 30 PERSON")]
    [InlineData("乡镇\t村数\t投资\n\t（个）\t（万元）\n甲镇\t12\t350\n", "12 12 COUNT; 350 3500000 YUAN")]
    [InlineData("乡镇\t村数\t投资\n单位\t个\t万元\n甲镇\t12\t350\n", "12 12 COUNT; 350 3500000 YUAN")]
    [InlineData("乡镇\t投资（万元）\t\n\t计划\t完成\n甲镇\t120\t90\n", "120 1200000 YUAN PLANNED; 90 900000 YUAN")]
    [InlineData("乡镇\t投资（万元）\n\t计划\t完成\n甲镇\t120\t90\n", "120 1200000 YUAN PLANNED; 90 900000 YUAN")]
    [InlineData("乡镇\t投资（万元）\t人数（人）\t\n\t\t去年同期\t现有\n甲镇\t120\t90\t95\n",
        "120 1200000 YUAN; 90 90 PERSON BASELINE; 95 95 PERSON")]
    [InlineData("乡镇\t2023年\t\t2024年\t\n\t投资（万元）\t人数（人）\t投资（万元）\t人数（人）\n" +
        "甲镇\t1\t2\t3\t4\n",
        "1 10000 YUAN 2023年; 2 2 PERSON 2023年; 3 30000 YUAN 2024年; 4 4 PERSON 2024年")]
    [InlineData("乡镇\t投资（万元）\t\n\t2023年\t上半年\n甲镇\t1\t2\n", "1 10000 YUAN 2023年; 2 20000 YUAN 上半年")]
    [InlineData("乡镇\t村（社区）\t\n\t村\t社区\n甲镇\t12\t3\n", "12 12 COUNT; 3 3 COUNT")]
    [InlineData("乡镇\t名称\t数量（个）\n\t城关中心\t3\n", "3 3 COUNT")]
    public void A_header_may_have_two_rows_and_a_row_its_own_unit(string text, string expected) => Assert.Equal(expected,
        string.Join("; ", Rows(text).Select(row => row.Quantity is { } read
            ? $"{row.Wording} {read.Value / 1.000m} {read.Measure.Unit}" + (row.Kind switch
            {
                DraftKind.Planned => " PLANNED",
                DraftKind.Baseline => " BASELINE",
                _ => "",
            }) + (row.Period is null ? "" : $" {row.Period}") : $"{row.Wording} NOT_READ")));

    [Theory]
    [InlineData("乡镇\t同比\n甲镇\t增长12.5%\n乙镇\t下降5%\n", "12.5% ChangeRate UP; 5% ChangeRate DOWN")]
    [InlineData("乡镇\t增减\n甲镇\t↓5%\n乙镇\t↑3.2%\n", "↓5% ChangeRate DOWN; ↑3.2% ChangeRate UP")]
    [InlineData("乡镇\t同比（%）\n甲镇\t(5)\n乙镇\t3\n", "5 ChangeRate DOWN; 3 ChangeRate UP")]
    [InlineData("乡镇\t结余（万元）\n甲镇\t(5)\n乙镇\t3\n", "5 NotRead; 3 Level")]
    public void A_fall_in_a_table_is_none_of_its_rises(string text, string expected) => Assert.Equal(expected, string.Join("; ",
        Rows(text).Select(row => $"{row.Wording} {row.Kind}{(row.IsRise is null ? "" : row.IsRise.Value ? " UP" : " DOWN")}")));

    [Theory]
    [InlineData("指标\t2023年\t2024年（件）\n办件\t120\t150\n", "120 2023年; 150 2024年")]
    [InlineData("指标\t2023\t2024\n办件\t120\t150\n", "120 2023; 150 2024")]
    [InlineData("指标\t2023\n办件\t120\n", "120 2023")]
    [InlineData("指标\t上半年\t2024年1—9月\t较2023年增减（%）\n办件\t120\t150\t8\n",
        "120 上半年; 150 2024年1—9月; 8 ")]
    [InlineData("年份\t办件（件）\n2023\t120\n2024年\t150\n", "120 2023; 150 2024年")]
    [InlineData("乡镇\t2023年度（件）\t平均办理时间（天）\n甲镇\t120\t3\n", "120 2023年度; 3 ")]
    [InlineData("乡镇\t建成时间\t床位（张）\n甲镇\t2021年12月\t120\n", "120 ")]
    public void A_cell_has_the_period_of_its_column_or_of_the_words_of_its_row(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Rows(text).Select(row => $"{row.Wording} {row.Period}")));

    [Fact]
    public void If_both_state_a_period_the_note_says_so()
    {
        var row = Assert.Single(Rows("时段\t2024年\n一季度\t120\n"));
        Assert.Equal((null, "no unit is stated; the row states the period 一季度, and the column 2024年"), (row.Period, row.Note));
    }

    [Theory]
    [InlineData("计划（个）", "Planned Target")]
    [InlineData("年度目标（个）", "Planned Target")]
    [InlineData("2024年目标值", "Planned Target")]
    [InlineData("投资计划（万元）", "Planned Target")]
    [InlineData("拟建数", "Planned Target")]
    [InlineData("完成计划（%）", "Share Level")]
    [InlineData("目标完成率（%）", "Share Level")]
    [InlineData("计划生育户（户）", "Level Level")]
    [InlineData("目标完成数", "Level Level")]
    [InlineData("目标群体人数（人）", "Level Level")]
    [InlineData("计划外项目数", "Level Level")]
    [InlineData("改革前后变化", "Level Level")]
    [InlineData("合并前后差额（万元）", "Level Level")]
    [InlineData("工业增加值（亿元）", "Level Level")]
    [InlineData("农林牧渔业增加值", "Level Level")]
    [InlineData("同比（%）", "ChangeRate GrowthRate UP")]
    [InlineData("环比（%）", "ChangeRate GrowthRate UP")]
    [InlineData("同比±%", "ChangeRate GrowthRate UP")]
    [InlineData("改革前（个）", "Baseline Baseline")]
    [InlineData("去年同期", "Baseline Baseline")]
    [InlineData("上年数", "Baseline Baseline")]
    [InlineData("较去年同期增加（个）", "Change Change UP")]
    [InlineData("减少数", "Change Change DOWN")]
    [InlineData("提高（个百分点）", "Change Change UP")]
    [InlineData("新增（个）", "Level Cumulative")]
    [InlineData("培训人数（人）", "Level Cumulative")]
    public void The_heading_of_a_column_says_what_its_cells_are(string heading, string expected)
    {
        var row = Assert.Single(Rows($"乡镇\t{heading}\n甲镇\t12\n"));
        Assert.Equal(expected, $"{row.Kind} {row.Role}{(row.IsRise is null ? "" : row.IsRise.Value ? " UP" : " DOWN")}");
    }

    [Fact]
    public void A_rate_since_the_year_before_has_the_direction_of_its_sign() => Assert.Equal(
        "5.2 ChangeRate True; -3.2 ChangeRate False",
        string.Join("; ", Rows("乡镇\t同比（%）\n甲镇\t5.2\n乙镇\t-3.2\n")
            .Select(row => $"{row.Wording} {row.Kind} {row.IsRise}")));

    [Fact]
    public void A_table_with_columns_of_plans_after_the_next_steps_has_other_columns_too()
    {
        const string expected = "62 Planned; 48 Level; 72% Share";
        const string table = "乡镇\t目标任务（宗）\t完成（宗）\t完成率\n城关镇\t62\t48\t72%\n";
        Assert.Equal("3个 Planned; " + expected, Kinds($"三、下步打算\n新建中心3个。\n{table}"));
        Assert.Equal("3个 Planned; " + expected,
            Kinds($"三、下步打算\n新建中心3个。\n表1 2024年目标任务完成情况\n{table}"));
        Assert.Equal(expected, Kinds($"二、成效\n表1 2024年盘活情况\n{table}"));

        static string Kinds(string text) => string.Join("; ", Rows(text).Select(row => $"{row.Wording} {row.Kind}"));
    }

    [Fact]
    public void What_a_row_names_in_a_period_is_a_flow() => Assert.Equal("120 Flow; 150 Flow",
        string.Join("; ", Rows("指标\t2023年\t2024年\n办理事项（件）\t120\t150\n").Select(row => $"{row.Wording} {row.Role}")));

    [Fact]
    public void The_second_row_of_a_header_names_the_columns() => Assert.Equal("50 Planned COUNT 宗; 36 Level COUNT 宗",
        string.Join("; ", Rows("乡镇\t盘活情况\n名称\t计划（宗）\t完成（宗）\n甲镇\t50\t36\n")
            .Select(row => $"{row.Wording} {row.Kind} {row.Quantity!.Measure.Unit} {row.Quantity.Measure.Word}")));

    private static List<DraftRow> Rows(string text) => [.. ReportDraft.Make(new(text, text.Length), all: false)];
}
