using System.Net;
using ReformGraph.Http;
using Xunit;

namespace ReformGraph.Tests.Http;

public sealed class GetTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string data = "query=" + Uri.EscapeDataString(RunningServer.QueryOfData);

    [Theory]
    [InlineData("query=%7B__typename%7D")]
    [InlineData("query=query+A%7B__typename%7D+query+B%7B__typename%7D&operationName=B")]
    [InlineData("query=%7B__typename%7D&operationName=&variables=null&extensions=%7B%7D&unknown=1")]
    [InlineData(
        "query=query(%24n%3AString!)%7B__typename+__type(name%3A%24n)%7Bname%7D%7D&variables=%7B%22n%22%3A%22%E4%B8%A4%E9%A1%B9%22%7D")]
    public async Task Answers_a_query(string query)
    {
        var response = await server.GetAsync(query);
        Assert.Contains("\"__typename\":\"Query\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "QUERY_MISSING")]
    [InlineData("query=%7B__typename%7D&query=%7B__typename%7D", "INVALID_PARAMETER")]
    [InlineData("query=%7B__typename%7D&variables=%5B%5D", "INVALID_PARAMETER")]
    [InlineData("query=%7B__typename%7D&variables=", "INVALID_JSON")]
    [InlineData("query=%7B__typename%7D&extensions=nonsense", "INVALID_JSON")]
    [InlineData("query=%7B__typename%7D&variables=%7B%22a%22%3A%22%5Cud800%22%7D", "INVALID_UNICODE")]
    [InlineData("query=%7B__typename%7D&documentId=a", "DOCUMENT_GIVEN_TWICE")]
    public async Task Refuses_what_is_not_well_formed(string query, string code)
    {
        var response = await server.GetAsync(query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await RunningServer.CodeAsync(response));
    }

    [Fact]
    public async Task Needs_a_header_that_other_sites_cannot_send()
    {
        var bare = await server.SendAsync(HttpMethod.Get, "/graphql?" + data, null);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal("PREFLIGHT_REQUIRED", await RunningServer.CodeAsync(bare));

        var form = new StringContent(string.Empty, null, "text/plain");
        Assert.Equal(HttpStatusCode.BadRequest, (await server.SendAsync(HttpMethod.Get, "/graphql?" + data, form)).StatusCode);

        var json = new StringContent(string.Empty, null, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Get, "/graphql?" + data, json)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(data)).StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Carries_queries_only(string method)
    {
        using var response = await server.SendAsync(new HttpMethod(method),
            "/graphql?query=" + Uri.EscapeDataString("mutation{__typename}"), null, GraphQLEndpoint.PreflightHeader + ": 1");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        if (method == "GET")
        {
            Assert.Equal("OPERATION_NOT_SAFE", await RunningServer.CodeAsync(response));
        }
    }

    [Fact]
    public async Task Gives_a_tag_and_is_not_answered_again_while_the_tag_holds()
    {
        var first = await server.GetAsync(data);
        var tag = first.Headers.ETag!.ToString();
        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept", "Accept-Encoding", "Authorization", "GraphQL-Cost", "As-Of", "Reproducibility-Stamp"], first.Headers.Vary);

        foreach (var held in new[] { tag, "\"other\", " + tag, tag[2..], "*" })
        {
            var again = await server.GetAsync(data, "If-None-Match: " + held);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.Equal(first.Headers.Vary, again.Headers.Vary);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }

        foreach (var held in new[] { "\"other\"", "nonsense", "" })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(data, "If-None-Match: " + held)).StatusCode);
        }
    }

    [Fact]
    public async Task Gives_another_tag_for_another_media_type()
    {
        var json = await server.GetAsync(data, "Accept: application/json");
        var own = await server.GetAsync(data, "Accept: application/graphql-response+json", "If-None-Match: " + json.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.NotEqual(json.Headers.ETag, own.Headers.ETag);
    }

    [Fact]
    public async Task Refuses_an_invalid_query_although_the_client_holds_every_tag()
    {
        var response = await server.GetAsync("query=%7B", "If-None-Match: *", "Accept: application/graphql-response+json");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task Gives_no_tag_to_a_POST()
    {
        var response = await server.PostAsync("""{"query":"{ __typename }"}""", "If-None-Match: *");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(response.Headers.ETag);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task By_HEAD_gives_the_headers_alone()
    {
        var get = await server.GetAsync(data);
        var head = await server.SendAsync(HttpMethod.Head, "/graphql?" + data, null, GraphQLEndpoint.PreflightHeader + ": 1");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Gives_what_introspection_says_once_to_who_keeps_it()
    {
        var query = "query=" + Uri.EscapeDataString("{ __schema { types { name } } }");
        var first = await server.GetAsync(query, "Accept-Encoding: br");
        Assert.Equal((HttpStatusCode.OK, "no-cache, private"), (first.StatusCode, first.Headers.CacheControl!.ToString()));
        var again = await server.GetAsync(query, "If-None-Match: " + first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        var other = await server.GetAsync("query=" + Uri.EscapeDataString("{ __schema { types { kind } } }"),
            "If-None-Match: " + first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Gives_the_schema_as_text()
    {
        var schema = await server.SendAsync(HttpMethod.Get, "/graphql?sdl", null);
        Assert.Equal("text/plain; charset=utf-8", schema.Content.Headers.ContentType!.ToString());
        Assert.Contains("type Query {", await schema.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var again = await server.SendAsync(HttpMethod.Get, "/graphql?sdl", null, "If-None-Match: " + schema.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task From_a_browser_gives_a_page_unless_it_asks_for_data()
    {
        const string Browser = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        var page = await server.SendAsync(HttpMethod.Get, "/graphql", null, Browser);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        var schema = await server.SendAsync(HttpMethod.Get, "/graphql?sdl", null, Browser);
        Assert.Equal("text/plain", schema.Content.Headers.ContentType!.MediaType);
        var query = await server.GetAsync(data, Browser);
        Assert.Equal("application/json", query.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_root_leads_other_requests_than_those_for_its_page_to_the_API()
    {
        var response = await server.SendAsync(HttpMethod.Post, "/", null);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("/graphql", response.Headers.Location!.OriginalString);
    }
}
