using System.Net;
using System.Text;
using ReformGraph.Domain.Access;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>What Power BI, Excel and Tableau rely on in addition to the rows.</summary>
public sealed class ConventionTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Address = "/odata/riskVillages?$top=1";

    [Theory]
    [InlineData(null, "minimal")]
    [InlineData("*/*", "minimal")]
    [InlineData("application/json", "minimal")]
    [InlineData("application/json;odata.metadata=none", "none")]
    [InlineData("application/json;odata.metadata=full", "minimal")]
    [InlineData(
        "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/json;q=0.7,text/plain;q=0.7", "minimal")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "minimal")]
    public async Task Answers_in_JSON_with_as_much_metadata_as_is_accepted(string? accept, string metadata)
    {
        using var response = await server.SendAsync(HttpMethod.Get, Address, null, accept is null ? [] : ["Accept: " + accept]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"application/json;odata.metadata={metadata};charset=utf-8",
            response.Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(["4.0"], response.Headers.GetValues("OData-Version"));
        Assert.Equal(metadata == "minimal",
            (await response.Content.ReadAsStringAsync()).Contains("@odata.context", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("figures('1')/value", "{\"value\":\"12\"}")]
    [InlineData("riskVillages('1')?$select=version,synthetic", "{\"synthetic\":false,\"version\":1}")]
    [InlineData("counties?$select=code&$count=true&$expand=riskVillages/$count,figures($select=lower;$top=1)",
        "{\"@odata.count\":\"1\",\"value\":[{\"code\":\"county\",\"riskVillages@odata.count\":\"118\",\"figures\":[{\"lower\":\"12\"}]}]}")]
    [InlineData(
        "changes?$apply=groupby((sequence,id),aggregate(sequence with max as m,rowCount with sum as s,sequence with average as a,id with " +
        "countdistinct as d,rowCount with min as l,$count as n))",
        "{\"value\":[{\"sequence\":\"1\",\"id\":\"1\",\"m\":\"1\",\"s\":\"1595\",\"a\":\"1\",\"d\":\"1\",\"l\":1595,\"n\":\"1\"}]}")]
    [InlineData("changes?$select=sequence,rowCount", "{\"value\":[{\"sequence\":\"1\",\"rowCount\":1595}]}")]
    public async Task Numbers_of_64_bits_and_decimals_are_texts_for_who_asks_for_them(string address, string answer)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/odata/" + address, null,
            "Accept: application/json;odata.metadata=none;IEEE754Compatible=true");
        Assert.Equal("application/json;odata.metadata=none;IEEE754Compatible=true;charset=utf-8",
            response.Content.Headers.ContentType!.ToString().Replace("; ", ";", StringComparison.Ordinal));
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
        using var plain = await server.SendAsync(HttpMethod.Get, "/odata/" + address, null, "Accept: application/json;odata.metadata=none");
        Assert.NotEqual(response.Headers.ETag, plain.Headers.ETag);
    }

    [Theory]
    [InlineData("Accept: application/atom+xml")]
    [InlineData("OData-MaxVersion: 3.0")]
    public async Task Refuses_what_it_does_not_speak(string header) =>
        Assert.Equal((406, "NOT_ACCEPTABLE"),
        await Feed.RefusalAsync(server, Address, header) is var refusal ? (refusal.Status, refusal.Code) : default);

    [Fact]
    public async Task Serves_GET_and_HEAD_only()
    {
        using var head = await server.SendAsync(HttpMethod.Head, Address, null);
        using var get = await server.SendAsync(HttpMethod.Get, Address, null);
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentLength, get.Headers.ETag),
            (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        using var post = await server.SendAsync(HttpMethod.Post, Address, null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), (post.StatusCode, string.Join(", ", post.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData("/odata")]
    [InlineData("/odata/$metadata")]
    [InlineData(Address)]
    [InlineData("/odata/riskVillages/$count")]
    [InlineData("/odata/riskVillages('7')/village")]
    [InlineData("/odata/riskVillages?$skip=3")]
    public async Task An_answer_that_the_client_holds_is_not_sent_again(string address)
    {
        using var first = await server.SendAsync(HttpMethod.Get, address, null);
        using var second = await server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (second.StatusCode, second.Headers.ETag));
        using var other = await server.SendAsync(HttpMethod.Get, address, null, "If-None-Match: \"another\"");
        Assert.Equal(first.StatusCode, other.StatusCode);
    }

    [Fact]
    public async Task A_row_has_one_tag_whichever_of_its_properties_are_asked_for()
    {
        async Task<string> TagOf(string address)
        {
            using var response = await server.SendAsync(HttpMethod.Get, "/odata/" + address, null);
            return response.Headers.ETag!.ToString();
        }

        var tag = await TagOf("figures('1')");
        Assert.Equal([tag, tag], [await TagOf("figures('1')?$select=code"), await TagOf("figures('1')?$select=value&$expand=locator")]);
        Assert.NotEqual(tag, await TagOf("figures('2')"));
        Assert.NotEqual(tag, await TagOf("figures('1')?asOf=1"));
        using var held = await server.SendAsync(HttpMethod.Get, "/odata/figures('1')?$select=value", null, "If-None-Match: " + tag);
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
    }

    [Fact]
    public async Task The_size_of_pages_is_a_preference()
    {
        using var response =
            await server.SendAsync(HttpMethod.Get, "/odata/riskVillages", null, "Prefer: respond-async, odata.maxpagesize=5000");
        Assert.Equal(["odata.maxpagesize=1000"], response.Headers.GetValues("Preference-Applied"));
        using var nonsense = await server.SendAsync(HttpMethod.Get, "/odata/riskVillages", null, "Prefer: odata.maxpagesize=none");
        Assert.Equal((HttpStatusCode.OK, false), (nonsense.StatusCode, nonsense.Headers.Contains("Preference-Applied")));
    }

    [Fact]
    public async Task A_key_is_the_password_of_any_user_and_without_it_a_name_and_a_password_are_asked_for()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var key = await guarded.KeyAsync(Role.Reader);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("anyone:" + key));
        foreach (var authorization in new[] { "Bearer " + key, "Basic " + basic })
        {
            Assert.Equal(1,
                (await Feed.GetAsync(guarded.Server, Address, "Authorization: " + authorization)).GetProperty("value").GetArrayLength());
        }

        using var refused = await guarded.Server.SendAsync(HttpMethod.Get, Address, null);
        Assert.Equal("Basic", Assert.Single(refused.Headers.WwwAuthenticate).Scheme);
        Assert.Equal((401, "UNAUTHENTICATED", null), await Feed.RefusalAsync(guarded.Server, Address));
    }
}
