using System.Text.Json;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What offices keep in their registers besides what a report counts: deadlines, closing, money, and words of their own.</summary>
public sealed class OfficeRegisterTests : IAsyncLifetime
{
    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("2024-06-30", false, false, false, null)] // on the day itself nothing is overdue yet
    [InlineData("2024-07-01", true, true, true, null)]
    [InlineData("2024-07-14", true, true, true, null)]
    [InlineData("2024-07-15", true, false, true, null)] // closed by the end of the day
    [InlineData("2026-01-01", true, false, true, null)]
    public async Task A_row_is_overdue_on_a_day_by_what_was_done_by_then(string on, bool? open, bool? closed, bool? resolving,
        bool? unknown)
    {
        await AcceptedAsync("risk-villages", """
            编码,风险等级,县,化解时限,化解情况,化解日期
            V-1,高风险,county,2024-06-30,未化解,
            V-2,高风险,county,2024年6月30日,已化解,2024-07-15
            V-3,高风险,county,2024-06-30,化解中,
            V-4,高风险,county,,,

            """);
        const string Query = "query ($on: LocalDate!) { riskVillages(where: { code: { startsWith: \"V-\" } }) { nodes { overdue(on: $on) } } }";
        var rows = (await server.FieldAsync(Query, new { on })).GetProperty("nodes").EnumerateArray();
        Assert.Equal([open, closed, resolving, unknown], rows.Select(row => Value(row.GetProperty("overdue"))));

        const string Overdue = """
            query ($on: LocalDate!) { riskVillages(where: { code: { startsWith: "V-" }, dueOn: { lt: $on },
              or: [{ resolvedOn: { eq: null } }, { resolvedOn: { gt: $on } }] }) { totalCount } }
            """;
        Assert.Equal(new[] { open, closed, resolving, unknown }.Count(overdue => overdue is true),
            (await server.FieldAsync(Overdue, new { on })).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Whether_a_row_that_is_done_on_an_unknown_day_was_overdue_is_not_known()
    {
        await AcceptedAsync("reform-tasks", "编码,任务类别,县,完成时限,进展\nT-1,任务,county,2024-06-30,已完成\n");
        await AcceptedAsync("asset-handovers",
            "编码,资产类别,县,处置时限,处置状态\nA-1,其他,county,2024-06-30,已处置\n");
        Assert.Equal("""{"then":false,"after":null}""", (await server.FieldAsync(
            """{ reformTaskByCode(code: "T-1") { then: overdue(on: "2024-06-30") after: overdue(on: "2024-07-01") } }""")).GetRawText());
        Assert.Equal("""{"then":false,"after":null}""", (await server.FieldAsync(
            """{ assetHandoverByCode(code: "A-1") { then: overdue(on: "2024-06-30") after: overdue(on: "2024-07-01") } }""")).GetRawText());
    }

    [Fact]
    public async Task Overdue_is_answered_as_of_an_earlier_change_too_and_needs_a_day()
    {
        await AcceptedAsync("reform-tasks", "code,kind,county,dueOn\nT-1,TASK,county,2024-06-30\n");
        await AcceptedAsync("reform-tasks", "code,dueOn\nT-1,2025-06-30\n");
        Assert.Equal("""{"overdue":true}""", (await server.FieldAsync(
            """{ reformTaskByCode(code: "T-1", asOf: { sequence: 2 }) { overdue(on: "2024-12-31") } }""")).GetRawText());
        Assert.Equal("""{"overdue":false}""", (await server.FieldAsync(
            """{ reformTaskByCode(code: "T-1") { overdue(on: "2024-12-31") } }""")).GetRawText());
        foreach (var wrong in (string[])["overdue", "overdue(on: null)", "overdue(on: \"2024-02-30\")"])
        {
            var answer = await server.SendAsync($$"""{ reformTaskByCode(code: "T-1") { {{wrong}} } }""");
            Assert.Equal("GRAPHQL_VALIDATION_FAILED",
                answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task An_asset_has_what_its_disposal_yielded_its_rent_and_the_end_of_its_lease()
    {
        await AcceptedAsync("asset-handovers", """
            编码,资产类别,资产类别原文,县,处置方式,处置状态,处置收入,年租金,租赁到期日,处置完成日期
            A-1,闲置校舍,,county,租赁,处置中,,3.6万元,2027-12-31,
            A-2,其他,冷库,county,公开拍卖,已处置,"1,268.4万元",,,2024-03-05

            """);
        Assert.Equal(
            """{"nodes":[{"assetClass":"SCHOOL_BUILDINGS","assetClassWording":null,"disposalStatus":"UNDER_WAY","proceeds":null,"annualRent":36000,"leaseEndsOn":"2027-12-31"},{"assetClass":"OTHER","assetClassWording":"冷库","disposalStatus":"COMPLETED","proceeds":12684000,"annualRent":null,"leaseEndsOn":null}]}""",
            (await server.FieldAsync(
                """{ assetHandovers(where: { code: { startsWith: "A-" } }) { nodes { assetClass assetClassWording disposalStatus proceeds annualRent leaseEndsOn } } }""")).GetRawText());
        var refused = await Importing.RunAsync(server.Database.Path, "asset-handovers",
            "code,disposalStatus,completedOn\nA-1,UNDER_WAY,2024-01-01\n");
        Assert.Equal("must be empty while the disposal is not completed", Assert.Single(refused.RefusedCells.Listed).Message.En);
    }

    [Fact]
    public async Task A_facility_has_its_status_capacity_and_investment_and_a_type_that_no_report_names()
    {
        await AcceptedAsync("facility-consolidations", """
            编码,设施类型,设施类型原文,举措类型,县,建设状态,设计容量,总投资
            F-1,便民服务站,,建成,county,已建成,,
            F-2,县医疗中心,,做强,county,在建,400,2150万元
            F-3,其他,文化站,建成,county,未开工,,

            """);
        Assert.Equal(
            """{"nodes":[{"type":"SERVICE_STATION","typeWording":null,"status":"COMPLETED","capacity":null,"investment":null},{"type":"COUNTY_MEDICAL_CENTRE","typeWording":null,"status":"UNDER_WAY","capacity":400,"investment":21500000},{"type":"OTHER","typeWording":"文化站","status":"NOT_STARTED","capacity":null,"investment":null}]}""",
            (await server.FieldAsync(
                """{ facilityConsolidations(where: { code: { startsWith: "F-" } }) { nodes { type typeWording status capacity investment } } }""")).GetRawText());
        await AcceptedAsync("townships", "编码,原文所称,乡镇类别,县\nJ-1,A subdistrict.,街道,county\n");
        Assert.Equal("""{"kind":"SUBDISTRICT"}""", (await server.FieldAsync("""{ townshipByCode(code: "J-1") { kind } }""")).GetRawText());
        await WriteServer.AuditAsync(server.Database.Path);
    }

    private async Task AcceptedAsync(string entity, string table)
    {
        var report = await Importing.RunAsync(server.Database.Path, entity, table);
        Assert.Equal("", string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Message.En}")));
    }

    private static bool? Value(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetBoolean();
}
