using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>How a table writes numbers.</summary>
/// <param name="Point">The decimal separator, a point or a comma.</param>
/// <param name="IsSettled">Whether nothing suggests the other one: then <c>1,234</c> is not ambiguous.</param>
internal sealed record NumberNotation(char Point, bool IsSettled)
{
    /// <summary>With decimal points, and commas between thousands.</summary>
    public static NumberNotation Usual { get; } = new('.', true);
}

/// <summary>
/// Reads the text of a cell as people and spreadsheets write it: more tolerantly than <see cref="CellValue"/>, all of whose forms it
/// accepts. It rejects ambiguous text.
/// </summary>
internal static partial class ImportValue
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, object>> Lists = [];
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    /// <summary>The value, or why there is none.</summary>
    /// <param name="field">The column.</param>
    /// <param name="text">The text, which is not empty.</param>
    /// <param name="numbers">How the table writes numbers.</param>
    public static (object? Value, CellProblem? Problem) Read(ImportField field, string text, NumberNotation numbers)
    {
        var scalar = CellValue.Scalars[field.Type];
        var plain = scalar.IsText ? text : PlainText.Normalize(text);
        return plain.Length == 0 ? (null, CellProblem.OfType(Expectation(field)))
            : field.Values?.GetValueOrDefault(plain) is { } name ? name.Length == 0 ? (null, null) : Strict(field, name, numbers)
            : scalar.Read(field, plain, numbers);
    }

    /// <summary>What a cell of a column may contain.</summary>
    public static Bilingual Expectation(ImportField field) =>
        field is { IsOfOffice: true, IsText: false, IsCode: false } ? new(
            $"{CellValue.Expectation(field.Type)}; a mapping can say what other words stand for, or null for no value",
            $"{CellValue.Scalars[field.Type].ExpectedZh(field.Type)}；" +
            "其他写法可在映射文件中指明含义，或对应到 null 表示无值")
        : new(CellValue.Expectation(field.Type), CellValue.Scalars[field.Type].ExpectedZh(field.Type));

    /// <summary>Only the forms of <see cref="CellValue"/>.</summary>
    public static (object?, CellProblem?) Strict(ImportField field, string text, NumberNotation numbers) =>
        CellValue.Parse(field.Type, text) is { } value ? (value, null) : (null, CellProblem.OfType(Expectation(field)));

    /// <summary>The names or labels of a code list. The names come first: no label of one value is the name of another.</summary>
    public static (object?, CellProblem?) CodeList(ImportField field, string text, NumberNotation numbers) =>
        Lists.GetOrAdd(field.Type.ClrType, _ => field.Type.EnumValues()
            .SelectMany(value => new[] { value.Name, value.LabelZh, value.LabelEn }.Distinct(),
                (value, name) => KeyValuePair.Create(name, value.Value))
            .DistinctBy(pair => pair.Key).ToFrozenDictionary()).TryGetValue(text, out var found)
            ? (found, null)
            : field.IsOfOffice && OtherValue.IsNamed(text) && CellValue.Parse(field.Type, OtherValue.Name) is { } other ? (other, null)
            : (null, CellProblem.OfType(Expectation(field)));

    /// <summary>True or false, in Chinese too.</summary>
    public static (object?, CellProblem?) Boolean(ImportField field, string text, NumberNotation numbers) => text.ToUpperInvariant() switch
    {
        "TRUE" or "是" => (true, null),
        "FALSE" or "否" => (false, null),
        _ => (null, CellProblem.OfType(Expectation(field))),
    };

    /// <summary>An instant, to fractions of a second, or the day on which it begins.</summary>
    public static (object?, CellProblem?) Instant(ImportField field, string text, NumberNotation numbers) =>
        DateTime.TryParseExact(text, Instants, Invariant, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            ? (at, null) : Strict(field, text, numbers);

    /// <summary>A day with the year first, in the forms of spreadsheets and of Chinese.</summary>
    public static (object?, CellProblem?) Day(ImportField field, string text, NumberNotation numbers)
    {
        if (CellValue.Parse(field.Type, text) is { } usual)
        {
            return (usual, null);
        }

        if (field.IsOfOffice && OfficeDate.Read(text, field.IsDeadline) is var found && found != default)
        {
            return found;
        }

        if (YearFirst().Match(text) is { Success: true } date)
        {
            return DateOnly.TryParseExact($"{date.Groups["y"].Value}-{date.Groups["m"].Value}-{date.Groups["d"].Value}", "yyyy-M-d",
                Invariant, DateTimeStyles.None, out var value)
                ? (value, null)
                : (null, CellProblem.OfType(Expectation(field)));
        }

        return (null, YearLast().IsMatch(text)
            ? CellProblem.Ambiguous(
                "must have the year first, such as 2026-01-02: here it is unclear whether the day or the month comes first",
                "必须年份在前，例如 2026-01-02：此处日与月孰先孰后无法确定")
            : CellProblem.OfType(Expectation(field)));
    }

    /// <summary>A number in the notation of its table, with its unit.</summary>
    public static (object?, CellProblem?) Number(ImportField field, string text, NumberNotation numbers)
    {
        if (!numbers.IsSettled && Either().IsMatch(text))
        {
            return (null, CellProblem.Ambiguous(
                "must have no thousands separator, or the import must set decimal=. or decimal=,: here it is unclear whether the sign " +
                "separates thousands or decimal places",
                "必须不带千位分隔符，或在导入时指明 decimal=. 或 " +
                "decimal=,：此处符号既可能是千位分隔符，也可能是小数点"));
        }

        if (numbers.Point == '.' && field.Scale == 1 && CellValue.Parse(field.Type, text) is { } usual)
        {
            return (usual, null);
        }

        if (text.AsSpan().ContainsAny('/', 'E', 'e') || ShownNumber.TryRead(text, numbers.Point) is not { } shown)
        {
            return (null, NotNumber(field, text, numbers));
        }

        var own = shown.Unit.Length == 0 ? field.Scale : MeasuredUnit.FactorOf(shown.Unit, field.Unit);
        return Approximate().IsMatch(shown.Unit) ? (null, NotExact(text))
            : own is not { } factor ? (null, OfUnit(field, shown.Unit))
            : Converted(field.Type, shown.Mantissa, factor, text) is { } value ? (value, null)
            : (null, CellProblem.OfType(Expectation(field)));
    }

    /// <summary>Whether a number can be a day as spreadsheets count them, where it lost its format: from 1954 to 2064.</summary>
    internal static bool IsDay(double serial) => serial is >= 20_000 and < 60_000;

    /// <summary>The text next to a number does not match the unit of the column.</summary>
    public static CellProblem OfUnit(ImportField field, string unit) => field.Unit is { } own
        ? new("UNIT", new($"must be in {own}, or without a unit, not in {TableException.Shown(unit)}",
            $"必须以“{own}”为单位或不带单位，而不是“{TableException.Shown(unit)}”"))
        : new("UNIT",
            new($"must be a number without {TableException.Shown(unit)}", $"必须是不带“{TableException.Shown(unit)}”的数字"));

    // 约120平方米, 300余张, 50万元以上: a column keeps a number, and not how far it may be off.
    private static CellProblem NotExact(string text) => CellProblem.Ambiguous(
        $"must be one exact number, which {TableException.Shown(text)} is not: give the number that may be kept, or leave the cell empty",
        $"必须是确切的数字，而“{TableException.Shown(text)}”不是：请只填写可以登记的数字，否则留空");

    private static CellProblem NotNumber(ImportField field, string text, NumberNotation numbers) =>
        numbers.Point == '.' && DecimalComma().IsMatch(text)
        ? CellProblem.OfType(new($"{Expectation(field).En}; a decimal comma requires decimal=,",
            $"{Expectation(field).Zh}；小数点写作逗号时须指明 decimal=,"))
        : CellProblem.OfType(Expectation(field));

    private static object? Converted(ScalarType type, decimal mantissa, decimal factor, string text)
    {
        try
        {
            var scalar = CellValue.Scalars[type];
            return !scalar.IsFraction && LeadingZero().IsMatch(text) ? null // a number that is a key has one text
                : scalar.Convert!(decimal.IsInteger(factor * 10_000) ? mantissa * factor : Math.Round(mantissa * factor, 4));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^(?<y>\d{4})(?:-(?<m>\d{1,2})-(?<d>\d{1,2})|/(?<m>\d{1,2})/(?<d>\d{1,2})|\.(?<m>\d{1,2})\.(?<d>\d{1,2})"
        + @"|年(?<m>\d{1,2})月(?<d>\d{1,2})日)(?: 0{1,2}:00(?::00)?)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^\d{1,2}([-/.])\d{1,2}\1(\d{1,2}|\d{4})$")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^[-+\u2212(]?[1-9]\d{0,2}[.,]\d{3}\D*$")]
    private static partial Regex Either();

    [GeneratedRegex(@"^[-+]?\d{1,3}(\.?\d{3})*,\d+$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex("[<>≤≥≈±约近余多超逾]|大概|大致|左右|上下|[以之][上下内]|[不未]满|不[到足]|至少" +
        "|最[少高低大小]|[不少低高大小]于|突破|预计|估计")]
    private static partial Regex Approximate();

    [GeneratedRegex(@"^\D*0\d")]
    private static partial Regex LeadingZero();
}
