using System.Globalization;
using System.Text;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>A table or a report is malformed, or exceeds a limit.</summary>
/// <param name="number">The place; see <see cref="TableRow.Number"/>.</param>
/// <param name="column">The name of the column; null for none.</param>
/// <param name="value">What was found.</param>
/// <param name="expected">What would be right.</param>
internal sealed class TableException(int number, string? column, string? value, Bilingual expected) : Exception($"expected {expected.En}")
{
    /// <summary>What is expected of a duplicate column.</summary>
    public static readonly Bilingual OnlyOnce = new("the column only once", "每列只出现一次");

    private const int ShownLength = 60;

    public int Number { get; } = number;

    /// <summary>What <see cref="Number"/> counts, if that differs from the usual unit of the format.</summary>
    public string? Unit { get; init; }

    /// <summary>The part of a workbook, if it is not one of its rows; then there is no <see cref="Number"/>.</summary>
    public string? Part { get; init; }

    /// <summary>The name of the sheet of a workbook; null for none.</summary>
    public string? Sheet { get; init; }

    public string? Column { get; } = column;

    public string? Value { get; } = value;

    public Bilingual Expected { get; } = expected;

    /// <summary>The limit, if it is exceeded; null for any other error.</summary>
    public long? Allowed { get; private init; }

    /// <summary>The setting of the limit; null if there is none.</summary>
    public string? Limit { get; private init; }

    /// <summary>The error for exceeding a limit.</summary>
    /// <param name="number">The place; see <see cref="TableRow.Number"/>.</param>
    /// <param name="column">The name of the column; null for none.</param>
    /// <param name="allowed">The limit.</param>
    /// <param name="what">What is counted.</param>
    /// <param name="limit">The setting of the limit, if there is one.</param>
    /// <param name="part">The part of a workbook, if it is not a row.</param>
    /// <param name="sheet">The sheet of a workbook, if there is one.</param>
    public static TableException OverLimit(int number, string? column, long allowed, Bilingual what, string? limit = null,
        string? part = null, string? sheet = null)
    {
        var (most, setting) = (allowed.ToString(CultureInfo.InvariantCulture), limit is null ? string.Empty : $" ({limit})");
        return new(number, column, null, new($"at most {most} {what.En}{setting}", $"最多 {most} {what.Zh}{setting}"))
        {
            Allowed = allowed,
            Limit = limit,
            Part = part,
            Sheet = sheet
        };
    }

    /// <summary>Where it is, what was found, and what would be right.</summary>
    /// <param name="unit">What the number counts.</param>
    /// <param name="language">The language.</param>
    public string Say(string unit, Language language = Language.English) => language is Language.Chinese
        ? $"{(Part is null ? PlaceZh(Unit ?? unit) : $"部件 {Shown(Part)}")}{(Column is null ? string.Empty : $"，列“{Shown(Column)}”")}：{FoundZh(Value)}应为{Spaced(Expected.Zh)}。"
        : $"{(Part is null ? $"{Unit ?? unit} {Number}" : $"part {Shown(Part)}")}{(Column is null ? string.Empty : $", column {Shown(Column)}")}: {Found(Value)}expected {Expected.En}.";

    // Between Chinese and Latin letters is a space.
    private static string Spaced(string text) => text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) ? $" {text}" : text;

    /// <summary>The same, preceded by the file and the sheet.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="unit">What the number counts.</param>
    /// <param name="language">The language.</param>
    public string SayOf(string file, string unit, Language language) => language is Language.Chinese
        ? $"{file}，{(Sheet is { } one ? $"工作表“{Shown(one)}”，" : string.Empty)}{Say(unit, language)}"
        : $"{file}, {(Sheet is { } sheet ? $"sheet {Shown(sheet)}, " : string.Empty)}{Say(unit, language)}";

    /// <summary>A value as shown in messages: its beginning, on one line.</summary>
    public static string Shown(string value) =>
        string.Concat(
            value.EnumerateRunes().Take(ShownLength).Select(character => Rune.IsControl(character) ? Rune.ReplacementChar : character));

    /// <summary>What was found, as the beginning of a message.</summary>
    public static string Found(string? value) => value switch
    {
        null => string.Empty,
        "" => "empty; ",
        _ => $"\"{Shown(value)}\"; ",
    };

    private static string FoundZh(string? value) => value switch
    {
        null => string.Empty,
        "" => "为空；",
        _ => $"“{Shown(value)}”；",
    };

    private string PlaceZh(string unit) => unit == "object" ? $"第 {Number} 个对象" : $"第 {Number} 行";
}
