using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>The townships and villages that the registers of a county name.</summary>
public sealed class CountyPlaceTests
{
    private static readonly (string Entity, string Table)[] Registers =
    [
        ("risk-villages", "乡镇,村名称,村代码,风险等级\n甲 镇,东村,001201,高\n乙镇,西村,002201,低\n"),
        ("facility-consolidations", "序号,设施名称,设施类别,整合方式,所在乡镇,所在村\n1,甲卫生院,卫生院,新建,甲镇,\n2,东村便民服务室,便民服务室,新建,甲镇,东村\n"),
        ("asset-handovers", "序号,乡镇,资产名称,资产类别\n1,乙镇,老楼,其他\n2,丙乡,新楼,其他\n"),
    ];

    [Fact]
    public async Task Places_have_the_same_codes_whichever_register_names_them_first()
    {
        List<string> expected =
        [
            "990101-丙乡  ", "990101-乙镇 990101002 ", "990101-乙镇西村 990101002201 990101-乙镇",
            "990101-甲镇 990101001 ", "990101-甲镇东村 990101001201 990101-甲镇",
        ];
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 0, 2]])
        {
            using var database = await CountyAsync();
            foreach (var (entity, table) in order.Select(at => Registers[at]))
            {
                Assert.Empty((await ImportAsync(database, entity, table)).RefusedCells.Listed);
            }

            Assert.Equal(expected, await PlacesAsync(database));
            foreach (var (entity, table) in Registers)
            {
                var again = await ImportAsync(database, entity, table);
                Assert.Equal((null, again.Rows, null as long?), (again.Reading!.NewPlaces, again.Unchanged, again.Change));
            }

            await Importing.AuditAsync(database.Path);
        }
    }

    [Fact]
    public async Task A_place_that_the_county_has_keeps_its_code_and_gets_the_area_code_that_it_lacks()
    {
        using var database = await CountyAsync();
        await Importing.RunAsync(database.Path, "townships",
            "code,nameZh,knownAs,county,areaCode\nT1,甲镇,甲镇,990101,\nT2,乙镇,乙镇,990101,990101009\n");
        var report = await ImportAsync(database, "risk-villages", Registers[0].Table);
        Assert.Equal((1, 2), (report.Reading!.PlacesWithNewAreaCodes, report.Reading.NewPlaces!.Total));
        Assert.Equal(["990101-乙镇西村 990101002201 T2", "990101-甲镇东村 990101001201 T1", "T1 990101001 ", "T2 990101009 "],
            await PlacesAsync(database));
        await Importing.AuditAsync(database.Path);
    }

    [Theory]
    [InlineData("西湾镇、湖东镇")]
    [InlineData("西湾镇 湖东镇")]
    [InlineData("西湾镇和湖东镇")]
    [InlineData("各乡镇")]
    [InlineData("各有关乡镇")]
    [InlineData("湖东镇等3个乡镇")]
    [InlineData("湖东镇等乡镇")]
    [InlineData("全县")]
    [InlineData("全县各乡镇")]
    [InlineData("县直部门")]
    [InlineData("湖东镇（撤并）")]
    [InlineData("无")]
    public async Task A_list_or_a_group_of_townships_is_no_new_township(string township)
    {
        using var database = await CountyAsync();
        var report = await ImportAsync(database, "problems", $"序号,问题描述,涉及乡镇\n1,某问题,{township}\n");
        Assert.Equal("must be the name of one township and nothing else: give each its own row, or leave the cell empty if the row is " +
            "about several or all", Assert.Single(report.RefusedCells.Listed).Message.En);
        Assert.Empty(await PlacesAsync(database));
        Assert.Null(report.Reading!.NewPlaces);
    }

    [Theory]
    [InlineData("各村")]
    [InlineData("全镇")]
    [InlineData("各村（社区）")]
    [InlineData("东村、西村")]
    [InlineData("东村等3个村")]
    [InlineData("东村和西村")]
    [InlineData("沙嘴村（撤并）")]
    public async Task A_list_or_a_group_of_villages_is_no_new_village(string village)
    {
        using var database = await CountyAsync();
        var report = await ImportAsync(database, "risk-villages", $"乡镇,村名称,风险等级\n甲镇,{village},高\n");
        Assert.StartsWith("must be the name of one village or community and nothing else",
            Assert.Single(report.RefusedCells.Listed).Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("甲镇,平等村")]
    [InlineData("甲镇,和平村")]
    [InlineData("甲镇,全福村")]
    [InlineData("各莫乡,新村社区")]
    [InlineData("古镇镇,村头村")]
    public async Task A_name_that_only_looks_like_a_list_is_one_place(string names)
    {
        using var database = await CountyAsync();
        var report = await ImportAsync(database, "risk-villages", $"乡镇,村名称,风险等级\n{names},高\n");
        Assert.Equal((1, 2, 0), (report.Created.Total, report.Reading!.NewPlaces!.Total, report.RefusedCells.Total));
    }

    [Fact]
    public async Task A_village_is_found_by_the_names_that_offices_give_it()
    {
        using var database = await CountyAsync();
        await ImportAsync(database, "villages", "乡镇,名称\n湖东镇,荻港村\n湖东镇,湖心社区\n湖东街道,荻港村\n");
        foreach (var (named, code) in new[]
        {
            ("湖东镇,湖东镇荻港村", "湖东镇-荻港村"), ("湖东镇,荻港村委会", "湖东镇-荻港村"),
            ("湖东镇,荻港村村民委员会", "湖东镇-荻港村"), ("湖东镇,荻港村（社区）", "湖东镇-荻港村"),
            ("湖东镇,某县湖东镇湖心居委会", "湖东镇-湖心社区"),
            ("湖东镇,湖心社区居委会", "湖东镇-湖心社区"),
            ("某县湖东镇,湖心社区", "湖东镇-湖心社区"), ("湖东街道办事处,荻港村", "湖东街道-荻港村"),
        })
        {
            var report = await ImportAsync(database, "risk-villages", $"乡镇,村名称,风险等级\n{named},高\n");
            Assert.Equal((named, 0, true), (named, report.RefusedCells.Total, report.Reading!.NewPlaces is null));
            Assert.Equal((named, 1), (named,
                report.Unchanged + report.Created.Listed.Count(row => row.Key.EndsWith(code, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task A_new_place_that_may_be_one_of_the_county_is_refused_or_warned_of()
    {
        using var database = await CountyAsync();
        await ImportAsync(database, "villages", "乡镇,名称\n湖东镇,荻港村\n");
        foreach (var (named, kind, like) in new[]
            { ("湖东镇,荻港", "village or community", "荻港村"), ("湖东,某村", "township", "湖东镇") })
        {
            var refused = await ImportAsync(database, "risk-villages", $"乡镇,村名称,风险等级\n{named},高\n");
            Assert.Contains($"must be the full name of a {kind}: the county has {like}, which it may be",
                refused.RefusedCells.Listed.Select(cell => cell.Message.En));
        }

        var warned = await ImportAsync(database, "risk-villages", "乡镇,村名称,风险等级\n湖东镇,荻港社区,高\n");
        Assert.Equal("Row 2: 荻港社区 is new to the county, which has 荻港村. If they are the same place, use the name that the " +
            "county has.", Assert.Single(warned.Reading!.Warnings).En);
        Assert.Equal((1, 1), (warned.Created.Total, warned.Reading.NewPlaces!.Total));
    }

    private static async Task<SeededDatabase> CountyAsync()
    {
        var database = new SeededDatabase();
        await Importing.RunAsync(database.Path, "counties", "code,areaCode,nameZh,knownAs\n990101,990101,某县,某县\n");
        return database;
    }

    private static async Task<List<string>> PlacesAsync(SeededDatabase database)
    {
        await using var context = database.Open();
        var townships = await context.Set<Township>().Where(one => one.County.Code == "990101").ToListAsync();
        var villages =
            await context.Set<Village>().Where(one => one.Township.County.Code == "990101").Include(one => one.Township).ToListAsync();
        return [.. townships.Select(one => $"{one.Code} {one.AreaCode} ")
            .Concat(villages.Select(one => $"{one.Code} {one.AreaCode} {one.Township.Code}"))
            .Order(StringComparer.Ordinal)];
    }

    private static Task<ImportReport> ImportAsync(SeededDatabase database, string entity, string table) =>
        Importing.RunAsync(database.Path, entity, Encoding.UTF8.GetBytes(table),
            asked: request => request with { Register = new("990101", null, AddsPlaces: true, Replaces: false) });
}
