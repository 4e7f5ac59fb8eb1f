using System.Text;
using System.Text.Json;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What is exported comes back unchanged.</summary>
[Trait("Kind", "exhaustive")]
[Trait("Kind", "process")]
public sealed class RoundTripTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Formats = ["csv", "json", "ndjson", "xlsx"], Labels = ["code", "zh", "en", "both"], Headers =
        ["code", "zh", "en"];

    // What formats and guards trip over.
    private static readonly string[] Texts =
    [
        "=1+1", "'=1+1", "''", "'quoted'", "+86 28", "-5", "@home", "\tindented", "two\r\nlines", "two\nlines", "one\rreturn", "a,b;c\td",
            "say \"x\"", "_x0041_", "_X0041_", "_x005F_x0041_", "00123", "1E5", "12.5%", "2026/1/2",
        "true", "是", "１，２３４", "\u3000宽", "𠮷野家", " around ", "1234567890123456789", "#REF!", "null", "NULL", "NaN",
            "\uFEFFmark",
            "é", "e\u0301",
    ];

    private static readonly string[] Amounts =
        ["0.0001", "123456789012.3456", "99999999999.9999", "999999999999.9999", "1000000000000", "12345678901.25"];

    private readonly SeededDatabase database = new();
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        var villages = Texts.Select((text, number) => new Dictionary<string, object?>
        {
            ["code"] = number < 4 ? $"{"=+-'"[number]}RV {number}" : $"RV-X-{number}",
            ["level"] = "LOW",
            ["county"] = "county",
            ["leadOfficial"] = text,
            ["riskFactors"] = text + text,
            ["assessedOn"] = number % 2 == 0 ? "1900-02-28" : "2020-02-29",
        });
        var handovers =
            Amounts.Select(
            (value, number) =>
            new
            {
                code = $"AH-X-{number}",
                assetClass = "PARTY_AND_GOVERNMENT_OFFICES",
                county = "county",
                bookValue = JsonDocument.Parse(
            value).RootElement
            });
        await AddAsync("risk-villages", villages);
        await AddAsync("asset-handovers", handovers);
        await AddAsync("problems", Texts.Select((text, number) => new { code = $"P-{number}", county = "county", statement = text }));
        await AddAsync("register-synonyms",
            Texts.Select((text, number) => new { code = $"S-{number}", county = "county", register = "riskVillages", wording = text }));
        server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
    }

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => database.Dispose();

    [FactIfExhaustive]
    public async Task Every_export_of_what_can_be_imported_is_a_table_that_changes_nothing()
    {
        var seen = new HashSet<string>();
        await using var context = database.Open();
        foreach (var (number, entity) in ImportRequest.EntitiesOf(DataModel.Create(context.Model)).Index())
        {
            foreach (var (turn, format) in Formats.SelectMany(format => Enumerable.Repeat(format, format == "csv" ? 4 : 2)).Index())
            {
                var random = new Random((number * 100) + turn);
                var (labels, headers, guard) =
                    (Labels[(number + turn) % 4], Headers[turn % 3], (number + turn) % 2 == 0 || format != "csv");
                var columns = ((number + turn + (turn / 3)) % 3) switch
                {
                    0 => "",
                    1 => "&view=wide",
                    _ =>
                    "&select=" + Selected(entity, random)
                };
                await AssertUnchangedAsync(entity, $"{format}?labels={labels}&headers={headers}{(guard ? "" : "&guard=false")}{columns}");
                seen.UnionWith([labels, headers, $"{guard}", columns.Split('=')[0]]);
            }
        }

        Assert.Equal(Labels.Concat(Headers).Concat(["True", "False", "", "&view", "&select"]).Distinct().Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_command_takes_an_export_as_it_is_and_says_that_nothing_differs()
    {
        await File.WriteAllBytesAsync(Path.Combine(database.Folder, "风险村.xlsx"),
            await server.Client.GetByteArrayAsync("/export/risk-villages.xlsx?headers=zh&labels=zh"));
        var (exit, output, error) = await ProgramProcess.RunAsync(database.Folder, "import", "风险村.xlsx", "--entity", "risk-villages",
            "--reason", "x", "--dry-run", "--database", "reformgraph.db");
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"{118 + Texts.Length} unchanged, 0 changed, 0 added", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_changed_since_it_was_exported_is_refused_with_both_values_and_who_did_it()
    {
        var exported = await server.Client.GetByteArrayAsync("/export/risk-villages.csv");
        await Importing.RunAsync(database.Path, "risk-villages", "code,level,leadOfficial,township\nRV-H-001,LOW,王某,mulin-town\n");
        var report = await Importing.RunAsync(database.Path, "risk-villages", exported, dryRun: true);
        var cell = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal(("version", "1", "VERSION", 1), (cell.Column, cell.Value, cell.Rule, report.Refused));
        Assert.Matches(
            "^must be 2: the row RV-H-001 was changed by an editor in change [0-9]+; level is \"LOW\" in the database and \"HIGH\" in the " +
            "table; leadOfficial is \"王某\" in the database and \"\" in the table; township is \"mulin-town\" in the database and " +
            "\"\" in the table$",
            cell.Message.En);
        Assert.Matches(
            "^必须是 2：RV-H-001 行已由 an editor 在第 [0-9]+ 号变更中修改；level 现为“LOW”，表中为“HIGH”；",
            cell.Message.Zh);
        report = await Importing.RunAsync(database.Path, "risk-villages", exported, dryRun: true,
            asked: request => request with { Role = "viewer" });
        Assert.StartsWith("must be 2: the row RV-H-001 was changed in change ", report.RefusedCells.Listed[0].Message.En,
            StringComparison.Ordinal);
    }

    private async Task AssertUnchangedAsync(EntityModel entity, string file)
    {
        var address = $"{ImportRequest.NameOf(entity)}.{file}";
        using var response = await server.SendAsync(HttpMethod.Get, "/export/" + address, null);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {Encoding.UTF8.GetString(bytes)}");
        var report = await Importing.RunAsync(database.Path, ImportRequest.NameOf(entity), bytes, dryRun: true,
            extension: "." + file.Split('?')[0]);
        Assert.True(report is { Refused: 0, Changed.Total: 0, Created.Total: 0, Rows: > 0 } && report.Unchanged == report.Rows,
            $"{address}: {Encoding.UTF8.GetString(report.ToJson())}");
    }

    // By their keys, and anything else, in any order.
    private static string Selected(EntityModel entity, Random random)
    {
        var keys = ImportColumn.KeyOf(entity, ImportColumn.Create(entity))
            .Select(column => column.Reference is null ? column.Name : column.Name + ".code").ToList();
        string[] others = [.. ExportColumns.Usual(entity, "admin").Concat(ExportColumns.Wide(entity)).Distinct().Except(keys)];
        random.Shuffle(others);
        string[] columns = [.. keys, .. others.Take(random.Next(1, others.Length))];
        random.Shuffle(columns);
        return string.Join(',', columns);
    }

    private async Task AddAsync<T>(string entity, IEnumerable<T> rows)
    {
        var report = await Importing.RunAsync(database.Path, entity, JsonSerializer.SerializeToUtf8Bytes(rows), extension: ".json");
        Assert.True(report.IsAccepted, Encoding.UTF8.GetString(report.ToJson()));
    }
}
