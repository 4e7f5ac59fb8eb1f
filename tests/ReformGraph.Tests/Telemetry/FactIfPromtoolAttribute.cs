using Xunit;

namespace ReformGraph.Tests.Telemetry;

/// <summary>A fact that Prometheus' own tool checks, which is in Debian's package prometheus.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfPromtoolAttribute : FactAttribute
{
    public FactIfPromtoolAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "promtool"))) ? null : "promtool is not installed.";
}
