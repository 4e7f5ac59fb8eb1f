using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Finds totals whose parts a text gives: after 其中 or 含, by their sum, or as rows of tables above 合计. Input: quantities with
/// their kinds. Output: the same, including totals and parts. Each quantity is compared only with those of its sentence.
/// </summary>
internal static class PartsFinder
{
    private const int MostParts = 40;
    private const int LongestName = 12;
    private const int LongestGap = 200;
    private const int MostNotes = 200;

    private static readonly string[] Told = ["其中", "（含", "，含", "（包括", "，包括", "包含", "分别为", "分别是"];

    /// <summary>Finds them.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="mentions">All quantities, in order.</param>
    public static void Find(string text, IReadOnlyList<Mention> mentions)
    {
        for (var at = 0; at < mentions.Count; at++)
        {
            if (mentions[at].Line.Table is { } table)
            {
                SetByRow(table, mentions[at]);
                continue;
            }

            var before = at == 0 ? 0 : mentions[at - 1].Quantity.End;
            var gap = at == 0 ? "" : text[before..Math.Max(before, mentions[at].Quantity.Start)];
            if (gap.Length < LongestGap && Told.Any(gap.Contains) && !gap.Contains("不含", StringComparison.Ordinal))
            {
                SetTold(text, mentions, at + 1 < mentions.Count && IsAttribute(text, mentions[at].Quantity) ? at + 1 : at);
            }
        }

        for (var (at, notes) = (0, 0); at < mentions.Count; at++)
        {
            SetSummed(mentions, at);
            SetBracketed(text, mentions, at);
            SetSumAfter(text, mentions, at);
            SetHalves(text, mentions, at);
            if (mentions[at].Line.IsNote && ++notes <= MostNotes)
            {
                SetNoted(text, mentions, at);
            }
        }
    }

    // 其中80岁以上6000人, 其中50万元以上的村47个: it says which ones are counted.
    private static bool IsAttribute(string text, ReadQuantity read) => read.Measure.Word is "岁" or "周岁"
        || (read.End < text.Length && text[read.End] == '的' && (read.Bounds.Lower is null || read.Bounds.Upper is null));

    private static void SetByRow(ReportTable table, Mention mention)
    {
        var column = table.ColumnOf(mention.Line, mention.Quantity.Start);
        if (!mention.IsSettled && table.IsSummed(column) && mention.Quantity.Measure is { IsRate: false, Unit: not "RATIO" })
        {
            mention.Kind = mention.Line.IsSum ? DraftKind.Total : DraftKind.Part;
        }
    }

    // 共187项，其中A63项、B48项、C75项: up to the sum, or else to the first comma; in brackets, all.
    private static void SetTold(string text, IReadOnlyList<Mention> mentions, int first)
    {
        var part = mentions[first];
        if (part.IsSettled || part.Quantity is not { Value: { } size, Measure: { IsRate: false, Unit: not ("RATIO" or "TIMES") } }
            || TotalOf(mentions, first, size) is not { } total)
        {
            return;
        }

        var (sum, parts, listed) = (0m, new List<Mention>(), 0);
        var bracket = BracketEnd(text, total.Quantity.End, part.Quantity.Start);
        for (var at = first; at < mentions.Count && at < first + MostParts && mentions[at].SentenceStart == part.SentenceStart
            && !(mentions[at].Quantity.Start > bracket); at++)
        {
            var (one, before) = (mentions[at], at == first ? null : mentions[at - 1]);
            if (before is not null && listed == 0 && bracket is null
                && text.AsSpan(before.Quantity.End..one.Quantity.Start).ContainsAny('，', '；'))
            {
                listed = parts.Count;
            }

            if (!IsLike(one, part) || one.Quantity.Value is not { } value)
            {
                continue;
            }

            parts.Add(one);
            sum += value;
            if (sum >= total.Quantity.Value)
            {
                break;
            }
        }

        Set(total, sum == total.Quantity.Value || listed == 0 ? parts : parts.Take(listed));
    }

    // Where the bracket ends that is opened between a total and its first part; null if there is none.
    private static int? BracketEnd(string text, int total, int part)
    {
        var open = text.AsSpan(total..Math.Max(total, part)).LastIndexOf('（');
        return open < 0 || text.AsSpan((total + open)..part).Contains('）') ? null
            : text.AsSpan(part..Math.Min(text.Length, part + LongestGap)).IndexOf('）') is >= 0 and var length ? part + length : null;
    }

    private static Mention? TotalOf(IReadOnlyList<Mention> mentions, int part, decimal size)
    {
        for (var at = part - 1; at >= 0 && at >= part - MostParts && mentions[at].Line == mentions[part].Line; at--)
        {
            var one = mentions[at];
            if (one.Kind is DraftKind.Level or DraftKind.Total && one.Quantity.Value >= size
                && one.Quantity.Measure.Unit == mentions[part].Quantity.Measure.Unit)
            {
                return one;
            }
        }

        return null;
    }

    // 分解任务42项，已完成33项、正在推进7项、尚未启动2项
    private static void SetSummed(IReadOnlyList<Mention> mentions, int at)
    {
        var total = mentions[at];
        if (total.Kind is not DraftKind.Level || total.Quantity is not { Value: > 0 and { } whole, Precision: not null })
        {
            return;
        }

        SetSum(mentions, at, whole, 1);
    }

    // 设施30处（学校20所、卫生院10个）; 30个（甲20个、乙9个）, whose sum is nearly the total
    private static void SetBracketed(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var total = mentions[at];
        var end = total.Quantity.End;
        if (total.Kind is not DraftKind.Level || total.Quantity.Value is not > 0 || end >= text.Length || text[end] != '（'
            || BracketEnd(text, end, end + 1) is not { } bracket)
        {
            return;
        }

        List<Mention> parts = [.. mentions.Skip(at + 1).Take(MostParts).TakeWhile(one => one.Quantity.Start < bracket)
            .Where(one => IsLike(one, total) && one.Quantity.Value is not null)];
        var (sum, whole) = (parts.Sum(one => one.Quantity.Value!.Value), total.Quantity.Value.Value);
        if (parts.Count > 1 && (sum == whole
            || (parts.TrueForAll(one => one.Quantity.Measure == total.Quantity.Measure) && Math.Abs(sum - whole) <= whole / 10)))
        {
            Set(total, parts);
        }
    }

    // 高风险5个、中风险11个、低风险16个，共32个
    private static void SetSumAfter(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var total = mentions[at];
        var left = text.AsSpan(Math.Max(total.SentenceStart, total.Quantity.Start - 4)..total.Quantity.Start);
        if (total.Kind is not DraftKind.Level || total.Quantity.Value is not { } whole
            || !(left.EndsWith("共") || left.EndsWith("共计") || left.EndsWith("合计") || left.EndsWith("总计")
            || left.EndsWith("累计")))
        {
            return;
        }

        SetSum(mentions, at, whole, -1);
    }

    // 上半年办理2万件、下半年办理3.6万件，全年办理5.6万件
    private static void SetHalves(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var total = mentions[at];
        if (total.Kind is not DraftKind.Level || total.Quantity.Value is not { } whole || !PeriodOf(total).EndsWith('年'))
        {
            return;
        }

        List<Mention> halves = [.. mentions.Take(at).TakeLast(MostParts).Reverse()
            .TakeWhile(one => one.SentenceStart == total.SentenceStart)
            .Where(one => one.Kind is DraftKind.Level && one.Quantity.Measure == total.Quantity.Measure
                && one.Quantity.Value is not null && PeriodOf(one).EndsWith("半年", StringComparison.Ordinal))];
        if (halves is [var second, var first] && PeriodOf(first) != PeriodOf(second)
            && Math.Abs(first.Quantity.Value!.Value + second.Quantity.Value!.Value - whole) <= whole / 10)
        {
            Set(total, [first, second]);
        }

        string PeriodOf(Mention one) => one.Period is { } period ? text[period.Start..period.End] : string.Empty;
    }

    private static void SetSum(IReadOnlyList<Mention> mentions, int at, decimal whole, int step)
    {
        var (total, sum, parts) = (mentions[at], 0m, new List<Mention>());
        for (var next = at + step; next >= 0 && next < mentions.Count && Math.Abs(next - at) <= MostParts && sum < whole; next += step)
        {
            var one = mentions[next];
            if (one.SentenceStart == total.SentenceStart && one.Kind is DraftKind.Level
                && one.Quantity.Value is { } value && one.Quantity.Measure == total.Quantity.Measure)
            {
                parts.Add(one);
                sum += value;
            }
        }

        if (sum == whole && parts.Count > 1)
        {
            Set(total, parts);
        }
    }

    // 注：离任干部含届中离任37人
    private static void SetNoted(string text, IReadOnlyList<Mention> mentions, int at)
    {
        var part = mentions[at];
        if (part.IsSettled || part.Quantity.Value is not { } size)
        {
            return;
        }

        var clause = text[ContextReader.ClauseOf(text, part)..part.Quantity.Start];
        var contains = clause.IndexOf('含', StringComparison.Ordinal);
        var verb = contains >= 0 ? contains : clause.IndexOf("包括", StringComparison.Ordinal);
        if (verb is < 2 or > LongestName || clause[verb - 1] == '不')
        {
            return;
        }

        var name = clause[..verb];
        foreach (var total in mentions.Take(at).Where(one => one.Kind is DraftKind.Level or DraftKind.Total))
        {
            var start = total.Quantity.Start - name.Length;
            if (total.Quantity.Value >= size && total.Quantity.Measure.Unit == part.Quantity.Measure.Unit
                && start >= 0 && string.CompareOrdinal(text, start, name, 0, name.Length) == 0)
            {
                Set(total, [part]);
                return;
            }
        }
    }

    private static bool IsLike(Mention one, Mention other) =>
        one.Kind is DraftKind.Level && one.Quantity.Measure.Unit == other.Quantity.Measure.Unit;

    private static void Set(Mention total, IEnumerable<Mention> parts)
    {
        total.Kind = DraftKind.Total;
        foreach (var part in parts)
        {
            (part.Kind, part.Total) = (DraftKind.Part, total);
        }
    }
}
