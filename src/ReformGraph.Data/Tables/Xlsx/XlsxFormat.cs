using System.Globalization;
using System.Text;
using ExcelNumberFormat;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>The form in which a number format shows a number.</summary>
internal enum XlsxFormatKind
{
    /// <summary>Unchanged.</summary>
    Plain,

    /// <summary>As a formatted number.</summary>
    Number,

    /// <summary>As a date, perhaps with a time.</summary>
    Date,

    /// <summary>As a time of day.</summary>
    Time,

    /// <summary>As a time span, or in an unknown way.</summary>
    Other,
}

/// <summary>A number format of a workbook: what kind of value its cells contain, and what they show.</summary>
internal sealed class XlsxFormat
{
    /// <summary>The format that shows a number unchanged.</summary>
    public const string General = "General";

    private const string GeneralZh = "G/通用格式", Halves = "上午/下午", HalvesKnown = "AM/PM";

    private readonly Lazy<NumberFormat?> known;
    private readonly Lazy<XlsxFormatKind> kind;
    private readonly bool isPlain;
    private readonly string code;

    /// <summary>A format.</summary>
    /// <param name="code">Its code, as described in ECMA-376 (18.8.31).</param>
    public XlsxFormat(string code)
    {
        var trimmed = code.Replace(GeneralZh, General, StringComparison.Ordinal);
        isPlain = trimmed.Length == 0 || trimmed == "@" || trimmed.Equals(General, StringComparison.OrdinalIgnoreCase);
        this.code = Quoted(trimmed.Replace(Halves, HalvesKnown, StringComparison.Ordinal));
        known = new(() => Guarded(() => new NumberFormat(this.code)));
        kind = new(KindOf);
    }

    /// <summary>The form in which it shows a number.</summary>
    public XlsxFormatKind Kind => kind.Value;

    /// <summary>Whether it shows year, month and day.</summary>
    public bool ShowsDay =>
        Letters() is var letters && letters.AsSpan().ContainsAny('y', 'e') && letters.Contains('m', StringComparison.Ordinal)
        && letters.Contains('d', StringComparison.Ordinal);

    /// <summary>The month or the year that it shows instead of its first day, such as 2023-09; null if it shows the day, or if the date is
    /// of another day.</summary>
    /// <param name="date">The date, as in tables.</param>
    public string? Shortened(string date) => Letters() is var letters && letters.Contains('d', StringComparison.Ordinal) ? null
        : letters.Contains('m', StringComparison.Ordinal) ? date.EndsWith("-01", StringComparison.Ordinal) ? date[..^3] : null
        : date.EndsWith("-01-01", StringComparison.Ordinal) ? date[..^6] : null;

    /// <summary>Whether it shows digits in Chinese, such as 一二三.</summary>
    public bool ShowsOtherDigits => code.Contains("[DBNum", StringComparison.OrdinalIgnoreCase);

    /// <summary>What it shows for a number, without surrounding spaces; null if that is unknown.</summary>
    public string? Show(double value) => known.Value is { IsValid: true } format
        ? Guarded(() => format.Format(value, CultureInfo.InvariantCulture))?.Replace("--", "-", StringComparison.Ordinal)
        .Trim() // -General puts two signs before a negative number
        : null;

    // A format that the library cannot read is unknown.
    private static T? Guarded<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception unknown) when (unknown is ArgumentException or FormatException or ArithmeticException or InvalidOperationException
            or IndexOutOfRangeException or NullReferenceException)
        {
            return null;
        }
    }

    private XlsxFormatKind KindOf()
    {
        if (isPlain)
        {
            return XlsxFormatKind.Plain;
        }

        if (known.Value is { IsValid: true, IsDateTimeFormat: false, IsTimeSpanFormat: var isSpan })
        {
            return isSpan ? XlsxFormatKind.Other : XlsxFormatKind.Number;
        }

        var letters = Letters().AsSpan();
        return letters.ContainsAny('y', 'd', 'e') || (letters.Contains('m') && !letters.ContainsAny('h', 's')) ? XlsxFormatKind.Date
            : known.Value is { IsValid: true } ? XlsxFormatKind.Time
            : XlsxFormatKind.Other;
    }

    /// <summary>The letters of the code that represent parts of a value, in lower case: neither quoted nor escaped, nor in
    /// brackets.</summary>
    private string Letters()
    {
        var letters = new StringBuilder();
        foreach (var piece in Pieces(code))
        {
            letters.Append(piece.Length == 1 ? piece.ToLowerInvariant() : string.Empty);
        }

        return letters.ToString();
    }

    // The library accepts literal characters such as 万 only in quotes; ! is the backslash of Chinese Excel, and aaa is a weekday.
    private static string Quoted(string code)
    {
        var quoted = new StringBuilder();
        foreach (var piece in Pieces(code))
        {
            quoted.Append(piece switch
            {
                ['!', _] => $"\\{piece[1]}",
                "a" => "d",
                [> '\u007F'] => $"\"{piece}\"",
                _ => piece,
            });
        }

        return quoted.ToString();
    }

    // A quoted text, an escaped character, a width or a fill character, a bracket, AM/PM and General are one piece each, as is every other
    // character.
    private static IEnumerable<string> Pieces(string code)
    {
        for (var at = 0; at < code.Length;)
        {
            var rest = code.AsSpan(at);
            var length = rest[0] switch
            {
                '"' => Through(rest, '"'),
                '[' => Through(rest, ']'),
                '\\' or '_' or '*' or '!' => Math.Min(2, rest.Length),
                'A' or 'a' when rest.StartsWith(HalvesKnown, StringComparison.OrdinalIgnoreCase) => HalvesKnown.Length,
                'G' or 'g' when rest.StartsWith(General, StringComparison.OrdinalIgnoreCase) => General.Length,
                'E' or 'e' when rest is [_, '+' or '-', ..] => 2,
                _ => 1,
            };
            yield return rest[..length].ToString();
            at += length;
        }
    }

    private static int Through(ReadOnlySpan<char> rest, char end) => rest[1..].IndexOf(end) is >= 0 and var at ? at + 2 : rest.Length;
}
