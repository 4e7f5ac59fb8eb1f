using System.Text;

namespace ReformGraph.Benchmarks.Ways.Works;

/// <summary>The names of an enum's values, in the order of their stored numbers, which begin at 1.</summary>
internal sealed class CodeNames(params string[] names)
{
    private readonly byte[][] utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    public static CodeNames RiskLevels { get; } = new("LOW", "MEDIUM", "HIGH");

    public static CodeNames RiskStatuses { get; } = new("OPEN", "BEING_RESOLVED", "RESOLVED");

    public static CodeNames TaskKinds { get; } = new("WORK_PLAN", "TASK", "PILOT");

    public static CodeNames TaskStatuses { get; } = new("NOT_STARTED", "UNDER_WAY", "COMPLETED");

    public static CodeNames AssetClasses { get; } = new("FIVE_STATIONS_AND_FIVE_OFFICES", "PARTY_AND_GOVERNMENT_OFFICES", "OTHER");

    /// <summary>The name of a stored number.</summary>
    public ReadOnlySpan<byte> Of(long number) => utf8[number - 1];

    /// <summary>The stored number of a name.</summary>
    public long NumberOf(ReadOnlySpan<char> name)
    {
        for (var number = 0; number < names.Length; number++)
        {
            if (name.SequenceEqual(names[number]))
            {
                return number + 1;
            }
        }

        throw new ArgumentException($"{name} is no value.", nameof(name));
    }
}
