using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;
using ReformGraph.Http;
using ReformGraph.OData;
using ReformGraph.Settings;
using ReformGraph.Tests.BadInput;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

public sealed class RefusalTests(RunningServer server) : IClassFixture<RunningServer>
{
    internal static readonly string[] Pieces =
        ["(", ")", "'", ",", "/", "$it", " and ", " not ", " eq ", "null", "any(x:", "all(", "1e400", "-", "0.00001",
        "99999999999999999999", "2026-02-30", "2026-01-01T00:00:00Z", "duration'P1D'", "%", "\0", "圈", "$count", "$", "*",
            "@p", "[]", "{}",
        ";", "with sum as"];

    internal static readonly string[] Addresses =
    [
        Feed.Address("riskVillages('7')/provenBy", "$select=code"),
        Feed.Address("figures", "$filter=value gt 10.5 and (year eq null or contains(code,'a')) and riskVillages/any(x: x/level eq 'HIGH')",
            "$orderby=township/code desc,value", "$top=3", "$skip=2", "$count=true"),
        Feed.Address("counties", "$expand=riskVillages($filter=level in ('HIGH','LOW');$orderby=code;$top=2;$expand=county)",
            "$select=code"),
        Feed.Address("riskVillages",
            "$apply=filter(level eq 'HIGH')/groupby((level,county/code),aggregate($count as n,id with countdistinct as d))",
            "$orderby=n desc"),
        Feed.Address("changes", "$filter=recordedAt lt 2026-01-01T00:00:00Z", "asOf=1"),
        Feed.Address("riskVillages/$count", "$filter=not (assessedOn ge 2026-01-01)"),
    ];

    [Theory]
    [InlineData("nothing", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("riskVillages('77777')", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("counties('77')/riskVillages", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("riskVillages('x')", 400, "ID_MALFORMED", null)]
    [InlineData("riskVillages(7)", 400, "ODATA_MALFORMED", "path")]
    [InlineData("riskVillages('07')", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("riskVillages/+7", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("counties(' 1')/riskVillages", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("riskVillages('7')/$value", 501, "ODATA_NOT_SUPPORTED", "path")]
    [InlineData("riskVillages('77777')/code", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("riskVillages('7')/nothing", 404, "ODATA_NOT_FOUND", "path")]
    [InlineData("riskVillages('7')/code/$value?$format=json", 501, "ODATA_NOT_SUPPORTED", "$format")]
    [InlineData("riskVillages('7')/code?$select=code", 501, "ODATA_NOT_SUPPORTED", "$select")]
    [InlineData("counties('1')/riskVillages('7')", 501, "ODATA_NOT_SUPPORTED", "path")]
    [InlineData("$batch", 405, "METHOD_NOT_ALLOWED", null)]
    [InlineData("riskVillages?$filter=level eq", 400, "ODATA_MALFORMED", "$filter")]
    [InlineData("riskVillages?$filter=nothing eq 1", 400, "ODATA_MALFORMED", "$filter")]
    [InlineData("riskVillages?$filter=level eq 'WILD'", 400, "ODATA_MALFORMED", "$filter")]
    [InlineData("counties?$expand=riskVillages($filter=id eq 'x')", 400, "ID_MALFORMED", null)]
    [InlineData("riskVillages?$filter=level gt 'HIGH'", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$filter=version gt null", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$filter=trim(code) eq 'x'", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$filter=code gt 'A'", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$filter=indexof(code,leadOfficial) eq 1", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$filter=contains(code,leadOfficial)", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$filter=contains(tolower(synthetic),'x')", 400, "ODATA_MALFORMED", "$filter")]
    [InlineData("riskVillages?$filter=code eq level", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("figures?$filter=year eq value", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("figures?$filter=code gt wording", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("figures?$filter=tolower(unit) eq code", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("figures?$filter=tolower(null) gt 3", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?now=today", 400, "ODATA_MALFORMED", "now")]
    [InlineData("riskVillages?$filter=version add 1 eq 2", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("figures?$filter=riskVillages/$count gt version", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("figures?$filter=riskVillages/any(x: x/code eq $it/code)", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("figures?$filter=riskVillages/any(x: $it/code eq 'a')", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("locators?$filter=sentence eq 'a'", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$orderby=tolower(code)", 501, "ODATA_NOT_SUPPORTED", "$orderby")]
    [InlineData("figures?$orderby=length(code)", 501, "ODATA_NOT_SUPPORTED", "$orderby")]
    [InlineData("riskVillages?$orderby=nothing", 400, "ODATA_MALFORMED", "$orderby")]
    [InlineData("riskVillages?$select=nothing", 400, "ODATA_MALFORMED", "$expand, $select")]
    [InlineData("counties?$expand=riskVillages($skip=1)", 501, "ODATA_NOT_SUPPORTED", "$expand=riskVillages")]
    [InlineData("counties?$expand=riskVillages($top=1001)", 501, "ODATA_NOT_SUPPORTED", "$expand=riskVillages")]
    [InlineData("counties?$expand=riskVillages($filter=level eq 'WILD')", 400, "ODATA_MALFORMED", "$expand=riskVillages")]
    [InlineData("counties?$expand=riskVillages/$ref", 501, "ODATA_NOT_SUPPORTED", "$expand")]
    [InlineData("counties?$expand=riskVillages/$count,riskVillages", 501, "ODATA_NOT_SUPPORTED", "$expand")]
    [InlineData("counties?$expand=riskVillages($expand=county($expand=riskVillages($expand=county($expand=riskVillages))))", 400,
        "ODATA_MALFORMED", "$expand, $select")]
    [InlineData("riskVillages?$top=-1", 400, "ODATA_MALFORMED", "$top")]
    [InlineData("riskVillages?$skip=10001", 501, "ODATA_NOT_SUPPORTED", "$skip")]
    [InlineData("riskVillages?$skiptoken=abc", 400, "CURSOR_MALFORMED", "$skiptoken")]
    [InlineData("riskVillages?$skiptoken=WyIwMDAwMDAwMCIsMV0", 400, "CURSOR_OF_ANOTHER_ORDER", "$skiptoken")]
    [InlineData("riskVillages?$skiptoken=~x", 400, "CURSOR_MALFORMED", "$skiptoken")]
    [InlineData("riskVillages?$skiptoken=~07", 400, "CURSOR_MALFORMED", "$skiptoken")]
    [InlineData("riskVillages?$skiptoken=~77777", 400, "CURSOR_MALFORMED", "$skiptoken")]
    [InlineData("riskVillages?$apply=groupby((level))&$skiptoken=~77777", 400, "CURSOR_MALFORMED", "$skiptoken")]
    [InlineData("riskVillages?$count=maybe", 400, "ODATA_MALFORMED", "$count")]
    [InlineData("riskVillages?$search=x", 501, "ODATA_NOT_SUPPORTED", "$search")]
    [InlineData("riskVillages?$compute=version add 1 as v", 501, "ODATA_NOT_SUPPORTED", "$compute")]
    [InlineData("riskVillages?changedSince=yesterday", 400, "CHANGE_TOKEN_MALFORMED", "changedSince")]
    [InlineData("riskVillages?changedSince=1-000000000000", 410, "CHANGE_TOKEN_UNKNOWN", null)]
    [InlineData("riskVillages?changedSince=1&$select=level,code", 400, "CHANGES_NOT_TRACKED", "changedSince")]
    [InlineData("riskVillages?changedSince=1&$expand=county", 400, "CHANGES_NOT_TRACKED", "changedSince")]
    [InlineData("figures?changedSince=1&$expand=riskVillages($select=id)", 400, "CHANGES_NOT_TRACKED", "changedSince")]
    [InlineData("riskVillages?changedSince=1&$filter=level eq 'LOW'", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?changedSince=1&$apply=groupby((level))", 501, "ODATA_NOT_SUPPORTED", "$apply")]
    [InlineData("riskVillages?changedSince=1&RangeStart=2026-01-01T00:00:00Z", 501, "ODATA_NOT_SUPPORTED", "RangeStart")]
    [InlineData("riskVillages('7')?changedSince=1", 501, "ODATA_NOT_SUPPORTED", "changedSince")]
    [InlineData("counties('1')/riskVillages?changedSince=1", 501, "ODATA_NOT_SUPPORTED", "changedSince")]
    [InlineData("changes?changedSince=1", 400, "CHANGES_NOT_TRACKED", "changedSince")]
    [InlineData("changes?RangeEnd=2026-01-01T00:00:00Z", 400, "CHANGES_NOT_TRACKED", "RangeEnd")]
    [InlineData("riskVillages?RangeStart=12", 400, "INVALID_PARAMETER", "RangeStart")]
    [InlineData("riskVillages?nothing=1", 400, "ODATA_MALFORMED", "nothing")]
    [InlineData("riskVillages?$top=1&$top=2", 400, "ODATA_MALFORMED", "$top")]
    [InlineData("riskVillages('7')?$filter=level eq 'HIGH'", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages(@key)", 501, "ODATA_NOT_SUPPORTED", "path")]
    [InlineData("riskVillages/$count?$top=1", 501, "ODATA_NOT_SUPPORTED", "$top")]
    [InlineData("riskVillages?$apply=filter(level eq 'HIGH')", 501, "ODATA_NOT_SUPPORTED", "$apply")]
    [InlineData("riskVillages?$apply=groupby((level),aggregate($count as n))/filter(n gt 2 or level eq 'HIGH')", 501,
        "ODATA_NOT_SUPPORTED", "$apply")]
    [InlineData("riskVillages?$apply=groupby((level),aggregate($count as n))/groupby((level))", 501, "ODATA_NOT_SUPPORTED", "$apply")]
    [InlineData("riskVillages?$apply=aggregate($count as n)&$filter=n gt 2", 501, "ODATA_NOT_SUPPORTED", "$filter")]
    [InlineData("riskVillages?$apply=groupby((level))&$filter=code eq 'x'", 400, "ODATA_MALFORMED", "$filter")]
    [InlineData("riskVillages?$apply=groupby((level))&$select=level", 501, "ODATA_NOT_SUPPORTED", "$select")]
    [InlineData("riskVillages?$apply=groupby((level))&$orderby=code", 400, "ODATA_MALFORMED", "$orderby")]
    [InlineData("figures?$apply=aggregate(value with sum as v)", 501, "ODATA_NOT_SUPPORTED", "$apply")]
    [InlineData("riskVillages?$apply=groupby((level,nothing))", 400, "ODATA_MALFORMED", "$apply")]
    [InlineData("riskVillages?$apply=groupby((level)", 400, "ODATA_MALFORMED", "$apply")]
    [InlineData("riskVillages?$format=atom", 406, "NOT_ACCEPTABLE", "$format")]
    [InlineData("$metadata?$format=json", 406, "NOT_ACCEPTABLE", "$format")]
    [InlineData("riskVillages?asOf=yesterday", 400, "AS_OF_MALFORMED", "asOf")]
    [InlineData("riskVillages?asOf=77", 400, "AS_OF_UNKNOWN_CHANGE", null)]
    public async Task Refuses_what_it_cannot_answer_and_says_where(string address, int status, string code, string? target) =>
        Assert.Equal((status, code, target), await Feed.RefusalAsync(server, "/odata/" + address));

    [Theory]
    [InlineData("riskVillages(7)")]
    [InlineData("riskVillages(id=7)")]
    [InlineData("riskVillages(RV-H-007)")]
    public async Task Tells_how_a_row_is_named(string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/odata/" + path, null);
        Assert.Contains("SET('7')", JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("error")
            .GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aggregate(version)")]
    [InlineData("groupby((level),aggregate(version))")]
    [InlineData("groupby((level),aggregate(version with sum))")]
    public async Task Tells_how_a_number_is_written(string apply)
    {
        using var response = await server.SendAsync(HttpMethod.Get, Feed.Address("riskVillages", "$apply=" + apply), null);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("error");
        Assert.Equal(("ODATA_MALFORMED", "$apply"), (error.GetProperty("code").GetString(), error.GetProperty("target").GetString()));
        Assert.EndsWith(
            " An aggregate is PROPERTY with METHOD as NAME, where METHOD is sum, min, max, average or countdistinct, or $count as " +
            "NAME.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_of_a_value_by_the_option_that_holds_it()
    {
        using var response =
            await server.SendAsync(HttpMethod.Get, "/odata/assetHandovers?$top=3&$orderby=code&$filter=nameZh eq 'a\0'", null);
        Assert.StartsWith("$filter.nameZh.eq is not valid: ", JsonElement.Parse(await response.Content.ReadAsStringAsync())
            .GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_fails_in_the_parser_is_the_cause_of_the_refusal()
    {
        var refused =
            Assert.Throws<RequestErrorException>(() => FeedOptions.Parsed<int>("$filter", () => throw new InvalidCastException()));
        Assert.Equal(("ODATA_MALFORMED", typeof(InvalidCastException)), (refused.Errors[0].Code.Name, refused.InnerException?.GetType()));
        Assert.Null(Assert.Throws<RequestErrorException>(
            () => FeedOptions.Parsed<int>("$filter", () => throw new FormatException())).InnerException);
    }

    [Fact]
    public async Task The_cause_of_a_refusal_is_logged_by_its_type()
    {
        var log = new Lines();
        var context = new DefaultHttpContext();
        await new ErrorMiddleware(_ => FeedOptions.Parsed<Task>("$filter", () => throw new InvalidCastException("a secret")),
            log).InvokeAsync(context);
        Assert.Equal(400, context.Response.StatusCode);
        Assert.Contains("System.InvalidCastException", Assert.Single(log.Written), StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", log.Written[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_below_a_row_that_is_longer_than_a_page_is_refused_and_never_cut()
    {
        var options = RunningServer.Options();
        await using var small = await StartAsync(new ReformGraphOptions
        {
            Url = options.Url,
            Database = options.Database,
            Engine = new EngineOptions { Paging = new() { MaxPageSize = 100 } }
        });
        Assert.Equal((422, "ANSWER_TOO_LARGE", "$expand=riskVillages"),
            await Feed.RefusalAsync(small.Server, Feed.Address("counties", "$expand=riskVillages")));
        var rows = await Feed.GetAsync(small.Server, Feed.Address("counties", "$expand=riskVillages($top=100)"));
        Assert.Equal(100, rows.GetProperty("value")[0].GetProperty("riskVillages").GetArrayLength());
    }

    [Fact]
    public async Task A_server_of_trusted_documents_serves_no_OData()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await using var own =
                await StartAsync(RunningServer.Options(trustedDocuments: new() { Folder = folder.FullName, Only = true }));
            Assert.Equal((403, "DOCUMENT_NOT_TRUSTED", null), await Feed.RefusalAsync(own.Server, "/odata/riskVillages"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public Task No_damaged_address_is_the_servers_mistake() =>
        DamagedAddress.AskAsync(server, Addresses, Pieces, [200, 204, 400, 404, 406, 422, 501], 4_000);

    private static async Task<Disposing> StartAsync(ReformGraphOptions options) => new(await RunningServer.StartAsync(options));

    private sealed record Disposing(RunningServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }

    private sealed class Lines : ILogger<ErrorMiddleware>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
