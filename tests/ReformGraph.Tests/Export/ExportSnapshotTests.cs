using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReformGraph.Engine;
using ReformGraph.Export;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>Changes while an export runs.</summary>
public sealed class ExportSnapshotTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("""[{"level":"DESC"},{"riskFactors":"ASC"}]""")]
    public async Task An_export_under_writes_is_the_register_as_of_the_change_at_which_it_began(string? order)
    {
        await using var own = await WriteServer.StartAsync();
        await WriteAsync(own, 0);
        var entity = own.Server.Engine.DataModel.Entities.Single(entity => entity.Plural == "riskVillages");
        var export = own.Server.Engine.Prepare(new ExportQuery(entity, ["code", "level", "riskFactors", "version"], default,
            order is null ? default : JsonElement.Parse(order))
        { Role = "admin", FirstRows = 2 });
        var writes = 0;
        long? begun = null;
        using var body = new Target(async () =>
        {
            await WriteAsync(own, ++writes);
            RequireNoReader(own.Database.Path);
        });
        await export.RunAsync(new JsonExportWriter(isArray: true), PipeWriter.Create(body), head => begun = head.AsOf, isHeadOnly: false,
            CancellationToken.None);

        Assert.True(writes >= 3, "The export came in fewer parts than writes were to happen between.");
        var expected =
            await own.FieldAsync(
            $"{{ riskVillages(first: 1000, asOf: {{ sequence: {begun} " +
            $"}}{(order is null ? "" : ", order: " + order.Replace("\"", "", StringComparison.Ordinal))}) {{ nodes {{ code level " +
            $"riskFactors version }} }} }}");
        var nodes = expected.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()).ToList();
        Assert.Equal(nodes, JsonElement.Parse(body.ToArray()).EnumerateArray().Select(row => row.GetRawText()));
        var now = (await own.FieldAsync("{ riskVillages(first: 1000) { nodes { code level riskFactors version } } }")).GetProperty("nodes");
        Assert.Equal((2, false), (begun, now.EnumerateArray().Any(node => node.GetProperty("code").GetString() == "RV-H-013")));
    }

    [Fact]
    public async Task A_failure_after_the_first_part_is_not_hidden_and_leaves_no_connection_behind()
    {
        await using var own = await WriteServer.StartAsync();
        var engine = own.Server.Engine;
        var entity = engine.DataModel.Entities.Single(entity => entity.Plural == "riskVillages");
        for (var number = 0; number < 70; number++) // more than there are connections
        {
            using var gone = new CancellationTokenSource();
            var export = engine.Prepare(new ExportQuery(entity, ["code"], default, default) { FirstRows = 2 });
            using var body = new Target(() => gone.CancelAsync());
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                export.RunAsync(new CsvExportWriter(isMarked: false), PipeWriter.Create(body), _ => { }, isHeadOnly: false, gone.Token));
            Assert.Equal("code\r\nRV-H-001\r\nRV-H-002\r\n", Encoding.UTF8.GetString(body.ToArray()));
        }

        RequireNoReader(own.Database.Path);
        Assert.Equal(119, (await own.Server.Client.GetStringAsync("/export/risk-villages.csv?select=code")).Split('\n',
            StringSplitOptions.RemoveEmptyEntries).Length);
    }

    // Before and after what was exported already: one more row, one changed, one withdrawn.
    private static async Task WriteAsync(WriteServer own, int number)
    {
        var written = await own.FieldAsync($$"""
            mutation {
              batch(input: { {{WriteServer.Note}}, operations: [
                { createRiskVillage: { code: "RV-A-{{number}}", level: LOW, county: "county" } }
                { updateRiskVillage: { code: "RV-H-001", version: {{number + 1}}, riskFactors: "{{number}}" } }
                { updateRiskVillage: { code: "RV-L-047", version: {{number + 1}}, level: {{(number % 2 == 0 ? "HIGH" : "LOW")}}, riskFactors: "{{number}}" } }
                {{(number == 1 ? "{ withdrawRiskVillage: { code: \"RV-H-013\", version: 1 } }" : "")}}
              ] }) { errors { ... on Error { message } } }
            }
            """);
        Assert.Equal("""{"errors":null}""", written.GetRawText());
    }

    private static void RequireNoReader(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        Assert.Equal(0L, checkpoint.ExecuteScalar());
    }

    private sealed class Target(Func<Task> taken) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            await taken();
        }
    }
}
