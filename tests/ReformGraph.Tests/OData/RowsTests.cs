using System.Net;
using System.Text.Json;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;

namespace ReformGraph.Tests.OData;

public sealed class RowsTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> Answers() => new()
    {
        { "row", Feed.Address("figures('21')") },
        { "select-filter-order-count", Feed.Address("riskVillages", "$select=code,level",
            "$filter=level ne 'LOW' and startswith(code,'RV-M')", "$orderby=code desc", "$top=3", "$count=true") },
        { "expand",
            Feed.Address("figures", "$select=code,value", "$filter=code eq 'high-risk-villages'",
            "$expand=township,locator($select=section;$expand=report($select=id)),riskVillages($select=code;$filter=not " +
            "endswith(code,'1');$orderby=code desc;$top=2;$count=true;$expand=county($select=code))") },
        { "list-of-a-row", Feed.Address("counties('1')/riskVillages", "$select=code", "$top=2", "$count=true") },
        { "reference-of-a-row", Feed.Address("riskVillages('7')/provenBy", "$select=code,value,unit") },
        { "groups",
            Feed.Address("facilityConsolidations",
            "$apply=groupby((type,county/code),aggregate($count as rows,code with countdistinct as codes,floorArea with sum as area))",
            "$orderby=rows desc,type", "$top=4", "$count=true") },
        { "groups-of-some", Feed.Address("assetHandovers", "$apply=filter(method eq 'CAPITAL_CONTRIBUTION')/groupby((assetClass))") },
        { "total", Feed.Address("facilityConsolidations",
            "$apply=aggregate($count as rows,floorArea with max as most,floorArea with average as mean)") },
        { "groups-of-many",
            Feed.Address("facilityConsolidations",
            "$apply=groupby((type,county/code),aggregate($count as rows,code with countdistinct as codes))/filter(rows gt 10.5 and " +
            "startswith(type,'V'))", "$filter=codes lt 1000 or codes eq null", "$orderby=rows desc", "$count=true") },
        { "number-of-a-list",
            Feed.Address("counties", "$select=code", "$expand=townships/$count,riskVillages/$count($filter=level eq 'HIGH')") },
        { "by-the-number-of-a-list",
            Feed.Address("figures", "$select=code", "$filter=riskVillages/$count gt 0", "$orderby=riskVillages/$count desc") },
        { "value-of-a-row", Feed.Address("riskVillages('7')/code") },
        { "value-behind-a-row", Feed.Address("riskVillages('7')/provenBy/value") },
        { "without-metadata", Feed.Address("riskVillages", "$select=code", "$top=1", "$format=application/json;odata.metadata=none") },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answers_as_OData_has_it(string name, string address) => Snapshot.Match(
        $"{Uri.UnescapeDataString(address)}\n{JsonSerializer.Serialize(await Feed.GetAsync(server, address), Readable).Replace(server.Address.ToString(), "http://localhost/", StringComparison.Ordinal)}\n", new SnapshotNameExtension(name));

    [Fact]
    public async Task A_page_that_would_be_too_large_is_made_smaller_and_its_next_link_leads_on()
    {
        var villages = 0;
        var codes = new List<string>();
        for (var next = Feed.Address("facilityConsolidations", "$select=code", "$orderby=code",
            "$expand=county($select=code;$expand=riskVillages)"); next is not null;)
        {
            var page = await Feed.GetAsync(server, next);
            Assert.InRange(page.GetRawText().Length, 1, 4 * 1024 * 1024);
            codes.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("code").GetString()!));
            villages += page.GetProperty("value").EnumerateArray()
                .Sum(row => row.GetProperty("county").GetProperty("riskVillages").GetArrayLength());
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()! : null;
        }

        Assert.Equal((590, 590, 590 * 118), (codes.Count, codes.Distinct().Count(), villages));
    }

    [Theory]
    [InlineData("", 118)]
    [InlineData("level eq 'HIGH'", 13)]
    [InlineData("'HIGH' eq level", 13)]
    [InlineData("not (level eq 'HIGH' or level eq 'LOW')", 58)]
    [InlineData("not (level eq 'HIGH' and contains(code,'H'))", 105)]
    [InlineData("level in ('HIGH','LOW')", 60)]
    [InlineData("not (level in ('HIGH','LOW'))", 58)]
    [InlineData("status in (null,'OPEN')", 118)]
    [InlineData("status in ('OPEN')", 0)]
    [InlineData("not (status in (null,'OPEN'))", 0)]
    [InlineData("not (status in ('OPEN'))", 118)]
    [InlineData("status in (null) and level in ('HIGH')", 13)]
    [InlineData("assessedOn in (2026-01-01,null)", 118)]
    [InlineData("provenBy/derivation in (null,'SUM')", 118)]
    [InlineData("not (provenBy/derivation in (null,'SUM'))", 0)]
    [InlineData("provenBy/riskVillages/any(other: other/status in (null,'OPEN') and other/level eq 'HIGH')", 13)]
    [InlineData("id in ('07','8')", 1)]
    [InlineData("id ne '07'", 118)]
    [InlineData("contains(code,'RV-H') eq true", 13)]
    [InlineData("contains(code,'RV-H') ne true", 105)]
    [InlineData("not contains(code,'RV-H')", 105)]
    [InlineData("not contains(leadOfficial,'x')", 0)] // null contains nothing, and lacks nothing
    [InlineData("leadOfficial ne 'x'", 118)]
    [InlineData("assessedOn ge 2026-01-01", 0)]
    [InlineData("not (assessedOn ge 2026-01-01)", 118)]
    [InlineData("assessedOn eq null and not (resolvedOn ne null)", 118)]
    [InlineData("synthetic", 0)]
    [InlineData("not synthetic", 118)]
    [InlineData("true", 118)]
    [InlineData("false", 0)]
    [InlineData("id in ('7','8','7')", 2)]
    [InlineData("township eq null", 118)]
    [InlineData("not (provenBy eq null)", 118)]
    [InlineData("provenBy/value gt 13 and provenBy/value le 47.5", 47)]
    [InlineData("2 gt version", 118)]
    [InlineData("provenBy/riskVillages/any(other: other/level eq 'HIGH')", 13)]
    [InlineData("not provenBy/riskVillages/any(other: other/level eq 'HIGH')", 105)]
    [InlineData("provenBy/riskVillages/all(other: other/level eq 'LOW')", 47)]
    [InlineData("not provenBy/riskVillages/all(other: other/level eq 'LOW')", 71)]
    [InlineData("provenBy/reformTasks/any()", 0)]
    [InlineData("not provenBy/riskVillages/any()", 0)]
    [InlineData("tolower(code) eq tolower('RV-h-007')", 1)]
    [InlineData("contains(tolower(code),tolower('RV-H'))", 13)]
    [InlineData("tolower(code) ne 'rv-h-007' and toupper(code) ne 'RV-H-008'", 116)]
    [InlineData("tolower(code) in ('rv-h-007','rv-h-008','RV-H-009')", 2)]
    [InlineData("tolower(leadOfficial) eq null", 118)]
    [InlineData("not contains(tolower(leadOfficial),'x')", 0)]
    [InlineData("contains(tolower(level),'hi')", 13)] // what is a code list in the database is text to a client
    [InlineData("not startswith(level,'L')", 71)]
    [InlineData("length(level) eq 3 or tolower(level) in ('high')", 60)]
    [InlineData("tolower(status) ne 'open'", 118)]
    [InlineData("not contains(status,'x')", 0)]
    [InlineData("contains(id,'7') and length(id) lt 3", 19)]
    [InlineData("indexof(code,'H') eq 3", 13)]
    [InlineData("indexof(tolower(code),'h') ge 0", 13)]
    [InlineData("indexof(code,'h') eq -1", 118)]
    [InlineData("length(code) gt 7.5", 118)]
    [InlineData("length(leadOfficial) gt 0", 0)]
    [InlineData("not (length(leadOfficial) gt 0)", 118)]
    [InlineData("synthetic in (false)", 118)]
    [InlineData("synthetic in (true,null)", 0)]
    [InlineData("not (synthetic in (true,null))", 118)]
    [InlineData("code in ('RV-H-007',null)", 1)]
    [InlineData("version lt 1.5", 118)]
    [InlineData("version ge 1.5", 0)]
    [InlineData("not (version gt 1.5)", 118)]
    [InlineData("version eq 1.5", 0)]
    [InlineData("version lt 99999999999", 118)]
    [InlineData("not (version lt 99999999999)", 0)]
    [InlineData("version gt -1e300 and version lt INF and version ne NaN", 118)]
    [InlineData("not (version gt NaN)", 118)]
    [InlineData("provenBy/value gt 0.00001", 118)]
    [InlineData("provenBy/value gt 9223372036854775807", 0)]
    [InlineData("assessedOn eq 2026-01-01T00:00:00Z", 0)]
    [InlineData("not (assessedOn ge 2026-01-01T00:00:00Z)", 118)]
    [InlineData("assessedOn ne resolvedOn", 0)]
    [InlineData("assessedOn gt resolvedOn", 0)]
    [InlineData("not (assessedOn gt resolvedOn)", 118)]
    [InlineData("code eq leadOfficial", 0)]
    [InlineData("tolower(code) ne code", 118)]
    [InlineData("version eq length(leadOfficial)", 0)]
    [InlineData("year(assessedOn) eq 2026 or month(assessedOn) ne 1", 118)]
    [InlineData("assessedOn lt now()", 0)]
    [InlineData("year(now()) gt 2025 and now() gt 2026-01-01T00:00:00Z", 118)]
    [InlineData("1 eq 1 and not ('a' eq 'b')", 118)]
    [InlineData("provenBy/riskVillages/$count gt 13", 105)]
    [InlineData("provenBy/riskVillages/$count($filter=level eq 'LOW') eq 47", 47)]
    [InlineData("not (provenBy/riskVillages/$count lt 13.5)", 105)]
    [InlineData("provenBy/riskVillages/$count lt 99999999999", 118)]
    [InlineData("provenBy/riskVillages/any(other: contains(tolower(other/level),'gh') and other/version eq other/version)", 13)]
    public async Task Counts_the_rows_of_a_filter(string filter, int rows)
    {
        string[] options = filter.Length == 0 ? [] : ["$filter=" + filter];
        using var response = await server.SendAsync(HttpMethod.Get, Feed.Address("riskVillages/$count", options), null);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{rows}", await response.Content.ReadAsStringAsync());
        var list = await Feed.GetAsync(server, Feed.Address("riskVillages", ["$select=id", "$count=true", .. options]));
        Assert.Equal((rows, rows), (list.GetProperty("@odata.count").GetInt32(), list.GetProperty("value").GetArrayLength()));
    }

    [Fact]
    public async Task A_whole_set_ends_with_a_delta_link_for_who_prefers_it_and_only_then()
    {
        using var plain = await server.SendAsync(HttpMethod.Get, "/odata/reports", null);
        Assert.DoesNotContain("deltaLink", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var tracked = await server.SendAsync(HttpMethod.Get, "/odata/reports", null,
            "Prefer: odata.track-changes, odata.maxpagesize=50", $"If-None-Match: {plain.Headers.ETag}");
        Assert.Equal((HttpStatusCode.OK, "odata.maxpagesize=50, odata.track-changes"),
            (tracked.StatusCode, Assert.Single(tracked.Headers.GetValues("Preference-Applied"))));
        using var since = await server.SendAsync(HttpMethod.Get, "/odata/reports?changedSince=1", null, "Prefer: odata.maxpagesize=50",
            "Prefer: odata.track-changes");
        Assert.Equal("odata.maxpagesize=50, odata.track-changes", Assert.Single(since.Headers.GetValues("Preference-Applied")));
        using var unasked = await server.SendAsync(HttpMethod.Get, "/odata/reports?changedSince=1", null, "Prefer: odata.maxpagesize=50");
        Assert.Equal("odata.maxpagesize=50", Assert.Single(unasked.Headers.GetValues("Preference-Applied")));
        Assert.Contains("/odata/reports?changedSince=1-", await tracked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var set in (string[])["riskVillages?$filter=level eq 'HIGH'", "riskVillages?$select=code",
            "riskVillages?$top=5", "changes"])
        {
            using var untracked = await server.SendAsync(HttpMethod.Get, $"/odata/{set}", null, "Prefer: odata.track-changes");
            Assert.Equal((set, false), (set, untracked.Headers.Contains("Preference-Applied")));
            Assert.DoesNotContain("deltaLink", await untracked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_set_can_be_walked_page_by_page_and_gives_each_row_once()
    {
        foreach (var set in (await Feed.GetAsync(server, "/odata")).GetProperty("value").EnumerateArray()
            .Select(set => set.GetProperty("url").GetString()!))
        {
            var count =
                int.Parse(await server.Client.GetStringAsync($"/odata/{set}/$count"), System.Globalization.CultureInfo.InvariantCulture);
            var ids = (await Feed.WalkAsync(server, Feed.Address(set, "$orderby=id desc"), Math.Max(1, count / 3))).Select(
                row => row.GetProperty("id").GetString()).ToList();
            Assert.Equal((set, count, count), (set, ids.Count, ids.Distinct().Count()));
        }
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(7, 5)]
    [InlineData(116, 5)]
    [InlineData(118, 5)]
    [InlineData(500, null)]
    public async Task Skip_and_top_cut_a_part_out_of_the_list_over_all_its_pages(int skip, int? top)
    {
        var all = (await Feed.WalkAsync(server, Feed.Address("riskVillages", "$orderby=level desc,code desc"), 1_000)).Select(
            row => row.GetRawText()).ToList();
        var part = await Feed.WalkAsync(server, Feed.Address("riskVillages",
            ["$orderby=level desc,code desc", $"$skip={skip}", .. top is null ? (string[])[] : [$"$top={top}"]]), 2);
        Assert.Equal(all.Skip(skip).Take(top ?? int.MaxValue), part.Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task Groups_are_paged_too()
    {
        var address =
            Feed.Address("facilityConsolidations", "$apply=groupby((type,action),aggregate($count as rows))", "$orderby=rows desc");
        var whole = await Feed.WalkAsync(server, address, 1_000);
        Assert.Equal(whole.Select(row => row.GetRawText()), (await Feed.WalkAsync(server, address, 2)).Select(row => row.GetRawText()));
        Assert.Equal(whole.Skip(3).Select(row => row.GetRawText()),
            (await Feed.WalkAsync(server, address + "&$skip=3", 2)).Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task All_pages_show_the_state_of_the_first()
    {
        await using var own = await WriteServer.StartAsync();
        var address = Feed.Address("riskVillages", "$select=code,level", "$orderby=code");
        var expected = (await Feed.WalkAsync(own.Server, address, 1_000)).Select(row => row.GetRawText()).ToList();
        var first = await Feed.GetAsync(own.Server, address, "Prefer: odata.maxpagesize=10");
        using var write =
            await own.Server.PostAsync(
            """{"query":"mutation { updateRiskVillage(input: { change: { kind: EVENT, reason: \"Reviewed.\", effectiveOn: \"2026-10-31\" }, code: \"RV-M-001\", version: 1, level: LOW }) { change { sequence } } }"}""");
        Assert.Contains("\"sequence\":2", await write.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var rest = await Feed.WalkAsync(own.Server, first.GetProperty("@odata.nextLink").GetString()!, 10);
        Assert.Equal(expected, first.GetProperty("value").EnumerateArray().Concat(rest).Select(row => row.GetRawText()));
        Assert.NotEqual(expected, (await Feed.WalkAsync(own.Server, address, 10)).Select(row => row.GetRawText()));
        Assert.Equal(expected, (await Feed.WalkAsync(own.Server, address + "&asOf=1", 10)).Select(row => row.GetRawText()));
        Assert.Equal(expected,
            (await Feed.GetAsync(own.Server, address, "As-Of: 1")).GetProperty("value").EnumerateArray().Select(row => row.GetRawText()));
    }

    [Theory]
    [InlineData("riskVillages('7')/code/$value", "RV-H-007")]
    [InlineData("riskVillages('7')/provenBy/wording/$value", "13个")]
    [InlineData("riskVillages('7')/provenBy/value/$value", "13")]
    [InlineData("riskVillages('7')/synthetic/$value", "false")]
    public async Task A_value_is_sent_as_it_is(string path, string value)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/odata/" + path, null, "Accept: application/xml");
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(value, await response.Content.ReadAsStringAsync());
        using var again = await server.SendAsync(HttpMethod.Get, "/odata/" + path, null, $"If-None-Match: {response.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("riskVillages('7')/village")]
    [InlineData("riskVillages('7')/village/code")]
    [InlineData("riskVillages('7')/leadOfficial")]
    [InlineData("riskVillages('7')/leadOfficial/$value")]
    public async Task A_reference_or_a_value_that_is_not_there_is_no_content(string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/odata/" + path, null);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }
}
