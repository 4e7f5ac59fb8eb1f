using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Export;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Synthesis;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>What a Parquet file holds, as DuckDB reads it.</summary>
public sealed class ParquetTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_collection_has_the_rows_that_it_has_as_JSON()
    {
        foreach (var name in ExportName.EntitiesOf(server.Engine.DataModel).Keys)
        {
            foreach (var labels in (string[])["code", "zh"])
            {
                var expected = (await server.Client.GetStringAsync($"/export/{name}.ndjson?labels={labels}")).Split('\n')[..^1].Select(
                    row => JsonNode.Parse(row)!.AsObject());
                using var file = await GetAsync(server, $"{name}.parquet?labels={labels}");
                var rows = DuckDb.Rows($"SELECT * FROM '{file.Path}'").Select(row => string.Join('|', row.Select(DuckDb.Text)));
                Assert.Equal(expected.Select(
                    row => string.Join('|', row.Select(member => member.Value is null ? "" : member.Value.ToString()))), rows);
            }
        }
    }

    [Fact]
    public async Task Sums_over_the_file_are_the_aggregates_of_the_API()
    {
        using var database = new SyntheticDatabase();
        await using var three = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        using var answer =
            await three.PostAsync(
            """{"query":"{ facilityConsolidations { groups(by: [{ type: {} }]) { nodes { key { type } aggregate { count sum { floorArea } min { effectiveOn } max { effectiveOn } valueCount { floorArea } } } } } }"}""");
        var groups =
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]!["facilityConsolidations"]!["groups"]!["nodes"]!.AsArray()
            .Select(group => string.Join('|', Leaves(group!)));
        using var file = await GetAsync(three, "facility-consolidations.parquet");
        var found =
            DuckDb.Rows(
            $"SELECT type, count(*), sum(floorArea), min(effectiveOn), max(effectiveOn), count(floorArea) FROM '{file.Path}' GROUP BY type")
            .Select(row => string.Join('|', row.Select(DuckDb.Text)));
        Assert.NotEqual("0", DuckDb.Text(DuckDb.Rows($"SELECT count(floorArea) FROM '{file.Path}'")[0][0]));
        Assert.Equal(groups.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_footer_says_what_was_asked_of_which_state_and_what_the_columns_mean()
    {
        const string Address = "/export/facility-consolidations.parquet?select=code,type,floorArea,provenBy.value,county.code";
        using var asked = await server.SendAsync(HttpMethod.Get, Address, null, "Reproducibility-Stamp: true");
        using var file = await ScratchFile.OfAsync("parquet", await asked.Content.ReadAsStreamAsync());
        var notes = DuckDb.Rows($"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{file.Path}')")
            .ToDictionary(note => (string)note[0]!, note => (string)note[1]!);
        Assert.Equal("facilityConsolidations (设施整合)", notes["reformgraph.collection"]);
        Assert.Equal(Address, notes["reformgraph.asked"]);
        Assert.Equal(
            Assert.Single(asked.Headers.GetValues("Reproducibility-Stamp")),
            $"sequence={notes["reformgraph.sequence"]}, schema={notes["reformgraph.schemaHash"]}, "
            + $"query={notes["reformgraph.queryHash"]}, version={notes["reformgraph.program"].Split(' ')[1]}");
        var columns = JsonNode.Parse(notes["reformgraph.columns"])!.AsArray();
        Assert.Equal(["code", "type", "floorArea", "provenBy.value", "county.code"], columns.Select(column => (string)column!["name"]!));
        Assert.Equal(
            """{"name":"floorArea","type":"Decimal","description":"The floor area in square metres. Null if it is not known.","unit":"m²"}""",
            columns[2]!.ToJsonString(
                new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("given in provenBy.unit", (string)columns[3]!["unit"]!);
        Assert.Equal(["HEALTH_CENTRE", "建制乡镇卫生院"],
            [(string)columns[1]!["values"]![0]!["value"]!, (string)columns[1]!["values"]![0]!["labelZh"]!]);
    }

    [Fact]
    public async Task Names_that_repeat_are_in_a_dictionary_and_statistics_lead_a_reader_past_what_it_does_not_need()
    {
        using var file = await GetAsync(server, "risk-villages.parquet");
        var level =
            Assert.Single(
            DuckDb.Rows(
            $"SELECT encodings, compression, stats_min_value, stats_max_value, stats_null_count FROM parquet_metadata('{file.Path}') " +
            "WHERE path_in_schema = 'level'"));
        Assert.Contains("RLE_DICTIONARY", (string)level[0]!, StringComparison.Ordinal);
        Assert.Equal(["ZSTD", "HIGH", "MEDIUM", 0L], level[1..]);
        using var changes = await GetAsync(server, "changes.parquet");
        Assert.Equal(1L,
            DuckDb.Rows(
            $"SELECT count(*) FROM '{changes.Path}' WHERE recordedAt > TIMESTAMPTZ '2020-01-01 00:00:00+00'")[0][0]); // by the statistics of an instant
    }

    [Fact]
    public async Task Texts_beyond_the_basic_plane_are_found_by_their_bytes()
    {
        await using var own = await WriteServer.StartAsync();
        await own.FieldAsync(
            $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1, riskFactors: \"😀\" }}) {{ " +
            $"riskVillage {{ id }} errors {{ ... on Error {{ message }} }} }} }}");
        await own.FieldAsync(
            $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-002\", version: 1, riskFactors: \"Ａ\" }}) {{ " +
            $"riskVillage {{ id }} errors {{ ... on Error {{ message }} }} }} }}");
        using var file = await GetAsync(own.Server, "risk-villages.parquet");
        Assert.Equal("RV-H-001", Assert.Single(DuckDb.Rows($"SELECT code FROM '{file.Path}' WHERE riskFactors = '😀'"))[0]);
    }

    [Theory]
    [InlineData("zstd", "ZSTD")]
    [InlineData("snappy", "SNAPPY")]
    [InlineData("none", "UNCOMPRESSED")]
    public async Task It_is_compressed_as_asked(string compression, string expected)
    {
        using var file = await GetAsync(server, $"risk-villages.parquet?compression={compression}");
        Assert.Equal(expected, Assert.Single(DuckDb.Rows($"SELECT DISTINCT compression FROM parquet_metadata('{file.Path}')"))[0]);
        Assert.Equal(118L, DuckDb.Rows($"SELECT count(DISTINCT code) FROM '{file.Path}'")[0][0]);
    }

    [Fact]
    public async Task Decimals_are_as_wide_as_their_range_and_largest_ones_are_there_to_the_last_digit_and_can_be_reckoned_with()
    {
        await using var own = await WriteServer.StartAsync();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={own.Database.Path}"))
        {
            await connection.OpenAsync();
            await using var enlarge = connection.CreateCommand();
            enlarge.CommandText =
                $"""UPDATE "Figures" SET "Value" = CASE "Id" WHEN 1 THEN {long.MaxValue} WHEN 2 THEN {-long.MaxValue} WHEN 3 THEN -1 ELSE 9000000000000000000 END, "Lower" = NULL WHERE "Id" < 5""";
            await enlarge.ExecuteNonQueryAsync();
        }

        foreach (var compression in (string[])["zstd", "none"])
        {
            using var file =
                await GetAsync(own.Server,
                $"figures.parquet?select=value,lower&compression={compression}&where={Uri.EscapeDataString("""{"id":{"in":[1,2,3,4]}}""")}");
            Assert.Equal(
                [922_337_203_685_477.5807m, 1_844_674_407_370_955.1614m, -922_337_203_685_477.5807m, -1_844_674_407_370_955.1614m, -0.0001m,
                    -0.0002m, 900_000_000_000_000m, 1_800_000_000_000_000m],
                DuckDb.Rows($"SELECT value, value * 2 FROM '{file.Path}'").SelectMany(row => row).Cast<decimal>());
            Assert.Equal(["DECIMAL(19,4)", "DECIMAL(19,4)"],
                DuckDb.Rows($"DESCRIBE SELECT * FROM '{file.Path}'").Select(column => column[1]));
            Assert.Equal([3L, 4L], DuckDb.Rows(
                $"SELECT count(*) FILTER (value > -1), count(*) FILTER (lower IS NULL) FROM '{file.Path}'")[0]); // by the statistics
        }

        using var narrow = await GetAsync(own.Server, "asset-handovers.parquet?select=bookValue");
        Assert.Equal("DECIMAL(18,4)", DuckDb.Rows($"DESCRIBE SELECT * FROM '{narrow.Path}'")[0][1]);
        var metadata = await own.Server.Client.GetStringAsync("/odata/$metadata");
        Assert.Matches("""<Property Name="value" Type="Edm.Decimal" Nullable="false" Precision="19" Scale="4"[ />]""", metadata);
        Assert.Matches("""<Property Name="bookValue" Type="Edm.Decimal" Precision="18" Scale="4"[ />]""", metadata);
    }

    [Fact]
    public async Task Without_a_row_the_columns_are_there_still()
    {
        using var file = await GetAsync(server,
            $"risk-villages.parquet?select=code,assessedOn&where={Uri.EscapeDataString("""{"code":{"eq":"none"}}""")}");
        Assert.Equal(["code VARCHAR", "assessedOn DATE"],
            DuckDb.Rows($"DESCRIBE SELECT * FROM '{file.Path}'").Select(column => $"{column[0]} {column[1]}"));
        Assert.Empty(DuckDb.Rows($"SELECT * FROM '{file.Path}'"));
    }

    [Fact]
    public async Task A_file_of_the_past_is_the_same_byte_for_byte_after_more_changes()
    {
        await using var own = await WriteServer.StartAsync();
        var before = await own.Server.Client.GetByteArrayAsync("/export/risk-villages.parquet?asOf=1");
        await own.FieldAsync(
            $"mutation {{ withdrawRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1 }}) {{ errors {{ ... on Error " +
            $"{{ message }} }} }} }}");
        Assert.Equal(before, await own.Server.Client.GetByteArrayAsync("/export/risk-villages.parquet?asOf=1"));
        using var file = await GetAsync(own.Server, "risk-villages.parquet");
        Assert.Equal([117L], DuckDb.Rows($"SELECT count(*) FROM '{file.Path}'")[0]);
    }

    [Fact]
    public async Task What_has_changed_is_there_as_it_is_as_JSON()
    {
        await using var own = await WriteServer.StartAsync();
        await own.FieldAsync(
            $"mutation {{ withdrawRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1 }}) {{ errors {{ ... on Error " +
            $"{{ message }} }} }} }}");
        await own.FieldAsync(
            $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-002\", version: 1, level: LOW }}) {{ errors {{ " +
            $"... on Error {{ message }} }} }} }}");
        var expected =
            (await own.Server.Client.GetStringAsync("/export/risk-villages.ndjson?changedSince=1&select=code,level&labels=both")).Split(
            '\n')[..^1].Select(row => string.Join('|', JsonNode.Parse(row)!.AsObject().Select(member => $"{member.Key}:{member.Value}")));
        using var file = await GetAsync(own.Server, "risk-villages.parquet?changedSince=1&select=code,level&labels=both");
        var names = DuckDb.Rows($"DESCRIBE SELECT * FROM '{file.Path}'").Select(column => (string)column[0]!).ToList();
        Assert.Equal(expected, DuckDb.Rows($"SELECT * FROM '{file.Path}'")
            .Select(row => string.Join('|', row.Select((value, number) => $"{names[number]}:{value}"))));
        Assert.Equal(2, expected.Count());
    }

    private static IEnumerable<string> Leaves(JsonNode node) => node is JsonObject members
        ? members.SelectMany(member => member.Value is null ? [""] : Leaves(member.Value))
        : [node.GetValueKind() == JsonValueKind.Number
        ? ((decimal)node).ToString("0.####", CultureInfo.InvariantCulture) : node.ToString()];

    private static async Task<ScratchFile> GetAsync(RunningServer server, string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/export/" + path, null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ScratchFile.OfAsync("parquet", await response.Content.ReadAsStreamAsync());
    }
}
