namespace ReformGraph.Domain.Quantities;

/// <summary>The sign before a number: -3.2%, 负三点二个百分点, ±5%.</summary>
internal static class Signs
{
    // 担负3项责任, 减负30%
    private const string BeforeWord = "担肩增减欠背抱胜自辜承亏身重降松卸解轻超";

    private const string BeforeSign = "为是达至到由从";

    /// <summary>Whether a minus sign stands before a quantity, rather than a hyphen or a word such as 担负.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="floor">The earliest possible place of the sign.</param>
    /// <param name="read">The quantity.</param>
    public static bool IsMinus(string text, int floor, ReadQuantity read)
    {
        var sign = read.Start - 1;
        if (sign < floor || read.Start != read.Number)
        {
            return false;
        }

        var before = sign > 0 ? text[sign - 1] : '\0';
        var isIntroduced = BeforeSign.Contains(before, StringComparison.Ordinal);
        return text[sign] switch
        {
            '-' => !read.IsChinese && !char.IsAsciiLetterOrDigit(before),
            '—' => isIntroduced,
            '↓' => true,
            '负' => !BeforeWord.Contains(before, StringComparison.Ordinal)
                && (read.Measure.IsRate || isIntroduced || (!char.IsLetter(before) && !IsPlainCount(read))),
            _ => false,
        };
    }

    /// <summary>Whether a plus sign stands before a quantity, as in +6.2 or 同比+3%, rather than between two things, as in
    /// 中心+12个网点.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="floor">The earliest possible place of the sign.</param>
    /// <param name="read">The quantity.</param>
    public static bool IsPlus(string text, int floor, ReadQuantity read)
    {
        var sign = read.Start - 1;
        return sign >= floor && read.Start == read.Number && !read.IsChinese && (text[sign] == '↑' || (text[sign] == '+' && (sign == 0
            || BeforeSign.Contains(text[sign - 1], StringComparison.Ordinal)
            || "\t\n ，、；：（和与及".Contains(text[sign - 1], StringComparison.Ordinal)
            || (read.Measure.IsRate && text[sign - 1] is '比' or '速' or '幅' or '率' or '长'))));
    }

    /// <summary>Whether a character is a sign that only changes have: ↑5%.</summary>
    public static bool IsArrow(char character) => character is '↓' or '↑';

    /// <summary>The length of 零下 or 零上 before a number, with which 度 is a unit of temperature: 零下5度.</summary>
    public static int LengthOfDegreeSign(string text, int at) => at >= 0 && at + 2 < text.Length && text[at] == '零'
        && text[at + 1] is '下' or '上' && NumberReader.IsNumeral(text[at + 2]) ? 2 : 0;

    /// <summary>The length of ± or 正负 before a number, which states a deviation in both directions: no single quantity.</summary>
    public static int LengthOfEither(string text, int floor, int number)
    {
        foreach (var sign in (ReadOnlySpan<string>)["±", "正负", "+/-", "+-"])
        {
            if (text.AsSpan(floor..number).EndsWith(sign, StringComparison.Ordinal))
            {
                return sign.Length;
            }
        }

        return 0;
    }

    private static bool IsPlainCount(ReadQuantity read) => read.Measure.IsCount && read.Precision is Codes.Precision.Exact;
}
