using System.Text;
using ReformGraph.Data.Import;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>The totals of offices' tables, compared with their columns.</summary>
public sealed class ColumnTotalTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    [Theory]
    [InlineData("账面原值（元）", "5万元", "30000", "80000", null)]
    [InlineData("账面原值（元）", "5万元", "30000", "8万元", null)]
    [InlineData("账面原值（元）", "5万元", "30000", "9万元", "90000, but its rows add up to 80000")]
    [InlineData("账面原值（元）", "5万元", "30000", "53000", "53000, but its rows add up to 80000")]
    [InlineData("账面原值（万元）", "5万元", "3", "80000元", null)]
    [InlineData("账面原值（万元）", "5000元", "3", "3.5", null)]
    [InlineData("账面原值（万元）", "5000元", "3", "3.6万元", "3.6, but its rows add up to 3.5")]
    [InlineData("面积（亩）", "3", "1.5亩", "4.5", null)]
    [InlineData("面积（亩）", "3", "1.5", "4.5亩", null)]
    [InlineData("面积（㎡）", "1,200.5", "100平方米", "1300.5㎡", null)]
    [InlineData("年租金（元）", "3.6万", "/", "36000", null)]
    public async Task A_total_is_compared_in_the_unit_of_its_column(string heading, string first, string second, string total,
        string? differing)
    {
        var report = await ImportAsync("asset-handovers", Encoding.UTF8.GetBytes(
            $"资产名称,资产类别,{heading}\n甲楼,其他,\"{first}\"\n乙楼,其他,{second}\n合计,,{total}\n"), ".csv");
        Assert.Equal(0, report.RefusedCells.Total);
        Assert.Equal(differing is null ? null : $"Row 4: the total of {heading} is {differing}.",
            report.Reading!.Warnings.Select(warning => warning.En).SingleOrDefault());
    }

    [Fact]
    public async Task A_total_without_a_result_or_in_another_unit_is_left_out_with_a_warning()
    {
        var report = await ImportAsync("asset-handovers", Importing.Workbook(string.Empty, [],
            ["资产编号", "资产类别", "账面原值（万元）", "建筑面积"], ["F1", "其他", "3", "100"],
            ["合计", "", "<c><f>SUM(C2)</f></c>", "<c t=\"e\"><f>SUM(D9)</f><v>#REF!</v></c>"]));
        Assert.Equal((1, 0, "Total"), (report.Created.Total, report.RefusedCells.Total,
            Assert.Single(report.Reading!.LeftOut.Listed).Kind.ToString()));
        Assert.Equal(
            [
                "Row 3: the total of 账面原值（万元） could not be compared: it must be a value: the file does not contain the re" +
                "sult of this " +
                "formula; recalculate and save it, or paste values.",
                "Row 3: the total of 建筑面积 could not be compared: it must be a value instead of an error.",
            ],
            report.Reading.Warnings.Select(warning => warning.En));
        Assert.StartsWith("第 3 行：“账面原值（万元）”的合计无法核对：", report.Reading.Warnings[0].Zh,
            StringComparison.Ordinal);
        report = await ImportAsync("asset-handovers",
            Encoding.UTF8.GetBytes("资产名称,资产类别,建筑面积\n甲楼,其他,100\n合计,,0.15万吨\n"), ".csv");
        Assert.Equal("Row 3: the total of 建筑面积 could not be compared: it must be in m², or without a unit, not in 万吨.",
            Assert.Single(report.Reading!.Warnings).En);
    }

    private Task<ImportReport> ImportAsync(string entity, byte[] file, string extension = ".xlsx") =>
        Importing.RunAsync(database.Path, entity, file, true, extension,
            asked: request => request with { Register = new("county", null, AddsPlaces: true, Replaces: false) });
}
