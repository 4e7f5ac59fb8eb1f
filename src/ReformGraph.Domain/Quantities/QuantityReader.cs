using ReformGraph.Domain.Codes;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Reads the one quantity whose number begins at a position: qualifier, number, multiplier, unit, and what follows them. Input: a folded
/// text. Output: the quantity, or nothing if it is not completely understood: it never reads half a quantity.
/// </summary>
internal sealed class QuantityReader
{
    private readonly string text;
    private readonly int floor;
    private readonly bool isAlone;
    private readonly int start;
    private int at;
    private bool isHalfMore;

    private QuantityReader(string text, int start, int floor, bool isAlone) =>
        (this.text, this.start, at, this.floor, this.isAlone) = (text, start, start, floor, isAlone);

    /// <summary>Reads a quantity; null if there is none, or none that is understood.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where its number begins.</param>
    /// <param name="floor">The earliest possible start of its qualifier.</param>
    /// <param name="isAlone">Whether the text is only its wording, so that any word after the number is its unit.</param>
    public static ReadQuantity? Read(string text, int start, int floor = 0, bool isAlone = false)
    {
        try
        {
            return FractionReader.Read(text, start, floor) ?? new QuantityReader(text, start, floor, isAlone).ReadPlain();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private char Peek(int ahead = 0) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private ReadQuantity? ReadPlain()
    {
        if (NumberReader.Read(text, ref at) is not { } number)
        {
            return null;
        }

        var more = number.IsAbout ? Qualifier.About : number.IsMore ? Qualifier.SomewhatMore : ReadMore(number);
        if (more is Qualifier.None && IsRange(number, null, out var range))
        {
            return range;
        }

        var (measure, isKnown) = ReadMeasure(number, ref more);
        if (more is Qualifier.None && measure is not null && IsRange(number, measure, out var other))
        {
            return other;
        }

        if (measure?.Factor == 10 && (IsHalf(text, at) ? 5 : NumberReader.DigitOf(Peek())) is > 0 and var tenth && !number.IsSpan)
        {
            at++; // 三成五, 三成半
            var place = number.Place / 10;
            var value = number.Value + (tenth * place);
            number = number with { Value = value, Highest = value, Place = place, LastPlace = place };
        }

        if (isHalfMore)
        {
            number = number with { Value = number.Value + 0.5m, Highest = number.Highest + 0.5m };
        }

        return Finish(number, number.Value, number.Highest, measure, isKnown, more);
    }

    private ReadQuantity? Finish(Number number, decimal low, decimal high, Measure? measure, bool isKnown, Qualifier more)
    {
        if (MeasureWords.ReadPer(text, measure ?? Measure.None, ref at) is not { } used)
        {
            return null;
        }

        var after = Qualifiers.ReadAfter(text, used, ref at);
        var (before, begin) = Qualifiers.ReadBefore(text, floor, start, number.IsBare);
        if (begin == start && Qualifiers.ApartFrom(text, start) is not null)
        {
            return null;
        }

        if (IsTorn() || DurationReader.IsContinued(text, used, at) || (number.IsBare && before is Qualifier.None && more is Qualifier.None)
            || Qualifiers.Join(before, after) is not { } outer || Qualifiers.Join(outer, more) is not { } qualifier)
        {
            return null;
        }

        var scaled = (used.IsRate && number.Multiplier == 1 ? number.ToOnes() : number).Times(used.Factor);
        (low, high) = (low * used.Factor, high * used.Factor);
        var isRounded = number.IsRounded || used.IsRate || used.Factor != 1;
        var isSingle = low == high;
        Interval? bounds = isSingle ? qualifier.BoundsOf(scaled, low, isRounded) : qualifier switch
        {
            Qualifier.None => new(low, true, high, !number.IsVague),
            Qualifier.About or Qualifier.Near => Interval.Unbounded,
            _ => null, // 不少于3—5名
        };
        Precision? precision = isSingle ? qualifier.ToPrecision(isRounded) : qualifier is Qualifier.None ? null : Precision.About;
        return bounds is { } known
            ? new(begin, at, start, isSingle ? low : null, known, precision, used)
            {
                Place = scaled.Place,
                IsWithoutUnit = measure is null,
                IsUnknownWord = measure is not null && !isKnown,
                IsChinese = number.IsChinese,
            }
            : null;
    }

    // 余, 多, and 几 after a ten: 十几, 10多
    private Qualifier ReadMore(Number number)
    {
        var space = Peek() == ' ' ? 1 : 0;
        var isMore = Peek(space) switch
        {
            '余' => Peek(space + 1) is not ('额' or '款' or '下' or '缺'),
            '多' => Peek(space + 1) is '元' ? Peek(space + 2) is not ('化' or '文' or '主' or '共' or '参' or '治')
                : Peek(space + 1) is not ('数' or '样' or '渠' or '方' or '功' or '点' or '于' or '维' or '层'),
            '几' => text[at - 1] is '十' or '0' or '廿' or '卅',
            _ => false,
        };
        if (isMore && !number.IsSpan)
        {
            at += space + 1;
            return Qualifier.SomewhatMore;
        }

        if (!number.IsSpan && Qualifiers.IsSome(text, at, number.IsBare))
        {
            at++;
            return Qualifier.About;
        }

        return Qualifier.None;
    }

    private (Measure? Measure, bool IsKnown) ReadMeasure(Number number, ref Qualifier more)
    {
        var from = Peek() == ' ' && !isAlone && !MeasureFollowsSpace() ? at : Peek() == ' ' ? at + 1 : at;
        if (more is Qualifier.None && ReadInside(from) is { } inside)
        {
            more = isHalfMore ? Qualifier.None : Qualifier.SomewhatMore;
            return (inside, true);
        }

        var end = from;
        if (MeasureWords.Read(text, ref end) is { } known && (!isAlone || IsAllRead(end)))
        {
            at = end;
            ReadHalf(known, number);
            if (more is Qualifier.None && Peek() is '多' or '余' && !known.IsCount && Peek(1) is not ('元' or '种' or '次' or '个'))
            {
                at++;
                more = Qualifier.SomewhatMore;
            }

            return (known, true);
        }

        return ReadUnknown(number, from);
    }

    // An unknown word is kept: one character of it in a text, and all of it in a wording.
    private (Measure? Measure, bool IsKnown) ReadUnknown(Number number, int from)
    {
        var end = from;
        if (isAlone)
        {
            while (end < text.Length && text[end] is >= '\u3400' and <= '\u9FFF' and not '来' && !NumberReader.IsNumeral(text[end])
                && !IsSuffix(end))
            {
                end++;
            }
        }
        else if (from == at && !number.IsChinese && end < text.Length && MeasureWords.CanBeMeasureWord(text[end]) && !IsSuffix(end))
        {
            end++;
        }

        if (end == from)
        {
            return (null, false);
        }

        at = end;
        return (new("COUNT", text[from..end]), false);
    }

    // In a wording, the 村 of 12村民 is not a unit, nor is the 个月 of 3个月份.
    private bool IsAllRead(int end) => end == text.Length || !(text[end] is >= '\u3400' and <= '\u9FFF') || IsSuffix(end);

    private bool IsSuffix(int place)
    {
        var end = place;
        return Qualifiers.ReadAfter(text, Measure.None, ref end) is not Qualifier.None || text[place] is '多' or '余' or '内' or '半';
    }

    private bool MeasureFollowsSpace()
    {
        var end = at + 1;
        return MeasureWords.Read(text, ref end) is not null;
    }

    // 两年半, 三亩半
    private void ReadHalf(Measure measure, Number number)
    {
        if (IsHalf(text, at) && !measure.IsCount && measure.Factor == 1 && !measure.IsRate && number is { IsSpan: false, IsRounded: false })
        {
            isHalfMore = true;
            at++;
        }
    }

    /// <summary>Whether a place has the 半 of one and a half, rather than that of a word such as 半径.</summary>
    public static bool IsHalf(string text, int place) => place < text.Length && text[place] == '半'
        && (place + 1 == text.Length || !"径载数年挂岛圆球成自封价程脱".Contains(text[place + 1], StringComparison.Ordinal));

    // 5个多月, 3个多小时, 一个半小时
    private Measure? ReadInside(int from)
    {
        if (from + 2 >= text.Length || text[from] != '个' || text[from + 1] is not ('多' or '余' or '半'))
        {
            return null;
        }

        foreach (var (word, unit) in new[] { ("月", "MONTH"), ("小时", "HOUR"), ("工作日", "WORKING_DAY"), ("星期", "WEEK"),
            ("百分点", "PERCENTAGE_POINT"), ("千分点", "PER_MILLE_POINT") })
        {
            if (string.CompareOrdinal(text, from + 2, word, 0, word.Length) == 0)
            {
                isHalfMore = text[from + 1] == '半';
                at = from + 2 + word.Length;
                return new(unit);
            }
        }

        return null;
    }

    // A continuation of a number, or another number of the same dimension (3小时20分钟), is not read completely.
    private bool IsTorn() => at < text.Length && at > 0
        && ((NumberReader.IsNumeral(text[at - 1]) && (NumberReader.IsNumeral(Peek()) || IsRaised(Peek()) || Peek() is '几' or '/' or '×'
                || (Peek() == '来' && MeasureWords.CanBeMeasureWord(Peek(1))
                && !"自源访信电到说看临华往料".Contains(Peek(1), StringComparison.Ordinal))))
            || (NumberReader.IsNumeral(text[at - 1]) && Peek() is '比' or '：' or '.' or ',' && NumberReader.IsNumeral(Peek(1)))
            || (IsHalf(text, at) && "年月天时日个亩里斤倍吨米元".Contains(text[at - 1], StringComparison.Ordinal))
            || (Peek() == '零' && "年月天时".Contains(text[at - 1], StringComparison.Ordinal) && NumberReader.IsNumeral(Peek(1)))
            || Peek() == '±'
            || (char.IsAsciiDigit(Peek()) && text[at - 1] is '年' or '月' or '天' or '时' or '钟' or '元' or '米' or '斤' or '度')
            || (Peek() is '\uFFFC' && NumberReader.IsNumeral(Peek(1))));

    /// <summary>Whether a character is a raised digit.</summary>
    public static bool IsRaised(char character) => character is '\u00B9' or '\u00B2' or '\u00B3' or (>= '\u2070' and <= '\u2079');

    // Whether a range begins here; null if it is not understood.
    private bool IsRange(Number first, Measure? measure, out ReadQuantity? range)
    {
        range = null;
        var connector = RangeReader.Connector(text, at);
        var end = at + connector;
        if (connector == 0 || NumberReader.Read(text, ref end) is not { IsBare: false, IsMore: false } second)
        {
            return false;
        }

        var (link, none) = (at, Qualifier.None);
        at = end;
        var (unit, isKnown) = ReadMeasure(second, ref none);
        var isChange = measure is not null && RangeReader.IsChangeTo(text, floor, start, link);
        if (measure is not null && (RangeReader.IsFromTo(text, floor, start, link, at)
            || (isChange && !(measure.IsRate && unit == measure))))
        {
            at = link;
            return false;
        }

        // 下降5%至10% is by 5 to 10 per cent, or to 10 per cent.
        if (isChange || (measure is not null && unit != measure) || first.IsSpan || second.IsSpan || none is not Qualifier.None)
        {
            return true;
        }

        var isShared = measure is null && first.Multiplier == 1 && first.Value < second.Value / second.Multiplier; // 3—5万元
        var low = isShared ? first.Value * second.Multiplier : first.Value;
        range = low < second.Value
            ? Finish(second with { IsChinese = first.IsChinese }, low, second.Value, unit, isKnown, Qualifier.None) : null;
        return true;
    }
}
