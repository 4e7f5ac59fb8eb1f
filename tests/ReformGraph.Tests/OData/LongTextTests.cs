using System.Text.Json;
using ReformGraph.Domain.Rules;
using ReformGraph.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>Links from page to page where what is ordered by is longer than a request line.</summary>
public sealed class LongTextTests : IAsyncLifetime
{
    private static readonly string Long = new('险', RowRules.LongestText - 1);

    private WriteServer server = null!;

    public async Task InitializeAsync()
    {
        server = await WriteServer.StartAsync();
        foreach (var (number, ending) in "七一丙乙甲乙丙".Index())
        {
            await SetAsync($"RV-H-00{number + 1}", 1, Long + ending, Long + "甲乙"[number % 2]);
        }
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("riskVillages", "$orderby=riskFactors,leadOfficial desc", "$filter=level eq 'HIGH'")]
    [InlineData("riskVillages", "$orderby=riskFactors desc,leadOfficial,level", "$select=level,riskFactors", "$top=9", "$skip=1")]
    [InlineData("counties('1')/riskVillages", "$orderby=leadOfficial desc,riskFactors desc", "$top=8")]
    [InlineData("riskVillages", "$apply=groupby((riskFactors,level,provenBy/code),aggregate($count as n))", "$orderby=riskFactors desc")]
    [InlineData("riskVillages",
        "$apply=filter(level ne 'LOW')/groupby((leadOfficial,riskFactors),aggregate($count as n,id with countdistinct as v))",
        "$orderby=n desc,leadOfficial")]
    [InlineData("counties('1')/riskVillages", "$apply=groupby((riskFactors,status),aggregate($count as n))")]
    public async Task Lead_to_each_row_once_and_stay_short(string path, params string[] options)
    {
        var address = Feed.Address(path, options);
        var expected = (await Feed.GetAsync(server.Server, address)).GetProperty("value").EnumerateArray()
            .Select(row => row.GetRawText()).ToList();
        Assert.True(expected.Count > 4);
        var (found, shortened) = (new List<string>(), 0);
        for (var next = address; next is not null;)
        {
            var page = await Feed.GetAsync(server.Server, next, "Prefer: odata.maxpagesize=1");
            found.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetRawText()));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            Assert.True(next is null || next.Length < 2_000, next);
            shortened += next?.Contains("$skiptoken=~", StringComparison.Ordinal) == true ? 1 : 0;
        }

        Assert.Equal(expected, found);
        Assert.True(shortened > 2);
    }

    [Theory]
    [InlineData("$orderby=riskFactors,leadOfficial")]
    [InlineData("$apply=groupby((riskFactors,leadOfficial),aggregate($count as n))")]
    public async Task Lead_on_in_the_state_of_the_first_page_when_the_row_has_other_texts_by_now(string option)
    {
        var address = Feed.Address("riskVillages", option, "$filter=level eq 'HIGH'");
        address = option.StartsWith("$apply", StringComparison.Ordinal) ? Feed.Address("riskVillages", option) : address;
        var expected = (await Feed.GetAsync(server.Server, address)).GetProperty("value").EnumerateArray()
            .Select(row => row.GetRawText()).ToList();
        var found = new List<string>();
        var version = 2;
        for (var next = address; next is not null; version++)
        {
            var page = await Feed.GetAsync(server.Server, next, "Prefer: odata.maxpagesize=2");
            found.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetRawText()));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            foreach (var number in Enumerable.Range(1, 7))
            {
                await SetAsync($"RV-H-00{number}", version, $"{version}", $"{number}");
            }
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task A_link_of_the_longest_address_is_taken_and_a_longer_address_is_refused_at_once()
    {
        string Address(int length) => Feed.Address("riskVillages", $"$filter=code ne '{new string('x', length)}'", "$top=3");
        var all = ODataLinks.LongestRepeated - "/odata/riskVillages?$filter=code%20ne%20%27%27&".Length;
        Assert.Equal(3, (await Feed.WalkAsync(server.Server, Address(all), 1)).Count);
        Assert.Equal((501, "ODATA_NOT_SUPPORTED", "$filter"), await Feed.RefusalAsync(server.Server, Address(all + 1)));
        Assert.Equal((501, "ODATA_NOT_SUPPORTED", "path"),
            await Feed.RefusalAsync(server.Server, $"/odata/riskVillages('{new string('x', all + 100)}')"));
    }

    [Fact]
    public async Task Each_address_of_8_KB_has_links_that_are_taken()
    {
        // Each character is three when it is escaped.
        var brackets = new string('(', 3_900);
        var filter = $"code ne '{brackets}{new string(')', 3_900)}'".Replace(" ", "%20", StringComparison.Ordinal);
        var first = await Feed.GetAsync(server.Server, $"/odata/riskVillages?$top=2&$filter={filter}", "Prefer: odata.maxpagesize=1");
        var next = first.GetProperty("@odata.nextLink").GetString()!;
        Assert.True(next.Length > 20_000);
        Assert.Single((await Feed.GetAsync(server.Server, next)).GetProperty("value").EnumerateArray());
    }

    private async Task SetAsync(string code, int version, string riskFactors, string leadOfficial)
    {
        var payload = await server.FieldAsync(
            "mutation ($code: String!, $version: Int!, $riskFactors: String, $leadOfficial: String) { updateRiskVillage(input: { "
                + WriteServer.Note
                + ", code: $code, version: $version, riskFactors: $riskFactors, leadOfficial: $leadOfficial }) { change { sequence } } }",
            new { code, version, riskFactors, leadOfficial });
        Assert.Equal(JsonValueKind.Object, payload.GetProperty("change").ValueKind);
    }
}
