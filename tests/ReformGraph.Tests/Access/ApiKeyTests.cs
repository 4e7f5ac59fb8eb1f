using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Access;

public sealed class ApiKeyTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task Without_any_key_everyone_is_let_in_and_the_first_key_closes_the_running_server()
    {
        await using var guarded = await GuardedServer.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync(null, "{ changes { nodes { actor reason } } }")).StatusCode);

        var key = await guarded.KeyAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + key)).StatusCode);
        await Task.Delay(1_100);
        await RefusedAsync(await guarded.AskAsync(null),
            "The request needs a key; send it as Authorization: Bearer KEY, or as the password of Basic authentication.");

        // Nothing opens it again.
        await guarded.RevokeAsync("reader");
        await RefusedAsync(await guarded.AskAsync(null),
            "The request needs a key; send it as Authorization: Bearer KEY, or as the password of Basic authentication.");
    }

    [Fact]
    public async Task A_key_is_sent_as_a_bearer_token_or_as_a_password()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var key = await guarded.KeyAsync(Role.Reader);
        foreach (var authorization in new[] { $"Bearer {key}", $"bearer  {key}", Basic($"power bi:{key}"), Basic($":{key}") })
        {
            using var response = await guarded.AskAsync(authorization);
            Assert.Equal("""{"data":{"riskVillages":{"totalCount":118}}}""", await response.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("Bearer", "The Authorization header is neither Bearer KEY nor Basic with a key as the password.")]
    [InlineData("Bearer ", "The Authorization header is neither Bearer KEY nor Basic with a key as the password.")]
    [InlineData("Digest a", "The Authorization header is neither Bearer KEY nor Basic with a key as the password.")]
    [InlineData("KEY", "The Authorization header is neither Bearer KEY nor Basic with a key as the password.")]
    [InlineData("Basic KEY", "The Authorization header is neither Bearer KEY nor Basic with a key as the password.")]
    [InlineData("Basic Zm9v", "The Authorization header is neither Bearer KEY nor Basic with a key as the password.")]
    [InlineData("Bearer a", "The Authorization header does not contain an API key.")]
    [InlineData("Bearer rg_", "This server does not know the API key.")]
    [InlineData("Bearer rg_' OR ''='", "This server does not know the API key.")]
    [InlineData("Bearer KEYx", "This server does not know the API key.")]
    [InlineData("Bearer KE", "This server does not know the API key.")]
    [InlineData("Bearer KEY, Bearer KEY", "This server does not know the API key.")]
    public async Task What_is_no_key_is_refused_whether_or_not_there_are_keys(string authorization, string message)
    {
        await using var guarded = await GuardedServer.StartAsync();
        var (_, none) = (await guarded.Server.GetAsync("query={__typename}"),
            (await guarded.AskAsync(authorization.Replace("KEY", "rg_0123456789", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, none);

        var key = await guarded.KeyAsync(Role.Admin);
        var sent = authorization.Contains("KEY", StringComparison.Ordinal)
            ? authorization.Replace("KEY", key, StringComparison.Ordinal)
            : authorization.Replace("KE", key[..^1], StringComparison.Ordinal);
        await RefusedAsync(await guarded.AskAsync(sent), message);
    }

    [Fact]
    public async Task A_huge_header_is_refused()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await guarded.KeyAsync(Role.Reader);
        await RefusedAsync(await guarded.AskAsync("Bearer rg_" + new string('a', 30_000)), "This server does not know the API key.");
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge,
            (await guarded.AskAsync("Bearer rg_" + new string('a', 40_000))).StatusCode);
    }

    [Fact]
    public async Task Revocation_counts_from_the_next_request()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var (key, other) = (await guarded.KeyAsync(Role.Editor), await guarded.KeyAsync(Role.Auditor));
        for (var request = 0; request < 20; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + key)).StatusCode);
        }

        await guarded.RevokeAsync("editor");
        await RefusedAsync(await guarded.AskAsync("Bearer " + key), "The API key was revoked.");
        await RefusedAsync(await guarded.AskAsync($"Bearer {key[..^1]}"),
            "This server does not know the API key."); // who does not hold it learns nothing of it
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + other)).StatusCode);
    }

    [Fact]
    public async Task A_key_is_valid_until_the_day_on_which_it_expires()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var (expired, valid) =
            (await guarded.KeyAsync(Role.Reader, "a", Today), await guarded.KeyAsync(Role.Reader, "b", Today.AddDays(2)));
        await RefusedAsync(await guarded.AskAsync("Bearer " + expired), $"The API key expired on {Today:yyyy-MM-dd}.");
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + valid)).StatusCode);
    }

    [Fact]
    public async Task A_replaced_key_is_valid_until_the_overlap_ends_and_both_have_one_name()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var first = await guarded.KeyAsync(Role.Admin, "dashboard", scope: new(["riskVillages"], null, ["county"]));
        var second = await guarded.RotateAsync("dashboard", TimeSpan.FromDays(7));
        foreach (var key in new[] { first, second })
        {
            Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + key)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await guarded.AskAsync("Bearer " + key, "{ villages { totalCount } }")).StatusCode);
        }

        var third = await guarded.RotateAsync("dashboard", TimeSpan.Zero);
        using var refused = await guarded.AskAsync("Bearer " + second);
        Assert.Matches(@"The API key was replaced, and was valid until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.",
            await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + first)).StatusCode);

        await guarded.RevokeAsync("dashboard");
        foreach (var key in new[] { first, second, third })
        {
            await RefusedAsync(await guarded.AskAsync("Bearer " + key), "The API key was revoked.");
        }
    }

    [Theory]
    [InlineData("GET", "/graphql?sdl", 401)]
    [InlineData("POST", "/graphql", 401)]
    [InlineData("DELETE", "/graphql", 401)]
    [InlineData("POST", "/", 401)]
    [InlineData("GET", "/graphql", 200)]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/elsewhere", 401)]
    [InlineData("OPTIONS", "/graphql", 204)]
    public async Task No_path_is_open_but_pages_and_what_browsers_ask_before_a_request(string method, string path, int status)
    {
        await using var guarded = await GuardedServer.StartAsync(allowedOrigins: "https://dashboard.example.org");
        await guarded.KeyAsync(Role.Reader);
        using var response = await guarded.Server.SendAsync(
            new(method), path, null, "Accept: text/html", "Origin: https://dashboard.example.org", "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization");
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(["https://dashboard.example.org"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_answer_is_not_taken_for_that_of_another_role()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var (reader, auditor) = ("Authorization: Bearer " + await guarded.KeyAsync(Role.Reader),
            "Authorization: Bearer " + await guarded.KeyAsync(Role.Auditor));
        const string Query = "query={changes{nodes{actor}}}";
        var tag = "If-None-Match: " + (await guarded.Server.GetAsync(Query, auditor)).Headers.ETag;
        Assert.Equal(HttpStatusCode.NotModified, (await guarded.Server.GetAsync(Query, auditor, tag)).StatusCode);
        Assert.Equal("FORBIDDEN", await RunningServer.CodeAsync(await guarded.Server.GetAsync(Query, reader, tag)));
        Assert.Equal("UNAUTHENTICATED",
            await RunningServer.CodeAsync(await guarded.Server.GetAsync(Query, "Authorization: Bearer rg_another-key-than-those", tag)));

        const string Open = "query={changes{nodes{kind}}}";
        var open = "If-None-Match: " + (await guarded.Server.GetAsync(Open, auditor)).Headers.ETag;
        Assert.Equal(HttpStatusCode.OK, (await guarded.Server.GetAsync(Open, reader, open)).StatusCode);
    }

    [Fact]
    public async Task Of_a_key_only_its_hash_is_kept_and_no_change_is_recorded_for_it()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await using var context = guarded.Open();
        var before = await context.Set<DataState>().Select(state => state.Sequence).SingleAsync();
        var key = await guarded.KeyAsync(Role.Reader);
        await guarded.RevokeAsync("reader");
        Assert.Equal(before, await context.Set<DataState>().Select(state => state.Sequence).SingleAsync());

        Assert.Matches(@"\Arg_[A-Za-z0-9_-]{51}\z", key);
        var kept = await context.Set<ApiKey>().SingleAsync();
        Assert.Equal(key[3..11], kept.Prefix);
        var database = context.Database.GetDbConnection().DataSource;
        var files = string.Concat(
            Directory.GetFiles(Path.GetDirectoryName(database)!).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        Assert.Contains(kept.Prefix, files, StringComparison.Ordinal);
        Assert.DoesNotContain(key[11..], files, StringComparison.Ordinal);
    }

    /// <summary>The refusal is in GraphQL's shape, has status 401 under both media types and says how to do better.</summary>
    internal static async Task RefusedAsync(HttpResponseMessage response, string message)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Bearer realm=\"ReformGraph\"", "Basic realm=\"ReformGraph\", charset=\"UTF-8\""],
            response.Headers.WwwAuthenticate.Select(challenge => challenge.ToString()));
        Assert.True(response.Headers.CacheControl!.NoStore);
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(message, body.RootElement.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal("UNAUTHENTICATED", await RunningServer.CodeAsync(response));
    }

    private static string Basic(string credentials) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
}
