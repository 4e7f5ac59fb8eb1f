using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Figures;

public sealed class FigureValuesTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_wording_that_was_read_before_keeps_its_value_and_no_other_figure_from_being_written()
    {
        await WriteServer.RecordAsync(database.Path,
            context => context.Set<Figure>().Single(figure => figure.Code == "high-risk-villages").Wording = "3万五个");
        Assert.True((await Importing.RunAsync(database.Path, "figures", "code,remark\nmedium-risk-villages,x\n")).IsAccepted);
        Assert.Equal("wording", Assert.Single(
            (await Importing.RunAsync(database.Path, "figures", "code,remark\nhigh-risk-villages,x\n")).RefusedCells.Listed).Column);
        await using var context = database.Open();
        Assert.Equal(13, (await context.Set<Figure>().SingleAsync(figure => figure.Code == "high-risk-villages")).Value);
    }
}
