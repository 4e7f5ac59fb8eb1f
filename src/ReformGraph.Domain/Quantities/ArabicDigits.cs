using System.Globalization;
using System.Text.RegularExpressions;

namespace ReformGraph.Domain.Quantities;

/// <summary>Reads Arabic digits with their decimals and thousands separators: 1,769 and 78.6.</summary>
internal static partial class ArabicDigits
{
    private const int MostDigits = 24;
    private const int MostLeading = 3;
    private const int MostListed = 20;
    private const int LongestCell = 40;

    /// <summary>Reads them; null if there are too many, or if separators are misplaced or mixed: 12,34, 1.2.3 and 1 234,567元.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position of the first; afterwards the position after the last.</param>
    /// <param name="decimals">How many of them are decimals.</param>
    public static decimal? Read(string text, ref int at, out int decimals)
    {
        var (start, end) = (at, at);
        var (separator, isUnclear) = Separator(text, start);
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
        var isTorn = isUnclear || (end < text.Length && text[end] is ',' or '.' && IsDigit(text, end + 1))
            || (decimals == 0 && IsMixed(text, start, end));
        var numeral = text[start..end].Replace($"{separator}", string.Empty, StringComparison.Ordinal);
        return numeral.Length <= MostDigits && !isTorn
            ? decimal.Parse(numeral, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A folded wording or cell of a table, with commas if full-width commas or spaces separate its thousands, as in 1，200 and
    /// 1 200. In running text they may separate two numbers; here nothing else stands beside the number.</summary>
    public static string WithCommas(string wording) =>
        wording.Length <= LongestCell && Grouped().Match(wording) is { Success: true } grouped
        ? wording[..grouped.Groups["number"].Index]
            + grouped.Groups["number"].Value.Replace(grouped.Groups["by"].Value, ",", StringComparison.Ordinal)
            + wording[(grouped.Groups["number"].Index + grouped.Groups["number"].Length)..]
        : wording;

    [GeneratedRegex(@"^[ ]*[^0-9,，。、； ]{0,4}(?<number>[0-9]{1,3}(?<by>[， ])[0-9]{3}(?:\k<by>[0-9]{3}){0,5})(?:\.[0-9]+)?[ ]*$")]
    private static partial Regex Grouped();

    /// <summary>Whether a place separates thousands, whatever follows the three digits: the 234 of 1 234,567.</summary>
    public static bool IsSeparator(string text, int at) => text[at] is ',' or '，' or ' ' && at > 0 && IsDigit(text, at - 1)
        && IsDigit(text, at + 1) && IsDigit(text, at + 2) && IsDigit(text, at + 3) && !IsDigit(text, at + 4);

    // A comma of prose or a space, unless groups of three and then a unit follow: 1，286.4万元 and 12 345元.
    private static (char Separator, bool IsUnclear) Separator(string text, int start)
    {
        var first = start;
        while (first - start < MostLeading && IsDigit(text, first))
        {
            first++;
        }

        if (first == text.Length || text[first] is not ('，' or ' '))
        {
            return (',', false);
        }

        var separator = text[first];
        var at = AfterGroups(text, start, first);
        return at == first ? (',', false) : IsMeasured(text, at) ? (separator, false) : InList(text, at, separator);
    }

    // 1，200、1，500户; but the comma of 1，200、500户 may be one of prose.
    private static (char Separator, bool IsUnclear) InList(string text, int at, char separator)
    {
        var isGrouped = true;
        for (var listed = 0; listed < MostListed && at < text.Length && Enumerations.IsLink(text[at]); listed++)
        {
            var (start, first) = (at + 1, at + 1);
            while (first - start < MostDigits && IsDigit(text, first))
            {
                first++;
            }

            at = first < text.Length && text[first] == separator ? AfterGroups(text, start, first) : first;
            isGrouped &= at > first || separator == ' ';
            if (first == start || IsMeasured(text, at))
            {
                return first == start ? (',', false) : (separator, !isGrouped);
            }
        }

        return (',', false);
    }

    // After the groups of three from the first separator, and their decimals; the separator itself if there are none.
    private static int AfterGroups(string text, int start, int first)
    {
        var at = first;
        while (at - start < MostDigits && text.AsSpan(at).StartsWith([text[first]]) && IsThousand(text, start, at))
        {
            at += 4;
        }

        return at > first ? AfterDecimals(text, start, at) : at;
    }

    private static int AfterDecimals(string text, int start, int at)
    {
        if (at < text.Length && text[at] == '.' && IsDigit(text, at + 1))
        {
            for (at++; IsDigit(text, at) && at - start < MostDigits; at++)
            {
            }
        }

        return at;
    }

    // 1 234,567元 and 1,234 567元 have two separators.
    private static bool IsMixed(string text, int start, int end)
    {
        var leading = text.AsSpan(start..end).IndexOf(',') is >= 0 and var comma ? comma : end - start;
        var (used, at) = (leading < end - start ? "," : string.Empty, end);
        for (; leading <= MostLeading && at - start < MostDigits && at < text.Length && IsSeparator(text, at); at += 4)
        {
            used += used.Contains(text[at], StringComparison.Ordinal) ? string.Empty : text[at];
        }

        return at > end && used.Length > 1 && IsMeasured(text, AfterDecimals(text, start, at));
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
