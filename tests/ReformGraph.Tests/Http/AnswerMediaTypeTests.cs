using System.Net;
using ReformGraph.Http;
using Xunit;

namespace ReformGraph.Tests.Http;

public sealed class AnswerMediaTypeTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json, text/plain, */*", "application/json")]
    [InlineData("APPLICATION/JSON; charset=\"UTF-8\"", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json;q=0.9, application/graphql-response+json;q=0.8", "application/json")]
    [InlineData("*/*, application/json;q=0", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.1, */*;q=0.5", "application/json")]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", "application/json")]
    [InlineData("text/html", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0", null)]
    [InlineData("application/xml, text/*", null)]
    [InlineData("nonsense", null)]
    public void Is_the_one_that_the_client_likes_best(string? accept, string? expected) =>
        Assert.Equal(expected, ResponseMediaType.Negotiate(accept)?.Name);

    [Theory]
    [InlineData("{", 400)]
    [InlineData("{ thereIsNoSuchField }", 400)]
    [InlineData("query ($id: ID!) { __typename }", 400)]
    [InlineData("{ __typename }", 200)]
    public async Task Decides_the_status_of_a_well_formed_request(string document, int status)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(new { query = document });
        var own = await server.PostAsync(body, "Accept: application/graphql-response+json");
        Assert.Equal(status, (int)own.StatusCode);
        Assert.Equal("application/graphql-response+json; charset=utf-8", own.Content.Headers.ContentType!.ToString());

        var json = await server.PostAsync(body, "Accept: application/json");
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.Equal("application/json; charset=utf-8", json.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Is_refused_when_the_client_accepts_none()
    {
        var response = await server.PostAsync("""{"query":"{ __typename }"}""", "Accept: text/plain");
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Equal("NOT_ACCEPTABLE", await RunningServer.CodeAsync(response));
    }
}
