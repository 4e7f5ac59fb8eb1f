using System.Text.Json;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Snapshooter.Xunit;
using Xunit;

namespace ReformGraph.Tests.Telemetry;

/// <summary>The traces of a server, as a collector receives them.</summary>
[Trait("Kind", "process")]
public sealed class TraceTests : IDisposable
{
    // Kinds of spans in OTLP.
    private const long Internal = 1, Server = 2, Client = 3;

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task An_operation_has_a_span_with_its_stages_and_statements_in_the_trace_of_the_client()
    {
        using var receiver = new OtlpReceiver();
        var log = await RunAsync(receiver, async program =>
        {
            const string Query =
                "query Villages($code: String) { riskVillages(where: { code: { neq: $code } }) { totalCount nodes { code } } }";
            await program.PostAsync(Query, new { code = "x" }, traceparent: Parent(1));
            await program.PostAsync(Query, new { code = "y" }, traceparent: Parent(2));
            await program.PostAsync("{ riskVillages { nothing } }", traceparent: Parent(3));
            await program.PostAsync(Update, traceparent: Parent(4));
            await program.SendAsync(HttpMethod.Get, "/odata/counties?$select=code", traceparent: Parent(5));
            await program.SendAsync(HttpMethod.Get, "/export/counties.csv?select=code", traceparent: Parent(6));
            await program.SendAsync(HttpMethod.Get, "/health/ready", traceparent: Parent(7));
        });

        Snapshot.Match(string.Join("\n", Enumerable.Range(1, 7).Select(number => Tree(receiver, Trace(number)))));
        Assert.Equal(Enumerable.Range(1, 6).Select(Trace), log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.GetProperty("category").GetString() == "Requests")
            .Select(line => line.GetProperty("traceId").GetString()));
        Assert.Equal("county", receiver.Resource["service.name"]);
        Assert.All(receiver.Spans, span => Assert.Equal(KindOf(span), span.Kind));
        Assert.All(receiver.Spans.Where(span => span.Kind == Client), span => Assert.Equal("sqlite", span.Attributes["db.system.name"]));
    }

    [Fact]
    public async Task Spans_and_metrics_show_no_value_no_literal_and_no_key()
    {
        using var receiver = new OtlpReceiver();
        string key;
        await using (var context = database.Open())
        {
            key = await KeyRegister.CreateAsync(context, "dashboard", Role.Editor, null);
        }

        await RunAsync(receiver, async program =>
        {
            await program.PostAsync("query($c: String) { riskVillages(where: { code: { eq: $c } }) { totalCount } }",
                new { c = "secret-1" }, key);
            await program.PostAsync("{ riskVillages(where: { code: { eq: \"secret-2\" } }) { nodes { code } } }", null, key);
            await program.PostAsync("{ riskVillages(where: { code: { eq: \"secret-3\" } }) { nothing } }", null, key);
            await program.PostAsync("query($c: Int) { riskVillages(first: $c) { totalCount } }", new { c = "secret-4" }, key);
            await program.PostAsync(Update.Replace("RV-H-001", "secret-5", StringComparison.Ordinal), null, key);
            await program.SendAsync(HttpMethod.Get, "/odata/counties(code='secret-6')?$filter=code%20eq%20'secret-7'", null, key);
            await program.SendAsync(HttpMethod.Get, "/graphql?query={counties(where:{code:{eq:\"secret-8\"}}){totalCount}}", null, key);
            await program.SendAsync(HttpMethod.Get, "/graphql?secret-9", null, key);
            await program.SendAsync(HttpMethod.Get, $"/nothing/{key}");
            await program.PostAsync("{ riskVillages { totalCount } }", null, key[..^1] + (key[^1] == 'A' ? 'B' : 'A'));
        });

        Assert.Contains(receiver.Bodies, body => body.Path == "/v1/metrics");
        Assert.Contains(receiver.Spans, span => span.Name == "query");
        Assert.All(["secret-", key[^20..^1], "dashboard"], value => Assert.DoesNotContain(value, receiver.Text, StringComparison.Ordinal));
        Assert.All(receiver.Spans, span => Assert.Equal("", span.StatusMessage));
    }

    [Fact]
    public async Task Variables_of_the_environment_select_what_is_sent()
    {
        using var receiver = new OtlpReceiver();
        await RunAsync(receiver, program => program.PostAsync("{ riskVillages { totalCount } }"), ("OTEL_TRACES_EXPORTER", "none"));
        Assert.Equal(["/v1/metrics"], receiver.Bodies.Select(body => body.Path).Distinct());

        using var other = new OtlpReceiver();
        await RunAsync(other, program => program.PostAsync("{ riskVillages { totalCount } }"), ("OTEL_SDK_DISABLED", "true"));
        Assert.Empty(other.Bodies);

        using var sampled = new OtlpReceiver();
        await RunAsync(sampled, program => program.PostAsync("{ riskVillages { totalCount } }"), ("OTEL_TRACES_SAMPLER", "always_off"));
        Assert.Empty(sampled.Spans);
    }

    [Fact]
    public async Task A_collector_that_cannot_be_reached_delays_nothing_and_the_log_says_so()
    {
        using var program = await TelemetryProgram.StartAsync(database, [], ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"),
            ("OTEL_BSP_SCHEDULE_DELAY", "10"));
        Assert.Contains("totalCount", await program.PostAsync("{ riskVillages { totalCount } }"), StringComparison.Ordinal);
        var log = await program.StopAsync();
        Assert.Contains("\"level\":\"Warning\",\"category\":\"Telemetry\",\"message\":\"Telemetry is not exported, or not all of it: ", log,
            StringComparison.Ordinal);
    }

    private static string Update =>
        $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1, level: LOW }}) " +
        "{ riskVillage { code } errors { __typename } } }";

    private static string Trace(int number) => $"{number:x32}";

    private static string Parent(int number) => $"00-{Trace(number)}-00000000000000ff-01";

    private static string Tree(OtlpReceiver receiver, string trace)
    {
        var spans = receiver.Spans.Where(span => span.TraceId == trace).ToList();
        return string.Concat(Below("00000000000000ff", ""));

        IEnumerable<string> Below(string parent, string indent) => spans.Where(span => span.ParentId == parent).SelectMany(span =>
            Below(span.Id, indent + "  ").Prepend($"{indent}{Line(span)}\n"));
    }

    private static string Line(ExportedSpan span) => string.Join(' ', span.Attributes.Where(attribute => attribute.Key is not
        ("server.port" or "server.address" or "network.protocol.version" or "url.scheme" or "db.system.name" or "db.query.summary"))
        .Select(attribute => $"{attribute.Key}={attribute.Value}").Prepend($"{span.Name}{(span.Status == 2 ? " failed" : "")}"));

    private static long KindOf(ExportedSpan span) => span.Attributes.ContainsKey("db.system.name") ? Client
        : span.Attributes.ContainsKey("http.request.method") || span.Name is "query" or "mutation" or "GraphQL Operation" ? Server
        : Internal;

    private async Task<string> RunAsync(OtlpReceiver receiver, Func<TelemetryProgram, Task> ask, params (string, string)[] variables)
    {
        using var program = await TelemetryProgram.StartAsync(database, [],
            [("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_SERVICE_NAME", "county"), .. variables]);
        await ask(program);
        return await program.StopAsync();
    }
}
