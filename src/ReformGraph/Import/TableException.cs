using System.Text;

namespace ReformGraph.Import;

/// <summary>A file is not a table of its format, or holds more than is taken.</summary>
/// <param name="number">Where; see <see cref="TableRow.Number"/>.</param>
/// <param name="column">The name of the column; null where none is meant.</param>
/// <param name="value">What was found.</param>
/// <param name="expected">What would be right.</param>
internal sealed class TableException(int number, string? column, string? value, string expected) : Exception($"expected {expected}")
{
    private const int ShownLength = 60;

    public int Number { get; } = number;

    /// <summary>What <see cref="Number"/> counts, where that is not what it counts otherwise in this format.</summary>
    public string? Unit { get; init; }

    /// <summary>The part of a workbook that is meant and not one of its rows; there is no <see cref="Number"/> then.</summary>
    public string? Part { get; init; }

    public string? Column { get; } = column;

    public string? Value { get; } = value;

    public string Expected { get; } = expected;

    /// <summary>How much would be taken, where there is more; null where something else is wrong.</summary>
    public long? Allowed { get; private init; }

    /// <summary>The setting that says how much; null where none does.</summary>
    public string? Limit { get; private init; }

    /// <summary>Refuses more than is taken.</summary>
    /// <param name="number">Where; see <see cref="TableRow.Number"/>.</param>
    /// <param name="column">The name of the column; null where none is meant.</param>
    /// <param name="allowed">How much is taken.</param>
    /// <param name="what">Of what.</param>
    /// <param name="limit">The setting that says so, if there is one.</param>
    /// <param name="part">The part of a workbook, where that is meant and no row.</param>
    public static TableException OverLimit(int number, string? column, long allowed, string what, string? limit = null, string? part = null) =>
        new(number, column, null, FormattableString.Invariant($"at most {allowed} {what}{(limit is null ? string.Empty : $" ({limit})")}")) { Allowed = allowed, Limit = limit, Part = part };

    /// <summary>Where it is, what was found, and what would be right.</summary>
    /// <param name="unit">What the number counts.</param>
    public string Say(string unit) =>
        $"{(Part is null ? $"{Unit ?? unit} {Number}" : $"part {Shown(Part)}")}{(Column is null ? string.Empty : $", column {Shown(Column)}")}: {Found(Value)}expected {Expected}.";

    /// <summary>A value as messages show it: its beginning, on one line.</summary>
    public static string Shown(string value) =>
        string.Concat(value.EnumerateRunes().Take(ShownLength).Select(character => Rune.IsControl(character) ? Rune.ReplacementChar : character));

    /// <summary>What was found, as messages begin with it.</summary>
    public static string Found(string? value) => value switch
    {
        null => string.Empty,
        "" => "empty; ",
        _ => $"\"{Shown(value)}\"; ",
    };
}
