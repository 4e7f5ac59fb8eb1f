using System.Globalization;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>
/// Sets of variables. They differ from request to request, so that an answer that is kept would be of no use; they are the same
/// in each run.
/// </summary>
internal static class Variables
{
    private const int Sets = 40;

    public static IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Of(
        params (string Name, Func<int, string> Value)[] variables) =>
        [.. Enumerable.Range(0, Sets)
            .Select(set => variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value(set))).ToArray())];

    /// <summary>A whole number, from a first one in equal steps.</summary>
    public static Func<int, string> Steps(int first, int step) => set => (first + (set * step)).ToString(CultureInfo.InvariantCulture);

    /// <summary>A day, from a first one in equal steps.</summary>
    public static Func<int, string> Days(int firstYear, int step) =>
        set => new DateOnly(firstYear, 1, 1).AddDays(set * step).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>One of some values, in turn.</summary>
    public static Func<int, string> OneOf(params string[] values) => set => values[set % values.Length];
}
