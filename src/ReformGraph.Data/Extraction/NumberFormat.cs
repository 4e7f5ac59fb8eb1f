using System.Globalization;

namespace ReformGraph.Data.Extraction;

/// <summary>Writes the numbers of lists in Word's formats.</summary>
internal static class NumberFormat
{
    private const string Digits = "〇一二三四五六七八九";
    private const string CountedDigits = "零一二三四五六七八九";
    private const int MostLetters = 20;

    /// <summary>A number in a format; in Arabic digits if the format is unknown.</summary>
    public static string Write(int number, string? format) => format switch
    {
        "none" => string.Empty,
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" =>
            Chinese(number),
        "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" =>
            string.Concat(Plain(number).Select(digit => Digits[digit - '0'])),
        "chineseLegalSimplified" => string.Concat(Chinese(number).Select(Financial)),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" =>
            number is >= 1 and <= 20 ? $"{(char)('①' + number - 1)}" : Plain(number),
        "decimalEnclosedParen" => number is >= 1 and <= 20 ? $"{(char)('⑴' + number - 1)}" : Plain(number),
        "decimalEnclosedFullstop" => number is >= 1 and <= 20 ? $"{(char)('⒈' + number - 1)}" : Plain(number),
        "ideographEnclosedCircle" => number is >= 1 and <= 10 ? $"{(char)('㊀' + number - 1)}" : Chinese(number),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Plain(number).Select(digit => (char)(digit - '0' + '０'))),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "ideographTraditional" => number is >= 1 and <= 10 ? $"{"甲乙丙丁戊己庚辛壬癸"[number - 1]}" : Plain(number),
        "ideographZodiac" => number is >= 1 and <= 12 ? $"{"子丑寅卯辰巳午未申酉戌亥"[number - 1]}" : Plain(number),
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Chinese(int number)
    {
        if (number is <= 0 or >= 10_000)
        {
            return number == 0 ? "〇" : Plain(number);
        }

        var (written, isZero) = ("", false);
        foreach (var (scale, name) in new[] { (1_000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / scale % 10;
            if (digit == 0)
            {
                isZero = written.Length > 0;
                continue;
            }

            written += $"{(isZero ? "零" : "")}{(scale == 10 && digit == 1 && written.Length == 0 ? "" : CountedDigits[digit])}{name}";
            isZero = false;
        }

        return written;
    }

    private static char Financial(char digit) =>
        "零一二三四五六七八九十百千".IndexOf(digit, StringComparison.Ordinal) is >= 0 and var at
            ? "零壹贰叁肆伍陆柒捌玖拾佰仟"[at] : digit;

    // z is followed by aa, bb and so on.
    private static string Letters(int number, char first) =>
        number < 1 ? Plain(number) : new((char)(first + ((number - 1) % 26)), Math.Min(MostLetters, ((number - 1) / 26) + 1));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3_999)
        {
            return Plain(number);
        }

        var written = "";
        foreach (var (value, letters) in new[]
        {
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        })
        {
            for (; number >= value; number -= value)
            {
                written += letters;
            }
        }

        return written;
    }
}
