using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace ReformGraph.Tests.Telemetry;

/// <summary>Metrics in the text format of Prometheus, read and checked by its specification.</summary>
internal sealed partial class PrometheusText
{
    private readonly Dictionary<string, double> samples = [];

    public PrometheusText(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != "# EOF"))
        {
            Read(line);
        }

        Assert.All(Types.Where(type => type.Value == "histogram"), type => CheckHistogram(type.Key));
    }

    /// <summary>The type of each metric.</summary>
    public Dictionary<string, string> Types { get; } = [];

    /// <summary>All sample lines without those of buckets: the names with their labels, and the values.</summary>
    public IEnumerable<(string Name, double Value)> Samples => samples.Where(sample => !sample.Key.Contains("_bucket{"))
        .Select(sample => (WithoutScope().Replace(sample.Key, ""), sample.Value));

    /// <summary>The value of a sample; its labels in their order.</summary>
    public double this[string name] => Samples.Single(sample => sample.Name == name).Value;

    private void Read(string line)
    {
        if (Declaration().Match(line) is { Success: true } declared)
        {
            if (declared.Groups[1].Value == "TYPE")
            {
                Assert.Contains(declared.Groups[3].Value, (string[])["counter", "gauge", "histogram"]);
                Types.Add(declared.Groups[2].Value, declared.Groups[3].Value); // once only
            }

            return;
        }

        var sample = Sample().Match(line);
        Assert.True(sample.Success, line);
        var name = sample.Groups[1].Value;
        Assert.True(Types.ContainsKey(name) || Types.GetValueOrDefault(Suffix().Replace(name, "")) == "histogram", line);
        samples.Add(name + sample.Groups[2].Value, double.Parse(sample.Groups[3].Value, CultureInfo.InvariantCulture));
    }

    private void CheckHistogram(string name)
    {
        foreach (var buckets in samples.Where(sample => sample.Key.StartsWith(name + "_bucket{", StringComparison.Ordinal))
            .GroupBy(sample => Bound().Replace(sample.Key, "")))
        {
            Assert.Equal(buckets.Select(bucket => bucket.Value).Order(), buckets.Select(bucket => bucket.Value));
            var count = samples[buckets.Key.Replace("_bucket{", "_count{", StringComparison.Ordinal)];
            Assert.Equal(count, buckets.Single(bucket => bucket.Key.Contains("le=\"+Inf\"")).Value);
            Assert.True(samples[buckets.Key.Replace("_bucket{", "_sum{", StringComparison.Ordinal)] >= 0);
        }
    }

    [GeneratedRegex("^# (TYPE|HELP|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$")]
    private static partial Regex Declaration();

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*)((?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*\})?) (\S+)(?: \d+)?$""")]
    private static partial Regex Sample();

    [GeneratedRegex("_(?:bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(""",?le="[^"]*"|(?<=\{),""")]
    private static partial Regex Bound();

    [GeneratedRegex("""otel_scope_(?:name|version)="[^"]*",?|(?<=otel_scope_\w+="[^"]*"),|\{(?:otel_scope_\w+="[^"]*",?)*\}""")]
    private static partial Regex WithoutScope();
}
