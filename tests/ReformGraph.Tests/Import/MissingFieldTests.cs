using System.Text;
using System.Text.Json;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>A table of things of one kind has no column for it: a mapping says what all rows have, and the title suggests it.</summary>
public sealed class MissingFieldTests : IAsyncLifetime
{
    private const string Schools = "某县闲置校舍台账\n序号,资产名称,建筑面积\n1,东村小学,120\n" +
        "2,西村小学,80\n合计,2处,200\n";

    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_refusal_and_the_mapping_that_is_written_propose_what_the_title_says()
    {
        var report = await ImportAsync("asset-handovers", Schools);
        Assert.Equal(2, report.Refused);
        var refused = report.RefusedCells.Listed[0];
        Assert.Equal((3, "assetClass", "REQUIRED"), (refused.Row, refused.Column, refused.Rule));
        const string mapping = """{"assetHandovers": {"defaults": {"assetClass": "闲置校舍"}}}""";
        Assert.Equal("must be given, and the table has no column for it: if all rows have the same, give it in a mapping, " +
            "such as " + mapping + " (suggested by the title)", refused.Message.En);
        Assert.EndsWith("可在映射文件中指定，例如 " + mapping + "（根据标题推断）", refused.Message.Zh,
            StringComparison.Ordinal);
        var proposed = Encoding.UTF8.GetString(TableMapping.Propose(
            ImportRequest.Find(Importing.Model, "asset-handovers")!, report.Reading!));
        Assert.Contains("""
            "defaults": {
                  "assetClass": "闲置校舍"
            """, proposed, StringComparison.Ordinal);
        report = await ImportAsync("asset-handovers", Schools, proposed);
        Assert.Equal((2, 0, 0), (report.Created.Total, report.RefusedCells.Total, report.Reading!.Warnings.Count));
        Assert.Equal(("assetClass", "闲置校舍", "SCHOOL_BUILDINGS"), report.Reading.Columns
            .Where(column => column.Default is not null)
            .Select(column => (column.Field, column.Default, column.Values!["闲置校舍"])).Single());
        Assert.Equal(2, (await ImportAsync("asset-handovers", Schools, mapping)).Unchanged);
        Assert.Equal(0, report.Reading.SynonymsKept);
        report = await ImportAsync("asset-handovers", "资产名称,建筑面积\n东村小学,130\n");
        Assert.Equal((1, null), (report.Changed.Total, report.Reading!.Missing)); // a row that exists has its class
    }

    [Theory]
    [InlineData("facility-consolidations", "某县撤并学校台账\n学校名称,举措\n甲小学,撤并\n", "type", "学校")]
    [InlineData("facility-consolidations", "某县乡镇卫生院一览表\n设施名称,举措\n甲院,撤并\n",
        "type", "乡镇卫生院")]
    [InlineData("facility-consolidations", "某县养老机构台账\n设施名称,举措\n甲院,撤并\n", "type", "养老机构")]
    [InlineData("facility-consolidations", "某县学校、卫生院台账\n设施名称,举措\n甲院,撤并\n", "type", null)]
    [InlineData("asset-handovers", "某县学校台账\n资产名称,面积\n甲楼,10\n", "assetClass", "学校")]
    [InlineData("asset-handovers", "某县资产台账\n资产名称,面积\n甲楼,10\n", "assetClass", null)]
    [InlineData("risk-villages", "某县高风险村台账\n村代码,乡镇\nV1,\n", "level", "高风险村")]
    public async Task A_title_suggests_a_value_if_all_its_words_agree(string entity, string table, string field, string? suggested)
    {
        var report = await ImportAsync(entity, table, dryRun: true);
        Assert.Equal(KeyValuePair.Create(field, suggested), Assert.Single(report.Reading!.Missing!));
    }

    [Fact]
    public async Task A_default_is_read_like_a_cell_and_fills_empty_cells_only()
    {
        var report = await ImportAsync("facility-consolidations",
            "设施名称,乡镇,设施类别,总投资（万元）\n甲院,,,10\n乙校,乙镇,中心小学,\n合计,,,10\n",
            """{"facilityConsolidations": {"defaults": {"type": "养老机构", "action": "新建", "township": "乙镇"}}}""");
        Assert.Equal("", string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.En}")));
        Assert.Equal(
            """{"nodes":[{"nameZh":"甲院","type":"OTHER","typeWording":"养老机构","action":"BUILT","investment":100000,"township":{"nameZh":"乙镇"}},{"nameZh":"乙校","type":"PRIMARY_OR_SECONDARY_SCHOOL","typeWording":null,"action":"BUILT","investment":null,"township":{"nameZh":"乙镇"}}]}""",
            (await server.FieldAsync("{ facilityConsolidations(where: { township: { nameZh: { neq: null } } }, order: [{ id: ASC }]) " +
                "{ nodes { nameZh type typeWording action investment township { nameZh } } } }")).GetRawText());
    }

    [Fact]
    public async Task A_default_township_is_not_that_of_the_rows_below_a_township()
    {
        var report = await ImportAsync("facility-consolidations",
            "设施名称,设施类别,总投资（万元）\n甲院,养老机构,10\n乙镇（3个村）,,\n乙校,中心小学,\n",
            """{"facilityConsolidations": {"defaults": {"action": "新建", "township": "甲镇"}}}""");
        Assert.Equal((2, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Equal(
            """{"nodes":[{"nameZh":"甲院","township":{"nameZh":"甲镇"}},{"nameZh":"乙校","township":{"nameZh":"乙镇"}}]}""",
            (await server.FieldAsync("{ facilityConsolidations(where: { township: { nameZh: { neq: null } } }, order: [{ id: ASC }]) " +
                "{ nodes { nameZh township { nameZh } } } }")).GetRawText());
    }

    [Theory]
    [InlineData("甲院,,1\n乙院,乙镇,1\n丙院,,1\n", "甲院 默镇; 乙院 乙镇; 丙院 乙镇", null)] // merged cells as a text
    [InlineData("甲院,乙镇,1\n乙院,乙镇,1\n丙院,,1\n", "甲院 乙镇; 乙院 乙镇; 丙院 ",
        "1 of 3 rows has no 乡镇, and none is stored: the cells are not merged with the one above. If its township is meant, fill it in.")]
    [InlineData("甲院,,1\n乙院,,1\n", "甲院 默镇; 乙院 默镇", null)]
    public async Task A_default_township_is_only_that_of_rows_above_which_none_is_named(string rows, string expected, string? warning)
    {
        var report = await ImportAsync("facility-consolidations", "设施名称,乡镇,总投资\n" + rows,
            """{"facilityConsolidations": {"defaults": {"type": "养老机构", "action": "新建", "township": "默镇"}}}""");
        Assert.Equal(0, report.RefusedCells.Total);
        Assert.Equal(warning, report.Reading!.Warnings.SingleOrDefault()?.En);
        var nodes = (await server.FieldAsync("{ facilityConsolidations(where: { action: { eq: BUILT }, nameZh: { endsWith: \"院\" } }, " +
            "order: [{ id: ASC }]) { nodes { nameZh township { nameZh } } } }")).GetProperty("nodes");
        Assert.Equal(expected, string.Join("; ", nodes.EnumerateArray().Select(node => $"{node.GetProperty("nameZh")} " +
            (node.GetProperty("township") is { ValueKind: JsonValueKind.Object } place ? place.GetProperty("nameZh") : ""))));
    }

    [Theory]
    [InlineData("""{"code": "A"}""", "The mapping has assetHandovers.defaults.code; it must be one of assetClass, ")]
    [InlineData("""{"assetClass": "?"}""", "In the mapping, assetHandovers.defaults.assetClass is \"?\"; it must be a text as in a cell")]
    [InlineData("""{"assetClass": null}""", "In the mapping, assetHandovers.defaults.assetClass is null; it must be a text as in a cell")]
    public void A_default_that_is_wrong_is_refused_with_its_place(string defaults, string expected) => Assert.StartsWith(expected,
        Assert.Throws<InvalidOperationException>(() => Importing.Mapping("{\"assetHandovers\":{\"defaults\":" + defaults + "}}",
            ImportRequest.Find(Importing.Model, "asset-handovers")!)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_default_that_is_no_value_is_refused_in_each_row()
    {
        var report = await ImportAsync("asset-handovers", Schools, """{"assetHandovers": {"defaults": {"assetClass": "房子"}}}""");
        Assert.Equal(["3 assetClass 房子 TYPE", "4 assetClass 房子 TYPE"],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Value} {cell.Rule}"));
    }

    private Task<ImportReport> ImportAsync(string entity, string table, string? mapping = null, bool dryRun = false) =>
        Importing.RunAsync(server.Database.Path, entity, Encoding.UTF8.GetBytes(table), dryRun, asked: request => request with
        {
            Register = new("county", Importing.Mapping(mapping, request.Entity), AddsPlaces: true, Replaces: false),
        });
}
