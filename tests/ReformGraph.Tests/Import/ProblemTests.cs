using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>The register of problems, which no seed has.</summary>
public sealed class ProblemTests : IAsyncLifetime
{
    private const string Table = """
        编码,问题描述,问题来源,责任领导,责任单位,乡镇,县,整改时限,销号日期
        WT-001,便民服务站无人值守,巡察反馈,王某,县行政审批局,mulin-town,county,2024-06-30,2024-07-15
        WT-002,资产未入账,审计,李某,县财政局,,county,2024-06-30,

        """;

    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_register_of_problems_is_imported_filtered_exported_and_imported_again()
    {
        Assert.Equal("""{"totalCount":0}""", (await server.FieldAsync("{ problems { totalCount } }")).GetRawText());
        var report = await Importing.RunAsync(server.Database.Path, "problems", Table);
        Assert.Equal((2, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Equal("""{"nodes":[{"code":"WT-001","statement":"便民服务站无人值守","township":{"code":"mulin-town"},"then":true,"now":false}]}""",
            (await server.FieldAsync("""
                { problems(where: { source: { eq: "巡察反馈" }, closedOn: { neq: null } }) {
                  nodes { code statement township { code } then: overdue(on: "2024-07-14") now: overdue(on: "2024-07-15") } } }
                """)).GetRawText());
        Assert.Equal("""{"problems":{"aggregate":{"count":2}}}""",
            (await server.FieldAsync("""{ countyByCode(code: "county") { problems { aggregate { count } } } }""")).GetRawText());
        var export = await server.Server.Client.GetByteArrayAsync(new Uri("/export/problems.csv?headers=zh", UriKind.Relative));
        var again = await Importing.RunAsync(server.Database.Path, "problems", export);
        Assert.Equal((2, null, 0), (again.Unchanged, again.Change, again.RefusedCells.Total));
    }

    [Fact]
    public async Task A_problem_is_closed_with_its_day_or_without_one()
    {
        const string table = "序号,存在问题,是否销号,整改时限,销号时间\n1,甲问题,是,2024-01-31,2024-01-02\n" +
            "2,乙问题,√,2024-01-31,\n3,丙问题,否,2024-01-31,\n4,丁问题,整改中,2024-01-31,\n" +
            "5,戊问题,已整改待销号,2024-01-31,\n6,己问题,,2024-01-31,\n";
        var report = await ImportAsync(table);
        Assert.Equal((6, 0, 0), (report.Created.Total, report.RefusedCells.Total, report.Reading!.Warnings.Count));
        Assert.Equal("CLOSED False; CLOSED ; OPEN True; UNDER_WAY True; UNDER_WAY True;  True", string.Join("; ", (await server.FieldAsync(
            """{ problems(order: [{ id: ASC }]) { nodes { status overdue(on: "2024-03-01") } } }""")).GetProperty("nodes").EnumerateArray()
            .Select(node => $"{node.GetProperty("status")} {node.GetProperty("overdue")}")));
        Assert.Equal(6, (await ImportAsync(table)).Unchanged);
    }

    [Fact]
    public async Task A_problem_without_a_township_below_one_with_a_township_is_the_county_s()
    {
        var report = await ImportAsync("序号,存在问题,涉及乡镇\n1,甲问题,mulin-town\n2,乙问题,\n");
        Assert.Equal((2, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.StartsWith("1 of 2 rows has no 涉及乡镇, and none is stored: ", Assert.Single(report.Reading!.Warnings).En,
            StringComparison.Ordinal);
        Assert.Equal("""{"nodes":[{"township":{"code":"mulin-town"}},{"township":null}]}""", (await server.FieldAsync(
            "{ problems(order: [{ id: ASC }]) { nodes { township { code } } } }")).GetRawText());
    }

    [Fact]
    public async Task A_problem_that_is_not_closed_has_no_day_of_closing()
    {
        var report = await ImportAsync(
            "序号,存在问题,是否整改到位,销号时间\n1,甲问题,×,2024-03-01\n2,乙问题,是,2024-03-01\n");
        Assert.Equal(["2 销号时间 2024-03-01 must be empty while the problem is not closed"],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Value} {cell.Message.En}"));
    }

    [Fact]
    public async Task A_problem_is_closed_by_a_mutation_and_its_history_shows_it_open()
    {
        await Importing.RunAsync(server.Database.Path, "problems", Table);
        Assert.Equal("""{"problem":{"closedOn":"2024-08-01","version":2},"errors":null}""", (await server.FieldAsync(
            """mutation { updateProblem(input: { code: "WT-002", version: 1, closedOn: "2024-08-01", change: { kind: EVENT, reason: "整改到位", effectiveOn: "2024-08-01" } }) { problem { closedOn version } errors { __typename } } }""")).GetRawText());
        Assert.Equal("""{"closedOn":null}""",
            (await server.FieldAsync(
                """{ problemByCode(code: "WT-002", county: "county", asOf: { sequence: 2 }) { closedOn } }""")).GetRawText());
        await WriteServer.AuditAsync(server.Database.Path);
    }

    private Task<ImportReport> ImportAsync(string table) => Importing.RunAsync(server.Database.Path, "problems",
        Encoding.UTF8.GetBytes(table), asked: request => request with
        {
            Register = new("county", null, AddsPlaces: false, Replaces: false),
        });
}
