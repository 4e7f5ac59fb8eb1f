using System.Net;
using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>The present of a question is that of its first page.</summary>
public sealed class NowTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Address =
        Feed.Address("riskVillages", "$filter=now() gt 2026-01-01T00:00:00Z and not (assessedOn gt now())", "$select=code");

    [Fact]
    public async Task The_first_page_fixes_it_and_the_links_carry_it()
    {
        var links = new List<string>();
        for (var next = Address; next is not null;)
        {
            var page = await Feed.GetAsync(server, next, "Prefer: odata.maxpagesize=50");
            Assert.InRange(page.GetProperty("value").GetArrayLength(), 18, 50);
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            links.AddRange(next is null ? [] : [next]);
        }

        Assert.Equal(2, links.Count);
        Assert.Single(links.Select(link => link.Split("now=")[1].Split('&')[0]).Distinct());
        Assert.Empty((await Feed.GetAsync(server, Address + "&now=2025-12-31T23:59:59Z")).GetProperty("value").EnumerateArray());
        Assert.DoesNotContain("now=", (await Feed.GetAsync(server, "/odata/riskVillages", "Prefer: odata.maxpagesize=50")).GetProperty(
            "@odata.nextLink").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_and_the_stamp_of_an_answer_are_those_of_its_present()
    {
        var ((tag, stamp), (again, stampAgain), (later, stampLater)) =
            (await AskAsync("2026-03-01T00:00:00Z"), await AskAsync("2026-03-01T00:00:00Z"), await AskAsync("2026-03-02T00:00:00Z"));
        Assert.Equal((tag, stamp), (again, stampAgain));
        Assert.NotEqual(tag, later);
        Assert.NotEqual(stamp, stampLater);
        using var held = await server.SendAsync(HttpMethod.Get, Address + "&now=2026-03-01T00:00:00Z", null, "If-None-Match: " + tag);
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
        using var present = await server.SendAsync(HttpMethod.Get, Address, null, "If-None-Match: " + tag);
        Assert.Equal((HttpStatusCode.OK, false), (present.StatusCode, present.Headers.Contains("Reproducibility-Stamp")));
    }

    [Fact]
    public async Task Only_OData_has_the_conditions_that_are_made_of_functions()
    {
        using var response =
            await server.PostAsync(
            """{"query":"query ($where: RiskVillageFilterInput) { riskVillages(where: $where) { totalCount } }","variables":{"where":{"#values":[{"value":{"path":"code"},"operator":"eq","than":{"path":"code"}}]}}}""");
        Assert.Equal("VARIABLE_INVALID", JsonElement.Parse(await response.Content.ReadAsStringAsync())
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<(string? Tag, string Stamp)> AskAsync(string now)
    {
        using var response = await server.SendAsync(HttpMethod.Get, $"{Address}&now={now}", null, "Reproducibility-Stamp: true");
        return (response.Headers.ETag?.ToString(), response.Headers.GetValues("Reproducibility-Stamp").Single());
    }
}
