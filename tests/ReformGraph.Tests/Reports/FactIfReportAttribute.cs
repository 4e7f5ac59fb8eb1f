using Xunit;

namespace ReformGraph.Tests.Reports;

/// <summary>A test that needs the report's document, which the repository does not carry.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfReportAttribute : FactAttribute
{
    public FactIfReportAttribute()
    {
        if (File is null)
        {
            Skip = "The environment variable REFORMGRAPH_REPORT does not point at the report's document.";
        }
    }

    public static string? File { get; } = Environment.GetEnvironmentVariable("REFORMGRAPH_REPORT") is { Length: > 0 } file ? file : null;
}
