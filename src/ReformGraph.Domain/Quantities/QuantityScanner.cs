using System.Buffers;
using System.Text.RegularExpressions;
using ReformGraph.Domain.Codes;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Finds every passage of a text with digits, and determines for each whether it is a quantity, is not one, or was not understood. Input: a
/// text. Output: the passages in order, which do not overlap and leave no digit out. It takes time proportional to the length of the text.
/// </summary>
internal sealed partial class QuantityScanner
{
    private const int LongestNameInDigits = 12;
    private const int LongestLink = 6;
    private const int LongestRanking = 20;

    private static readonly SearchValues<char> Scales = SearchValues.Create("十百千万亿");
    private static readonly SearchValues<char> Stops = SearchValues.Create("，。、；和 \t\n");

    private readonly string text;
    private readonly QuotedSpans spans;
    private readonly ListNumbers items;
    private readonly List<Passage> passages = [];

    private QuantityScanner(string text) => (this.text, spans, items) = (text, new(text), new(text));

    /// <summary>The passages of a text.</summary>
    public static IReadOnlyList<Passage> Scan(string text) => ScanFolded(FoldedText.Fold(text));

    /// <summary>The passages of a folded text.</summary>
    public static IReadOnlyList<Passage> ScanFolded(string text)
    {
        var scanner = new QuantityScanner(text);
        for (var at = 0; at < text.Length;)
        {
            at = scanner.CanBegin(at) && scanner.Classify(at) is { } passage ? scanner.Add(passage) : at + 1;
        }

        scanner.ShareUnits();
        return scanner.passages;
    }

    private int Floor => passages is [.., var last] ? last.End : 0;

    private char Next(int at) => at + 1 < text.Length ? text[at + 1] : '\0';

    private bool CanBegin(int at) => text[at] switch
    {
        '几' or '数' => Scales.Contains(Next(at)),
        '翻' or '半' => true,
        '个' or '年' or '天' => DurationReader.IsAboutOne(text, at),
        '零' when Signs.LengthOfDegreeSign(text, at) > 0 => false,
        var letter when char.IsAsciiLetter(letter) => Next(at) is '+',
        var character => NumberReader.IsNumeral(character),
    };

    private int Add(Passage passage)
    {
        passages.Add(passage);
        return Math.Max(passage.End, passage.Start + 1);
    }

    private Passage? Classify(int at)
    {
        var isDigit = char.IsAsciiDigit(text[at]);
        if (spans.IsTitle(at))
        {
            return NumberReader.IsNumeral(text[at]) || text[at] == '半' ? new(at, RunEnd(at), null, NotQuantity.Title) : null;
        }

        if (items.EndAt(at) is { } item)
        {
            return new(at, item, null, NotQuantity.HeadingNumber);
        }

        if ((char.IsAsciiLetterOrDigit(text[at]) || NumberReader.IsChineseNumeral(text[at]))
            && NotQuantityReader.Read(text, at, Floor) is { } other)
        {
            return other;
        }

        if (char.IsAsciiLetter(text[at]))
        {
            return null;
        }

        if (NumberReader.IsNumeral(text[at]) && Signs.LengthOfEither(text, Floor, at) is > 0 and var sign)
        {
            return new(at - sign, EndOfUnread(at), null, null);
        }

        return IsPlan(at) ? new(at, RunEnd(at), null, NotQuantity.PlanName) : isDigit ? ReadDigits(at) : ReadChinese(at);
    }

    private ReadQuantity? ReadAt(int at) => QuantityReader.Read(text, at, Floor) is { IsWithinLimits: true } read ? read : null;

    private Passage ReadDigits(int at)
    {
        if (spans.LengthOfQuotation(at) is > 0 and <= LongestNameInDigits)
        {
            return new(at, RunEnd(at), null, NotQuantity.Name);
        }

        if (ReadAt(at) is not { } read)
        {
            return Unread(at, EndOfUnread(at));
        }

        return IsNamed(read) ? new(read.Start, read.End, null, NotQuantity.Name)
            : items.IsUnclear(at) && read.End < text.Length && text[read.End] is not ('\n' or '\t')
                ? new(at, read.End, null, null) { Note = ListNumbers.Unclear }
            : Passage.Of(InRanking(read).WithSign(text, Floor));
    }

    private Passage Unread(int at, int end) => new(at, end, null, null)
    {
        Note = Qualifiers.ApartFrom(text, at) is { } word ? $"{word} does not stand directly before the number" : null,
    };

    // 上升3位, 排名前移2名: places in a ranking, and no persons.
    private ReadQuantity InRanking(ReadQuantity read) => read.Measure is { Unit: "PERSON", Word: "位" or "名" }
        && Move().Match(text[Math.Max(0, read.Start - LongestRanking)..read.Start]) is { Success: true } move
        && (move.Groups["ranking"].Success || (read.Measure.Word == "位" && move.Groups["verb"].Success))
            ? read with { Measure = new("COUNT", read.Measure.Word) } : read;

    private Passage? ReadChinese(int at)
    {
        var isNumeral = NumberReader.IsChineseNumeral(text[at]);
        var read = spans.LengthOfQuotation(at) > 0 ? null : ReadAt(at);
        var end = RunEnd(at);
        if (read is not null && ChineseCounts.IsCount(text, read, end) && !IsNamed(read))
        {
            return Passage.Of(InRanking(read).WithSign(text, Floor));
        }

        if (read is { IsWithoutUnit: true } && IsExceeded(read, end))
        {
            return Unread(read.Start, end); // 年收入过百万
        }

        if (read is null && spans.LengthOfQuotation(at) == 0 && Doubling().Match(text, at) is { Success: true } doubling)
        {
            return Unread(at, at + doubling.Length); // 翻了一番半
        }

        if (!isNumeral && text[at] is not ('几' or '数' or '半'))
        {
            return null;
        }

        var isUnread = read is null && spans.LengthOfQuotation(at) == 0 && IsMeasured(end)
            && ((end - at > 2 && HasScale(at, end)) || IsMixed(at, end) || QuantityReader.IsHalf(text, end + 1)
                || IsCompound(end));
        var isName = spans.LengthOfQuotation(at) > 0 || read is { IsWithoutUnit: false };
        return isUnread ? Unread(at, EndOfUnread(at))
            : new(at, Math.Max(end, at + 1), null, isName ? NotQuantity.Name : NotQuantity.Word);
    }

    private bool IsExceeded(ReadQuantity read, int end) => read.Precision is Precision.MoreThan or Precision.LessThan or Precision.About
        && read.Start < read.Number && text.AsSpan(read.Number..end).ContainsAny('万', '亿')
        && IsAtStop(end);

    [GeneratedRegex("(?<ranking>(?:排名|名次|位次|排位|位居|位列)[^，。；、\t\n0-9]{0,10}?)?"
        + "(?:(?<verb>上升|下降|前移|后移|上移|下移|前进|后退|提升|提高|跃升|攀升|进位|下滑)|" +
        "晋升|升|进|退|降)了?$")]
    private static partial Regex Move();

    [GeneratedRegex(@"\G翻了?[^，。；、\s番]{0,4}[一二两三四五六七八九十半0-9]番半?")]
    private static partial Regex Doubling();

    // 一年零三个月, 两小时十五分
    private bool IsCompound(int unit) => MeasureWords.Read(text, ref unit) is { } measure
        && (DurationReader.IsContinued(text, measure, unit) || (measure.IsTime && unit + 1 < text.Length
            && text[unit] == '零' && NumberReader.IsNumeral(text[unit + 1])));

    private bool IsMixed(int at, int end) => text.AsSpan(at..end).ContainsAnyInRange('0', '9');

    private bool HasScale(int at, int end) => text.AsSpan(at..end).ContainsAny(Scales);

    private bool IsMeasured(int at) => MeasureWords.Read(text, ref at) is not null;

    // “十四五”, 十四五规划
    private bool IsPlan(int at) =>
        text[at] == '十' && at + 2 < text.Length && NumberReader.DigitOf(text[at + 1]) > 0 && text[at + 2] == '五'
        && (at + 3 == text.Length
        || text[at + 3] is '”' or '规' or '时' or '期' or '末' or '以' or '之' or '开' or '发' or '及' or '收' or '初');

    // 15分钟服务圈, 3年行动, 0距离
    private bool IsNamed(ReadQuantity read)
    {
        var rest = text.AsSpan(read.End, Math.Min(5, text.Length - read.End));
        var isPlain = read.Start == read.Number && read.Bounds.Lower == read.Bounds.Upper;
        var circle = rest.IndexOf('圈');
        return isPlain && (read.Measure.Unit is "MINUTE" or "HOUR" ? circle >= 0 && !rest[..circle].ContainsAny(Stops)
            : read.Measure.Unit is "YEAR" or "DAY"
                ? rest.StartsWith("行动") || rest.StartsWith("攻坚") || rest.StartsWith("规划") || rest.StartsWith("计划")
            : read.Value == 0 && (read.IsUnknownWord || read.IsWithoutUnit));
    }

    // The whole passage that was not understood: digits, what separates them, and units.
    private int EndOfUnread(int at)
    {
        var end = at;
        for (var last = -1; last < end && end < text.Length && (NumberReader.IsNumeral(text[end]) || end == at
            || RangeReader.Connector(text, end) > 0);)
        {
            last = end;
            while (end < text.Length && (NumberReader.IsNumeral(text[end]) || IsJoint(end)))
            {
                end++;
            }

            MeasureWords.Read(text, ref end);
        }

        return Math.Max(end, at + 1);
    }

    private bool IsJoint(int at) => QuantityReader.IsRaised(text[at]) || ArabicDigits.IsSeparator(text, at)
        || (at + 1 < text.Length && NumberReader.IsNumeral(text[at + 1])
            && ".,—-~至到余多几比：/×±\uFFFC点".Contains(text[at], StringComparison.Ordinal));

    private int RunEnd(int at)
    {
        var end = at;
        while (end < text.Length && (NumberReader.IsNumeral(text[end])
            || (text[end] is '.' or ',' && end > at && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return Math.Max(end, at + 1);
    }

    // 12、15和18个, 2个和1.5个百分点, 由3.5万增至8万元: the last one states what all of them count; the first one of
    // 由5个工作日缩短为3个.
    private void ShareUnits()
    {
        for (var index = passages.Count - 2; index >= 0; index--)
        {
            var (here, next) = (passages[index], passages[index + 1]);
            if (here.Quantity is not { } number || next.Quantity is not { IsWithoutUnit: false } measured)
            {
                continue;
            }

            if (measured.Measure.Word == "个" && IsOfLongerUnit(measured, number) && IsAtStop(measured.End) && IsChange(number, measured))
            {
                passages[index + 1] = next with { Quantity = measured.InTableOf(number.Measure, 1, WordAfter(measured, number)) };
                continue;
            }

            if (number.IsChinese)
            {
                continue;
            }

            var hasScale = text.AsSpan(measured.Number, measured.End - measured.Number).IndexOfAny(Scales) >= 0;
            var isListed = Enumerations.AreJoined(text, here.End, next.Start);
            if (isListed && IsOfLongerUnit(number, measured))
            {
                passages[index] = here with { Quantity = number.InTableOf(measured.Measure, 1, WordAfter(number, measured)) };
            }
            else if (number.IsWithoutUnit && (isListed || IsChange(number, measured)))
            {
                passages[index] = hasScale && (isListed || !HasScale(number.Number, number.End)) ? here with { Quantity = null }
                    : here with { Quantity = number.InTableOf(measured.Measure, 1, MeasureWords.WordOf(measured.Measure)) };
            }
        }
    }

    // The 个 of 2个和1.5个百分点 is the beginning of 个百分点.
    private bool IsOfLongerUnit(ReadQuantity number, ReadQuantity measured) => number.Measure.Word == "个" && !measured.Measure.IsCount
        && number.UnitWording is null && text[number.End - 1] == '个'
        && (measured.UnitWording is not null ? text[measured.End - 1] == '个'
            : text.AsSpan(measured.Number..measured.End).Contains('个'));

    private bool IsAtStop(int at) => at == text.Length || Stops.Contains(text[at]);

    private string WordAfter(ReadQuantity number, ReadQuantity measured) =>
        measured.UnitWording ?? text[(text.IndexOf('个', measured.Number) + 1)..measured.End];

    // 从3.5万增至8万元
    private bool IsChange(ReadQuantity number, ReadQuantity measured)
    {
        var first = Math.Max(0, number.Start - LongestLink);
        var from = text.AsSpan(first..number.Start).LastIndexOfAny('由', '从', '自');
        return from >= 0 && measured.Start - number.End is > 0 and <= LongestLink && text[measured.Start - 1] is '到' or '至' or '为'
            && text.AsSpan((first + from)..measured.Start).IndexOfAny(Stops) < 0;
    }
}
