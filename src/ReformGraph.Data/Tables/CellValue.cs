using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>Reads the text of a cell as the value of a scalar. The text forms are those of GraphQL responses.</summary>
internal static class CellValue
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, object>> Enums = [];
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The value, or null if the text is not a value of the scalar.</summary>
    public static object? Parse(ScalarType type, string text) => type.Name switch
    {
        _ when type.IsEnum =>
            Enums.GetOrAdd(type.ClrType, _ => type.EnumValues().ToFrozenDictionary(value => value.Name, value => value.Value))
            .GetValueOrDefault(text),
        "String" => text,
        "Boolean" => text switch { "true" => true, "false" => false, _ => null },
        "Byte" => Whole<byte>(text),
        "Short" => Whole<short>(text),
        "Int" => Whole<int>(text),
        "Long" => Whole<long>(text),
        "Float" => double.TryParse(text, NumberStyles.Float, Invariant, out var value) && double.IsFinite(value) ? value : null,
        "Decimal" => ParseDecimal(text),
        "DateTime" =>
            DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", Invariant,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var value) ? value : null,
        "LocalDate" => DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var value) ? value : null,
        "LocalTime" => TimeOnly.TryParseExact(text, "HH:mm:ss", Invariant, DateTimeStyles.None, out var value) ? value : null,
        "UUID" => Guid.TryParseExact(text, "D", out var value) ? value : null,
        "URL" => Uri.TryCreate(text, UriKind.Absolute, out var value) ? value : null,
        _ => null,
    };

    /// <summary>The text of a value; empty if there is none.</summary>
    public static string TextOf(object? value) => value switch
    {
        null => string.Empty,
        Enum one => SchemaNames.UpperSnake(one.ToString()),
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", Invariant),
        decimal number => number.ToString("0.####", Invariant),
        _ => FormattableString.Invariant($"{value}"),
    };

    /// <summary>What a cell of the scalar may contain.</summary>
    public static string Expectation(ScalarType type) => type.Name switch
    {
        _ when type.IsEnum => $"one of {string.Join(", ", type.EnumValues().Select(value => value.Name))}",
        "Boolean" => "true or false",
        "Byte" or "Short" or "Int" or "Long" => "a whole number",
        "Float" => "a number",
        "Decimal" => $"a number with a decimal point, without thousands separators, with {ModelConventions.HeldDecimals}",
        "DateTime" => "a time such as 2020-10-31T08:00:00Z",
        "LocalDate" => "a date such as 2020-10-31",
        "LocalTime" => "a time such as 08:00:00",
        "UUID" => "a UUID",
        "URL" => "an absolute URL",
        _ => "text",
    };

    /// <summary>Only in its canonical form: a key must have one text.</summary>
    private static object? Whole<T>(string text)
        where T : struct, IBinaryInteger<T> =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var value) && value.ToString(null, Invariant) == text ? value : null;

    private static decimal? ParseDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Invariant, out var value)
        && PlacesOf(text) <= ModelConventions.DecimalPlaces && ModelConventions.CanHold(value) ? value : null;

    // As written: digits after the 28th would be rounded before anyone sees them.
    private static int PlacesOf(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.TrimEnd('0').Length - point - 1 : 0;
}
