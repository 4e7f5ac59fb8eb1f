using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables.Xlsx;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>What a workbook holds, and what is refused because no sheet can hold it.</summary>
public sealed class XlsxTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_collection_is_a_workbook_as_Office_Open_XML_has_it()
    {
        foreach (var name in ExportName.EntitiesOf(server.Engine.DataModel).Keys)
        {
            using var file = await GetAsync(server, $"{name}.xlsx");
            using var book = new Workbook(file.Path);
            Assert.Equal((name, 0, ""), (name, book.Faults.Count(), string.Join('\n', book.Faults)));
            Assert.Equal([name[..Math.Min(name.Length, 31)], "about"], book.Sheets);
            var rows = (await server.Client.GetStringAsync($"/export/{name}.ndjson")).Count(sign => sign == '\n');
            Assert.Equal((name, rows + 1), (name, book.Rows(0).Count()));
        }
    }

    [Fact]
    public async Task Cells_have_the_types_of_their_columns()
    {
        await using var own = await WriteServer.StartAsync();
        await own.FieldAsync(
            $$"""mutation { updateRiskVillage(input: { {{WriteServer.Note}}, code: "RV-H-001", version: 1, assessedOn: "2026-02-03", riskFactors: "=1+1 \" <é😀> _x000D_ " }) { riskVillage { id } errors { ... on Error { message } } } }""");
        await own.FieldAsync(
            $$"""mutation { updateRiskVillage(input: { {{WriteServer.Note}}, code: "RV-H-002", version: 1, assessedOn: "1900-02-28" }) { riskVillage { id } errors { ... on Error { message } } } }""");
        using var file = await GetAsync(own.Server,
            "risk-villages.xlsx?select=id,code,synthetic,level,assessedOn,riskFactors,provenBy.value&labels=zh");
        using var book = new Workbook(file.Path);
        Assert.Equal(
            [
                "id|code|synthetic|level|assessedOn|riskFactors|provenBy.value",
                "1|RV-H-001|false|高风险|yyyy-mm-dd 46056|=1+1 \" <é😀> _x000D_ |13",
                "2|RV-H-002|false|高风险|1900-02-28||13", // which Excel counts wrongly
            ],
            book.Rows(0).Take(3).Select(row => string.Join('|', row)));
        Assert.Empty(book.Sheet(0).Descendants<CellFormula>());
        var pane = Assert.Single(book.Sheet(0).Descendants<Pane>());
        Assert.Equal((1d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal([8, 10, 11, 8, 12, 23, 16], book.Sheet(0).Descendants<Column>()
            .Select(column => (int)column.Width!.Value)); // codes of 8 signs, labels of three Chinese ones

        using var changes = await GetAsync(own.Server, "changes.xlsx?select=recordedAt&order=[{\"sequence\":\"ASC\"}]");
        using var instants = new Workbook(changes.Path);
        var cell = instants.Rows(0).ElementAt(1)[0];
        Assert.StartsWith("yyyy-mm-dd hh:mm:ss ", cell, StringComparison.Ordinal);
        var recorded = (await own.FieldAsync("{ changes(first: 1) { nodes { recordedAt } } }")).GetProperty("nodes")[0].GetProperty(
            "recordedAt").GetDateTime().ToUniversalTime();
        Assert.Equal(recorded, DateTime.FromOADate(double.Parse(cell.Split(' ')[^1], CultureInfo.InvariantCulture)),
            TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Numbers_stay_numbers_up_to_fifteen_digits_wherever_their_point_is()
    {
        await using var own = await WriteServer.StartAsync();
        long[] stored = [1_000_000_000_000_000, 123_456_789_012_345, 9_000_000_000_000_000_000, -9_000_000_000_000_000_000,
            1_234_567_890_123_450_000, 1_234_567_890_123_456, long.MaxValue, -long.MaxValue, 1];
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={own.Database.Path}"))
        {
            await connection.OpenAsync();
            await using var enlarge = connection.CreateCommand();
            enlarge.CommandText =
                $"""UPDATE "Figures" SET "Value" = CASE "Id" {string.Join(' ', stored.Select((value, number) => $"WHEN {number + 1} THEN {value}"))} END WHERE "Id" <= {stored.Length}""";
            await enlarge.ExecuteNonQueryAsync();
        }

        using var file = await GetAsync(own.Server, "figures.xlsx?select=value");
        using var book = new Workbook(file.Path);
        var cells = book.Sheet(0).Descendants<Cell>().Skip(1).Take(stored.Length).ToList();
        Assert.Equal([false, false, false, false, false, true, true, true, false],
            cells.Select(cell => cell.DataType?.Value == CellValues.InlineString));
        Assert.Equal(stored.Select(value => value / 10_000m),
            cells.Select(cell => decimal.Parse(cell.CellValue?.Text ?? cell.InnerText, NumberStyles.Float, CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Range(2, stored.Length).Select(row => $"A{row}"), cells.Select(cell => cell.CellReference!.Value));
    }

    [Fact]
    public async Task Columns_are_as_wide_as_what_is_in_them_within_bounds_and_longer_texts_go_on_in_the_next_line()
    {
        await using var own = await WriteServer.StartAsync();
        foreach (var (number, text) in new[] { (1, "一二三四五六七八九十"), (2, new string('x', 90)), (3, "a\r\nb") })
        {
            await own.FieldAsync(
                $"mutation($text: String) {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-00{number}\", version: 1, " +
                $"riskFactors: $text }}) {{ errors {{ ... on Error {{ message }} }} }} }}", new { text });
        }

        Assert.Equal(22, await WidthAsync(1));
        Assert.Equal(60, await WidthAsync(2));
        Assert.Equal(13, await WidthAsync(3));
        using var file = await GetAsync(own.Server, "risk-villages.xlsx?select=riskFactors");
        using var book = new Workbook(file.Path);
        Assert.All(book.Sheet(0).Descendants<Cell>().Where(cell => cell.DataType?.Value == CellValues.InlineString),
            cell => Assert.True(book.IsWrapped(cell)));

        async Task<int> WidthAsync(int number)
        {
            using var file =
                await GetAsync(own.Server, $"risk-villages.xlsx?select=riskFactors&where={{\"code\":{{\"eq\":\"RV-H-00{number}\"}}}}");
            using var book = new Workbook(file.Path);
            return (int)Assert.Single(book.Sheet(0).Descendants<Column>()).Width!.Value;
        }
    }

    [Theory]
    [InlineData("一\r\n二\r三\n四", "一\n二\n三\n四")]
    [InlineData("_x0041_ _X0041_ _x00e9_ __x0041_", "_x005F_x0041_ _x005F_X0041_ _x005F_x00e9_ __x005F_x0041_")]
    [InlineData("a\u0001\uFFFE", "a_x0001__xFFFE_")]
    [InlineData("_x_ _x004_ x0041_", "_x_ _x004_ x0041_")]
    public void Lines_end_as_in_Excel_and_what_looks_like_an_escape_is_none(string text, string expected) =>
        Assert.Equal(expected, SheetText.ToCell(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task The_second_sheet_says_what_was_asked_when_and_of_which_state_and_what_the_columns_mean()
    {
        const string Address = "/export/facility-consolidations.xlsx?select=code,type,floorArea";
        var before = DateTime.UtcNow;
        using var response = await server.SendAsync(HttpMethod.Get, Address, null, "Reproducibility-Stamp: true");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{response.Content.Headers.ContentType}");
        using var file = await ScratchFile.OfAsync("xlsx", await response.Content.ReadAsStreamAsync());
        using var book = new Workbook(file.Path);
        var rows = book.Rows(1).ToList();
        var notes = rows.TakeWhile(row => row.Count == 2).ToDictionary(row => row[0], row => row[1]);
        Assert.Equal(("facilityConsolidations (设施整合)", Address), (notes["collection"], notes["asked"]));
        Assert.Equal(Assert.Single(response.Headers.GetValues("Reproducibility-Stamp")),
            $"sequence={notes["sequence"]}, schema={notes["schemaHash"]}, query={notes["queryHash"]}, " +
            $"version={notes["program"].Split(' ')[1]}");
        Assert.InRange(DateTime.Parse(notes["exportedAt"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            before.AddMinutes(-10), DateTime.UtcNow);
        Assert.Equal("column|type|meaning|unit|values", string.Join('|', rows[notes.Count + 1]));
        Assert.Equal(["code", "type", "floorArea"], rows.Skip(notes.Count + 2).Select(row => row[0]));
        Assert.StartsWith("HEALTH_CENTRE: 建制乡镇卫生院, ", rows[notes.Count + 3][4], StringComparison.Ordinal);
        Assert.Equal("floorArea|Decimal|The floor area in square metres. Null if it is not known.|m²|",
            string.Join('|', rows[notes.Count + 4]));
    }

    [Fact]
    public async Task A_workbook_is_printed_in_landscape_as_wide_as_a_page_with_its_first_line_name_and_stamp_on_each()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/export/risk-villages.xlsx", null, "Reproducibility-Stamp: true");
        using var file = await ScratchFile.OfAsync("xlsx", await response.Content.ReadAsStreamAsync());
        using var book = new Workbook(file.Path);
        Assert.Equal([("_xlnm.Print_Titles", 0U, "'risk-villages'!$1:$1")],
            book.Names.Select(name => (name.Name!.Value!, name.LocalSheetId!.Value, name.Text)));
        for (var number = 0; number < 2; number++)
        {
            var sheet = book.Sheet(number);
            var pages = Assert.Single(sheet.Elements<PageSetup>());
            Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
            Assert.Equal((9U, OrientationValues.Landscape, 1U, 0U),
                (pages.PaperSize!.Value, pages.Orientation!.Value, pages.FitToWidth!.Value, pages.FitToHeight!.Value));
            var margins = Assert.Single(sheet.Elements<HeaderFooter>());
            Assert.Equal("&CriskVillages (风险村)", margins.OddHeader!.Text);
            Assert.Matches(
                $"^&L&8 20..-..-..T..:..:..Z&C&6 {Assert.Single(response.Headers.GetValues("Reproducibility-Stamp"))}&R&8 &P / &N$",
                margins.OddFooter!.Text);
        }
    }

    [Fact]
    public async Task What_is_too_large_to_be_printed_is_the_same_workbook_without_that()
    {
        var entity = server.Engine.DataModel.Entities.Single(entity => entity.Plural == "facilityConsolidations");
        using MemoryStream written = new();
        using var writer = new XlsxExportWriter(new ExportRequest(entity, "", DateTime.UnixEpoch), mostPrinted: 0);
        var output = PipeWriter.Create(written, new StreamPipeWriterOptions(leaveOpen: true));
        await server.Engine.Prepare(new ExportQuery(entity, ["id", "code", "type", "action", "nameZh", "county.code", "version"], default,
            default)
        { FirstRows = 50 }).RunAsync(writer, output, _ => { }, isHeadOnly: false, CancellationToken.None);
        await output.CompleteAsync();
        written.Position = 0;
        using var file = await ScratchFile.OfAsync("xlsx", written);
        using var book = new Workbook(file.Path);
        Assert.Empty(book.Faults);
        Assert.Empty(book.Sheet(0).Elements<PageSetup>());
        Assert.Equal(590 + 1, book.Rows(0).Count());
    }

    [Fact]
    public async Task More_rows_than_a_sheet_has_are_refused()
    {
        Assert.Null(await RefusalAsync(118));
        var refused = await RefusalAsync(117);
        Assert.Equal(
            (ServerErrorCodes.ExportExceedsSheet,
            "A sheet can hold 117 rows, but there are more. Ask for .csv or .parquet, which have no such limit."),
            (refused!.Code, refused.Message));
    }

    [Fact]
    public async Task A_text_that_is_longer_than_a_cell_is_refused_before_the_first_byte()
    {
        await using var own = await WriteServer.StartAsync();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={own.Database.Path}"))
        {
            await connection.OpenAsync();
            await using var lengthen = connection.CreateCommand();
            lengthen.CommandText =
                """UPDATE "RiskVillages" SET "RiskFactors" = printf('%.*c', iif("Id" = 1, 32767, 32768), 'x') WHERE "Id" < 3""";
            await lengthen.ExecuteNonQueryAsync();
        }

        using var refused = await own.Server.SendAsync(HttpMethod.Get, "/export/risk-villages.xlsx", null);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "EXPORT_EXCEEDS_SHEET"),
            (refused.StatusCode, await RunningServer.CodeAsync(refused)));
        using var fitting =
            await own.Server.SendAsync(HttpMethod.Get, "/export/risk-villages.xlsx?where={\"code\":{\"eq\":\"RV-H-001\"}}", null);
        Assert.Equal(HttpStatusCode.OK, fitting.StatusCode);
    }

    private EntityModel RiskVillages => server.Engine.DataModel.Entities.Single(entity => entity.Plural == "riskVillages");

    private async Task<RequestError?> RefusalAsync(int mostRows)
    {
        using var writer = new XlsxExportWriter(new ExportRequest(RiskVillages, "", DateTime.UnixEpoch), mostRows);
        try
        {
            await server.Engine.Prepare(new ExportQuery(RiskVillages, ["code"], default, default) { FirstRows = 50 })
                .RunAsync(writer, PipeWriter.Create(Stream.Null), _ => { }, isHeadOnly: false, CancellationToken.None);
            return null;
        }
        catch (RequestErrorException refused)
        {
            return refused.Errors[0];
        }
    }

    private static async Task<ScratchFile> GetAsync(RunningServer server, string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/export/" + path, null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ScratchFile.OfAsync("xlsx", await response.Content.ReadAsStreamAsync());
    }
}
