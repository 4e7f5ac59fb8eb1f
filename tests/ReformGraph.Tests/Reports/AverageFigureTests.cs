using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Reports;

/// <summary>The unit of figures that are averages or rates, which must not be added like what they count.</summary>
public sealed class AverageFigureTests : IDisposable
{
    private const string Text = "某县总结\n人员由平均每个乡镇4.5人增加到9.2人，平均每村3名，" +
        "人均收入2万元，每件用时3天。\n" +
        "行政村均建成服务站123个，行政村均投入20万元。\n";

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task An_average_is_not_in_the_unit_of_what_it_counts()
    {
        Dictionary<string, string> indicators = new()
        {
            ["4.5人"] = "staff-before",
            ["9.2人"] = "staff-now",
            ["3名"] = "per-village",
            ["2万元"] = "income",
            ["3天"] = "time",
            ["123个"] = "stations",
            ["20万元"] = "investment",
        };
        var done = await SampleReport.AddAsync(database.Path, Text, SampleReport.Draft(Text, indicators));
        Assert.Equal((7, 0), (done.Figures.Total, done.RefusedCells.Total));
        await using var context = database.Open();
        Assert.Equal(
            [Unit.PersonPerTownship, Unit.PersonPerTownship, Unit.PerUnit, Unit.PerUnit, Unit.Day, Unit.Number, Unit.PerUnit],
            await context.Set<Figure>().Where(figure => figure.Report.Code == done.Report).OrderBy(figure => figure.Id)
                .Select(figure => figure.Unit).ToListAsync());
    }
}
