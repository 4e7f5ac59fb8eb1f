using System.Text.RegularExpressions;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Proposes the checks of changes and rates with the values before and after them. Input: the figures of a sentence, in order. Output: a
/// check for each change that is about the same thing as the two values: it follows them without a subject of its own (减幅44.4%), names
/// theirs, or agrees with them. A value that is only a bound (2个工作日以内) is the end of no check.
/// </summary>
internal static partial class ChangeChecks
{
    /// <summary>The checks.</summary>
    public static IEnumerable<CheckProposal> Of(List<DraftRow> figures)
    {
        var rows = WithoutParts(figures);
        var pairs = new List<(DraftRow Before, DraftRow Present)>();
        for (var at = 0; at < rows.Count; at++)
        {
            var until = rows.FindIndex(at + 1, row => row.Kind is DraftKind.Baseline) is > 0 and var next ? next : rows.Count;
            if (rows[at].Kind is not DraftKind.Baseline || PresentOf(rows, at, until) is not { } present)
            {
                continue;
            }

            pairs.Add((BaselineOf(rows, at, present), present));
            List<DraftRow> changes = [.. rows.Take(until).Skip(at + 1).Where(IsChange)];
            var isListed = pairs.Count > 1 && pairs.Count == changes.Count && changes.Skip(1).All(IsListed);
            foreach (var (index, change) in changes.Index())
            {
                var (before, now) = isListed ? pairs[index] : pairs[^1];
                if (OfChange(change, before, now) is { } check && (isListed || IsOfSame(check, rows)))
                {
                    yield return check;
                }
            }

            pairs.RemoveAll(_ => changes.Count > 0);
        }
    }

    /// <summary>The checks of a row of a table whose columns are two years and the change between them: 2023年, 2024年,
    /// 增长（%）.</summary>
    public static IEnumerable<CheckProposal> OfRow(IReadOnlyList<DraftRow> cells)
    {
        foreach (var (at, change) in cells.Index().Where(cell => IsChange(cell.Item)))
        {
            List<DraftRow> years = [.. cells.Take(at).Where(cell => !IsChange(cell)).TakeLast(2)
                .Where(cell => cell.Period is { } period && Year().IsMatch(period)).OrderBy(cell => cell.Period, StringComparer.Ordinal)];
            if (years is [var before, var present] && before.Period != present.Period && CheckProposals.IsLike(before, present)
                && OfChange(change, before, present) is { } check)
            {
                yield return check;
            }
        }
    }

    // 减少158个，其中村减少149个、社区减少9个: parts of a change compare no two values, nor do those of an earlier value.
    private static List<DraftRow> WithoutParts(List<DraftRow> figures)
    {
        var isPart = false;
        return figures.FindAll(row =>
        {
            isPart = IsChange(row) && (row.Lead.Contains("其中", StringComparison.Ordinal)
                || (isPart && row.Lead is [var link, ..] && Enumerations.IsLink(link)));
            return !isPart && !row.IsBracketed;
        });
    }

    private static bool IsChange(DraftRow row) => row.Kind is DraftKind.Change or DraftKind.ChangeRate;

    // 乡镇由23个减至14个，村由279个减至156个，减幅分别为39.1%和44.1%
    private static bool IsListed(DraftRow change) => change.Lead is [var link] && Enumerations.IsLink(link);

    // 租金412.6万元，较上年的358万元增长15.3%; 办件3万件，去年同期2.5万件，同比增长20%: the present value
    // stands before the earlier one, unless a result follows.
    private static DraftRow? PresentOf(List<DraftRow> rows, int baseline, int until)
    {
        var after = rows.Take(until).Skip(baseline + 1).FirstOrDefault(IsPresent);
        return Earlier().IsMatch(rows[baseline].Lead) && (after is null || !Result().IsMatch(after.Lead))
            ? rows.Take(baseline).LastOrDefault(IsPresent) ?? after : after;

        bool IsPresent(DraftRow row) => row.Kind is DraftKind.Level or DraftKind.Total or DraftKind.Share or DraftKind.PerUnit
            && CheckProposals.IsLike(row, rows[baseline]);
    }

    // 改革前有乡镇24个、行政村213个，改革后乡镇减至16个: of several earlier values in sequence the one that the
    // present one names, and else the last.
    private static DraftRow BaselineOf(List<DraftRow> rows, int last, DraftRow present)
    {
        var listed = rows.Take(last + 1).Reverse().TakeWhile(row => row.Kind is DraftKind.Baseline);
        return present.Start < rows[last].Start ? rows[last] : listed.FirstOrDefault(row => CheckProposals.IsLike(row, present)
            && SurroundingWords.AreShared(NamesIn(row), NamesIn(present))) ?? rows[last];

        static string NamesIn(DraftRow row) => SurroundingWords.Han(When().Replace(row.Lead, string.Empty));
    }

    // 由18个减少到10个，下降44.4%
    private static CheckProposal? OfChange(DraftRow change, DraftRow before, DraftRow present) =>
        !IsBounded(before) || !IsBounded(present) || IsOfOtherRate(present.Lead, before.Lead)
            || (change.IsRise is { } isRise && isRise != (present.Quantity!.Value > before.Quantity!.Value)) ? null
        : change.Kind is DraftKind.ChangeRate
            ? CheckProposals.UnitOf(change) is "PERCENT" && before.Quantity!.Value != 0
                ? new(change, CheckRelation.Equal, Derivation.PercentageChange, [before, present]) : null
            : CheckProposals.UnitOf(change) == PointOf(CheckProposals.UnitOf(present))
                ? new(change, CheckRelation.Equal, Derivation.Difference, [present, before]) : null;

    private static string PointOf(string unit) => unit switch
    {
        "PERCENT" => "PERCENTAGE_POINT",
        "PER_MILLE" => "PER_MILLE_POINT",
        _ => unit,
    };

    private static bool IsBounded(DraftRow row) => row.Quantity!.Bounds is { Lower: not null, Upper: not null };

    private static bool IsOfSame(CheckProposal check, List<DraftRow> rows)
    {
        var (change, ends) = (check.Stated, check.Actual);
        var subject = Verb().Replace(SurroundingWords.Han(change.Lead), string.Empty);
        if (subject.Length == 0)
        {
            var (from, to) = (Math.Max(ends[0].Start, ends[1].Start), change.Start);
            return !rows.Exists(row => row.Start > from && row.Start < to && !IsChange(row) && row.Kind is not DraftKind.Part);
        }

        var named = ends[0].Lead + ends[1].Lead;
        return named.Contains(RateIn(subject) ?? subject, StringComparison.Ordinal)
            || (RateIn(subject) is null && CheckProposals.ResultOf(check) is CheckStatus.Holds);
    }

    // 满意度 and 知晓率 are two indicators.
    private static bool IsOfOtherRate(string one, string other) =>
        RateIn(one) is { } rate && RateIn(other) is { } before && rate != before;

    private static string? RateIn(string words) => Rate().Match(words) is { Success: true } rate ? rate.Value : null;

    [GeneratedRegex("^[0-9]{4}年$")]
    private static partial Regex Year();

    [GeneratedRegex("比(?![例重])|较(?![好高大多少强])|(?<![由从])(?:去年|上年)同期")]
    private static partial Regex Earlier();

    [GeneratedRegex("(?:改革|调整|合并|撤并|整合|实施)[前后]")]
    private static partial Regex When();

    [GeneratedRegex("^[，；]?(?:今年|本年|目前|现)|^，?[\\u4E00-\\u9FFF]{0,4}(?:达|至|到|为)")]
    private static partial Regex Result();

    [GeneratedRegex("[\\u4E00-\\u9FFF]{2}(?:率|度|比重)(?!大|快|较)", RegexOptions.RightToLeft)]
    private static partial Regex Rate();

    // What says how it changed, and not what: 较上年同期增长, 减幅分别为, 人数减少了.
    [GeneratedRegex(
        "^(?:其中|同时|并|也|均|共|累计|总数|总量|数量|人数|个数|总体|整体|时间|时限|用时|较|比|同比|环比|" +
        "去年|上年|今年|同期|原来|改革前|之前|此前|上半年|季度|净|分别|实际)+|" +
        "(?:" + ContextReader.Rise + "|" + ContextReader.Fall + "|" + ContextReader.RiseNoun + "|" + ContextReader.FallNoun + "|" +
        "[多少高低长短]出?)(?:了|幅度)?(?:分别)?(?:约为|达到|达|为|约|近|是)*$")]
    private static partial Regex Verb();
}
