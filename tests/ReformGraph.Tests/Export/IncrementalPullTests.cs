using System.Globalization;
using System.Net;
using System.Text.Json;
using ReformGraph.Tests.OData;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>A client that pulls only what is new has the same register as a client that pulls all of it.</summary>
public sealed class IncrementalPullTests
{
    private readonly Random random = new(20261129);

    [Fact]
    public async Task Since_an_instant_before_the_first_change_all_is_new()
    {
        await using var own = await WriteServer.StartAsync();
        var all = await own.Server.Client.GetStringAsync("/export/risk-villages.csv?changedSince=0&select=code,level");
        Assert.Equal(120, all.Split("\r\n").Length);
        Assert.Equal(all,
            await own.Server.Client.GetStringAsync("/export/risk-villages.csv?changedSince=1970-01-01T00:00:00Z&select=code,level"));
        Assert.Equal(118, (await Feed.GetAsync(own.Server, "/odata/riskVillages?changedSince=1970-01-01T00:00:00Z")).GetProperty("value")
            .GetArrayLength());
    }

    [Fact]
    public async Task The_changes_of_every_register_can_be_pulled_with_its_default_columns()
    {
        await using var own = await WriteServer.StartAsync();
        using var package = JsonDocument.Parse(await own.Server.Client.GetStringAsync("/catalog/datapackage.json"));
        var names = package.RootElement.GetProperty("resources").EnumerateArray()
            .Select(resource => resource.GetProperty("name").GetString()!).ToList();
        var pulled = 0;
        foreach (var name in names)
        {
            using var response = await own.Server.SendAsync(HttpMethod.Get, $"/export/{name}.csv?changedSince=0", null);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode || text.Contains("have no history of their own", StringComparison.Ordinal), text);
            pulled += response.IsSuccessStatusCode ? 1 : 0;
        }

        Assert.InRange(pulled, 15, names.Count - 1);
    }

    [Fact]
    public async Task After_each_week_of_a_year_the_registers_that_were_pulled_are_the_register()
    {
        await using var own = await WriteServer.StartAsync();
        IRegisterCopy[] clients = [new CsvCopy(own.Server), new JsonCopy(own.Server, every: 3), new ODataCopy(own.Server)];
        var codes = new List<string>(from line in (await own.Server.Client.GetStringAsync("/export/risk-villages.csv?select=code")).Split(
            "\r\n")[1..^1]
                                     select line);
        for (var week = 1; week <= 52; week++)
        {
            for (var changes = random.Next(0, 6); changes > 0; changes--)
            {
                await ChangeAsync(own, codes, week);
            }

            foreach (var client in clients.Where(client => week % client.Every == 0))
            {
                await client.PullAsync();
                Assert.Equal((week, await client.WholeAsync()), (week, client.Rebuilt()));
            }
        }

        Assert.True((await own.SequencesAsync()).Count > 70);
    }

    [Fact]
    public async Task Files_tell_of_changes_as_texts_do()
    {
        await using var own = await WriteServer.StartAsync();
        await own.FieldAsync($$"""
            mutation {
              batch(input: { {{WriteServer.Note}}, operations: [
                { createRiskVillage: { code: "RV-N-001", county: "county", level: LOW } }
                { updateRiskVillage: { code: "RV-H-001", version: 1, level: MEDIUM } }
                { withdrawRiskVillage: { code: "RV-H-002", version: 1 } }
              ] }) { errors { ... on Error { message } } }
            }
            """);
        const string Asked = "?select=code,level&changedSince=1&labels=zh&headers=zh";
        string[] expected = [.. (await own.Server.Client.GetStringAsync("/export/risk-villages.csv" + Asked)).Split("\r\n")[..^1].Select(
            line => line.Replace(',', '|'))];
        Assert.Equal("变更方式|变更令牌|编码|风险等级", expected[0]);
        Assert.Equal(["CHANGED|RV-H-001|中风险", "WITHDRAWN|RV-H-002|", "ADDED|RV-N-001|低风险"],
            expected[1..].Select(line => line.Split('|')).Select(row => $"{row[0]}|{row[2]}|{row[3]}"));

        using var workbook = await FileAsync("xlsx");
        using var book = new Workbook(workbook.Path);
        Assert.Equal(expected, book.Rows(0).Select(row => string.Join('|', row)));
        using var parquet = await FileAsync("parquet");
        Assert.Equal(expected[1..],
            DuckDb.Rows($"SELECT * FROM '{parquet.Path}'").Select(row => string.Join('|', row.Select(DuckDb.Text))));

        async Task<ScratchFile> FileAsync(string format) =>
            await ScratchFile.OfAsync(format, await own.Server.Client.GetStreamAsync($"/export/risk-villages.{format}{Asked}"));
    }

    [Fact]
    public async Task Rows_stay_in_the_span_of_time_in_which_they_were_first_recorded()
    {
        await using var own = await WriteServer.StartAsync();
        var codes = new List<string> { "RV-H-001", "RV-M-001" };
        for (var change = 1; change <= 40; change++)
        {
            await ChangeAsync(own, codes, change);
        }

        var times = (await own.FieldAsync("{ changes(first: 100, order: [{ sequence: ASC }]) { nodes { recordedAt } } }")).GetProperty(
            "nodes").EnumerateArray().Select(change => change.GetProperty("recordedAt").GetString()!).ToList();
        string[] bounds = [times[0], times[4], times[11], times[12], times[25], "2999-01-01T00:00:00+08:00"];
        var before = await SpansAsync();
        var all = (await own.Server.Client.GetStringAsync("/export/risk-villages.csv?select=code&order=[{\"code\":\"ASC\"}]")).Split(
            "\r\n")[1..^1];
        Assert.Equal(all, before.SelectMany(span => span).Order(StringComparer.Ordinal));
        Assert.True(before.Count(span => span.Length > 0) >= 4);
        var high = await own.Server.Client.GetStringAsync(
            $"/export/risk-villages.csv?select=code&RangeEnd={times[4]}&where={{\"level\":{{\"eq\":\"HIGH\"}}}}");
        Assert.Equal(12, high.Split("\r\n")[1..^1].Count(
            code => code.StartsWith("RV-H", StringComparison.Ordinal) && code != "RV-H-001")); // 13 at first, and one that changes

        // A correction moves nothing.
        var one = before[^2][0];
        var version = (await own.FieldAsync("query ($code: String!) { riskVillageByCode(code: $code) { version } }",
            new { code = one })).GetProperty("version").GetInt32();
        await own.FieldAsync(
            $"mutation ($code: String!, $version: Int!) {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: $code, version: " +
            $"$version, riskFactors: \"later\" }}) {{ errors {{ __typename }} }} }}", new { code = one, version });
        Assert.Equal(before, await SpansAsync());

        Task<string[][]> SpansAsync() => CodesAsync(own.Server.Client, bounds);
    }

    // Between each two bounds, from the export; OData counts as many.
    private static async Task<string[][]> CodesAsync(HttpClient client, string[] bounds)
    {
        var spans = new List<string[]>();
        foreach (var (start, end) in bounds.Zip(bounds.Skip(1)))
        {
            var range = $"RangeStart={Uri.EscapeDataString(start)}&RangeEnd={Uri.EscapeDataString(end)}";
            spans.Add((await client.GetStringAsync($"/export/risk-villages.csv?select=code&{range}")).Split("\r\n")[1..^1]);
            var count = await client.GetStringAsync($"/odata/riskVillages/$count?{range}");
            Assert.Equal(spans[^1].Length.ToString(CultureInfo.InvariantCulture), count);
        }

        return [.. spans];
    }

    [Fact]
    public async Task A_token_of_a_restored_backup_that_went_another_way_is_refused()
    {
        await using WriteServer one = await WriteServer.StartAsync(), other = await WriteServer.StartAsync();
        foreach (var server in (WriteServer[])[one, other])
        {
            await ChangeAsync(server, ["RV-H-001"], 1);
        }

        using var pulled = await one.Server.SendAsync(HttpMethod.Get, "/export/figures.csv", null);
        var token = Assert.Single(pulled.Headers.GetValues("Change-Token"));
        foreach (var path in (string[])["/export/risk-villages.csv", "/odata/riskVillages"])
        {
            using var known = await one.Server.SendAsync(HttpMethod.Get, $"{path}?changedSince={token}", null);
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
            using var foreign = await other.Server.SendAsync(HttpMethod.Get, $"{path}?changedSince={token}", null);
            Assert.Equal(HttpStatusCode.Gone, foreign.StatusCode);
            Assert.Contains("CHANGE_TOKEN_UNKNOWN", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private async Task ChangeAsync(WriteServer own, List<string> codes, int week)
    {
        var change = random.Next(6);
        var code = change == 0 ? $"RV-N-{codes.Count + (week * 1000)}" : codes[random.Next(codes.Count)];
        var version = change == 0
            ? 0 : (await own.FieldAsync("query ($code: String!) { riskVillageByCode(code: $code) { version } }",
            new { code })) is { ValueKind: JsonValueKind.Object } row ? row.GetProperty("version").GetInt32() : 0;
        var mutation = change switch
        {
            _ when version == 0 =>
                $"createRiskVillage(input: {{ {WriteServer.Note}, code: " +
                $"\"{(change == 0 ? code : $"RV-R-{week}-{random.Next(1_000_000)}")}\", level: MEDIUM, county: \"county\" }})",
            1 => $"withdrawRiskVillage(input: {{ {WriteServer.Note}, code: \"{code}\", version: {version} }})",
            2 => $"updateRiskVillage(input: {{ {WriteServer.Note}, code: \"{code}\", version: {version}, township: " +
                $"{(random.Next(2) == 0 ? "null" : "\"mulin-town\"")} }})",
            3 => $"updateRiskVillage(input: {{ {WriteServer.Note}, code: \"{code}\", version: {version}, riskFactors: \"水位 {week}\", " +
                $"resolvedOn: \"2026-03-{1 + (week % 28):00}\" }})",
            _ => $"updateRiskVillage(input: {{ {WriteServer.Note}, code: \"{code}\", version: {version}, level: " +
                $"{((string[])["LOW", "MEDIUM", "HIGH"])[random.Next(3)]} }})",
        };
        Assert.Equal("""{"errors":null}""",
            (await own.FieldAsync($"mutation {{ {mutation} {{ errors {{ ... on Error {{ message }} }} }} }}")).GetRawText());
        if (change == 0)
        {
            codes.Add(code);
        }
    }
}
