using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace ReformGraph.Tests.Telemetry;

/// <summary>The dashboard and the alerts; that they use metrics which exist is tested with the metrics.</summary>
public sealed partial class OperatorFileTests
{
    [Fact]
    public void The_operations_page_says_what_to_do_about_each_alert() => Assert.Equal(
        OperatorFiles.NamesOfAlerts(), Row().Matches(Repository.Read("docs/operations.md")).Select(row => row.Groups[1].Value));

    [FactIfPromtool]
    public async Task Each_alert_goes_off_on_what_it_is_for()
    {
        var (exit, output, error) = await FactIfPromtoolAttribute.RunAsync("", "test", "rules",
            Path.Combine(Repository.Root, "tests/ReformGraph.Tests/Telemetry/alerts-test.yml"));
        Assert.True(exit == 0, output + error);
    }

    [Fact]
    public void The_dashboard_has_panels_that_do_not_overlap()
    {
        using var dashboard = JsonDocument.Parse(Repository.Read(OperatorFiles.Dashboard));
        var places = dashboard.RootElement.GetProperty("panels").EnumerateArray().Select(panel => panel.GetProperty("gridPos"))
            .Select(place => (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32())).ToList();
        Assert.NotEmpty(places);
        Assert.Equal(places.Distinct(), places);
    }

    [GeneratedRegex(@"^\| `(ReformGraph\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
