namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Reads a number in Arabic digits, Chinese digits or both, with its multipliers: 1,769, 3百万, 2千, 120余万, 1亿2千万,
/// 二百零六, 三四十. Input: a folded text and a position. Output: the number and the position after it. It rejects ambiguous
/// numbers, such as 三万五, and those too large for a decimal.
/// </summary>
internal sealed class NumberReader
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Scales = "十百千廿卅";
    private const decimal Wan = 10_000, Yi = 100_000_000;

    private readonly string text;
    private decimal low, high, place = 1, lastPlace = 1;
    private bool isRounded, isBare, isMore, isAbout, isVague, isSpan, isRefused;

    private NumberReader(string text, int start) => (this.text, At) = (text, start);

    private int At { get; set; }

    private bool IsOpen => !isMore && !isSpan && !isRefused;

    /// <summary>Whether a character is a digit or multiplier, Arabic or Chinese.</summary>
    public static bool IsNumeral(char character) => char.IsAsciiDigit(character) || IsChineseNumeral(character);

    /// <summary>Whether a character is a Chinese digit or multiplier.</summary>
    public static bool IsChineseNumeral(char character) =>
        DigitOf(character) >= 0 || Scales.Contains(character, StringComparison.Ordinal) || character is '万' or '亿';

    /// <summary>Reads the number that begins at a position.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position; if there is a number, the position after it.</param>
    public static Number? Read(string text, ref int at)
    {
        var reader = new NumberReader(text, at);
        try
        {
            var number = reader.ReadGroups();
            at = number is null ? at : reader.At;
            return number;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The value of a Chinese digit, or -1.</summary>
    public static int DigitOf(char character) => character switch
    {
        '零' => 0,
        '两' => 2,
        _ => Digits.IndexOf(character, StringComparison.Ordinal),
    };

    private char Peek(int ahead = 0) => At + ahead < text.Length ? text[At + ahead] : '\0';

    private Number? ReadGroups()
    {
        var (start, lowest, highest, multiplier, last) = (At, 0m, 0m, 1m, decimal.MaxValue);
        while (true)
        {
            var (before, places) = (At, (Place: place, Last: lastPlace));
            var hasZero = before > start && SkipZero();
            var isRead = ReadGroup(isFirst: before == start);
            var big = ReadBig(isRead, before == start);
            if (!isRead && big == 1 && before > start && !isRefused)
            {
                (At, place, lastPlace) = (before, places.Place, places.Last); // 5万千瓦
                break;
            }

            if (isRefused || (!isRead && big == 1) || big >= last || (before > start && IsColloquial(big, last, hasZero)))
            {
                return null;
            }

            (lowest, highest, last, multiplier) = (lowest + (low * big), highest + (high * big), big, big);
            (place, lastPlace, isRounded) = (place * big, lastPlace * big, isRounded || big > 1);
            if (big == 1 || !IsOpen || isBare || !IsNumeral(Peek()))
            {
                break;
            }
        }

        return new(lowest, highest, place, lastPlace, multiplier)
        {
            IsRounded = isRounded,
            IsChinese = !char.IsAsciiDigit(text[start]),
            IsBare = isBare,
            IsMore = isMore,
            IsAbout = isAbout,
            IsVague = isVague,
        };
    }

    // 三万五 means 35,000 to some readers, and 1万2 is just as ambiguous.
    private bool IsColloquial(decimal big, decimal last, bool hasZero) => big == 1 && !hasZero && (low < 1_000 || last > Wan);

    // Reads what precedes 万 or 亿: 二百零六, 3百, 1,769.
    private bool ReadGroup(bool isFirst)
    {
        var (last, isRead, hasZero) = (Wan, false, false);
        (low, high, place, lastPlace) = (0, 0, 1, 1);
        while (IsOpen)
        {
            var (from, to) = ReadCoefficient(isFirst && !isRead);
            if (isRefused || (from is null && !IsScaleAlone(isRead, last)))
            {
                break;
            }

            SkipMore();
            if (!IsScaleAt(0))
            {
                isRefused |= isRead && !hasZero && last > 10;
                (low, high, isRead) = (low + from!.Value, high + to!.Value, true);
                break;
            }

            var scale = ScaleOf(Peek());
            isBare |= from is null && scale > 10;
            isRefused |= scale >= last || from >= 1_000 || (isBare && isRead) || (from is null && scale > 10 && !isFirst);
            (from, to) = (from ?? 1, to ?? 1);
            (low, high, last, isRead) = (low + (from.Value * scale), high + (to.Value * scale), scale, true);
            (place, lastPlace) = from is null ? (scale, scale) : (place * scale, lastPlace * scale);
            At++;
            SkipMore();
            hasZero = SkipZero();
            if (isBare)
            {
                break;
            }
        }

        ReadChineseDecimals(isRead);
        return isRead;
    }

    private (decimal? From, decimal? To) ReadCoefficient(bool isFirst)
    {
        if (char.IsAsciiDigit(Peek()))
        {
            var value = ReadArabic(isFirst);
            return (value, value);
        }

        if (isFirst && Peek() is '几' or '数' && (IsScaleAt(1) || Peek(1) is '万' or '亿') && Peek(2) is not ('余' or '多'))
        {
            At++;
            (isVague, place, lastPlace) = (true, 1, 1);
            return (2, 10);
        }

        if (Peek() is '廿' or '卅')
        {
            (place, lastPlace) = (1, 1);
            return Peek() == '廿' ? (2, 2) : (3, 3); // times the ten that the same character is
        }

        var run = 0;
        while (DigitOf(Peek(run)) >= 0)
        {
            run++;
        }

        if (run == 0)
        {
            return (null, null);
        }

        var isDivided = isFirst && run == 1 && Peek(1) == '、' && DigitOf(Peek(2)) == DigitOf(Peek()) + 1 && IsScaleAt(3)
            && (At == 0 || text[At - 1] != '、'); // 三、四十
        run = isDivided ? 3 : run;
        var (first, second) = (DigitOf(Peek()), DigitOf(Peek(run - 1)));
        isSpan = (isDivided || run == 2) && first > 0 && (second == first + 1 || (first, second) is (3, 5));
        (place, lastPlace) = (1, 1);
        At += run;
        isRefused |= (run > 1 && !isSpan) || Peek() is '廿' or '卅';
        return (first, isSpan ? second : first);
    }

    private decimal? ReadArabic(bool isFirst)
    {
        var end = At;
        var read = ArabicDigits.Read(text, ref end, out var decimals);
        At = end;
        isRefused |= read is null || (decimals > 0 && !isFirst);
        if (isRefused)
        {
            return null;
        }

        isRounded |= decimals > 0;
        place = PowerOfTen(-decimals);
        for (lastPlace = place; read != 0 && read % (lastPlace * 10) == 0; lastPlace *= 10)
        {
        }

        return read;
    }

    // 三点五, 三.五; but 三点五十分 is a time.
    private void ReadChineseDecimals(bool isRead)
    {
        if (!isRead || !IsOpen || Peek() is not ('点' or '.') || DigitOf(Peek(1)) < 0 || char.IsAsciiDigit(text[At - 1]))
        {
            return;
        }

        var digits = 0;
        for (place = 1; digits < 8 && DigitOf(Peek(digits + 1)) is >= 0 and var digit; digits++)
        {
            place /= 10;
            low += digit * place;
        }

        (high, lastPlace, isRounded) = (low, place, true);
        At += digits + 1;
        isRefused |= Scales.Contains(Peek(), StringComparison.Ordinal) || Peek() == '分';
    }

    private decimal ReadBig(bool isRead, bool isFirst)
    {
        var space = isRead && Peek() == ' ' && char.IsAsciiDigit(text[At - 1]) ? 1 : 0;
        if (Peek(space) is not ('万' or '亿') || (!isRead && !isFirst) || isRefused)
        {
            return 1;
        }

        At += space;
        if (!isRead)
        {
            (low, high, isBare) = (1, 1, true);
        }

        var big = (Peek(), Peek(1)) switch { ('万', '亿') => Wan * Yi, ('万', _) => Wan, _ => Yi };
        At += big > Yi ? 2 : 1;
        return big;
    }

    private bool SkipZero()
    {
        if (Peek() is '零' or '〇' && IsNumeral(Peek(1)))
        {
            At++;
            return true;
        }

        return false;
    }

    // 120余万, 十几万, 20来万
    private void SkipMore()
    {
        if (Peek() is '余' or '多' or '几' or '来' && (IsScaleAt(1) || Peek(1) is '万' or '亿'))
        {
            (isMore, isAbout) = (true, Peek() == '来');
            At++;
        }
    }

    // 十分 is a word, but 十分之一 a fraction, and 十分钟 a time.
    private bool IsScaleAlone(bool isRead, decimal last) => IsScaleAt(0)
        && (Peek() == '十'
        ? last > 10 && (isRead || Peek(1) != '分' || Peek(2) is '之' or '钟') : !isRead && (Peek(), Peek(1)) is not ('百', '分'));

    // 百分点, 千米, 千克, 千瓦 are units.
    private bool IsScaleAt(int ahead) => (Peek(ahead), Peek(ahead + 1)) switch
    {
        ('百', '分') => Peek(ahead + 2) != '点',
        ('千', '米' or '克' or '瓦' or '伏' or '分') => false,
        ('十' or '百' or '千' or '廿' or '卅', _) => true,
        _ => false,
    };

    private static decimal ScaleOf(char scale) => scale switch { '百' => 100, '千' => 1_000, _ => 10 };

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (; exponent < 0; exponent++)
        {
            power /= 10;
        }

        return power;
    }
}
