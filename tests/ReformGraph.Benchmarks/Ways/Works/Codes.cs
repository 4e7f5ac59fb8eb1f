using System.Text.Json;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>The names of the values of the enums, in the order of their stored numbers, which begin at 1.</summary>
internal static class Codes
{
    public static JsonEncodedText[] RiskLevels { get; } = Names("LOW", "MEDIUM", "HIGH");

    public static JsonEncodedText[] RiskStatuses { get; } = Names("OPEN", "BEING_RESOLVED", "RESOLVED");

    public static JsonEncodedText[] TaskKinds { get; } = Names("WORK_PLAN", "TASK", "PILOT");

    public static JsonEncodedText[] TaskStatuses { get; } = Names("NOT_STARTED", "UNDER_WAY", "COMPLETED");

    public static JsonEncodedText[] AssetClasses { get; } = Names("FIVE_STATIONS_AND_FIVE_OFFICES", "PARTY_AND_GOVERNMENT_OFFICES", "OTHER");

    /// <summary>The stored number of a value.</summary>
    public static long NumberOf(this JsonEncodedText[] names, ReadOnlySpan<char> name)
    {
        for (var number = 0; number < names.Length; number++)
        {
            if (name.SequenceEqual(names[number].Value))
            {
                return number + 1;
            }
        }

        throw new ArgumentException($"{name} is no value.", nameof(name));
    }

    private static JsonEncodedText[] Names(params string[] names) => [.. names.Select(name => JsonEncodedText.Encode(name))];
}
