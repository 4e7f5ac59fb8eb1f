using System.Net;
using System.Text;
using System.Text.Json;
using ReformGraph.Data.Tables;
using ReformGraph.Export;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>The content of an export, byte by byte, and its headers.</summary>
public sealed class ExportTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Two = "where=" + Uri.EscapeDataString("""{"code":{"in":["RV-H-001","RV-M-001"]}}""") + "&order="
        + Uri.EscapeDataString("""[{"code":"DESC"}]""");

    [Theory]
    [InlineData("csv", "", "code,level,provenBy.value,township.code\r\nRV-M-001,MEDIUM,58,\r\nRV-H-001,HIGH,13,\r\n")]
    [InlineData("csv", "&labels=zh", "code,level,provenBy.value,township.code\r\nRV-M-001,中风险,58,\r\nRV-H-001,高风险,13,\r\n")]
    [InlineData("csv", "&labels=en&bom=true",
        "\uFEFFcode,level,provenBy.value,township.code\r\nRV-M-001,medium,58,\r\nRV-H-001,high,13,\r\n")]
    [InlineData("csv", "&labels=both",
        "code,level,levelZh,provenBy.value,township.code\r\nRV-M-001,MEDIUM,中风险,58,\r\nRV-H-001,HIGH,高风险,13,\r\n")]
    [InlineData("csv", "&headers=zh&labels=both",
        "编码,风险等级,风险等级名称,依据数据数值,乡镇编码\r\nRV-M-001,MEDIUM,中风险,58,\r\nRV-H-001,HIGH,高风险,13,\r\n")]
    [InlineData("csv", "&headers=en&labels=both",
        "Code,Level,Level label,Proven by value,Township code\r\nRV-M-001,MEDIUM,中风险,58,\r\nRV-H-001,HIGH,高风险,13,\r\n")]
    [InlineData("ndjson", "&headers=zh&labels=en",
        "{\"编码\":\"RV-M-001\",\"风险等级\":\"medium\",\"依据数据数值\":58,\"乡镇编码\":null}\n{\"编码\":\"RV-H-001\",\"风险等级\":\"high\",\"依据数据数值\":13,\"乡镇编码\":null}\n")]
    [InlineData("json", "",
        "[\n{\"code\":\"RV-M-001\",\"level\":\"MEDIUM\",\"provenBy.value\":58,\"township.code\":null},\n{\"code\":\"RV-H-001\",\"level\":\"HIGH\",\"provenBy.value\":13,\"township.code\":null}\n]\n")]
    [InlineData("ndjson", "&labels=zh",
        "{\"code\":\"RV-M-001\",\"level\":\"中风险\",\"provenBy.value\":58,\"township.code\":null}\n{\"code\":\"RV-H-001\",\"level\":\"高风险\",\"provenBy.value\":13,\"township.code\":null}\n")]
    public async Task Rows_are_written_in_the_format_that_the_name_ends_with(string format, string parameters, string expected)
    {
        using var response = await GetAsync($"risk-villages.{format}?select=code,level,provenBy.value,township.code&{Two}{parameters}");
        Assert.Equal((HttpStatusCode.OK, expected),
            (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync())));
    }

    [Theory]
    [InlineData("csv", "code\r\n")]
    [InlineData("json", "[\n]\n")]
    [InlineData("ndjson", "")]
    public async Task Without_a_row_a_file_is_still_one_of_its_format(string format, string expected)
    {
        using var response =
            await GetAsync($"risk-villages.{format}?select=code&where={Uri.EscapeDataString("""{"code":{"eq":"none"}}""")}");
        Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Columns_stand_in_the_order_in_which_they_are_selected_and_rows_are_complete()
    {
        using var response =
            await GetAsync("facility-consolidations.csv?select=provenBy.indicator.code,code,provenBy.code,county.code,type");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal(("provenBy.indicator.code,code,provenBy.code,county.code,type", 592), (lines[0], lines.Length));
    }

    [Theory]
    [InlineData("risk-villages",
        "id,code,synthetic,level,status,statusWording,leadOfficial,riskFactors,assessedOn,dueOn,resolvedOn,county.code,township.code,village.code,provenBy.code,version\r\n1,RV-H-001,false,HIGH,,,,,,,,county,,,high-risk-villages,1\r\n")]
    [InlineData("village-versions", "id,rowId,recordedBy.sequence,endedBy.sequence,code,synthetic,")]
    [InlineData("changed-rows", "id,change.sequence,entity,rowId,code,version,action\r\n")]
    public async Task What_is_not_selected_is_every_field_and_what_the_rows_are_known_by_that_a_row_refers_to(string name, string expected)
    {
        using var response = await GetAsync(name + ".csv");
        Assert.StartsWith(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_collection_is_exported_alike_as_it_is_and_as_of_its_last_change()
    {
        foreach (var (name, entity) in ExportName.EntitiesOf(server.Engine.DataModel))
        {
            var (now, then) = (await server.Client.GetStringAsync($"/export/{name}.ndjson"),
                await server.Client.GetStringAsync($"/export/{name}.ndjson?asOf=1"));
            Assert.Equal(now, then);
            using var total =
                await server.PostAsync(JsonSerializer.Serialize(new { query = $"{{ {entity.Plural}(first: 0) {{ totalCount }} }}" }));
            Assert.Contains($"\"totalCount\":{now.Count(sign => sign == '\n')}}}", await total.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_has_a_name_with_its_date_in_English_and_in_Chinese_and_says_of_which_change_it_is()
    {
        using var now = await GetAsync("risk-villages.csv?select=code");
        var today = $"{DateTime.UtcNow:yyyy-MM-dd}";
        Assert.Equal(
            $"attachment; filename=\"risk-villages-{today}.csv\"; filename*=UTF-8''{Uri.EscapeDataString("风险村")}-{today}.csv",
            Assert.Single(now.Content.Headers.GetValues("Content-Disposition")));
        Assert.Equal("1", Assert.Single(now.Headers.GetValues("As-Of-Sequence")));
        Assert.Equal("text/csv; charset=utf-8; header=present", $"{now.Content.Headers.ContentType}");

        using var then = await server.SendAsync(HttpMethod.Get, "/export/risk-villages.json?select=code", null, "As-Of: 1",
            "Reproducibility-Stamp: true");
        Assert.Contains($"filename=\"risk-villages-{today}-as-of-1.json\"",
            Assert.Single(then.Content.Headers.GetValues("Content-Disposition")), StringComparison.Ordinal);
        Assert.Matches("^sequence=1, schema=[0-9a-f]{64}, query=[0-9a-f]{64}, version=[0-9]+[.][0-9]+[.][0-9]+$",
            Assert.Single(then.Headers.GetValues("Reproducibility-Stamp")));
    }

    [Fact]
    public async Task A_file_has_a_tag_and_is_not_sent_again_while_the_tag_holds()
    {
        using var first = await GetAsync("risk-villages.csv?select=code");
        var tag = first.Headers.ETag!.ToString();
        using var again = await server.SendAsync(HttpMethod.Get, "/export/risk-villages.csv?select=code", null, "If-None-Match: " + tag);
        Assert.Equal((HttpStatusCode.NotModified, tag, 0),
            (again.StatusCode, again.Headers.ETag!.ToString(), (await again.Content.ReadAsByteArrayAsync()).Length));
        foreach (var other in (string[])["risk-villages.json?select=code", "risk-villages.csv?select=level",
            "risk-villages.csv?select=code&bom=true", "risk-villages.csv?select=code&labels=zh",
            "risk-villages.csv?select=code&guard=false", "risk-villages.csv?select=code&headers=zh",
            "risk-villages.csv?select=code&asOf=1"])
        {
            using var response = await server.SendAsync(HttpMethod.Get, "/export/" + other, null, "If-None-Match: " + tag);
            Assert.Equal((other, HttpStatusCode.OK), (other, response.StatusCode));
        }
    }

    [Fact]
    public async Task By_HEAD_the_headers_come_alone()
    {
        using var get = await GetAsync("facility-consolidations.ndjson");
        using var head = await server.SendAsync(HttpMethod.Head, "/export/facility-consolidations.ndjson", null);
        Assert.Equal((HttpStatusCode.OK, get.Headers.ETag, get.Content.Headers.ContentLength),
            (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Equal((get.Content.Headers.ContentLength, 0),
            ((await get.Content.ReadAsByteArrayAsync()).Length, (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    [Theory]
    [InlineData("csv", "br")]
    [InlineData("ndjson", "gzip")]
    [InlineData("json", "zstd")]
    public async Task A_large_file_is_compressed_for_who_accepts_that(string format, string encoding)
    {
        using var response =
            await server.SendAsync(HttpMethod.Get, $"/export/facility-consolidations.{format}", null, "Accept-Encoding: " + encoding);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding switch
        {
            "br" => new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress),
            _ => new ZstdSharp.DecompressionStream(body),
        };
        Assert.Equal(await server.Client.GetStringAsync($"/export/facility-consolidations.{format}"),
            await new StreamReader(plain).ReadToEndAsync());
    }

    [Fact]
    public async Task A_strict_reader_of_CSV_reads_what_is_written_whatever_the_texts_are()
    {
        await using var own = await WriteServer.StartAsync();
        string[] texts = ["a,\"b\"\nc", "\"", ",", "第一行\n第二行", "😀", " a ", "''", "tab\there", ""];
        foreach (var (number, text) in texts.Index())
        {
            await own.FieldAsync(
                $"mutation($text: String) {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-00{number + 1}\", version: 1, " +
                $"riskFactors: $text }}) {{ riskVillage {{ id }} errors {{ ... on Error {{ message }} }} }} }}", new { text });
        }

        foreach (var name in ExportName.EntitiesOf(own.Server.Engine.DataModel).Keys)
        {
            using var file =
                await ScratchFile.OfAsync("csv", await own.Server.Client.GetStreamAsync($"/export/{name}.csv?labels=zh&bom=true"));
            var read =
                DuckDb.Rows(
                $"SELECT * FROM read_csv('{file.Path}', strict_mode = true, auto_detect = false, header = true, delim = ',', quote = " +
                $"'\"', escape = '\"', columns = {await ColumnsAsync(own, name)})");
            var expected =
                (await own.Server.Client.GetStringAsync($"/export/{name}.ndjson?labels=zh")).Split('\n')[..^1].Select(
                row => string.Join('|',
                System.Text.Json.Nodes.JsonNode.Parse(row)!.AsObject()
                .Select(member => member.Value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                ? member.Value.ToJsonString() : member.Value?.ToString())));
            Assert.Equal(expected, read.Select(row => string.Join('|', row.Select(cell => FormulaGuard.Unguard(DuckDb.Text(cell))))));
        }
    }

    [Fact]
    public async Task With_a_mark_the_bytes_are_those_by_which_Excel_knows_Chinese()
    {
        using var response = await GetAsync($"risk-villages.csv?select=level,code&labels=zh&bom=true&{Two}");
        Assert.Equal("EFBBBF6C6576656C2C636F64650D0AE4B8ADE9A38EE999A92C52562D4D2D3030310D0AE9AB98E9A38EE999A92C52562D482D3030310D0A",
            Convert.ToHexString(await response.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<string> ColumnsAsync(WriteServer own, string name)
    {
        using var lines = new StreamReader(await own.Server.Client.GetStreamAsync($"/export/{name}.csv"));
        return "{" + string.Join(", ", (await lines.ReadLineAsync())!.Split(',').Select(column => $"'{column}': 'VARCHAR'")) + "}";
    }

    [Fact]
    public async Task In_a_spreadsheet_no_text_of_a_row_becomes_a_formula_and_numbers_stay_numbers()
    {
        await using var own = await WriteServer.StartAsync();
        string[] texts = ["=1+1", "+86 023", "-5", "+7.5", "-5 people", "@name", "a=b", "a,\"b\"\nc", "-1e3", "--2", "'=1+1", "'a", "''"];
        var version = 1;
        foreach (var text in texts)
        {
            await own.FieldAsync(
                $"mutation($text: String) {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: {version++}, " +
                $"riskFactors: $text }}) {{ riskVillage {{ id }} errors {{ ... on Error {{ message }} }} }} }}", new { text });
        }

        Assert.Equal(["'=1+1", "'+86 023", "-5", "+7.5", "'-5 people", "'@name", "a=b", "\"a,\"\"b\"\"\nc\"", "-1e3", "'--2", "''=1+1",
            "''a", "'''"], await CellsAsync("true"));
        Assert.Equal(["=1+1", "+86 023", "-5", "+7.5", "-5 people", "@name", "a=b", "\"a,\"\"b\"\"\nc\"", "-1e3", "--2", "'=1+1", "'a",
            "''"], await CellsAsync("false"));

        async Task<List<string>> CellsAsync(string guard)
        {
            var cells = new List<string>();
            for (var sequence = 2; sequence < texts.Length + 2; sequence++)
            {
                var file =
                    await own.Server.Client.GetStringAsync(
                    $"/export/risk-villages.csv?select=riskFactors,code&guard={guard}&asOf={sequence}&where=%7B%22code%22:%7B%22eq%22:%22RV-H-001%22%7D%7D");
                cells.Add(file["riskFactors,code\r\n".Length..^",RV-H-001\r\n".Length]);
            }

            return cells;
        }
    }

    [Fact]
    public async Task A_file_that_breaks_off_does_not_look_whole()
    {
        await using var own = await WriteServer.StartAsync();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={own.Database.Path}"))
        {
            await connection.OpenAsync();
            await using var damage = connection.CreateCommand();
            damage.CommandText = """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
                INSERT INTO "RiskVillages" ("Code", "Synthetic", "Level", "CountyId", "Version") SELECT 'RV-X-' || i, 1, iif(i = 1500, 99, 1), (SELECT "Id" FROM "Counties"), 1 FROM n;
                """;
            await damage.ExecuteNonQueryAsync();
        }

        var cut = await Record.ExceptionAsync(async () =>
        {
            // The reset may reach the client even before it has read the headers.
            using var response = await own.Server.Client.GetAsync("/export/risk-villages.csv", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await response.Content.ReadAsByteArrayAsync();
        });
        Assert.True(cut is HttpRequestException or IOException, $"{cut}");
        Assert.Equal(1_619, (await own.Server.Client.GetStringAsync("/export/risk-villages.csv?select=code")).Split('\n',
            StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => server.SendAsync(HttpMethod.Get, "/export/" + path, null);
}
