using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Reports;

/// <summary>A figure that a report states twice.</summary>
public sealed class RestatementTests : IDisposable
{
    private const string Text = "某县总结\n一、情况\n配备窗口人员11名。\n各乡镇配备窗口人员11人。\n";

    private static readonly Dictionary<string, string> Indicators = new() { ["11名"] = "staff", ["11人"] = "staff" };

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("11名", 2)]
    [InlineData("11人", 1)]
    public async Task A_figure_of_another_period_neither_restates_another_one_nor_is_restated(string wording, int corrected)
    {
        await SampleReport.AddAsync(database.Path, Text, SampleReport.Draft(Text, Indicators));
        Assert.Equal(["", "11名"], await RestatedAsync());
        var draft = SampleReport.Draft(Text, Indicators,
            cells => cells["period"] = cells["wording"] == wording ? "2023年上半年" : cells["period"]);
        var done = await SampleReport.AddAsync(database.Path, Text, draft, new AddReport { County = "chengping" });
        Assert.Equal((corrected, 0), (done.Corrected.Total, done.RefusedCells.Total));
        Assert.Equal(["", ""], await RestatedAsync());
    }

    private async Task<List<string>> RestatedAsync()
    {
        await using var context = database.Open();
        return await context.Set<Figure>().Where(figure => figure.Report!.Code == "chengping-report-1").OrderBy(figure => figure.Id)
            .Select(figure => figure.Restates == null ? "" : figure.Restates.Wording!).ToListAsync();
    }
}
