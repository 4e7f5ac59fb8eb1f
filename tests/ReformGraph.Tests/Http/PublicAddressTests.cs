using System.Net;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Settings;
using ReformGraph.Tests.OData;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>Behind a proxy that ends TLS and takes a path away, links lead to where the client is.</summary>
public sealed class PublicAddressTests : IAsyncLifetime, IDisposable
{
    private const string Public = "https://data.example.org:8443/reform";

    private readonly SeededDatabase database = new();
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path }, PublicUrl = Public });
        using var closed = await server.SendAsync(HttpMethod.Get, "/odata", null);
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode); // whoever reaches the proxy reaches the server
        await using var context = database.Open();
        var key = await KeyRegister.CreateAsync(context, "reader", Role.Reader, null);
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("data.example.org")]
    public async Task The_links_of_OData_lead_from_page_to_page(string host)
    {
        var page = await Feed.GetAsync(server, "/odata/riskVillages?$select=code&$orderby=code", "Host: " + host,
            "Prefer: odata.maxpagesize=100");
        Assert.Equal(Public + "/odata/$metadata#riskVillages(code)", page.GetProperty("@odata.context").GetString());
        var next = page.GetProperty("@odata.nextLink").GetString()!;
        Assert.StartsWith(Public + "/odata/riskVillages?", next, StringComparison.Ordinal);
        var rest = await Feed.GetAsync(server, next[Public.Length..], "Host: " + host);
        Assert.Equal(18, rest.GetProperty("value").GetArrayLength());

        var tracked = await Feed.GetAsync(server, "/odata/villages", "Host: " + host, "Prefer: odata.track-changes");
        var delta = tracked.GetProperty("@odata.deltaLink").GetString()!;
        Assert.StartsWith(Public + "/odata/villages?changedSince=", delta, StringComparison.Ordinal);
        Assert.Empty((await Feed.GetAsync(server, delta[Public.Length..], "Host: " + host)).GetProperty("value").EnumerateArray());
    }

    [Fact]
    public async Task The_catalogue_and_the_pages_name_it()
    {
        var package = await Feed.GetAsync(server, "/catalog/datapackage.json");
        Assert.Equal(Public + "/catalog", package.GetProperty("homepage").GetString());
        Assert.All(package.GetProperty("resources").EnumerateArray(),
            resource => Assert.StartsWith(Public + "/export/", resource.GetProperty("path").GetString(), StringComparison.Ordinal));
        using var page = await server.SendAsync(HttpMethod.Get, "/registers/figures", null, "Accept: text/html");
        Assert.Contains("<base href=\"/reform/\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var home = await server.SendAsync(HttpMethod.Post, "/", null);
        Assert.Equal("/reform/graphql", home.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Other_hosts_are_refused_as_ever()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/odata", null, "Host: other.example.org");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_headers_of_a_proxy_are_not_believed()
    {
        await using var plain = await RunningServer.StartAsync(RunningServer.Options());
        var page = await Feed.GetAsync(plain, "/odata/riskVillages?$top=1&$select=code", "X-Forwarded-Proto: https",
            "X-Forwarded-Host: evil.example.org", "Forwarded: proto=https;host=evil.example.org");
        Assert.StartsWith(plain.Address + "odata/", page.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
    }
}
