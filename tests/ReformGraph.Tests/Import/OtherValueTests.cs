using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What a code list does not name is OTHER, with the wording of the office.</summary>
public sealed class OtherValueTests : IAsyncLifetime
{
    // The lists whose values are all there are: three levels, and the four major tasks.
    private static readonly string[] Closed = ["riskVillages.level", "reformTasks.majorTask"];

    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public void Every_code_list_of_a_register_has_a_value_for_the_rest_and_a_field_for_its_wording() => Assert.Equal(Closed,
        from entity in Importing.Model.Entities
        where (string[])["riskVillages", "assetHandovers", "facilityConsolidations", "reformTasks", "problems", "townships", "villages"]
            is var registers && registers.Contains(entity.Plural)
        orderby entity.Plural descending
        from field in entity.Fields.OfType<ScalarField>()
        where field.Type.IsEnum && !(field.Type.EnumValues().Any(value => value.Name == "OTHER")
            && entity.Find(field.Name + "Wording") is ScalarField)
        select $"{entity.Plural}.{field.Name}");

    [Fact]
    public async Task The_wording_is_kept_where_the_value_is_OTHER_and_nowhere_else()
    {
        const string table = "资产编号,资产名称,资产类别,处置方式,处置状态\n" +
            "A1,冷库,其他（冷库）,拆除,权属纠纷\nA2,甲楼,五站五所,租赁,已处置\nA3,乙楼,其他,其它：以物抵债,\nA4,丙楼,OTHER,/,处置中\n";
        var report = await ImportAsync("asset-handovers", table);
        Assert.Equal("权属纠纷", Assert.Single(report.RefusedCells.Listed).Value);
        report = await ImportAsync("asset-handovers", table,
            """{"assetHandovers":{"values":{"disposalStatus":{"权属纠纷":"OTHER"}}}}""");
        Assert.Empty(report.RefusedCells.Listed);
        Assert.Equal([("拆除", "OTHER"), ("租赁", "LEASE"), ("其它:以物抵债", "OTHER")],
            report.Reading!.Columns.Single(column => column.Field == "method").Values!.Select(value => (value.Key, value.Value!)));
        const string query = """
            { assetHandovers(where: { code: { startsWith: "A" , in: ["A1", "A2", "A3", "A4"] } }, order: [{ code: ASC }]) { nodes {
              assetClass assetClassWording method methodWording disposalStatus disposalStatusWording } } }
            """;
        Assert.Equal("""
            OTHER 冷库 OTHER 拆除 OTHER 权属纠纷
            FIVE_STATIONS_AND_FIVE_OFFICES null LEASE null COMPLETED null
            OTHER null OTHER 以物抵债 null null
            OTHER null null null UNDER_WAY null
            """, await ShownAsync(query));
        report = await ImportAsync("asset-handovers", "资产编号,处置方式,处置方式原文\nA1,租赁,\nA3,其他,抵债\n");
        Assert.Equal(["A1 method=LEASE methodWording=", "A3 methodWording=抵债"], report.Changed.Listed.Select(row =>
            $"{row.Key.Split('|')[^1]} {string.Join(' ', row.Fields!.Select(field => $"{field.Column}={field.After}"))}"));
        await WriteServer.AuditAsync(server.Database.Path);
    }

    [Fact]
    public async Task A_row_of_another_status_is_neither_open_nor_done()
    {
        var report = await ImportAsync("reform-tasks", "任务编号,任务名称,任务类别,任务状态,完成时限,完成时间\n" +
            "T1,甲,专项行动,暂缓实施,2023年6月,\nT2,乙,任务,暂缓实施,2023年6月,2023-05-04\n",
            """{"reformTasks":{"values":{"kind":{"专项行动":"OTHER"},"status":{"暂缓实施":"OTHER"}}}}""");
        Assert.Empty(report.RefusedCells.Listed);
        Assert.Equal("OTHER 专项行动 OTHER 暂缓实施 false null\nTASK null OTHER 暂缓实施 false false", await ShownAsync("""
            { reformTasks(where: { code: { in: ["T1", "T2"] } }, order: [{ code: ASC }]) { nodes {
              kind kindWording status statusWording then: overdue(on: "2023-06-30") after: overdue(on: "2023-07-01") } } }
            """));
    }

    [Fact]
    public async Task The_register_of_problems_is_read_with_the_headings_of_offices()
    {
        var report = await ImportAsync("problems", "某县问题整改台账\n" +
            "序号,存在问题,反馈来源,牵头单位,责任县领导,涉及乡镇,整改时限,是否销号,销号时间\n1,资产未入账,审计,县财政局,李　某,,2024年6月底,否,\n",
            """{"problems":{"columns":{"是否销号":null}}}""");
        Assert.Empty(report.RefusedCells.Listed);
        Assert.Equal("资产未入账 审计 县财政局 李某 2024-06-30 null", await ShownAsync(
            "{ problems { nodes { statement source responsibleDepartment responsibleLeader dueOn closedOn } } }"));
    }

    private async Task<string> ShownAsync(string query) => string.Join('\n', (await server.FieldAsync(query)).GetProperty("nodes")
        .EnumerateArray().Select(row => string.Join(' ', row.EnumerateObject().Select(field => field.Value.GetRawText().Trim('"')))));

    private Task<ImportReport> ImportAsync(string entity, string table, string? mapping = null) =>
        Importing.RunAsync(server.Database.Path, entity, Encoding.UTF8.GetBytes(table), asked: request => request with
        {
            Register = new("county", Importing.Mapping(mapping, request.Entity), AddsPlaces: false, Replaces: false),
        });
}
