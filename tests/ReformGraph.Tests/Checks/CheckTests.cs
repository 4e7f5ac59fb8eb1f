using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Checks;

public sealed class CheckTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    [Theory]
    [InlineData("risk-villages-by-level", 118, 118d, CheckStatus.Holds)]
    [InlineData("risk-villages-within-assessed", 462, 118d, CheckStatus.Holds)]
    [InlineData("service-rooms-equal-villages", 462, 462d, CheckStatus.Holds)]
    [InlineData("secretaries-equal-villages", 462, 462d, CheckStatus.Holds)]
    [InlineData("work-plans-equal-topics", 29, 29d, CheckStatus.Holds)]
    [InlineData("framework-equals-work-plans", 29, 29d, CheckStatus.Holds)]
    [InlineData("non-pilot-plans-equal-work-plans", 29, 29d, CheckStatus.Holds)]
    [InlineData("topic-leaders-equal-group-leaders", 12, 12d, CheckStatus.Holds)]
    [InlineData("elderly-care-centres-equal-service-centres", 33, 33d, CheckStatus.Holds)]
    [InlineData("health-centres-equal-service-centres", 33, 32d, CheckStatus.NotReconciled)]
    [InlineData("local-matters-sum", 128, 116d, CheckStatus.NotReconciled)]
    [InlineData("service-staff-growth-agrees", 104, 104.4444d, CheckStatus.Holds)]
    [InlineData("pilot-tasks-among-tasks", 15, null, CheckStatus.NotDecidable)]
    [InlineData("distinct-problems", 261, null, CheckStatus.NotDecidable)]
    [InlineData("medical-layout-equals-sub-centres", 4, 4d, CheckStatus.Holds)]
    [InlineData("topic-leaders-within-topics", 29, 12d, CheckStatus.Holds)]
    [InlineData("risk-leaders-within-risk-villages", 118, 26d, CheckStatus.Holds)]
    [InlineData("approvals-within-local-matters", 128, 36d, CheckStatus.Holds)]
    [InlineData("public-services-within-local-matters", 128, 80d, CheckStatus.Holds)]
    [InlineData("distinct-trainees", 610, null, CheckStatus.NotDecidable)]
    [InlineData("rows-village-service-rooms", 462, 462d, CheckStatus.Holds)]
    [InlineData("rows-school-works", 5, 5d, CheckStatus.Holds)]
    [InlineData("rows-townships", 33, 7d, CheckStatus.NotReconciled)]
    [InlineData("rows-villages", 462, 1d, CheckStatus.NotReconciled)]
    public async Task A_check_says_what_it_expected_and_found(string code, double expected, double? actual, CheckStatus status)
    {
        await using var context = database.Open();
        var check = await context.Set<Check>().SingleAsync(row => row.Code == code);
        Assert.Equal(((decimal?)expected, (decimal?)actual, (decimal?)actual - (decimal)expected, status),
            (check.Expected, check.Actual, check.Difference, check.Status));
    }

    [Fact]
    public async Task The_growth_of_the_staff_holds_because_its_inputs_are_rounded()
    {
        await using var context = database.Open();
        var check = await context.Set<Check>().SingleAsync(row => row.Code == "service-staff-growth-agrees");
        Assert.Equal((103.5m, 104.5m), (check.ExpectedLower, check.ExpectedUpper));
        Assert.Equal((101.0989m, 107.8652m), (check.ActualLower, check.ActualUpper));
    }

    [Fact]
    public async Task Every_register_and_kind_is_counted()
    {
        await using var context = database.Open();
        var checks = await context.Set<Check>().Where(row => row.Rows != null).ToListAsync();
        Assert.Equal(21, checks.Count);
        Assert.Equal(["rows-townships", "rows-villages"],
            checks.Where(check => check is not { Status: CheckStatus.Holds, Difference: 0 }).Select(check => check.Code));
    }

    [Fact]
    public async Task Every_check_leads_to_a_figure()
    {
        await using var context = database.Open();
        Assert.All(await context.Set<Check>().Include(check => check.Inputs).ToListAsync(), check => Assert.NotEmpty(check.Inputs));
    }
}
