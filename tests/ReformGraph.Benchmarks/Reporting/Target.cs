using System.Globalization;

namespace ReformGraph.Benchmarks.Reporting;

/// <summary>What is wanted of the product, and what was measured in one run.</summary>
internal sealed record Target(string What, string Wanted, Spread Measured, bool Met)
{
    public static Target AtLeast(string what, double wanted, Spread measured) =>
        new(what, Text("at least", wanted), measured, measured.Median >= wanted);

    public static Target AtMost(string what, double wanted, Spread measured) =>
        new(what, Text("at most", wanted), measured, measured.Median <= wanted);

    private static string Text(string bound, double wanted) => string.Create(CultureInfo.InvariantCulture, $"{bound} {wanted:#,0.##}");
}
