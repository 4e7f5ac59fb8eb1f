using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What 是 and 否 mean in a column of statuses, which its heading says.</summary>
public sealed class StatusWordTests : IAsyncLifetime
{
    private const string Tasks = "reform-tasks reformTasks 任务编号,任务名称 status COMPLETED NOT_STARTED",
        Assets = "asset-handovers assetHandovers 资产编号,资产类别 disposalStatus COMPLETED NOT_STARTED",
        Facilities = "facility-consolidations facilityConsolidations 设施编号,设施类型,整合方式 status COMPLETED NOT_STARTED",
        Villages = "risk-villages riskVillages 编码,风险等级 status RESOLVED OPEN";

    private static readonly Dictionary<string, string> Rest = new()
    {
        ["任务编号,任务名称"] = "甲",
        ["资产编号,资产类别"] = "其他",
        ["设施编号,设施类型,整合方式"] = "其他,新建",
        ["编码,风险等级"] = "高",
    };

    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(Tasks, "是否完成")]
    [InlineData(Tasks, "是否已完成")]
    [InlineData(Tasks, "是否办结")]
    [InlineData(Tasks, "完成情况")]
    [InlineData(Assets, "是否处置")]
    [InlineData(Assets, "是否盘活")]
    [InlineData(Assets, "处置情况")]
    [InlineData(Facilities, "是否建成")]
    [InlineData(Facilities, "是否竣工")]
    [InlineData(Facilities, "是否投用")]
    [InlineData(Villages, "是否销号")]
    [InlineData(Villages, "是否已化解")]
    [InlineData(Villages, "是否整改到位")]
    [InlineData(Villages, "化解状态")]
    public async Task Yes_is_what_the_heading_asks_for_and_no_is_that_nothing_is_done(string register, string heading)
    {
        var parts = register.Split(' ');
        var (entity, plural, columns, field, done, open) = (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
        string[] yes = ["是", "√", "✓", "✔", "已", "TRUE", "已完成", "已办结"];
        string[] no = ["否", "×", "✗", "未", "FALSE", "未完成", "未办结"];
        var rows = yes.Concat(no).Select((word, at) => $"S{at:00},{Rest[columns]},{word}\n");
        var report = await ImportAsync(entity, $"{columns},{heading}\n{string.Concat(rows)}S99,{Rest[columns]},/\n");
        Assert.Equal("", string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Value} {cell.Column} {cell.Message.En}")));
        Assert.Equal(Enumerable.Repeat(done, yes.Length).Concat(Enumerable.Repeat(open, no.Length)).Append("null"),
            (await server.FieldAsync($$"""
                { {{plural}}(where: { code: { startsWith: "S" } }, order: [{ code: ASC }]) { nodes { {{field}} } } }
                """))
                .GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty(field).GetString() ?? "null"));
    }

    [Theory]
    [InlineData(Facilities, "是否开工", "UNDER_WAY NOT_STARTED")]
    [InlineData(Tasks, "是否启动", "UNDER_WAY NOT_STARTED")]
    public async Task A_heading_that_asks_for_the_beginning_does_not_say_that_it_is_done(string register, string heading, string values)
    {
        var (entity, columns) = (register.Split(' ')[0], register.Split(' ')[2]);
        var report = await ImportAsync(entity, $"{columns},{heading}\nS1,{Rest[columns]},是\nS2,{Rest[columns]},否\n");
        Assert.Equal(values, string.Join(' ', report.Reading!.Columns[^1].Values!.Values));
    }

    [Fact]
    public async Task A_heading_that_asks_for_something_else_is_not_guessed()
    {
        var report = await ImportAsync("reform-tasks", "任务编号,任务名称,是否按期完成\nS1,甲,是\n");
        Assert.Equal("是否按期完成 HEADING", Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Column} {cell.Rule}")));
        report = await ImportAsync("reform-tasks", "任务编号,任务名称,是否按期完成\nS1,甲,是\n",
            """{"reformTasks":{"columns":{"是否按期完成":"status"}}}""");
        Assert.Equal("是否按期完成 TYPE", Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Column} {cell.Rule}")));
    }

    private Task<ImportReport> ImportAsync(string entity, string table, string? mapping = null) =>
        Importing.RunAsync(server.Database.Path, entity, Encoding.UTF8.GetBytes(table), asked: request => request with
        {
            Register = new("county", Importing.Mapping(mapping, request.Entity), AddsPlaces: false, Replaces: false),
        });
}
