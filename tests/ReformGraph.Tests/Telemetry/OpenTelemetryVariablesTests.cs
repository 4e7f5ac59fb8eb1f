using ReformGraph.Data.Errors;
using ReformGraph.Settings;
using Xunit;

namespace ReformGraph.Tests.Telemetry;

/// <summary>What the environment variables of OpenTelemetry decide.</summary>
public sealed class OpenTelemetryVariablesTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true, Endpoint)]
    [InlineData(true, false, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://collector:4317")]
    [InlineData(false, true, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://collector:4317")]
    [InlineData(false, true, Endpoint, "OTEL_TRACES_EXPORTER=none")]
    [InlineData(true, false, Endpoint, "OTEL_METRICS_EXPORTER=none", "OTEL_TRACES_EXPORTER=otlp")]
    [InlineData(false, false, Endpoint, "OTEL_SDK_DISABLED=TRUE")]
    [InlineData(true, true, Endpoint, "OTEL_SDK_DISABLED=")]
    public void An_endpoint_turns_them_on(bool traces, bool metrics, params string[] variables)
    {
        var read = Read(variables);
        Assert.Equal((traces, metrics), (read.Traces, read.Metrics));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=collector:4317",
        "The environment variable OTEL_EXPORTER_OTLP_ENDPOINT cannot be 'collector:4317': it must be an address such as " +
        "http://localhost:4317.")]
    [InlineData("OTEL_TRACES_EXPORTER=console",
        "The environment variable OTEL_TRACES_EXPORTER cannot be 'console': it must be otlp or none.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL=http/json",
        "The environment variable OTEL_EXPORTER_OTLP_PROTOCOL cannot be 'http/json': it must be grpc or http/protobuf.")]
    public void A_wrong_value_ends_the_start(string variable, string message) =>
        Assert.Equal(message, Assert.Throws<StartupException>(() => Read([variable])).Message);

    private static OpenTelemetryVariables Read(string[] variables) =>
        OpenTelemetryVariables.Read(variables.Select(variable => variable.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1])
            .GetValueOrDefault);
}
