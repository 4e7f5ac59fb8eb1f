using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>A unit that the table of an office states is applied, or it is rejected or warned of; it is never dropped.</summary>
public sealed class StatedUnitTests : IAsyncLifetime
{
    private const string Rows = "A-1,甲楼,五站五所,12.5,30,2\n";

    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("金额单位：万元；面积单位：平方米")]
    [InlineData("金额单位： 万元  面积单位： 平方米")]
    [InlineData("金额单位：人民币万元、面积单位：㎡")]
    [InlineData("单位：万元（金额）、平方米（面积）")]
    [InlineData("（金额：万元）")]
    [InlineData("单位为万元")]
    [InlineData("注：金额单位为万元")]
    [InlineData("某县腾退资产台账（单位：万元/㎡）")]
    [InlineData("某县价值500元以上腾退资产台账（单位：万元）")]
    public async Task A_note_above_the_header_states_the_unit(string note)
    {
        var report = await ImportAsync(
            $"某县资产台账\n{note}\n编码,资产名称,资产类别,账面原值,建筑面积,租金\n{Rows}");
        Assert.Equal((1, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Empty(report.Reading!.Warnings);
        Assert.Equal("125000 30 20000", await StoredAsync());
    }

    [Theory]
    [InlineData("账面原值(万元，含税)", "建筑面积", "租金（万元/年）", "125000 30 20000")]
    [InlineData("账面原值（金额单位：万元）", "面积（亩）", "年租金（元）", "125000 20000 2")]
    [InlineData("账面原值（人民币万元）", "面积（万㎡）", "年租金（元/年）", "125000 300000 2")]
    public async Task A_heading_states_the_unit(string value, string area, string rent, string stored)
    {
        var report = await ImportAsync($"编码,资产名称,资产类别,{value},{area},{rent}\n{Rows}");
        Assert.Equal((1, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Equal(stored, await StoredAsync());
    }

    [Theory]
    [InlineData("建筑面积", "2亩", "1333.3333")]
    [InlineData("建筑面积（㎡）", "0.3万亩", "2000000")]
    [InlineData("面积（万亩）", "1.2", "8000000")]
    [InlineData("建筑面积万亩", "0.5", "3333333.3333")]
    [InlineData("面积（亩）", "2公顷", "20000")]
    [InlineData("面积（平方公里）", "0.5", "500000")]
    public async Task Land_is_converted_to_square_metres_whether_the_heading_states_its_unit_or_the_cell(string heading, string area,
        string stored)
    {
        var report = await ImportAsync($"编码,资产名称,资产类别,{heading}\nA-1,甲楼,五站五所,{area}\n");
        Assert.Equal((1, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Equal($"null {stored} null", await StoredAsync());
    }

    [Theory]
    [InlineData("约120平方米")]
    [InlineData("120多")]
    [InlineData("近120㎡")]
    [InlineData("120㎡以上")]
    public async Task A_number_that_is_not_exact_is_refused_with_what_would_be_right(string area)
    {
        var report = await ImportAsync($"编码,资产名称,资产类别,建筑面积\nA-1,甲楼,五站五所,{area}\n");
        var refused = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal($"must be one exact number, which {area} is not: give the number that may be kept, or leave the cell empty",
            refused.Message.En);
        Assert.Equal($"必须是确切的数字，而“{area}”不是：请只填写可以登记的数字，" +
            $"否则留空", refused.Message.Zh);
    }

    [Theory]
    [InlineData("完成进度", "0.85 100% 80%", "2")]
    [InlineData("完成进度", "0.85 1 0.5 0", "2 3 4")]
    [InlineData("完成进度", "1 0 1", "2 4")]
    [InlineData("完成进度", "1 100% 80%", "2")]
    [InlineData("完成进度", "1 35 80", "")]
    [InlineData("完成进度", "0.85% 100% 0", "")]
    [InlineData("完成进度（%）", "0.85 100 80", "")]
    [InlineData("progress", "0.85 1 0", "")]
    public async Task A_share_that_may_be_a_fraction_is_refused(string heading, string shares, string refused)
    {
        var rows = shares.Split(' ').Select((share, at) => $"T-{at},任务{at},{share}\n");
        var report = await Importing.RunAsync(server.Database.Path, "reform-tasks",
            Encoding.UTF8.GetBytes($"编码,任务名称,{heading}\n{string.Concat(rows)}"), dryRun: true,
            asked: request => request with { Register = new("county", null, AddsPlaces: false, Replaces: false) });
        Assert.Equal(refused, string.Join(' ', report.RefusedCells.Listed.Select(cell => cell.Row)));
        Assert.All(report.RefusedCells.Listed, cell => Assert.Equal("AMBIGUOUS", cell.Rule));
    }

    [Fact]
    public async Task Shares_of_a_heading_with_a_percent_sign_that_look_like_fractions_are_warned_of()
    {
        var report = await Importing.RunAsync(server.Database.Path, "reform-tasks",
            Encoding.UTF8.GetBytes("编码,任务名称,完成进度（%）\nT-1,甲任务,0.85\nT-2,乙任务,1\n"), dryRun: true,
            asked: request => request with { Register = new("county", null, AddsPlaces: false, Replaces: false) });
        Assert.Equal("All numbers of 完成进度（%） are at most 1, and are stored as per cent: 0.85 is 0.85 %. If they are " +
            "fractions, write them as 85%.", Assert.Single(report.Reading!.Warnings).En);
        Assert.Equal(0, report.RefusedCells.Total);
    }

    [Fact]
    public async Task The_heading_of_a_group_states_the_unit_of_its_columns()
    {
        var report = await ImportAsync(
            "编码,资产名称,资产类别,价值（万元）,,租金\n,,,账面原值,处置收入,\n" + Rows);
        Assert.Equal((1, 0), (report.Created.Total, report.RefusedCells.Total));
        Assert.Equal("125000 null 2", await StoredAsync());
    }

    [Theory]
    [InlineData("租金（元/月）")]
    [InlineData("租金（元/㎡·月）")]
    [InlineData("租金（月）")]
    [InlineData("租金（万美元）")]
    [InlineData("租金（万元/季度，不含税）")]
    [InlineData("租金（亩）")]
    public async Task A_heading_with_a_unit_that_is_not_understood_is_refused(string rent)
    {
        var report = await ImportAsync($"编码,资产名称,资产类别,账面原值,建筑面积,{rent}\n{Rows}");
        var refused = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal((rent, "UNIT"), (refused.Column, refused.Rule));
        Assert.StartsWith("must be in 元, or without a unit, not in ", refused.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("投资单位：万元，租金单位：元")]
    public async Task Two_units_for_the_same_column_are_refused(string note)
    {
        var report = await ImportAsync($"\"{note}\"\n编码,资产名称,资产类别,账面原值,建筑面积,租金（元）\n{Rows}");
        Assert.Equal("账面原值 must be in 元, or without a unit, not in 万元、元",
            Assert.Single(report.RefusedCells.Listed.Select(cell => $"{cell.Column} {cell.Message.En}")));
    }

    [Theory]
    [InlineData("单位：万美元\n", "", 1)]
    [InlineData("万元以上资产\n", "", 1)]
    [InlineData("", "注：金额单位为万元\n", 3)]
    [InlineData("", "注：面积以亩计算\n", 3)]
    public async Task A_note_whose_unit_is_not_applied_is_a_warning_with_its_row(string above, string below, int row)
    {
        var report = await ImportAsync($"{above}编码,资产名称,资产类别,账面原值,建筑面积,租金\n{Rows}{below}");
        var warning = Assert.Single(report.Reading!.Warnings);
        Assert.Equal($"Row {row}: \"{(above + below).Trim()}\" states a unit that is not applied. Give it in a note above the header, " +
            "such as 单位：万元、平方米, or in the headings, such as 账面原值（万元）.", warning.En);
        Assert.Contains("所写单位未采用", warning.Zh, StringComparison.Ordinal);
    }

    private async Task<string> StoredAsync() => string.Join(' ', (await server.FieldAsync(
        "{ assetHandoverByCode(code: \"A-1\") { bookValue floorArea annualRent } }")).EnumerateObject()
        .Select(field => field.Value.GetRawText().Trim('"')));

    private Task<ImportReport> ImportAsync(string table) =>
        Importing.RunAsync(server.Database.Path, "asset-handovers", Encoding.UTF8.GetBytes(table), asked: request => request with
        {
            Register = new("county", null, AddsPlaces: true, Replaces: false),
        });
}
