using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using Xunit;

namespace ReformGraph.Tests.Seeding;

public sealed class SeedDataTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    [Fact]
    public async Task Every_seed_file_is_loaded_whole()
    {
        Assert.All(SeededDatabase.Seeded, file => Assert.Equal(file.Rows, file.Created.Total));
        Assert.Equal(Directory.GetFiles(SeededDatabase.SeedFolder, "*.csv").Length, SeededDatabase.Seeded.Count);
        await using var context = database.Open();
        Assert.Equal(60, await context.Set<Figure>().CountAsync(figure => figure.Derivation == null));
        Assert.Equal(4, await context.Set<Figure>().CountAsync(figure => figure.Derivation != null));
    }

    [Fact]
    public async Task Ids_follow_the_order_of_the_file()
    {
        await using var context = database.Open();
        var lines = await File.ReadAllLinesAsync(Path.Combine(SeededDatabase.SeedFolder, "figures.csv"));
        Assert.Equal(lines.Skip(1).Select(line => line.Split(',')[0]),
            await context.Set<Figure>().OrderBy(figure => figure.Id).Select(figure => figure.Code).ToListAsync());
    }

    [Fact]
    public async Task Every_row_of_a_register_is_proved_by_a_figure_that_counts_it()
    {
        await using var context = database.Open();
        var figures = await context.Set<Figure>()
            .Select(figure => new
            {
                figure.Code,
                figure.Value,
                Rows = figure.ReformTasks.Count + figure.FacilityConsolidations.Count + figure.AssetHandovers.Count
                    + figure.RiskVillages.Count,
            })
            .Where(figure => figure.Rows > 0).ToListAsync();
        Assert.Equal(17, figures.Count);
        Assert.All(figures, figure => Assert.Equal(figure.Value, figure.Rows));
        Assert.Equal(199, await context.Set<ReformTask>().CountAsync(row => row.ProvenBy != null));
        Assert.Equal(590, await context.Set<FacilityConsolidation>().CountAsync(row => row.ProvenBy != null));
        Assert.Equal(137, await context.Set<AssetHandover>().CountAsync(row => row.ProvenBy != null));
        Assert.Equal(118, await context.Set<RiskVillage>().CountAsync(row => row.ProvenBy != null));
    }

    [Fact]
    public async Task Every_theme_has_the_figures_and_initiatives_that_the_report_gives_it()
    {
        Theme[] withoutFigures = [Theme.OrganisationAndPartyBuilding, Theme.ServiceQuality];
        await using var context = database.Open();
        foreach (var theme in Enum.GetValues<Theme>())
        {
            var isUsed = theme is not Theme.Other
                && !typeof(Theme).GetField(theme.ToString())!.IsDefined(typeof(ObsoleteAttribute), inherit: false);
            Assert.Equal(isUsed && !withoutFigures.Contains(theme), await context.Set<Figure>().AnyAsync(figure => figure.Theme == theme));
            Assert.Equal(isUsed, await context.Set<Initiative>().AnyAsync(initiative => initiative.Theme == theme));
        }
    }

    [Theory]
    [InlineData(FigureRole.Level,
        "approval-matters-in-centres devolved-enforcement-powers devolved-power-categories elderly-care-centres health-centres " +
        "judicial-office-staff leading-group-county-leaders leading-group-department-leaders matters-handled-locally " +
        "mulin-cooperatives-and-family-farms mulin-leading-enterprises mulin-masked-crop-area mulin-vegetable-area pilot-tasks " +
        "pilot-towns public-service-matters-devolved risk-resolution-county-leaders satisfaction-now service-centres service-staff-now " +
        "service-sub-centres tasks topic-lead-county-leaders townships village-service-rooms work-plans work-plans-in-framework " +
        "work-plans-in-non-pilot-townships")]
    [InlineData(FigureRole.Flow, "mulin-output-value service-matters-handled")]
    [InlineData(FigureRole.Cumulative,
        "converted-passenger-routes government-office-lots high-risk-villages low-risk-villages medium-risk-villages new-cadres-trained " +
        "outgoing-cadres-with-placement-plan problems-found problems-found-by-county-leaders problems-reported-by-departments " +
        "problems-reported-by-townships research-topics risk-villages schools-added schools-merged-or-closed secretaries-trained " +
        "station-and-office-lots villages-assessed vocational-schools-integrated")]
    [InlineData(FigureRole.GrowthRate, "service-matters-growth service-staff-growth")]
    [InlineData(FigureRole.Change, "satisfaction-change")]
    [InlineData(FigureRole.Baseline, "satisfaction-before service-matters-handled-year-earlier service-staff-before")]
    [InlineData(FigureRole.Target,
        "main-city-area main-city-population medical-sub-centres-in-layout medical-sub-centres-planned school-works-four school-works-one")]
    [InlineData(FigureRole.Need, "connecting-roads-needed students-needing-transport village-roads-needed")]
    public async Task Figures_of_the_same_kind_have_the_same_role(FigureRole role, string codes)
    {
        await using var context = database.Open();
        Assert.Equal(codes, string.Join(' ', context.Set<Figure>().Where(figure => figure.Role == role).Select(figure => figure.Code)
            .AsEnumerable().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Every_figure_of_a_measure_stands_in_the_sentence_that_names_it()
    {
        await using var context = database.Open();
        var figures = await context.Set<Figure>().Where(figure => figure.Initiative != null)
            .Select(figure => new { Figure = figure.Locator!.SentenceSha256, Initiative = figure.Initiative!.Locator!.SentenceSha256 })
            .ToListAsync();
        Assert.Equal(59, figures.Count);
        Assert.All(figures, places => Assert.Equal(places.Initiative, places.Figure));
    }

    [Fact]
    public async Task What_the_report_does_not_say_is_null()
    {
        await using var context = database.Open();
        Assert.All(await context.Set<ReformTask>().ToListAsync(),
            row => Assert.Equal((null, null, null, null), (row.TitleZh, row.Status, row.PlanId, row.TownshipId)));
        Assert.All(await context.Set<RiskVillage>().ToListAsync(),
            row => Assert.Equal((null, null, null), (row.Status, row.LeadOfficial, row.VillageId)));
        Assert.All(await context.Set<AssetHandover>().ToListAsync(), row => Assert.Equal((null, null), (row.FloorArea, row.BookValue)));
    }

    [Theory]
    [InlineData("service-matters-handled", 230_900, 230_850, 230_950d)]
    [InlineData("mulin-output-value", 150_000_000, 150_000_000, null)]
    [InlineData("mulin-masked-crop-area", 1_000, 1_000, 2_000d)]
    [InlineData("village-roads-needed", 900, 900, 1_000d)]
    [InlineData("risk-villages", 118, 118, 118d)]
    [InlineData("problems-found", 261, 261, 261d)]
    [InlineData("satisfaction-change", 1.89, 1.88, 1.9d)]
    [InlineData("service-matters-handled-year-earlier", 142_092, 142_018, 142_167d)]
    [InlineData("townships", 33, 33, 33d)]
    public async Task A_figure_has_its_value_and_bounds(string code, double value, double lower, double? upper)
    {
        await using var context = database.Open();
        var figure = await context.Set<Figure>().SingleAsync(row => row.Code == code);
        Assert.Equal(((decimal)value, (decimal?)lower, (decimal?)upper), (figure.Value, figure.Lower, figure.Upper));
    }
}
