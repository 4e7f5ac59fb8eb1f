using ReformGraph.Data.Errors;

namespace ReformGraph.Settings;

/// <summary>What the environment variables of OpenTelemetry decide before its SDK is loaded, which reads all of them.</summary>
/// <param name="Disabled">Whether nothing is exported, not even metrics for Prometheus.</param>
/// <param name="Traces">Whether traces are sent by OTLP.</param>
/// <param name="Metrics">Whether metrics are sent by OTLP.</param>
internal sealed record OpenTelemetryVariables(bool Disabled, bool Traces, bool Metrics)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Reads them.</summary>
    /// <param name="variable">The value of a variable; null if it is not set.</param>
    /// <exception cref="StartupException">A value is wrong. The SDK would ignore it.</exception>
    public static OpenTelemetryVariables Read(Func<string, string?> variable)
    {
        var disabled = OneOf("OTEL_SDK_DISABLED", "true", "false") == "true";
        OneOf("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "http/protobuf");
        return new(disabled, IsSent("TRACES") && !disabled, IsSent("METRICS") && !disabled);

        bool IsSent(string signal)
        {
            OneOf($"OTEL_EXPORTER_OTLP_{signal}_PROTOCOL", "grpc", "http/protobuf");
            var hasEndpoint = IsAddress($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") | IsAddress(Endpoint);
            return OneOf($"OTEL_{signal}_EXPORTER", "otlp", "none") != "none" && hasEndpoint;
        }

        string? OneOf(string name, params string[] values) =>
            variable(name) is not { Length: > 0 } value ? null
            : Array.Find(values, known => known.Equals(value, StringComparison.OrdinalIgnoreCase))
                ?? throw new StartupException(
                    $"The environment variable {name} cannot be '{value}': it must be {string.Join(" or ", values)}.");

        bool IsAddress(string name) => variable(name) is { Length: > 0 } value
            && (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? true
                : throw new StartupException(
                    $"The environment variable {name} cannot be '{value}': it must be an address such as http://localhost:4317."));
    }
}
