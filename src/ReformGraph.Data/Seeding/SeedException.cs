using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Seeding;

/// <summary>A seed file cannot be loaded. Nothing of it, and of the files beside it, was.</summary>
/// <param name="file">The name of the file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The name of the column; null where the whole line is meant.</param>
/// <param name="value">What was found.</param>
/// <param name="expected">What would be right.</param>
internal sealed class SeedException(string file, int line, string? column, string? value, string expected)
    : StartupException(
        $"{file}, line {line}{(column is null ? string.Empty : $", column {column}")}: {TableException.Found(value)}expected {expected}.")
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public string? Column { get; } = column;

    public string? Value { get; } = value;

    public string Expected { get; } = expected;

    /// <summary>The refusal of a file that is damaged as a table.</summary>
    public static SeedException FromTable(string file, TableException damaged) =>
        new(file, damaged.Number, damaged.Column, damaged.Value, damaged.Expected.En);
}
