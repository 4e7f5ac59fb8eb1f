namespace ReformGraph.Domain.Quantities;

/// <summary>Reads a duration without a number, or half of a unit: 半年, 大半年, 小半天, 半个多月, 个把月, 年把.</summary>
internal static class DurationReader
{
    private static readonly (string Word, string Unit)[] Halved =
    [
        ("年", "YEAR"), ("月", "MONTH"), ("天", "DAY"), ("小时", "HOUR"), ("学期", "TERM"), ("工作日", "WORKING_DAY"),
        ("星期", "WEEK"), ("百分点", "PERCENTAGE_POINT"), ("千分点", "PER_MILLE_POINT"),
    ];

    private static readonly (string Word, string Unit)[] AboutOne =
        [("月", "MONTH"), ("小时", "HOUR"), ("钟头", "HOUR"), ("星期", "WEEK"), ("礼拜", "WEEK"), ("工作日", "WORKING_DAY")];

    /// <summary>Reads half of a unit; null if 半 begins no duration.</summary>
    public static ReadQuantity? ReadHalf(string text, int start, int floor)
    {
        var isMore = IsAt(text, start + 1, "个多"); // 半个多月
        var at = start + (isMore ? 3 : IsAt(text, start + 1, "个") ? 2 : 1);
        foreach (var (word, unit) in Halved)
        {
            var end = at + word.Length;
            if (IsAt(text, at, word) && !IsAt(text, end, "度") && !IsAt(text, end, "报"))
            {
                return (start > floor ? text[start - 1] : '\0') switch
                {
                    '上' or '下' or '前' or '后' or '多' => null,
                    '大' => FractionReader.Finish(text, start - 1, floor, end, FractionReader.Half, new(unit), Qualifier.SomewhatMore),
                    '小' => FractionReader.Finish(text, start - 1, floor, end, FractionReader.Half, new(unit), Qualifier.LessThan),
                    _ => FractionReader.Finish(text, start, floor, end, FractionReader.Half, new(unit),
                        isMore ? Qualifier.SomewhatMore : Qualifier.None),
                };
            }
        }

        return null;
    }

    /// <summary>Reads 个把月, 年把 or 天把; null if there is none.</summary>
    public static ReadQuantity? ReadAboutOne(string text, int start, int floor)
    {
        if (!IsAboutOne(text, start))
        {
            return null;
        }

        var (unit, at) = text[start] switch { '年' => ("YEAR", start + 2), '天' => ("DAY", start + 2), _ => UnitAt(text, start + 2) };
        return FractionReader.Finish(text, start, floor, at, new(1, 1, 1, 1, 1) { IsChinese = true }, new(unit), Qualifier.About);
    }

    /// <summary>Whether about one unit begins at a position: 个把月; 年把 and 天把, but not 今年把 or 每天把.</summary>
    public static bool IsAboutOne(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : '\0';
        return IsAt(text, at + 1, "把") && text[at] switch
        {
            '个' => UnitAt(text, at + 2).Unit.Length > 0 && !NumberReader.IsNumeral(before) && before is not ('每' or '各' or '几'),
            '年' or '天' => (before is '\0' || "，、。；（用时花约需要经过了近".Contains(before, StringComparison.Ordinal))
                && (at + 2 == text.Length || "，、。；）左就才时的".Contains(text[at + 2], StringComparison.Ordinal)),
            _ => false,
        };
    }

    /// <summary>Whether a smaller unit of time follows one, so that both are one duration: 8分30秒, 两小时十五分.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="measure">The first unit.</param>
    /// <param name="at">The position after it.</param>
    public static bool IsContinued(string text, Measure measure, int at) => RankOf(measure) is > 0 and var rank
        && NumberReader.Read(text, ref at) is not null && MeasureWords.Read(text, ref at) is { } next
        && RankOf(next) is > 0 and var second && second < rank;

    // 分 also counts points: it is a unit of time only beside another.
    private static int RankOf(Measure measure) => measure.Unit switch
    {
        "YEAR" => 7,
        "MONTH" => 6,
        "WEEK" => 5,
        "DAY" or "WORKING_DAY" => 4,
        "HOUR" => 3,
        "MINUTE" => 2,
        "SECOND" => 1,
        _ => measure.Word == "分" ? 2 : 0,
    };

    private static (string Unit, int End) UnitAt(string text, int at) =>
        Array.Find(AboutOne, one => IsAt(text, at, one.Word)) is { Word: not null } known ? (known.Unit, at + known.Word.Length) : ("", at);

    private static bool IsAt(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
