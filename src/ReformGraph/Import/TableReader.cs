using System.Text;

namespace ReformGraph.Import;

/// <summary>A row of a table.</summary>
/// <param name="Number">Where it stands: the line of a text file, the row of a sheet, the place in a JSON array; each from 1.</param>
/// <param name="Cells">One for each column: empty for no value, null where the row does not have the column.</param>
internal sealed record TableRow(int Number, string?[] Cells);

/// <summary>
/// Reads a file as a table. What enters: bytes. What leaves: the columns, then row after row, so that a file of any length takes as much
/// memory as one row. It refuses what is not of its format, and leaves the file open.
/// </summary>
internal abstract class TableReader : IDisposable
{
    /// <summary>The longest row, in bytes: what is longer is no row, but a quote that was never closed.</summary>
    protected const int LongestRow = 1 << 20;

    /// <summary>The names of the columns, each once.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, which can be read once.</summary>
    /// <exception cref="TableException">The file is damaged.</exception>
    public abstract IEnumerable<TableRow> Rows { get; }

    public abstract void Dispose();
}

/// <summary>A file is not a table of its format.</summary>
/// <param name="number">Where; see <see cref="TableRow.Number"/>.</param>
/// <param name="column">The name of the column; null where none is meant.</param>
/// <param name="value">What was found.</param>
/// <param name="expected">What would be right.</param>
internal sealed class TableException(int number, string? column, string? value, string expected) : Exception($"expected {expected}")
{
    private const int ShownLength = 60;

    public int Number { get; } = number;

    public string? Column { get; } = column;

    public string? Value { get; } = value;

    public string Expected { get; } = expected;

    /// <summary>Where it is, what was found, and what would be right.</summary>
    /// <param name="unit">What the number counts.</param>
    public string Say(string unit) => $"{unit} {Number}{(Column is null ? string.Empty : $", column {Shown(Column)}")}: {Found(Value)}expected {Expected}.";

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
