using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;
using ReformGraph.Logging;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Access;

/// <summary>What the record says of requests that read sensitive fields, by every way out.</summary>
public sealed class SensitiveReadTests : IAsyncLifetime
{
    private const string Official = "RiskVillage.leadOfficial";

    private GuardedServer guarded = null!;
    private string key = null!;

    public async Task InitializeAsync()
    {
        guarded = await GuardedServer.StartAsync(recordSensitiveReads: true);
        key = await guarded.KeyAsync(Role.Admin, "审计局");
    }

    public Task DisposeAsync() => guarded.DisposeAsync().AsTask();

    [Fact]
    public void Names_of_villages_and_officials_and_the_text_of_reports_are_sensitive()
    {
        using var context = SeededDatabase.Open("none.db"); // the model alone: nothing is opened
        Assert.Equal(
            ["Locator.sentence", "Problem.responsibleLeader", "ReformTask.leadOfficial", "Report.text", Official, "Village.nameZh",
                "Village.nameEn"],
            AccessTable.Sensitive(DataModel.Create(context.Model)));
    }

    [Theory]
    [InlineData("{ riskVillages(first: 3) { nodes { code leadOfficial } } }", Official, 3)]
    [InlineData("{ riskVillages(first: 3) { edges { node { a: leadOfficial b: leadOfficial } } pageInfo { hasNextPage } } }", Official, 4)]
    [InlineData("{ riskVillages(first: 200) { nodes { ...f } } } fragment f on RiskVillage { leadOfficial }", Official, 118)]
    [InlineData("{ riskVillageByCode(code: \"RV-H-001\") { leadOfficial } }", Official, 1)]
    [InlineData("{ counties { nodes { riskVillages(first: 200) { nodes { leadOfficial } } } } }", Official, 118)]
    [InlineData("{ riskVillages(first: 2) { nodes { village { nameZh nameEn } } } }", "Village.nameEn Village.nameZh", 2)]
    [InlineData("{ riskVillages(where: { leadOfficial: { eq: \"Li\" } }) { totalCount } }", Official, 0)]
    [InlineData("{ riskVillages(where: { village: { nameZh: { contains: \"x\" } } }) { totalCount } }", "Village.nameZh", 0)]
    [InlineData("{ riskVillages(first: 2, order: [{ leadOfficial: ASC }]) { nodes { code } } }", Official, 0)]
    [InlineData("{ riskVillages { groups(by: [{ leadOfficial: {} }]) { nodes { aggregate { count } } } } }", Official, 1)]
    [InlineData("{ riskVillages { aggregate { max { leadOfficial } } } }", Official, 1)]
    [InlineData("{ riskVillages(first: 2, asOf: { sequence: 1 }) { nodes { leadOfficial } } }", Official, 2)]
    [InlineData("{ riskVillages(first: 2) { nodes { history { nodes { leadOfficial } } } } }", "RiskVillageVersion.leadOfficial", 2)]
    [InlineData("{ reports { nodes { text locators(first: 2) { nodes { sentence } } } } }", "Locator.sentence Report.text", 3)]
    public async Task A_query_is_recorded_with_its_fields_and_rows(string query, string fields, long rows)
    {
        using var response = await guarded.AskAsync($"Bearer {key}", $"query Asked {query}");
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var line = Assert.Single(Lines(1));
        Assert.Equal((fields, rows), (string.Join(' ', line.GetProperty("fields").EnumerateArray()), line.GetProperty("rows").GetInt64()));
        Assert.Equal(("审计局", "admin", "POST", "/graphql", "Asked"), (Text("actor"), Text("role"), Text("method"), Text("path"),
            Text("operation")));
        Assert.Equal(DateTime.UtcNow, line.GetProperty("time").GetDateTime(), TimeSpan.FromMinutes(1));
        Assert.NotEmpty(Text("traceId")!);
        Assert.Equal(["time", "actor", "role", "method", "path", "operation", "fields", "rows", "traceId"],
            line.EnumerateObject().Select(member => member.Name));

        string? Text(string name) => line.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("{ riskVillages { totalCount nodes { code level } } }")]
    [InlineData("{ townships { nodes { nameZh } } }")]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ riskVillages { nodes { nothing } } }")]
    public async Task Other_queries_are_not_recorded(string query)
    {
        await guarded.AskAsync($"Bearer {key}", query);
        Assert.Empty(Lines(0));
    }

    [Theory]
    [InlineData("/odata/riskVillages?$top=2&$select=code,leadOfficial", 3)]
    [InlineData("/odata/riskVillages?$filter=leadOfficial eq 'x'&$select=code", 0)]
    [InlineData("/export/risk-villages.csv", 118)]
    [InlineData("/export/risk-villages.json?select=code,leadOfficial&where={\"code\":{\"eq\":\"RV-H-001\"}}", 1)]
    [InlineData("/export/risk-villages.xlsx", 118)]
    [InlineData("/export/risk-villages.parquet", 118)]
    [InlineData("/export/risk-village-versions.csv", 118)]
    [InlineData("/proofs/inclusion?entity=RiskVillage&code=RV-H-001", 1)]
    public async Task Every_way_out_is_recorded_each_time(string path, long rows)
    {
        for (var time = 0; time < 2; time++) // the second time, a file is there already
        {
            using var response = await guarded.Server.SendAsync(HttpMethod.Get, path, null, $"Authorization: Bearer {key}");
            Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        }

        Assert.Equal([rows, rows], Lines(2).Select(line => line.GetProperty("rows").GetInt64()));
        Assert.All(Lines(2), line => Assert.Contains("leadOfficial", line.GetProperty("fields").ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_values_before_an_import_and_the_payload_of_a_mutation_are_recorded()
    {
        var table = new ByteArrayContent(Encoding.UTF8.GetBytes("code,leadOfficial\nRV-H-001,Li\nRV-H-002,Wang\n"));
        table.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        await guarded.Server.SendAsync(HttpMethod.Post, "/import/risk-villages?reason=x", table, $"Authorization: Bearer {key}",
            "GraphQL-Require-Preflight: 1");
        await guarded.AskAsync($"Bearer {key}", "mutation { updateRiskVillage(input: { change: { kind: CORRECTION, reason: \"x\" }, " +
            "code: \"RV-H-001\", version: 2, level: LOW }) { riskVillage { leadOfficial } } }");
        Assert.Equal([2, 1], Lines(2).Select(line => line.GetProperty("rows").GetInt64()));
    }

    [Fact]
    public async Task The_record_has_no_values_and_only_its_owner_can_read_it()
    {
        await guarded.AskAsync($"Bearer {key}",
            "{ riskVillages(where: { leadOfficial: { in: [\"secret\"] } }) { nodes { leadOfficial } } }");
        Lines(1);
        var file = ReadRecord.PathOf(guarded.Path, DateTimeOffset.UtcNow);
        var text = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task While_nothing_can_be_recorded_sensitive_fields_are_refused_and_nothing_is_lost()
    {
        const string Query = "{ riskVillages(first: 1) { nodes { leadOfficial } } }";
        var file = ReadRecord.PathOf(guarded.Path, DateTimeOffset.UtcNow);
        File.Delete(file);
        Directory.CreateDirectory(file);
        using var last = await guarded.AskAsync($"Bearer {key}", Query);
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                guarded.Server.Record.Flush();
                return guarded.Server.Record.IsFailing;
            },
            TimeSpan.FromSeconds(10)));

        using var refused = await guarded.AskAsync($"Bearer {key}", Query);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "READ_NOT_RECORDED"),
            (refused.StatusCode, await RunningServer.CodeAsync(refused)));
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync($"Bearer {key}", "{ riskVillages { totalCount } }")).StatusCode);
        using var ready = await guarded.Server.SendAsync(HttpMethod.Get, "/health/ready", null);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"sensitiveReads\":false", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Directory.Delete(file);
        guarded.Server.Record.Flush();
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync($"Bearer {key}", Query)).StatusCode);
        Assert.Equal(2, Lines(2).Count);
    }

    [Fact]
    public async Task By_default_nothing_is_recorded()
    {
        await using var other = await GuardedServer.StartAsync();
        await other.AskAsync($"Bearer {await other.KeyAsync(Role.Admin)}", "{ riskVillages { nodes { leadOfficial } } }");
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(other.Path)!, "*.jsonl"));
    }

    // A client can have the whole response before the server adds its line.
    private List<JsonElement> Lines(int expected)
    {
        string[] lines = [];
        SpinWait.SpinUntil(() => Read().Length >= expected, TimeSpan.FromSeconds(10));
        return [.. lines.Select(line => JsonElement.Parse(line))];

        string[] Read()
        {
            guarded.Server.Record.Flush();
            return lines = File.ReadAllLines(ReadRecord.PathOf(guarded.Path, DateTimeOffset.UtcNow));
        }
    }
}
