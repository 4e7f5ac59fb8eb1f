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
