using System.Buffers;
using System.Text.RegularExpressions;
using ReformGraph.Domain.Codes;

namespace ReformGraph.Domain.Quantities;

/// <summary>What a word says about a number: that the true value is above it, below it, or near it.</summary>
internal enum Qualifier
{
    None,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,

    /// <summary>Near, and below: 近.</summary>
    Near,

    /// <summary>余, 多, 几: above, but by less than one in the last non-zero place.</summary>
    SomewhatMore,
}

/// <summary>The qualifiers of official prose.</summary>
internal static partial class Qualifiers
{
    private const int LongestApart = 16; // 至少为每个村民小组各配备

    private const string Not = "(?:不|未|没有?|勿|严禁|禁止)" +
        "(?:得|能够?|应[当该]?|该|宜|可以?|准|会|要|再|允?许)*";
    private const string Floor = "(?<floor>少于|低于|小于)";
    private const string Limit = "超过|高于|多于|大于|突破|超出";
    private const string Bounds = Not + "(?:" + Floor + "|(?<limit>" + Limit + "))|最多|最少|至多|至少|起码";

    // What is given at most: 最高奖励1万元; but 最高气温35度 is the highest of several.
    private const string Grants =
        "奖励|奖补|补助|补贴|补偿|资助|给予|贷款|授信|贴息|报销|支付|领取|享受|获得|支持|" +
        "罚款|处罚|发放|申请|申领|缴纳|减免";

    private const string Acts = Grants + "|配备|配置|安排|选派|选配|抽调|确定|设置|设立|建成|建设|建立|" +
        "新建|培育|培养|培训|轮训|开展|召开|组织|举办|完成|走访|联系|帮扶|包联|保留|落实|" +
        "打造|引进|招引|实现|发展|扶持|创建|选树|成立|组建|招聘|实施|改造|盘活|整合|储备|" +
        "制定|出台|签订|发布|投入|公开|回访|化解|解决|办理|" +
        "提供|覆盖|服务|增加|新增|减少|提高|提升|下降|降低|" +
        "压缩|缩短|压减|增长|达到|有|达|建|设|配";

    // What a bound may be said of, in its wording: 不得突破编制数30人, 不低于规划总数50%, 突破产值大关30亿元.
    private const string Words = "(?:(?!平均|[且并但而的地])[\\u4E00-\\u9FFF-[一二两三四五六七八九十百千万亿]])";
    private const string Bounded =
        Words + "{0,8}(?:数|总量|总额|数量|数额|限额|额度|编制|规模|标准|上限|下限|红线|底线|警戒线|时限|" +
        "指标|比例)的?";

    private const int LongestDescription = 8; // 最大1宗建筑面积7.2亩

    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；、\t\n");

    private static readonly (Qualifier Meaning, string Words)[] Before =
    [
        (Qualifier.AtLeast,
            "≥ ≧ 大于等于 大于或等于 不下于 不下 至少 最少 起码 最低 最小 最短 最快 起步 保底"),
        (Qualifier.AtMost, "≤ ≦ 小于等于 小于或等于 最多 至多 最高 最大 最长 最慢"),
        (Qualifier.MoreThan, "> 超过 超出 突破 高于 多于 大于 逾 超 破 过"),
        (Qualifier.LessThan, "< 不足 不到 不满 未满 少于 低于 小于 未达到"),
        (Qualifier.Near, "接近 将近 近"),
        (Qualifier.About, "≈ 大约 大概 大致 约为 约 约合"),
    ];

    private static readonly (Qualifier Meaning, string Words)[] After =
    [
        (Qualifier.AtLeast, "及以上 （含）以上 以上 之上 起步"),
        (Qualifier.AtMost, "及以下 （含）以下 以下 以内 之内 之下 封顶"),
        (Qualifier.About, "左右 上下"),
        (Qualifier.MoreThan, "开外"),
        (Qualifier.SomewhatMore, "有余"),
    ];

    private static readonly (string Word, Qualifier Meaning)[] OrderedBefore = Ordered(Before);
    private static readonly (string Word, Qualifier Meaning)[] OrderedAfter = Ordered(After);

    /// <summary>The qualifier that ends where a number begins.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="from">Its earliest possible start.</param>
    /// <param name="number">Where the number begins.</param>
    /// <param name="isBare">Whether the number is only a multiplier.</param>
    public static (Qualifier Meaning, int Start) ReadBefore(string text, int from, int number, bool isBare)
    {
        var end = number > from && text[number - 1] == ' ' ? number - 1 : number;
        var before = text[Math.Max(from, end - LongestApart)..end];
        if (Negated().Match(before) is { Success: true } negated)
        {
            return (MeaningOf(negated), end - negated.Length);
        }

        foreach (var (word, meaning) in OrderedBefore)
        {
            var start = end - word.Length;
            if (start >= from && string.CompareOrdinal(text, start, word, 0, word.Length) == 0 && !IsPartOfWord(text, start, word, isBare)
                && !IsSuperlative(text, word, number))
            {
                return (meaning, start);
            }
        }

        if (Verb().Match(before) is { Success: true } verb)
        {
            return (MeaningOf(verb), end - verb.Length);
        }

        return isBare && end > from && text[end - 1] == '上' ? (Qualifier.AtLeast, end - 1) : (Qualifier.None, number);
    }

    /// <summary>Whether what precedes the number in its wording ends with a verb: 至少配备2名, but not 至少2名.</summary>
    public static bool EndsWithVerb(ReadOnlySpan<char> qualifier) => Verb().IsMatch(qualifier.TrimEnd(' '));

    /// <summary>A word before a number that bounds it, if other words stand between them: 至少 in 至少每村2名. Null if there is
    /// none.</summary>
    public static string? ApartFrom(string text, int number)
    {
        var end = number > 0 && text[number - 1] == ' ' ? number - 1 : number;
        return Apart().Match(text[Math.Max(0, end - LongestApart)..end]) is { Success: true } apart ? apart.Groups["word"].Value : null;
    }

    /// <summary>The qualifier at a position after a number and its unit, and the position after it.</summary>
    public static Qualifier ReadAfter(string text, Measure measure, ref int at)
    {
        var start = at < text.Length && text[at] == ' ' ? at + 1 : at;
        foreach (var (word, meaning) in OrderedAfter)
        {
            var end = start + word.Length;
            if (string.CompareOrdinal(text, start, word, 0, word.Length) == 0
                && !(word == "起步" && end < text.Length && "价区阶早晚期较".Contains(text[end], StringComparison.Ordinal)))
            {
                at = end;
                return meaning;
            }
        }

        if ((measure.IsTime || measure.IsLength) && at < text.Length && text[at] == '内' && !IsInner(text, at))
        {
            at++;
            return Qualifier.AtMost;
        }

        return Qualifier.None;
    }

    /// <summary>Whether 来 or 把 between a number and its unit says that it is approximate: 20来个, 百来户, 百把人; but not
    /// 20来自 or 两百把椅子.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position of the word.</param>
    /// <param name="isBare">Whether the number is only a multiplier.</param>
    public static bool IsSome(string text, int at, bool isBare)
    {
        var end = at + 1;
        return at > 0 && end < text.Length
            && (text[at] == '来' ? "0十百千万亿廿卅" : text[at] == '把' && isBare ? "百千万亿" : "").Contains(text[at - 1])
            && MeasureWords.Read(text, ref end) is not null;
    }

    /// <summary>The combination of two qualifiers; null if they contradict each other.</summary>
    public static Qualifier? Join(Qualifier one, Qualifier other) => (one, other) switch
    {
        _ when one == other => one,
        (Qualifier.None, _) => other,
        (_, Qualifier.None) => one,
        _ when IsLow(one) && IsLow(other) =>
            one is Qualifier.AtLeast || other is Qualifier.AtLeast ? Qualifier.AtLeast : Qualifier.MoreThan,
        _ when IsHigh(one) && IsHigh(other) => Qualifier.AtMost,
        _ when IsVague(one) || IsVague(other) => IsStrict(one) || IsStrict(other) ? null : Qualifier.About,
        _ => null,
    };

    /// <summary>The precision of a number with a qualifier.</summary>
    public static Precision ToPrecision(this Qualifier qualifier, bool isRounded) => qualifier switch
    {
        Qualifier.AtLeast => Precision.AtLeast,
        Qualifier.MoreThan or Qualifier.SomewhatMore => Precision.MoreThan,
        Qualifier.AtMost => Precision.AtMost,
        Qualifier.LessThan => Precision.LessThan,
        Qualifier.About or Qualifier.Near => Precision.About,
        _ => isRounded ? Precision.Rounded : Precision.Exact,
    };

    /// <summary>The bounds of a value with a qualifier.</summary>
    public static Interval BoundsOf(this Qualifier qualifier, Number number, decimal value, bool isRounded) => qualifier switch
    {
        Qualifier.AtLeast => new(value, true, null, false),
        Qualifier.MoreThan => new(value, false, null, false),
        Qualifier.SomewhatMore => new(value, false, value + number.LastPlace, false),
        Qualifier.AtMost => new(null, false, value, true),
        Qualifier.LessThan or Qualifier.Near => new(null, false, value, false),
        Qualifier.About => Interval.Unbounded,
        _ => isRounded ? new(value - (number.Place / 2), true, value + (number.Place / 2), false) : Interval.Point(value),
    };

    private static Qualifier MeaningOf(Match words) => words.Groups["floor"].Success ? Qualifier.AtLeast
        : words.Groups["limit"].Success ? Qualifier.AtMost
        : Array.Find(OrderedBefore, one => words.Value.StartsWith(one.Word, StringComparison.Ordinal)).Meaning;

    // 编制总数不得突破30人, 每组不宜少于3名
    [GeneratedRegex(Not + "(?:" + Floor + "|(?<limit>" + Limit + "|超|逾|破))(?:" + Bounded + "(?:为|是|达)?)?$",
        RegexOptions.RightToLeft)]
    private static partial Regex Negated();

    [GeneratedRegex("(?:最[高低](?:(?:可以|可|能)?(?:" + Grants + ")|(?:可以|可|能)达到?|额度|限额)|" +
        "(?:" + Bounds + ")(?:可以|可|应当|应|需要|需|须|要|能)?(?:" + Acts + ")|" +
        "(?:突破|超过|超)" + Words + "{0,8}(?:大关|关口))" +
        "(?:了|金额|人民币)?(?:达到|为|是|达)?$", RegexOptions.RightToLeft)]
    private static partial Regex Verb();

    // Without a verb that states another number: 不低于全省水平且满意度达98%.
    [GeneratedRegex("(?<word>最[高低](?:可以|可|能|一次性)?(?:" + Grants + ")|" + Bounds + ")(?!的)" +
        "(?:一次性|(?![且并但而的地])[\\u4E00-\\u9FFF-[一二两三四五六七八九十百千万亿]]){0,12}" +
        "(?<![为是达])的?$",
        RegexOptions.RightToLeft)]
    private static partial Regex Apart();

    // 最大一笔 is the largest one, and so is 最大1宗7.2亩, which another quantity follows.
    private static bool IsSuperlative(string text, string word, int number)
    {
        var end = number + 1;
        return word[0] == '最' && word[1] is not ('多' or '少')
            && text[number] is '一' or '1' && !(end < text.Length && (NumberReader.IsNumeral(text[end]) || text[end] is '.' or ','))
            && (text[number] == '一' || (MeasureWords.Read(text, ref end) is { IsCount: true } && IsDescribed(text, end)));
    }

    private static bool IsDescribed(string text, int at)
    {
        var after = text.AsSpan(at, Math.Min(LongestDescription, text.Length - at));
        var (stop, digit) = (after.IndexOfAny(Stops), after.IndexOfAnyInRange('0', '9'));
        return digit >= 0 && (stop < 0 || digit < stop);
    }

    private static bool IsLow(Qualifier one) => one is Qualifier.AtLeast or Qualifier.MoreThan or Qualifier.SomewhatMore;

    private static bool IsHigh(Qualifier one) => one is Qualifier.AtMost or Qualifier.LessThan;

    private static bool IsVague(Qualifier one) => one is Qualifier.About or Qualifier.Near;

    private static bool IsStrict(Qualifier one) => one is Qualifier.AtLeast or Qualifier.MoreThan || IsHigh(one);

    private static bool IsInner(string text, int at) => at + 1 < text.Length && text[at + 1] is '部' or '容' or '设' or '外';

    // 附近3个村, 最近3年; 通过12项, 经过3年: 过 is a qualifier only of a bare multiplier, or after a verb of exceeding.
    private static bool IsPartOfWord(string text, int start, string word, bool isBare)
    {
        var before = start > 0 ? text[start - 1] : '\0';
        return word switch
        {
            "近" => "附最邻临靠亲就远晋".Contains(before, StringComparison.Ordinal),
            "约" => "节合契公制条签大预相解违".Contains(before, StringComparison.Ordinal),
            "超" or "逾" => before is '赶' or '高',
            "破" => "突打爆击攻冲侦".Contains(before, StringComparison.Ordinal),
            "过" => "通经不超越路难度改走做开办说来去见到查访看学搞".Contains(before, StringComparison.Ordinal)
                || !(isBare || before == '\0'
                || "已均都人元值量率者数户额入资，、（".Contains(before, StringComparison.Ordinal)),
            "起步" => before is not ('\0' or '，' or '、' or '；' or '（' or '\n'), // 改革起步3年
            _ => false,
        };
    }

    private static (string Word, Qualifier Meaning)[] Ordered((Qualifier Meaning, string Words)[] table) =>
        [.. table.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Meaning))).OrderByDescending(row => row.word.Length)];
}
