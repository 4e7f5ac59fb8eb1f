using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReformGraph.Data.Tables;

/// <summary>A number as people see it, with the text next to it.</summary>
/// <param name="Mantissa">The number itself.</param>
/// <param name="Unit">The text next to it, such as 万元 or %; empty for none.</param>
internal readonly partial record struct ShownNumber(decimal Mantissa, string Unit)
{
    private const int MostDigits = 28;
    private const decimal Least = 10_000_000_000_000_000m; // more than any column can contain

    private static readonly SearchValues<char> Unfit = SearchValues.Create("()/,.'");

    /// <summary>Reads a number; null if the text is not one.</summary>
    /// <param name="text">The text, folded, without surrounding spaces.</param>
    /// <param name="point">The decimal separator, a point or a comma.</param>
    public static ShownNumber? TryRead(string text, char point = '.')
    {
        var (first, last) = (text.AsSpan().IndexOfAnyInRange('0', '9'), text.AsSpan().LastIndexOfAnyInRange('0', '9'));
        if (first < 0)
        {
            return null;
        }

        var start = first > 0 && text[first - 1] == point ? first - 1 : first;
        var (before, after) = (text[..start], text[(last + 1)..]);
        after = after.StartsWith(point) ? after[1..] : after;
        if (SignOf(ref before, ref after) is not { } sign || NumberOf(text[start..(last + 1)], point) is not { } number || number >= Least)
        {
            return null;
        }

        return new(sign * number, string.Concat((before + after).Where(character => !char.IsWhiteSpace(character))));
    }

    // One sign: before or after the number, or parentheses around it, as in accounting.
    private static int? SignOf(ref string before, ref string after)
    {
        var isInParentheses = before.Contains('(', StringComparison.Ordinal) && after.Contains(')', StringComparison.Ordinal);
        if (isInParentheses)
        {
            (before, after) = (before.Replace("(", "", StringComparison.Ordinal), after.Replace(")", "", StringComparison.Ordinal));
        }

        var signs = (before + after).Count(character => character is '-' or '+' or '\u2212');
        var isNegative = isInParentheses || (before + after).AsSpan().ContainsAny('-', '\u2212');
        (before, after) = (WithoutSign(before), WithoutSign(after));
        return signs > 1 || (signs > 0 && isInParentheses) || (before + after).AsSpan().ContainsAny(Unfit) ? null : isNegative ? -1 : 1;
    }

    private static string WithoutSign(string text) => string.Concat(text.Where(character => character is not ('-' or '+' or '\u2212')));

    private static decimal? NumberOf(string text, char point)
    {
        if (Fraction().Match(text) is { Success: true } fraction)
        {
            var (whole, over, under) = (Whole(fraction.Groups[1]), Whole(fraction.Groups[2]), Whole(fraction.Groups[3]));
            return under == 0 ? null : whole + (over / under);
        }

        if (!(point == '.' ? WithPoint() : WithComma()).IsMatch(text))
        {
            return null;
        }

        var plain = string.Concat(text.Where(
            character => char.IsAsciiDigit(character) || character is 'E' or 'e' or '+' or '-' || character == point)).Replace(point, '.');
        return plain.Count(char.IsAsciiDigit) <= MostDigits && decimal.TryParse(plain,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static decimal Whole(Group digits) => digits.Success ? decimal.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(\d{1,15}) +)?(\d{1,15}) ?/ ?(\d{1,15})$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?:\d+|[1-9]\d{0,2}(?:([, \u00A0\u2009\u202F'])\d{3})(?:\1\d{3})*)?(?:\.\d+)?(?:[Ee][+-]?\d{1,3})?$")]
    private static partial Regex WithPoint();

    [GeneratedRegex(@"^(?:\d+|[1-9]\d{0,2}(?:([. \u00A0\u2009\u202F'])\d{3})(?:\1\d{3})*)?(?:,\d+)?$")]
    private static partial Regex WithComma();
}
