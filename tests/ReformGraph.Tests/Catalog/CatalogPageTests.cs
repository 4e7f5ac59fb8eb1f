using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ReformGraph.Catalog;
using ReformGraph.Tests.Http;
using Snapshooter.Xunit;
using Xunit;

namespace ReformGraph.Tests.Catalog;

/// <summary>The catalogue for people.</summary>
public sealed partial class CatalogPageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_link_of_the_page_leads_somewhere()
    {
        var page = Parsed(await server.Client.GetStringAsync("/catalog"));
        var targets = page.Descendants("a").Select(link => link.Attribute("href")!.Value).ToList();
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(targets.Where(target => target[0] == '#'), target => Assert.Contains(target[1..], ids));
        Assert.True(targets.Count > 150, $"{targets.Count} links");
        foreach (var target in targets.Where(target => target[0] != '#').Distinct())
        {
            using var response = await server.SendAsync(HttpMethod.Get, new Uri(new Uri(server.Address, "catalog"), target).PathAndQuery,
                null, "Accept: text/html,*/*;q=0.8");
            Assert.Equal((target, HttpStatusCode.OK), (target, response.StatusCode));
        }
    }

    [Fact]
    public async Task Each_data_set_tells_its_rows_its_columns_and_a_query_that_has_an_answer()
    {
        var page = Parsed(await server.Client.GetStringAsync("/catalog"));
        var sections = page.Descendants("section").ToList();
        var datasets = Dataset.VisibleTo(server.Engine.DataModel, "admin");
        Assert.Equal(datasets.Select(dataset => dataset.Name), sections.Select(section => section.Attribute("id")!.Value));
        foreach (var (dataset, section) in datasets.Zip(sections))
        {
            Assert.Equal($"{dataset.Title} {dataset.Entity.LabelZh}", section.Element("h3")!.Value);
            Assert.Equal(dataset.Columns.Select(column => column.Name),
                section.Descendants("tr").Skip(1).Select(row => row.Element("td")!.Value));
            using var response = await server.PostAsync(QueryPattern().Match(section.Element("pre")!.Value).Groups[1].Value);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), $"{errors}");
            var total = answer.RootElement.GetProperty("data").EnumerateObject().Single().Value.GetProperty("totalCount").GetInt32();
            Assert.Contains($"{total:N0} rows;", section.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_section_is_as_it_was()
    {
        var page = await server.Client.GetStringAsync("/catalog");
        var section = SectionPattern().Match(page).Value.Replace(server.Address.Authority, "localhost:5080", StringComparison.Ordinal);
        Snapshot.Match(FilesPattern().Replace(InstantPattern().Replace(section, "INSTANT"), "FILES "));
    }

    [Fact]
    public async Task It_loads_nothing_from_elsewhere_and_runs_nothing()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/catalog", null);
        Assert.Equal("text/html; charset=utf-8", $"{response.Content.Headers.ContentType}");
        Assert.StartsWith("default-src 'none';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_data_and_the_request_say_is_text_and_no_markup()
    {
        const string Evil = "<script>alert('&')</script>\"";
        var entries = Dataset.VisibleTo(server.Engine.DataModel, "admin")
            .Select(dataset => new CatalogEntry(dataset, 1, new(1, Evil + Evil)));
        var page = CatalogPage.Render(new("tag", new(1, Evil), [new(Evil, Evil)], [.. entries]), "http://" + Evil);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains(Evil, Parsed(page).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_API_leads_to_it_without_scripts()
    {
        using var landing = await server.SendAsync(HttpMethod.Get, "/graphql", null, "Accept: text/html");
        Assert.Contains("<a href=\"catalog\">", await landing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // It is XML but for the elements that HTML does not close, and an attribute without a value.
    private static XDocument Parsed(string page) => XDocument.Parse(
        UnclosedPattern().Replace(page, "$0</$1>").Replace(" crossorigin ", " ", StringComparison.Ordinal));

    [GeneratedRegex("<(meta|link) [^>]*>")]
    private static partial Regex UnclosedPattern();

    [GeneratedRegex("-d '(.*)'$")]
    private static partial Regex QueryPattern();

    [GeneratedRegex("  <section [^>]*id=\"risk-villages\">.*?</section>", RegexOptions.Singleline)]
    private static partial Regex SectionPattern();

    [GeneratedRegex("(<a href=\"export/[^>]*>[a-z]+</a> )+")]
    private static partial Regex FilesPattern();

    [GeneratedRegex(@"20\d\d-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex InstantPattern();
}
