using System.Globalization;

namespace ReformGraph.Domain.Quantities;

/// <summary>Reads Arabic digits with their decimals and thousands separators: 1,769 and 78.6.</summary>
internal static class ArabicDigits
{
    private const int MostDigits = 24;
    private const int MostLeading = 3;

    /// <summary>Reads them; null if there are too many, or if separators are misplaced: 12,34 and 1.2.3.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position of the first; afterwards the position after the last.</param>
    /// <param name="decimals">How many of them are decimals.</param>
    public static decimal? Read(string text, ref int at, out int decimals)
    {
        var (start, end) = (at, at);
        var separator = Separator(text, start);
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == separator && IsThousand(text, start, end))))
        {
            end++;
        }

        var whole = end;
        if (end < text.Length && text[end] == '.' && IsDigit(text, end + 1))
        {
            for (end++; IsDigit(text, end); end++)
            {
            }
        }

        at = end;
        decimals = Math.Max(0, end - whole - 1);
        var isTorn = end < text.Length && text[end] is ',' or '.' && IsDigit(text, end + 1);
        var numeral = text[start..end].Replace($"{separator}", string.Empty, StringComparison.Ordinal);
        return numeral.Length <= MostDigits && !isTorn
            ? decimal.Parse(numeral, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;
    }

    // A comma of prose or a space, unless groups of three and then a unit follow: 1，286.4万元 and 12 345元.
    private static char Separator(string text, int start)
    {
        var at = start;
        while (at - start < MostLeading && IsDigit(text, at))
        {
            at++;
        }

        if (at == text.Length || text[at] is not ('，' or ' '))
        {
            return ',';
        }

        var (separator, first) = (text[at], at);
        while (at - start < MostDigits && text.AsSpan(at).StartsWith([separator]) && IsThousand(text, start, at))
        {
            at += 4;
        }

        if (at > first && at < text.Length && text[at] == '.' && IsDigit(text, at + 1))
        {
            for (at++; IsDigit(text, at) && at - start < MostDigits; at++)
            {
            }
        }

        return at > first && IsMeasured(text, at) ? separator : ',';
    }

    // A unit, a multiplier, 余, or the other number of a range.
    private static bool IsMeasured(string text, int at)
    {
        var end = at < text.Length && text[at] == ' ' ? at + 1 : at;
        return end < text.Length && (NumberReader.IsChineseNumeral(text[end]) || text[end] is '余' or '多' or '来'
            || RangeReader.Connector(text, at) > 0 || MeasureWords.Read(text, ref end) is not null
            || (end == at && MeasureWords.CanBeMeasureWord(text[at])));
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    // Three digits after it, and one to three or another comma before it.
    private static bool IsThousand(string text, int start, int comma)
    {
        var (after, before) = (0, 0);
        while (after < 4 && IsDigit(text, comma + after + 1))
        {
            after++;
        }

        while (before < 4 && comma - before > start && text[comma - before - 1] != text[comma])
        {
            before++;
        }

        var isFirst = comma - before == start;
        return after == 3 && (isFirst ? before is >= 1 and <= 3 : before == 3);
    }
}
