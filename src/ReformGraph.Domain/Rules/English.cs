using System.Globalization;

namespace ReformGraph.Domain.Rules;

/// <summary>
/// Words of messages that depend on a number.
/// </summary>
internal static class English
{
    /// <summary>A number and what it counts, such as <c>1 row</c> or <c>2 rows</c>.</summary>
    /// <param name="number">The number.</param>
    /// <param name="noun">The singular of the noun, which takes an s in the plural.</param>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
