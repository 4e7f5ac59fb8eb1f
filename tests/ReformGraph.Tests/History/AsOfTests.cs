using System.Globalization;
using System.Net;
using System.Text.Json;
using ReformGraph.Http;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.History;

/// <summary>The past over HTTP: by the header of a request, and by the argument of a field.</summary>
public sealed class AsOfTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Body = """{"query":"{ riskVillages(first: 1) { totalCount nodes { code } } }"}""";

    [Theory]
    [InlineData("1")]
    [InlineData("2999-01-01T00:00:00Z", "AS_OF_IN_FUTURE")]
    [InlineData("1949-10-01T00:00:00+08:00", "AS_OF_BEFORE_FIRST_CHANGE")]
    [InlineData("99", "AS_OF_UNKNOWN_CHANGE")]
    [InlineData("0", "AS_OF_UNKNOWN_CHANGE")]
    [InlineData("-1", "AS_OF_UNKNOWN_CHANGE")]
    [InlineData("2026-11-25", "AS_OF_MALFORMED")]
    [InlineData("2026-11-25T08:00:00", "AS_OF_MALFORMED")]
    [InlineData("yesterday", "AS_OF_MALFORMED")]
    [InlineData("1, 2", "AS_OF_MALFORMED")]
    public async Task The_header_is_a_change_or_an_instant_that_has_come(string header, string? code = null)
    {
        var response = await server.PostAsync(Body, $"As-Of: {header}");
        if (code is null)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(["1"], response.Headers.GetValues(HistoryHeaders.AsOfSequence));
        }
        else
        {
            Assert.Equal(code, await RunningServer.CodeAsync(response));
            Assert.False(response.Headers.Contains(HistoryHeaders.AsOfSequence));
        }
    }

    [Fact]
    public async Task An_instant_is_answered_with_the_change_that_it_means()
    {
        var now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        var response = await server.PostAsync(Body, $"As-Of: {now}");
        Assert.Equal(["1"], response.Headers.GetValues(HistoryHeaders.AsOfSequence));
        Assert.Equal(await (await server.PostAsync(Body)).Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());

        using var byArgument = JsonDocument.Parse(await (await server.PostAsync(
            $$$"""{"query":"query ($at: DateTime!) { then: riskVillages(first: 1, asOf: { at: $at }) { totalCount } }","variables":{"at":"{{{now}}}"}}""")).Content.ReadAsByteArrayAsync());
        Assert.Equal(1, byArgument.RootElement.GetProperty("extensions").GetProperty("asOf").GetProperty("then").GetInt64());
    }

    [Theory]
    [InlineData("2999-01-01T00:00:00Z", "AS_OF_IN_FUTURE")]
    [InlineData("1949-10-01T00:00:00+08:00", "AS_OF_BEFORE_FIRST_CHANGE")]
    public async Task An_argument_is_refused_with_its_place(string at, string code)
    {
        var response = await server.PostAsync($$$"""{"query":"{ riskVillages(asOf: { at: \"{{{at}}}\" }) { totalCount } }"}""");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var error = answer.RootElement.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(22, error.GetProperty("locations")[0].GetProperty("column").GetInt32());
    }

    [Fact]
    public async Task A_stamp_names_what_gives_the_same_bytes_again()
    {
        var stamped = await server.PostAsync(Body, $"{HistoryHeaders.Stamp}: true");
        var stamp = stamped.Headers.GetValues(HistoryHeaders.Stamp).Single();
        using var answer = JsonDocument.Parse(await stamped.Content.ReadAsByteArrayAsync());
        var extension = answer.RootElement.GetProperty("extensions").GetProperty("stamp");
        Assert.Equal(
            $"sequence={extension.GetProperty("sequence")}, schema={extension.GetProperty("schemaHash")}, "
            + $"query={extension.GetProperty("queryHash")}, version={extension.GetProperty("version")}",
            stamp);
        Assert.Equal(typeof(Composition).Assembly.GetName().Version!.ToString(3), $"{extension.GetProperty("version")}");

        var again = await server.PostAsync(Body, $"{HistoryHeaders.Stamp}: true", $"As-Of: {extension.GetProperty("sequence")}");
        Assert.Equal(stamp, again.Headers.GetValues(HistoryHeaders.Stamp).Single());
        Assert.Equal(answer.RootElement.GetRawText(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_tag_is_one_instants_own()
    {
        var query = "query=" + Uri.EscapeDataString(RunningServer.QueryOfData);
        var now = (await server.GetAsync(query)).Headers.ETag!.ToString();
        var then = (await server.GetAsync(query, "As-Of: 1")).Headers.ETag!.ToString();
        Assert.NotEqual(now, then);
        Assert.Equal(HttpStatusCode.NotModified, (await server.GetAsync(query, "As-Of: 1", $"If-None-Match: {then}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(query, "As-Of: 1", $"If-None-Match: {now}")).StatusCode);
    }
}
