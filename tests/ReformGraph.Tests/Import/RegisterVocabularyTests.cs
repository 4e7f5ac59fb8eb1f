using System.Text;
using System.Text.Json;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What offices call columns and values.</summary>
public sealed class RegisterVocabularyTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static readonly JsonElement Document =
        JsonElement.Parse(Repository.Read("src/ReformGraph.Data/Registers/register-headings.json"));

    public static TheoryData<string> Registers() =>
        [.. Document.EnumerateObject().Select(part => part.Name).Where(name => name != "all")];

    [Theory]
    [MemberData(nameof(Registers))]
    public void Every_word_names_a_field_or_a_value_that_the_register_has(string register)
    {
        var headings = new ImportHeadings(Importing.Model.Entities.Single(entity => entity.Plural == register));
        var part = Document.GetProperty(register);
        Assert.Equal([], part.GetProperty("fields").EnumerateObject().Select(field => field.Name)
            .Where(name => headings.Find(name)?.Given is null && name is not ("remark" or "progress")));
        foreach (var field in part.TryGetProperty("values", out var values) ? values.EnumerateObject().ToList() : [])
        {
            var known = headings.Find(field.Name)!;
            Assert.Equal([], field.Value.EnumerateObject().Where(value => CellValue.Parse(known.Type, value.Value.GetString()!) is null
                || known.Type.EnumValues().Any(one => one.LabelZh == value.Name)).Select(value => $"{value.Name} {value.Value}"));
        }
    }

    [Theory]
    [InlineData("facility-consolidations", "设施名称 nameZh,设施类别 type,整合方式 action,是否建成 status,建成时间 ef" +
        "fectiveOn," +
        "投资额（万元） investment,床位数 capacity,建筑面积㎡ floorArea,镇乡 township,村名称 village")]
    [InlineData("facility-consolidations", "机构名称 nameZh,机构类别 type,建设性质 action,撤并时间 effectiveOn,总投资" +
        "万元 investment," +
        "床位（学位）数 capacity,所在镇街 township,村（居） village,建设进展 status,并入学校 mergedInto")]
    [InlineData("asset-handovers", "房屋名称 nameZh,房屋类别 assetClass,处置途径 method,产权单位 fromHolder,承租人 toH" +
        "older," +
        "目前用途 newUse,资产面积（㎡） floorArea,账面金额 bookValue,成交价款 proceeds,年租赁收入 annualRent,合" +
        "同到期时间 leaseEndsOn," +
        "计划处置时间 dueOn,实际处置时间 completedOn,是否盘活 disposalStatus")]
    [InlineData("reform-tasks", "工作事项 titleZh,任务类型 kind,牵头责任单位 leadDepartment,县领导 leadOfficial,时间" +
        "节点 dueOn," +
        "完成率% progress,是否办结 status,办结日期 completedOn,四大任务 majorTask")]
    [InlineData("problems", "发现问题 statement,反馈单位 source,整改责任单位 responsibleDepartment,牵头县领导 responsi" +
        "bleLeader," +
        "整改完成时限 dueOn,整改完成日期 closedOn")]
    [InlineData("risk-villages", "所在镇 township,建制村 village,风险等级 level,是否整改到位 status,包案县领导 leadOfficial,风险隐" +
        "患 riskFactors," +
        "评估时间 assessedOn,计划销号时间 dueOn,实际销号时间 resolvedOn")]
    public void A_heading_of_an_office_is_known(string register, string expected)
    {
        var (headings, columns) = (new ImportHeadings(ImportRequest.Find(Importing.Model, register)!), expected.Split(','));
        var meanings = new HeadingMeanings(headings, new(headings.Entity.Plural), null)
            .Assign([.. columns.Select((column, at) => (at, (IReadOnlyList<string>)[column.Split(' ')[0]], false))], []);
        Assert.Equal(columns, meanings.Select(column => $"{column.Heading} {column.Field?.Name}"));
    }

    [Theory]
    [InlineData("reform-tasks", "任务名称,完成情况\n甲,滞后\n乙,已完成并长期坚持\n", "OTHER COMPLETED")]
    [InlineData("risk-villages", "村代码,风险等级,户数,总人口\n990101001201,中等风险,320,1100\n", "MEDIUM")]
    public async Task A_word_whose_meaning_is_certain_is_understood(string register, string table, string values)
    {
        var report = await Importing.RunAsync(database.Path, register, Encoding.UTF8.GetBytes(table), dryRun: true,
            asked: request => request with { Register = new("county", null, AddsPlaces: false, Replaces: false) });
        Assert.Equal((values, 0), (string.Join(' ', report.Reading!.Columns[1].Values!.Values), report.RefusedCells.Total));
        Assert.All(report.Reading.Columns.Skip(2), column => Assert.Equal("such values are not stored", column.NotStored!.En));
    }

    [Fact]
    public async Task A_table_that_is_sent_as_another_register_is_told_which_it_resembles()
    {
        var report = await Importing.RunAsync(database.Path, "problems",
            Encoding.UTF8.GetBytes("序号,乡镇,村名称,风险等级,主要问题,化解时限\n" +
                "1,甲镇,东村,高,某问题,2024-06-30\n"),
            dryRun: true,
            asked: request => request with { Register = new("county", null, AddsPlaces: false, Replaces: false) });
        Assert.Equal("The headings are those of riskVillages rather than of problems: 6 of 6 headings are known there, and 4 here.",
            Assert.Single(report.Reading!.Warnings).En);
        Assert.NotEqual(0, report.RefusedCells.Total);
    }

    [Fact]
    public async Task A_facility_that_no_type_names_is_OTHER_in_the_words_of_the_office()
    {
        var report = await Importing.RunAsync(database.Path, "facility-consolidations", Encoding.UTF8.GetBytes(
            "设施名称,设施类别,整合方式\n甲,乡镇卫生院,改扩建\n乙,养老服务中心,新建\n" +
            "丙,日间照料中心,新建\n丁,村卫生室,保留\n" +
            "戊,党群服务中心,规范化建设\n己,村级活动阵地,拟建\n庚,职教中心,并入\n"),
            asked: request => request with { Register = new("county", null, AddsPlaces: false, Replaces: false) });
        Assert.Equal((7, 0), (report.Created.Total, report.RefusedCells.Total));
        await using var context = SeededDatabase.Open(database.Path);
        Assert.Equal(
            [
                "丁 Other 村卫生室 Other 保留", "丙 Other 日间照料中心 Built ", "乙 ElderlyCareCentre  Built ",
                "己 Other 村级活动阵地 Planned ", "庚 VocationalSchool  MergedOrClosed ",
                "戊 Other 党群服务中心 EstablishedToStandard ", "甲 HealthCentre  Improved ",
            ],
            context.Set<FacilityConsolidation>().Where(row => row.NameZh != null).AsEnumerable()
                .Select(row => $"{row.NameZh} {row.Type} {row.TypeWording} {row.Action} {row.ActionWording}")
                .Order(StringComparer.Ordinal));
    }
}
