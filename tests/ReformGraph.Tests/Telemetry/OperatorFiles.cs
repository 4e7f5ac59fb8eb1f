using System.Text.RegularExpressions;

namespace ReformGraph.Tests.Telemetry;

/// <summary>What operators load into Grafana and Prometheus.</summary>
internal static partial class OperatorFiles
{
    public const string Dashboard = "deploy/grafana/reformgraph.json";
    public const string Alerts = "deploy/prometheus/alerts.yml";

    /// <summary>The metrics that they use.</summary>
    public static IEnumerable<string> NamesOfMetrics() =>
        Metric().Matches(Labels().Replace(Repository.Read(Dashboard) + Repository.Read(Alerts), "")).Select(match => match.Value)
            .Distinct();

    /// <summary>The names of the alerts.</summary>
    public static IEnumerable<string> NamesOfAlerts() => Alert().Matches(Repository.Read(Alerts)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\b(?:reformgraph|db_client|http_server|kestrel|dotnet)_\w+(?=[{\[) ])")]
    private static partial Regex Metric();

    [GeneratedRegex(@"by \([^)]*\)")]
    private static partial Regex Labels();

    [GeneratedRegex(@"alert: (\w+)")]
    private static partial Regex Alert();
}
