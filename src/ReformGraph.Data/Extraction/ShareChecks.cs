using System.Text.RegularExpressions;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Proposes the checks of shares in per cent with their part and their whole. Input: the figures of a report or of a table, in order.
/// Output: a check for each share whose part and whole the words tell (35人，占187人的18.7%), or whose part they tell and
/// whose whole the numbers do. A share whose part and whole cannot be told is not guessed.
/// </summary>
internal static partial class ShareChecks
{
    // Of a wide table, the columns before a rate.
    private const int MostColumns = 12;

    // The figures among which the whole of a share is sought.
    private const int MostBefore = 500;

    // A share with two decimals hardly fits a number of another paragraph by chance.
    private const decimal FinePlace = 0.01m;

    /// <summary>The checks of a sentence.</summary>
    /// <param name="rows">The figures of the report outside tables, in order.</param>
    /// <param name="start">The index of the sentence's first.</param>
    /// <param name="end">The index after its last.</param>
    public static IEnumerable<CheckProposal> OfSentence(List<DraftRow> rows, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (rows[at] is { Kind: DraftKind.Share } share && CheckProposals.UnitOf(share) is "PERCENT"
                && (Named(rows, start, at) ?? Told(rows, start, at)) is { } pair)
            {
                yield return new(share, CheckRelation.Equal, Derivation.Ratio, [pair.Part, pair.Whole]);
            }
        }
    }

    /// <summary>The checks of a table: of a column of rates, such as 完成率, with the two columns before it that they compare.</summary>
    /// <param name="cells">The figures of the table, in order.</param>
    public static IEnumerable<CheckProposal> OfTable(IReadOnlyList<DraftRow> cells)
    {
        List<Dictionary<int, DraftRow>> lines =
            [.. cells.GroupBy(cell => cell.Line).Select(line => line.DistinctBy(ColumnOf).ToDictionary(ColumnOf))];
        foreach (var column in lines.SelectMany(line => line.Values).Where(IsRate).Select(ColumnOf).Distinct().Order())
        {
            if (ColumnsOf(lines, column) is not { } pair)
            {
                continue;
            }

            foreach (var line in lines)
            {
                if (CheckOf(line, column, pair) is { } check)
                {
                    yield return check;
                }
            }
        }
    }

    private static int ColumnOf(DraftRow cell) => cell.Cell!.Value.Column;

    private static bool IsRate(DraftRow cell) =>
        cell is { Kind: DraftKind.Share, Heading: not null } && CheckProposals.UnitOf(cell) is "PERCENT";

    // 计划、完成、完成率: the columns whose ratio most of the rates are, and of them those that the heading names.
    private static (int Part, int Whole)? ColumnsOf(List<Dictionary<int, DraftRow>> lines, int rate)
    {
        var of = lines.Select(line => line.GetValueOrDefault(rate)).First(cell => cell is not null && IsRate(cell))!.Heading!;
        var before = Enumerable.Range(Math.Max(0, rate - MostColumns), Math.Min(rate, MostColumns)).ToList();
        var pairs = (from part in before
                     from whole in before
                     where part != whole
                     let checks = lines.Select(line => CheckOf(line, rate, (part, whole))).OfType<CheckProposal>().ToList()
                     let holding = checks.Count(check => CheckProposals.ResultOf(check) is CheckStatus.Holds)
                     where holding > 0 && holding * 2 >= checks.Count
                     let score = (holding, checks[0].Actual[0].Heading is { } heading && Names(of, heading))
                     orderby score descending
                     select (Columns: (part, whole), Score: score)).Take(2).ToList();
        return pairs.Count == 0 || (pairs.Count == 2 && pairs[0].Score == pairs[1].Score) ? null : pairs[0].Columns;
    }

    private static CheckProposal? CheckOf(Dictionary<int, DraftRow> line, int rate, (int Part, int Whole) pair) =>
        line.GetValueOrDefault(rate) is { } share && line.GetValueOrDefault(pair.Part) is { } part
            && line.GetValueOrDefault(pair.Whole) is { Quantity.Value: > 0 } whole && IsRate(share)
            && CheckProposals.IsLike(part, whole) && IsAmount(part) && IsAmount(whole)
            ? new(share, CheckRelation.Equal, Derivation.Ratio, [part, whole]) : null;

    private static bool IsAmount(DraftRow row) => !row.Quantity!.Measure.IsRate
        && row.Kind is DraftKind.Part or DraftKind.Level or DraftKind.Total or DraftKind.Planned;

    // 35人，占187人的18.7%
    private static (DraftRow Part, DraftRow Whole)? Named(List<DraftRow> rows, int start, int share) =>
        share - 2 >= start && OfWhole().IsMatch(rows[share].Lead) && rows[share - 1] is var whole && Of().IsMatch(whole.Lead)
            && rows[share - 2] is var part && whole.Quantity!.Value > 0 && CheckProposals.IsLike(part, whole)
            && IsAmount(part) && IsAmount(whole) ? (part, whole) : null;

    // 共136宗 ... 完成98宗，占72.06%; 任务42项，已完成33项、正在推进7项，完成率78.6%
    private static (DraftRow Part, DraftRow Whole)? Told(List<DraftRow> rows, int start, int share)
    {
        var lead = SurroundingWords.Han(rows[share].Lead);
        var (name, whole) = Whole().Match(lead) is { Success: true } named
            ? (lead[..named.Index], named.Groups["whole"].Value) : (Suffix().Replace(lead, string.Empty), string.Empty);
        for (var at = share - 1; at >= start; at--)
        {
            if (IsAmount(rows[at]) && (name.Length == 0 || Names(name, rows[at].Lead))
                && WholeOf(rows, start, at, rows[share], whole) is { } found)
            {
                return (rows[at], found);
            }

            if (name.Length == 0 && rows[at].Kind is not (DraftKind.Change or DraftKind.ChangeRate))
            {
                return null;
            }
        }

        return null;
    }

    // The last number before the part that the share fits: in its paragraph, or before it if the share is exact enough.
    private static DraftRow? WholeOf(List<DraftRow> rows, int start, int part, DraftRow share, string name)
    {
        for (var at = part - 1; at >= 0 && at >= part - MostBefore; at--)
        {
            var whole = rows[at];
            if (IsAmount(whole) && whole.Quantity!.Value is > 0 and { } size && CheckProposals.IsLike(rows[part], whole)
                && (whole.Kind is not DraftKind.Part || at < start)
                && (whole.Quantity.Measure == rows[part].Quantity!.Measure || rows[part].Kind is DraftKind.Part)
                && (name.Length < 2 || IsNamed(whole, name)
                    || (whole.Kind is DraftKind.Total && rows[part].Kind is DraftKind.Part && at >= start))
                && (whole.Line == share.Line || share.Quantity!.Place <= FinePlace)
                && rows[part].Quantity!.Value <= size && share.Quantity!.Bounds is { Lower: not null, Upper: not null }
                && share.Quantity.Bounds.Contains(rows[part].Quantity!.Value!.Value / size * 100))
            {
                return whole;
            }
        }

        return null;
    }

    // 占干部总数的: the words before and after the whole have two characters of its name.
    private static bool IsNamed(DraftRow whole, string name) => SurroundingWords.AreShared(name, whole.Words);

    // 完成率 is that of 已完成.
    private static bool Names(string share, string words)
    {
        var (name, own) = (Suffix().Replace(share, string.Empty), Prefix().Replace(SurroundingWords.Han(words), string.Empty));
        return name.Length > 1 && own.Length > 1
            && (own.Contains(name, StringComparison.Ordinal) || name.EndsWith(own, StringComparison.Ordinal));
    }

    [GeneratedRegex("占(?:全县|全部|全市|全镇)?[\\u4E00-\\u9FFF]{0,8}$")]
    private static partial Regex Of();

    // 占187人的18.7%, 占全县196个村的13.8%
    [GeneratedRegex("^[\\u4E00-\\u9FFF（）]{0,8}的$")]
    private static partial Regex OfWhole();

    // 占干部总数的12.3%
    [GeneratedRegex("占(?:全部|全县|全市|全镇|所有)?(?!比|总)(?<whole>[\\u4E00-\\u9FFF]{1,10}?)" +
        "(?:总[数量额]|总[人户件]数|人数|总体)?的?" +
        "(?:为|达到|达|约|近|是)?$")]
    private static partial Regex Whole();

    // What a share says of its whole: 占总数的, 占比为.
    [GeneratedRegex("(?:占(?:全部|全县|全市|全镇)?(?:总数|总量|总[\\u4E00-\\u9FFF]{1,3}|比例|比重|比)?的?|" +
        "率|比例|比重|进度)?" +
        "(?:为|达到|达|约|近|是)?$")]
    private static partial Regex Suffix();

    [GeneratedRegex("^(?:其中|目前|现|共|已经|已|累计|实际|正在|尚未|未)+")]
    private static partial Regex Prefix();
}
