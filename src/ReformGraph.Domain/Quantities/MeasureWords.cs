using System.Collections.Frozen;

namespace ReformGraph.Domain.Quantities;

/// <summary>The units and measure words of official prose. Others are kept as they are written.</summary>
internal static class MeasureWords
{
    // Words before and after quantities that count nothing.
    private const string Particles =
        "的等和与及或是为在于以之了地得者至到比较有无不已将被由从对向" +
        "中内外上下前后间时占高低而但并且其均各共约近余多几来";

    // What happens to a number, or what it does: 1.2亿增加到1.5亿, 3改为5.
    private const string Verbs =
        "增减降升提涨跌攀扩缩压精达调变改转整合并撤新净完实累超翻较同环列支包批成立投";

    /// <summary>The unit of temperatures.</summary>
    public const string Celsius = "DEGREE_CELSIUS";

    private const int Longest = 6;

    private static readonly (string Unit, string Words)[] Units =
    [
        ("YUAN", "元 元人民币 块钱"),
        ("US_DOLLAR", "美元"),
        ("PERCENT", "%"),
        ("PER_MILLE", "‰"),
        ("PERCENTAGE_POINT", "个百分点 百分点 pct"),
        ("PER_MILLE_POINT", "个千分点 千分点"),
        ("BASIS_POINT", "个基点 基点 bp 个万分点"),
        ("PERSON_TIME", "人次 人/次 人·次 人（次）"),
        ("PERSON_DAY", "人日 人天"),
        ("KILOMETRE", "公里 千米 km KM Km ㎞"),
        ("METRE", "米 m"),
        ("CENTIMETRE", "厘米 公分 cm ㎝"),
        ("MILLIMETRE", "毫米 mm ㎜"),
        ("LI", "华里"),
        ("SQUARE_KILOMETRE", "平方公里 平方千米 km² km2 ㎢ k㎡"),
        ("SQUARE_METRE", "平方米 平米 平方 ㎡ m² m2"),
        ("MU", "亩"),
        ("HECTARE", "公顷 ha ㏊"),
        ("CUBIC_METRE", "立方米 立方 方 m³ m3 ㎥"),
        ("TONNE", "吨 公吨 t"),
        ("KILOGRAM", "公斤 千克 kg ㎏"),
        ("JIN", "斤 市斤"),
        ("GRAM", "克 g"),
        ("MILLIGRAM", "毫克 mg"),
        ("MICROGRAM", "微克 μg"),
        ("LITRE", "升 L"),
        ("KILOWATT_HOUR", "千瓦时 度 kWh"),
        ("KILOWATT", "千瓦 kW kw KW"),
        ("MEGAWATT", "兆瓦 MW"),
        ("KILOVOLT", "千伏 kV KV kv"),
        ("YEAR", "年"),
        ("MONTH", "个月"),
        ("WEEK", "周 个星期 星期 个礼拜"),
        ("WORKING_DAY", "个工作日 工作日"),
        ("DAY", "天 日 个自然日 自然日 个日历天 日历天"),
        ("HOUR", "小时 个小时 h"),
        ("MINUTE", "分钟 min"),
        ("SECOND", "秒 秒钟"),
        ("TIMES", "倍"),
        (Celsius, "℃ 摄氏度 °C"),
    ];

    private const string Persons = "人 名 位 人口 口人";

    private const string Counted =
        "个 项 件 处 所 座 条 户 家 辆 台 套 张 宗 次 场 期 支 间 栋 幢 本 份 部 门 类 大类 小类 种 组 " +
        "班 节 堂 篇 封 册 卷 幅 块 片 面 根 株 棵 头 只 羽 匹 尾 口 眼 孔 盏 盆 盒 箱 袋 包 桶 瓶 把 架 " +
        "艘 趟 轮 批 批次 届 级 层 层次 例 起 桩 宗地 宗次 车次 班次 场次 件次 条次 辆次 台次 户次 " +
        "台套 架次 例次 床 张床位 个床位 床位 亩次 分 岁 周岁 师 对 双 副 串 列 节车厢 段 道 顶 枚 粒 " +
        "颗 滴 笔 单 票 款 样 型 格 站 点 县 市 区 镇 乡 村 街道 社区 乡镇 村组 学时 课时 学分 标段 " +
        "人份 剂 剂次 剂量 针 针次 杆 池 井 窝 群 栏 桌 席 槽 厂 店 院 校 园 馆 亭 站点 网点 点位 岗 " +
        "岗位 单位 部门 企业 个季度 标台 标箱 标准箱";

    // After a slash only.
    private static readonly string[] Divisors = ["月", "季度", "学期", "学生", "生"];

    private static readonly FrozenDictionary<string, Measure> Known = All().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The longest known unit or measure word at a position; null if there is none.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position; if there is one, the position after it.</param>
    public static Measure? Read(string text, ref int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
        {
            if (Known.GetValueOrDefault(text.Substring(at, length)) is { } known && !IsPartOfWord(text, at, length))
            {
                at += length;
                return WithAlternative(text, known, ref at);
            }
        }

        return null;
    }

    /// <summary>A measure with the unit after a slash, if there is one: 500元/亩, 31微克/立方米, 12元/平方米·月. Null if
    /// what stands there is no unit: 800元/学员.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="measure">The measure before the slash.</param>
    /// <param name="at">The position of the slash; if there is a unit, the position after it.</param>
    public static Measure? ReadPer(string text, Measure measure, ref int at)
    {
        if (at >= text.Length || text[at] != '/')
        {
            return measure;
        }

        var (from, end, isNext) = (at + 1, at + 1, true);
        while (isNext && (Read(text, ref end) is not null || ReadDivisor(text, ref end)))
        {
            (at, isNext) = (end, end < text.Length && text[end] is '/' or '·');
            end++;
        }

        return isNext && !measure.IsRate && end < text.Length && CanBeMeasureWord(text[end]) ? null
            : at > from ? measure with { Per = text[from..at] } : measure;
    }

    private static bool ReadDivisor(string text, ref int at)
    {
        var from = at;
        var word = Array.Find(Divisors, word => string.CompareOrdinal(text, from, word, 0, word.Length) == 0);
        at += word?.Length ?? 0;
        return word is not null;
    }

    /// <summary>The word for what a number counts or measures.</summary>
    public static string WordOf(Measure measure) =>
        (measure.Word ?? Known.Where(known => known.Value == measure with { Per = null }).Select(known => known.Key)
            .Order(StringComparer.Ordinal).FirstOrDefault())
        + (measure.Per is { } per ? $"/{per}" : string.Empty);

    /// <summary>Whether a Chinese character can be an unknown measure word.</summary>
    public static bool CanBeMeasureWord(char character) =>
        character is >= '\u3400' and <= '\u9FFF' && !NumberReader.IsNumeral(character)
        && !Particles.Contains(character, StringComparison.Ordinal) && !Verbs.Contains(character, StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, Measure>> All()
    {
        foreach (var (unit, words) in Units)
        {
            foreach (var word in words.Split(' '))
            {
                yield return new(word, new(unit));
            }
        }

        foreach (var word in Counted.Split(' '))
        {
            yield return new(word, new("COUNT", word));
        }

        foreach (var word in Persons.Split(' '))
        {
            yield return new(word, new("PERSON", word));
        }

        yield return new("成", new("PERCENT", Factor: 10));
    }

    // 台（套）, 个（处）
    private static Measure WithAlternative(string text, Measure measure, ref int at)
    {
        if (measure.Word is null || at + 2 >= text.Length || text[at] != '（')
        {
            return measure;
        }

        var end = text.IndexOf('）', at + 1, Math.Min(4, text.Length - at - 1));
        if (end < 0 || !Known.TryGetValue(text[(at + 1)..end], out var other) || other.Word is null)
        {
            return measure;
        }

        var word = $"{measure.Word}（{other.Word}）";
        at = end + 1;
        return measure with { Word = word };
    }

    // 5m is a length, 5mAh is not; 12人大代表 hardly occurs, but 3成立, 2分之 and 5点半 do.
    private static bool IsPartOfWord(string text, int at, int length)
    {
        var next = at + length < text.Length ? text[at + length] : '\0';
        return (text[at], length) switch
        {
            (var first, _) when char.IsAsciiLetter(first) => char.IsAsciiLetterOrDigit(next),
            ('成', 1) => "立为员果功绩本就熟长效片型交".Contains(next, StringComparison.Ordinal),
            ('分', 1) => next is '之' or '别' or '为' or '管' or '类' or '级' or '布' or '解' or '批' or '析' or '散',
            ('点', 1) => next is '半' or '钟' or '整',
            ('方', 1) => next is '面' or '案' or '式' or '向' or '便' or '位' or '米' or '法',
            ('面', 1) => next is '向' or '对' or '临' or '积',
            ('对', 1) => next is '于' or '接' or '口' or '象' or '应' or '照' or '标',
            ('期', 1) => next is '间' or '限' or '满' or '末' or '初' or '望',
            ('日', 1) => next is '常' or '益' or '均',
            ('年', 1) => next is '级' or '龄' or '轻' or '均',
            ('升', 1) => "至到为级高格幅值温".Contains(next, StringComparison.Ordinal),
            ('列', 1) => next is '入' or '为' or '支' or '全' or '前',
            ('支', 1) => next is '持' or '出' or '付' or '撑',
            ('包', 1) => next is '括' or '含' or '干' or '保',
            ('批', 1) => next is '准' or '复' or '评',
            ('次', 1) => next is '中' && at + length + 1 < text.Length && text[at + length + 1] == '心',
            _ => false,
        };
    }
}
