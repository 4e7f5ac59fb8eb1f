using System.Text.RegularExpressions;

namespace ReformGraph.Tests.Telemetry;

/// <summary>A row of the table of metrics in docs/operations.md.</summary>
/// <param name="Name">The name, or the beginning of several names and <c>*</c>.</param>
/// <param name="Type">The type in Prometheus.</param>
/// <param name="Unit">The unit, as OpenTelemetry writes it.</param>
internal sealed partial record MetricsTable(string Name, string Type, string Unit)
{
    /// <summary>Whether it stands for all metrics of a library.</summary>
    public bool IsOfFramework => Name.EndsWith('*');

    /// <summary>The name in Prometheus.</summary>
    public string PrometheusName => Name.Replace('.', '_') + Unit switch
    {
        "s" => "_seconds",
        "By" => "_bytes",
        _ => "",
    } + (Type == "counter" ? "_total" : "");

    public static List<MetricsTable> Read() => [.. Row().Matches(Repository.Read("docs/operations.md"))
        .Select(row => new MetricsTable(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value))];

    /// <summary>Whether a name in Prometheus is one of those that it stands for.</summary>
    public bool Covers(string prometheusName) => prometheusName.StartsWith(Name.TrimEnd('*').Replace('.', '_'), StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `([a-z_.*]+)` \| (counter|gauge|histogram)? ?\| ([^|]*?) ?\| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
