using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Suggests the indicators of proposed figures. Input: the proposals, and the indicators of earlier reports. Output: the proposals, with an
/// indicator where the words around one are like those around an earlier figure, or contain the name of an indicator. Where two indicators
/// fit equally well, it suggests none.
/// </summary>
internal static class IndicatorSuggestions
{
    // Names that are shorter occur in too many clauses.
    private const int ShortestName = 4;

    // Of a shorter name, a part is another name: 重点任务 is not 试点任务.
    private const int ShortestInPart = 7;

    // What is done with things, or that they are a rest: neither 化解风险村5个 nor 仍有5个风险村 is the number
    // of 风险村.
    private static readonly string[] Acts =
    [
        "化解", "销号", "整改", "完成", "撤销", "撤并", "取消", "退出",
        "仍有", "还有", "尚有", "尚未", "仍未", "没有", "不达标", "不合格", "未",
    ];

    private const double LeastShareOfName = 0.7;
    private const double LeastLikeness = 0.8;

    // With the limit on known indicators, it bounds the time.
    private const int MostRows = 1_000;

    /// <summary>The proposals with their indicators.</summary>
    public static IReadOnlyList<DraftRow> Suggest(IReadOnlyList<DraftRow> rows, IReadOnlyList<KnownIndicator> known)
    {
        var chosen = new Dictionary<DraftRow, (KnownIndicator Indicator, double Score)>(ReferenceEqualityComparer.Instance);
        foreach (var (row, total) in WithTotals(rows).Take(MostRows))
        {
            if (StatedQuantity.Parse(row.Wording + row.Quantity!.UnitWording)?.Units is [var unit, ..]
                && Best(row, total, known.Where(one => one.Units.Contains(unit))) is { } best)
            {
                chosen.Add(row, best);
            }
        }

        foreach (var contenders in chosen
            .GroupBy(one => (one.Value.Indicator, CheckProposals.Present(one.Key.Role), one.Key.Period)).ToList())
        {
            var value = contenders.MaxBy(one => one.Value.Score).Key.Quantity!.Value;
            foreach (var (row, _) in contenders.Where(one => one.Key.Quantity!.Value != value))
            {
                chosen.Remove(row); // a report has one number for each indicator, period and role
            }
        }

        var codes = chosen.ToDictionary(one => one.Key, one => one.Value.Indicator.Code,
            (IEqualityComparer<DraftRow>)ReferenceEqualityComparer.Instance);
        foreach (var parts in WithTotals(rows).Where(one => one.Total is not null).GroupBy(one => one.Total!,
            (IEqualityComparer<DraftRow>)ReferenceEqualityComparer.Instance))
        {
            List<string?> sums =
                [.. parts.Select(part => chosen.TryGetValue(part.Row, out var one) ? one.Indicator.AddsTo : null).Distinct()];
            if (sums is [{ } sum])
            {
                codes[parts.Key] = sum;
            }
        }

        return [.. rows.Select(row => codes.TryGetValue(row, out var code) ? row with { Indicator = code } : row)];
    }

    // A part without its total says little: 风险村32个，其中高风险5个.
    private static IEnumerable<(DraftRow Row, DraftRow? Total)> WithTotals(IEnumerable<DraftRow> rows)
    {
        DraftRow? total = null;
        foreach (var row in rows.Where(row => row is { Cell: null, Quantity.Value: not null }))
        {
            total = row.Kind is DraftKind.Total ? row : total?.Sentence == row.Sentence ? total : null;
            yield return (row, row.Kind is DraftKind.Part ? total : null);
        }
    }

    private static (KnownIndicator Indicator, double Score)? Best(DraftRow row, DraftRow? total, IEnumerable<KnownIndicator> known)
    {
        var own = new SurroundingWords.Comparison(row.Words);
        var subject = row.WordsWithSubject == row.Words ? own : new(row.WordsWithSubject);
        var whole = total is null ? own : new(row.Words + total.Words);
        var others = total is null ? null : new SurroundingWords.Comparison(total.Words);
        var (best, isShared) = (default((KnownIndicator Indicator, double Score)?), false);
        foreach (var indicator in known)
        {
            var score = Math.Max(LikenessOf(subject, indicator),
                IsDoneWith(row.Words, indicator.Name) ? 0 : ShareOf(whole, others, indicator));
            if (score > (best?.Score ?? 0))
            {
                (best, isShared) = ((indicator, score), false);
            }
            else if (score > 0 && score == best?.Score)
            {
                isShared = true;
            }
        }

        return isShared ? null : best;
    }

    private static bool IsDoneWith(string words, string name) => Array.Exists(Acts, act =>
        words.Contains(act, StringComparison.Ordinal) && !name.Contains(act, StringComparison.Ordinal));

    // Worded alike, it is the same whatever its name, if no word takes the place of another: 撤并村小 and 撤并中学 are two.
    private static double LikenessOf(SurroundingWords.Comparison own, KnownIndicator indicator)
    {
        var likeness = own.Length < ShortestName ? 0 : indicator.Words
            .Where(words => words.Length >= ShortestName && own.CommonWith(words) == Math.Min(own.Length, words.Length)
                && !IsDoneWith(own.Words, words) && !IsDoneWith(words, own.Words))
            .Select(words => 2.0 * Math.Min(own.Length, words.Length) / (own.Length + words.Length)).DefaultIfEmpty().Max();
        return likeness >= LeastLikeness ? SurroundingWords.Longest * 4 * likeness : 0;
    }

    // Of names that the words contain as well, the longest says the most.
    private static double ShareOf(SurroundingWords.Comparison words, SurroundingWords.Comparison? ofTotal, KnownIndicator indicator) =>
        Math.Max(ShareOf(words, ofTotal, indicator.Name, ShortestName),
            indicator.ShortName is { } name ? ShareOf(words, ofTotal, name, ShortestName - 1) : 0);

    private static double ShareOf(SurroundingWords.Comparison words, SurroundingWords.Comparison? ofTotal, string name, int shortest)
    {
        var common = words.CommonWith(name);
        return name.Length >= shortest && (ofTotal is null || common > ofTotal.CommonWith(name))
            && (common == name.Length || (name.Length >= ShortestInPart && common >= LeastShareOfName * name.Length
                && words.LongestWithOneGap(name) >= common))
            ? common * common / (double)name.Length : 0;
    }
}
