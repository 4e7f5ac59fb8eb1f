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

    /// <summary>Every scalar.</summary>
    public static ScalarTable<CellScalar> Scalars { get; } = new("A table", CodeList, new Dictionary<string, CellScalar>
    {
        ["ID"] = Whole<int>(),
        ["String"] = Form("a text", "文本", text => text, (string text) => text) with { IsText = true },
        ["Boolean"] = Form("true or false", "是或否（true 或 false）",
            text => text switch { "true" => true, "false" => false, _ => null }, (bool flag) => flag ? "true" : "false") with
        {
            Read = ImportValue.Boolean,
        },
        ["Byte"] = Whole<byte>(),
        ["Short"] = Whole<short>(),
        ["Int"] = Whole<int>(),
        ["Long"] = Whole<long>(),
        ["Float"] = Form("a number", "数字",
            text => double.TryParse(text, NumberStyles.Float, Invariant, out var value) && double.IsFinite(value) ? value : null,
            (double value) => value.ToString(Invariant)) with
        {
            Read = ImportValue.Number,
            Convert = value => (double)value,
            IsFraction = true,
        },
        ["Decimal"] = Form($"a number with a point and no thousands separators, of {ModelConventions.HeldDecimals}",
            $"数字，小数点用“.”，最多 {ModelConventions.DecimalPlaces} 位小数，" +
            $"绝对值不超过 {ModelConventions.LargestDecimalText}",
            text => ParseDecimal(text),
            (decimal number) => number.ToString("0.####", Invariant)) with
        {
            Read = ImportValue.Number,
            Convert = value => ModelConventions.CanHold(value) ? value : null,
            IsFraction = true,
        },
        ["DateTime"] = Form("a time such as 2020-10-31T08:00:00Z", "时间，例如 2020-10-31T08:00:00Z",
            text => DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", Invariant,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var value) ? value : null,
            (DateTime instant) => ScalarText.Format(instant)) with
        {
            Read = ImportValue.Instant,
        },
        ["LocalDate"] = Form("a date such as 2020-10-31", "日期，例如 2020-10-31",
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var value) ? value : null,
            (DateOnly day) => ScalarText.Format(day)) with
        {
            Read = ImportValue.Day,
        },
        ["LocalTime"] = Form("a time such as 08:00:00", "时刻，例如 08:00:00",
            ScalarType.For(typeof(TimeOnly))!.Parse, (TimeOnly time) => ScalarText.Format(time)),
        ["TimeSpan"] = Form("a duration such as PT1H30M", "时长，例如 PT1H30M",
            ScalarType.For(typeof(TimeSpan))!.Parse, (TimeSpan duration) => ScalarText.Format(duration)),
        ["UUID"] = Form("a UUID", "UUID", text => Guid.TryParseExact(text, "D", out var value) ? value : null,
            (Guid identifier) => ScalarText.Format(identifier)),
        ["URL"] = Form("an absolute URL", "绝对网址", text => Uri.TryCreate(text, UriKind.Absolute, out var value) ? value : null,
            (Uri address) => ScalarText.Format(address)) with
        {
            IsText = true,
        },
    });

    private static CellScalar CodeList => new()
    {
        Expected = type => $"one of {string.Join(", ", type.EnumValues().Select(value => value.Name))}",
        ExpectedZh = type =>
            $"以下之一：{string.Join("、", type.EnumValues().Select(value => $"{value.Name}（{value.LabelZh}）"))}",
        Parse = (type, text) =>
            Enums.GetOrAdd(type.ClrType, _ => type.EnumValues().ToFrozenDictionary(value => value.Name, value => value.Value))
                .GetValueOrDefault(text),
        Format = value => ScalarText.Format((Enum)value),
        Read = ImportValue.CodeList,
        Convert = null,
    };

    /// <summary>The value, or null if the text is not a value of the scalar.</summary>
    public static object? Parse(ScalarType type, string text) => Scalars[type].Parse(type, text);

    /// <summary>The text of a value; empty if there is none.</summary>
    public static string TextOf(object? value) => value is null ? string.Empty
        : ScalarType.For(value.GetType()) is { } type ? Scalars[type].Format(value)
        : throw new ArgumentException($"A {value.GetType().Name} is of no scalar.", nameof(value));

    /// <summary>What a cell of the scalar may contain.</summary>
    public static string Expectation(ScalarType type) => Scalars[type].Expected(type);

    private static CellScalar Form<T>(string expected, string expectedZh, Func<string, object?> parse, Func<T, string> format) => new()
    {
        Expected = _ => expected,
        ExpectedZh = _ => expectedZh,
        Parse = (_, text) => parse(text),
        Format = value => format((T)value),
        Read = ImportValue.Strict,
        Convert = null,
    };

    private static CellScalar Whole<T>()
        where T : struct, IBinaryInteger<T> => Form(
            "a whole number", "整数", text => ParseWhole<T>(text), (T value) => value.ToString(null, Invariant)) with
        {
            Read = ImportValue.Number,
            Convert = value => decimal.IsInteger(value) ? T.CreateChecked(value) : null,
        };

    /// <summary>Only in its canonical form: a key must have one text.</summary>
    private static object? ParseWhole<T>(string text)
        where T : struct, IBinaryInteger<T> =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var value) && value.ToString(null, Invariant) == text ? value : null;

    private static decimal? ParseDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Invariant, out var value)
        && PlacesOf(text) <= ModelConventions.DecimalPlaces && ModelConventions.CanHold(value) ? value : null;

    // As written: digits after the 28th would be rounded before anyone sees them.
    private static int PlacesOf(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.TrimEnd('0').Length - point - 1 : 0;
}
