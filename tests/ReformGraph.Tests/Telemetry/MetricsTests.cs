using System.Net;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Telemetry;

/// <summary>The metrics of a server, as Prometheus reads them.</summary>
[Trait("Kind", "process")]
public sealed class MetricsTests : IDisposable
{
    private const string Url = "--Metrics:Url=http://127.0.0.1:0";

    // Of the query, the mutation, both exports and OData; a page of 50 rows and the total, and one row each, or the change and one row.
    private const int Statements = 2 + 1 + 2 + 2 + 2, Rows = 51 + 1 + 2 + 2 + 2;

    private static readonly string[] Expected =
    [
        "reformgraph_access_refused_total{error_type=\"UNAUTHENTICATED\"} 1",
        "reformgraph_access_refused_total{error_type=\"FORBIDDEN\"} 0",
        "reformgraph_change_rows_total 3",
        "reformgraph_changes_total 1",
        "reformgraph_export_files 1",
        "reformgraph_exports_active 0",
        "reformgraph_graphql_operation_duration_seconds_count{graphql_operation_type=\"query\"} 1",
        "reformgraph_graphql_operation_duration_seconds_count{error_type=\"GRAPHQL_VALIDATION_FAILED\"} 1",
        "reformgraph_graphql_operation_duration_seconds_count{graphql_operation_type=\"mutation\"} 2",
        "reformgraph_mutations_refused_total{error_type=\"VersionConflict\"} 1",
        "reformgraph_storage_failures_total 0",
        "reformgraph_write_duration_seconds_count 2",
        "reformgraph_write_queue_length 0",
    ];

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task They_count_what_was_asked_and_docs_operations_names_each()
    {
        var key = await KeyAsync("dashboard", Role.Editor);
        using var program = await TelemetryProgram.StartAsync(database, [Url]);
        await AskAsync(program, key);
        var text = await program.ScrapeAsync();

        var metrics = new PrometheusText(text);
        var known = MetricsTable.Read();
        Assert.Equal(known.Where(metric => !metric.IsOfFramework).ToDictionary(metric => metric.PrometheusName, metric => metric.Type),
            metrics.Types.Where(type => !known.Exists(metric => metric.IsOfFramework && metric.Covers(type.Key))).ToDictionary());
        Assert.Equal(Expected, metrics.Samples.Where(sample => sample.Name.StartsWith("reformgraph_", StringComparison.Ordinal)
            && !sample.Name.Contains("_sum", StringComparison.Ordinal) && !sample.Name.Contains("_size_", StringComparison.Ordinal))
            .Select(sample => FormattableString.Invariant($"{sample.Name} {sample.Value}")));
        Assert.Equal(4, metrics["""
            http_server_request_duration_seconds_count{http_request_method="POST",http_response_status_code="200",http_route="/graphql",
            """.Trim() + """network_protocol_version="1.1",url_scheme="http"}"""]);
        Assert.Equal(Rows, metrics["""
            db_client_response_returned_rows_sum{db_operation_name="SELECT",db_system_name="sqlite"}
            """]);
        Assert.Equal(Statements, metrics["""
            db_client_operation_duration_seconds_count{db_operation_name="SELECT",db_system_name="sqlite"}
            """]);
        Assert.Equal(0, metrics["""db_client_connection_pending_requests{db_client_connection_pool_name="reads"}"""]);
        Assert.InRange(metrics["""reformgraph_cache_size_bytes{cache="plans"}"""], 10_000, 1_000_000);
        Assert.Empty(OperatorFiles.NamesOfMetrics().Except(metrics.Types.SelectMany(
            type => type.Value == "histogram" ? (string[])[$"{type.Key}_bucket", $"{type.Key}_count", $"{type.Key}_sum"] : [type.Key])));
        Assert.All([key[^20..], "dashboard", "value-1", "literal-1", "RV-H-001"],
            value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
    }

    [FactIfPromtool]
    public async Task Prometheus_finds_no_fault_in_them_but_names_of_conventions()
    {
        using var program = await TelemetryProgram.StartAsync(database, [Url]);
        await program.PostAsync("{ riskVillages { totalCount } }");
        var (exit, _, error) = await FactIfPromtoolAttribute.RunAsync(await program.ScrapeAsync(), "check", "metrics");
        Assert.Equal(3, exit); // the text is right; names are not as Prometheus would have them
        var faults = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(faults, fault => Assert.EndsWith("_count non-histogram and non-summary metrics should not have \"_count\" suffix", fault,
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_served_at_their_own_address_only_and_without_a_key_on_this_machine_only()
    {
        var key = await KeyAsync("prometheus", Role.Reader);
        using var local = await TelemetryProgram.StartAsync(database, [Url]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(local, local.Metrics!));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(local, "/metrics", key));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(local, local.Metrics!.Replace("/metrics", "/graphql"), key));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await local.Client.PostAsync(new Uri(local.Metrics!), null)).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync(local, local.Metrics!, host: "attacker.example"));

        using var open = await TelemetryProgram.StartAsync(database, ["--Metrics:Url=http://0.0.0.0:0"]);
        var address = open.Metrics!.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(open, address));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(open, address, key));
    }

    [Theory]
    [InlineData("--Metrics:Url=http://0.0.0.0:9464", "false",
        "A server that others can reach, such as at http://0.0.0.0:9464, requires authentication")]
    [InlineData("--Metrics:Url=http://127.0.0.1:9464", "true",
        "The environment variable OTEL_SDK_DISABLED is true; do not set Metrics:Url, or set it to false.")]
    [InlineData("--Metrics:Url=http://127.0.0.1:5080", "false",
        "The settings Metrics:Url and Url must have different ports; both have 5080.")]
    public async Task A_server_that_could_not_serve_them_as_wanted_does_not_start(string setting, string isDisabled, string message)
    {
        var (exit, _, error) = await ProgramProcess.RunAsync(database.Folder, [$"--database={database.Path}", setting],
            [("OTEL_SDK_DISABLED", isDisabled)]);
        Assert.Equal(1, exit);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_there_are_none_and_no_library_is_loaded()
    {
        using var program = await TelemetryProgram.StartAsync(database, []);
        Assert.Contains("totalCount", await program.PostAsync("{ riskVillages { totalCount } }"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, "/metrics"));
        Assert.Empty(program.Loaded);

        using var exporting = await TelemetryProgram.StartAsync(database, [Url]);
        Assert.NotEmpty(exporting.Loaded);
    }

    private static async Task AskAsync(TelemetryProgram program, string key)
    {
        await program.PostAsync(
            "query Named($code: String) { riskVillages(where: { code: { neq: $code } }) { totalCount nodes { code } } }",
            new { code = "value-1" }, key);
        await program.PostAsync("{ nothing(of: \"literal-1\") }", null, key);
        await program.PostAsync(Update(1), null, key);
        await program.PostAsync(Update(1), null, key);
        await program.PostAsync("{ riskVillages { totalCount } }"); // without the key
        await program.SendAsync(HttpMethod.Get, "/export/counties.csv?select=code", null, key);
        await program.SendAsync(HttpMethod.Get, "/export/counties.xlsx?select=code", null, key);
        await program.SendAsync(HttpMethod.Get, "/odata/counties?$select=code&$filter=code%20ne%20'literal-1'", null, key);
    }

    private static string Update(int version) =>
        $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: {version}, level: LOW }}) " +
        "{ change { sequence } errors { __typename } } }";

    private static async Task<HttpStatusCode> StatusAsync(TelemetryProgram program, string address, string? key = null, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        request.Headers.Host = host;
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        return (await program.Client.SendAsync(request)).StatusCode;
    }

    private async Task<string> KeyAsync(string name, Role role)
    {
        await using var context = database.Open();
        return await KeyRegister.CreateAsync(context, name, role, null);
    }
}
