using System.Net;
using Xunit;

namespace ReformGraph.Tests.Http;

public sealed class OriginTests
{
    private static readonly string[] preflight =
    [
        "Origin: https://dashboard.example.org",
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: content-type,graphql-require-preflight",
    ];

    [Fact]
    public async Task No_origin_is_allowed_unless_it_is_named()
    {
        var server = await RunningServer.StartAsync(RunningServer.Options());
        var asked = await server.SendAsync(HttpMethod.Options, "/graphql", null, preflight);
        Assert.Equal((HttpStatusCode.Forbidden, "ORIGIN_NOT_ALLOWED"), (asked.StatusCode, await RunningServer.CodeAsync(asked)));
        Assert.Contains("the setting AllowedOrigins", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(asked.Headers.Contains("Access-Control-Allow-Origin"));

        var plain = await server.SendAsync(HttpMethod.Options, "/graphql", null, "Origin: https://dashboard.example.org");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, plain.StatusCode); // which is no preflight
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_named_origin_may_send_and_read()
    {
        var server =
            await RunningServer.StartAsync(RunningServer.Options(allowedOrigins: "https://dashboard.example.org;http://localhost:3000"));
        var asked = await server.SendAsync(HttpMethod.Options, "/graphql", null, preflight);
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Equal(["https://dashboard.example.org"], asked.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("GraphQL-Require-Preflight", Assert.Single(asked.Headers.GetValues("Access-Control-Allow-Headers")),
            StringComparison.OrdinalIgnoreCase);

        var foreign = await server.SendAsync(HttpMethod.Options, "/graphql", null, ["Origin: https://evil.example", .. preflight[1..]]);
        Assert.Equal((HttpStatusCode.Forbidden, "ORIGIN_NOT_ALLOWED"), (foreign.StatusCode, await RunningServer.CodeAsync(foreign)));

        var sent = await server.PostAsync("""{"query":"{ __typename }"}""", "Origin: https://dashboard.example.org");
        Assert.Contains("Origin", sent.Headers.Vary);

        var refused = await server.PostAsync("[]", "Origin: https://dashboard.example.org");
        Assert.Equal(["https://dashboard.example.org"], refused.Headers.GetValues("Access-Control-Allow-Origin"));

        var other = await server.PostAsync("""{"query":"{ __typename }"}""", "Origin: https://evil.example");
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        await server.DisposeAsync();
    }
}
