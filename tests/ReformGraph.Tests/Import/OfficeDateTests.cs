using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Dates as offices write them.</summary>
public sealed class OfficeDateTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static readonly string[] Missing = ["the year", "the day", "a zero", "a day"];

    private const string Table =
        "村代码,风险等级,化解时限,研判日期\n1,高,2023年9月,2023.3.5\n2,高,2023年底前,45107\n3,高,长期,2023年2月28\n4,高,2024-06-30,\n";

    [Theory]
    [InlineData("2023年9月30日", "2023-09-30")]
    [InlineData("2023 年 9 月 30 日", "2023-09-30")]
    [InlineData("2023年9月30", "2023-09-30")]
    [InlineData("2023年9月30号", "2023-09-30")]
    [InlineData("２０２３．９．３０", "2023-09-30")]
    [InlineData("2023.9.30.", "2023-09-30")]
    [InlineData("2023-09-30 00:00:00", "2023-09-30")]
    [InlineData("20230930", "2023-09-30")]
    [InlineData("45199", "2023-09-30")]
    [InlineData("二〇二三年九月三十日", "2023-09-30")]
    [InlineData("二○二三年十月十二日", "2023-10-12")]
    [InlineData("二零二三年十二月二十一日", "2023-12-21")]
    [InlineData("2023年2月30日", "TYPE")]
    [InlineData("2023年13月1日", "TYPE")]
    [InlineData("20231301", "TYPE")]
    [InlineData("9月30日", "AMBIGUOUS the year")]
    [InlineData("9月底", "AMBIGUOUS the year")]
    [InlineData("12月", "AMBIGUOUS the year")]
    [InlineData("今年9月底前", "AMBIGUOUS the year")]
    [InlineData("23.9.30", "AMBIGUOUS the year")]
    [InlineData("2023.1", "AMBIGUOUS a zero")]
    [InlineData("已完成", "TYPE")]
    [InlineData("长期", "TYPE")]
    [InlineData("2023年9月5日、10月5日", "TYPE")]
    [InlineData("2023年3月—9月", "TYPE")]
    [InlineData("一般", "TYPE")]
    public void A_day_is_read_in_any_form_of_an_office_or_refused(string text, string expected)
    {
        Assert.Equal(expected, Read("dueOn", text));
        Assert.Equal(expected, Read("assessedOn", text));
    }

    [Theory]
    [InlineData("2023年9月", "2023-09-30")]
    [InlineData("2023年09月份", "2023-09-30")]
    [InlineData("2023.09", "2023-09-30")]
    [InlineData("2023.10", "2023-10-31")]
    [InlineData("2023.9月", "2023-09-30")]
    [InlineData("2023-2", "2023-02-28")]
    [InlineData("2024/2", "2024-02-29")]
    [InlineData("202309", "2023-09-30")]
    [InlineData("2023年9月底", "2023-09-30")]
    [InlineData("2023年9月底前", "2023-09-30")]
    [InlineData("2023年9月末", "2023-09-30")]
    [InlineData("2023年9月上旬", "2023-09-10")]
    [InlineData("2023年9月中旬", "2023-09-20")]
    [InlineData("2023年9月下旬", "2023-09-30")]
    [InlineData("二〇二三年九月底", "2023-09-30")]
    [InlineData("2023年", "2023-12-31")]
    [InlineData("2023", "2023-12-31")]
    [InlineData("2023年底", "2023-12-31")]
    [InlineData("2023年年底前", "2023-12-31")]
    [InlineData("2023年末", "2023-12-31")]
    [InlineData("2023年上半年", "2023-06-30")]
    [InlineData("2023年下半年", "2023-12-31")]
    [InlineData("2023年第三季度", "2023-09-30")]
    [InlineData("2023年4季度", "2023-12-31")]
    [InlineData("2023年三季度末", "2023-09-30")]
    [InlineData("2023年第三季度底前", "2023-09-30")]
    public void A_period_is_the_last_day_of_a_deadline_and_no_day_of_an_event(string text, string expected)
    {
        Assert.Equal(expected, Read("dueOn", text));
        Assert.Equal("AMBIGUOUS the day", Read("assessedOn", text));
    }

    [Theory]
    [InlineData("2023年9月30日前", "2023-09-30", "TYPE")]
    [InlineData("2023-9-30之前", "2023-09-30", "TYPE")]
    [InlineData("2023年9月前", "AMBIGUOUS a day", "AMBIGUOUS the day")]
    [InlineData("2023年以前", "AMBIGUOUS a day", "AMBIGUOUS the day")]
    [InlineData("2023年9月初", "TYPE", "TYPE")]
    public void What_is_to_be_done_before_a_day_is_due_on_it(string text, string due, string assessed)
    {
        Assert.Equal(due, Read("dueOn", text));
        Assert.Equal(assessed, Read("assessedOn", text));
    }

    [Theory]
    [InlineData("risk-villages", "dueOn", true)]
    [InlineData("asset-handovers", "dueOn", true)]
    [InlineData("reform-tasks", "dueOn", true)]
    [InlineData("problems", "dueOn", true)]
    [InlineData("asset-handovers", "handedOverOn", false)]
    [InlineData("asset-handovers", "leaseEndsOn", false)]
    [InlineData("facility-consolidations", "effectiveOn", false)]
    public void Only_deadlines_end_with_their_month(string entity, string field, bool isDeadline) =>
        Assert.Equal(isDeadline ? "2023-09-30" : "AMBIGUOUS the day", Read(field, "2023年9月", entity));

    [Fact]
    public async Task A_month_where_a_day_is_asked_for_is_refused_in_natural_Chinese()
    {
        var report = await ImportAsync(Encoding.UTF8.GetBytes("编码,风险等级,研判日期\nX,高,2023年9月\n"), ".csv", null);
        Assert.Equal("须写明具体日期（到日），例如 2023-09-30；不清楚时请留空",
            Assert.Single(report.RefusedCells.Listed).Message.Zh);
    }

    [Fact]
    public async Task A_dry_run_shows_the_last_days_and_the_words_that_a_mapping_explains()
    {
        var report = await ImportAsync(Encoding.UTF8.GetBytes(Table), ".csv", null);
        Assert.Equal("4 化解时限 长期",
            Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Value}")));
        Assert.Contains("a mapping can say what other words stand for", report.RefusedCells.Listed[0].Message.En, StringComparison.Ordinal);
        Assert.Equal([("2023年9月", "2023-09-30"), ("2023年底前", "2023-12-31"), ("长期", null)],
            report.Reading!.Columns[2].Values!.Select(value => (value.Key, value.Value)));
        Assert.Null(report.Reading.Columns[3].Values);
        report = await ImportAsync(Encoding.UTF8.GetBytes(Table), ".csv", """{"riskVillages":{"values":{"dueOn":{"长 期":null}}}}""");
        Assert.Equal((4, 0), (report.Created.Total, report.RefusedCells.Total));
        await using var context = SeededDatabase.Open(database.Path);
        Assert.Equal(["2023-09-30 2023-03-05", "2023-12-31 2023-06-30", " 2023-02-28", "2024-06-30 "],
            (await context.Set<RiskVillage>().OrderByDescending(row => row.Id).Take(4).ToListAsync()).OrderBy(row => row.Id)
            .Select(row => $"{CellValue.TextOf(row.DueOn)} {CellValue.TextOf(row.AssessedOn)}"));
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"", "45170", "2023-09-30", "AMBIGUOUS")] // as Excel stores 2023年9月
    [InlineData("yyyy\"年\"m\"月\"", "45184", "2023-09-15", "2023-09-15")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45170", "2023-09-01", "2023-09-01")]
    [InlineData("yyyy\"年\"", "44927", "2023-12-31", "AMBIGUOUS")]
    [InlineData("0.00", "2023.1", "2023-10-31", "AMBIGUOUS")]
    [InlineData("General", "2023.1", "AMBIGUOUS", "AMBIGUOUS")]
    [InlineData("General", "2023.09", "2023-09-30", "AMBIGUOUS")]
    [InlineData("General", "202309", "2023-09-30", "AMBIGUOUS")]
    [InlineData("General", "2023", "2023-12-31", "AMBIGUOUS")]
    public async Task A_cell_of_a_workbook_that_shows_a_month_is_one(string format, string number, string due, string assessed)
    {
        var styles = $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
        var cell = $"<c s=\"1\"><v>{number}</v></c>";
        foreach (var (heading, field, expected) in new[] { ("化解时限", "dueOn", due), ("研判日期", "assessedOn", assessed) })
        {
            var file = Importing.Zip(Importing.Parts(["编码", "风险等级", heading], ["RV-H-001", "高", cell])
                .Select(part => part.Name == "xl/styles.xml" ? (part.Name, styles) : part));
            var report = await ImportAsync(file, ".xlsx", null, dryRun: true);
            Assert.Equal(expected, report.RefusedCells.Listed is [var refused, ..] ? refused.Rule
                : Assert.Single(report.Changed.Listed[0].Fields!, one => one.Column == field).After);
        }
    }

    private static string Read(string field, string text, string entity = "risk-villages")
    {
        var (value, problem) = ImportValue.Read(
            Importing.Options(entity).Headings.Find(field)! with { IsOfOffice = true }, text, NumberNotation.Usual);
        return problem is null ? CellValue.TextOf(value)
            : problem.Rule + (problem.Rule == "AMBIGUOUS" && Array.Find(Missing, problem.Message.En.Contains) is { } missing
                ? $" {missing}" : string.Empty);
    }

    private Task<ImportReport> ImportAsync(byte[] file, string extension, string? mapping, bool dryRun = false) =>
        Importing.RunAsync(database.Path, "risk-villages", file, dryRun, extension, asked: request => request with
        {
            Register = new("county", Importing.Mapping(mapping, request.Entity), AddsPlaces: false, Replaces: false),
        });
}
