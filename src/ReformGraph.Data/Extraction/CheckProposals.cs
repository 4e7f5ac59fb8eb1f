using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Extraction;

/// <summary>A check that the text of a report suggests: a stated quantity should follow from others.</summary>
/// <param name="Stated">The quantity on the expected side, taken over.</param>
/// <param name="Relation">How the actual value must relate to it.</param>
/// <param name="ActualBy">How the actual value is computed; null if rows are counted.</param>
/// <param name="Actual">The quantities from which it is computed, in order.</param>
/// <param name="Rows">The rows that are counted; null if quantities are compared.</param>
internal sealed record CheckProposal(
    DraftRow Stated, CheckRelation Relation, Derivation? ActualBy, IReadOnlyList<DraftRow> Actual, string? Rows = null)
{
    /// <summary>The same check, as someone confirms it.</summary>
    public AddReportCheck ToInput() => new()
    {
        Relation = Relation,
        ExpectedBy = Derivation.SameAs,
        Expected = [new() { Start = Stated.Start }],
        ActualBy = ActualBy,
        Actual = [.. Actual.Select(row => new AddReportCheckFigure { Start = row.Start })],
        Rows = Rows,
    };
}

/// <summary>
/// Proposes checks. Input: the proposed figures of a report, in reading order. Output: a check for each total with parts, for each change
/// or rate between an earlier and a later value, for each share that is the ratio of two numbers, for each number that is stated again
/// with the same words, and for each figure whose indicator the checks of earlier reports compare with rows. Totals and changes stay within
/// a sentence or a table.
/// </summary>
internal static class CheckProposals
{
    // Smaller numbers are often equal by chance.
    private const decimal LeastRepeated = 10;

    /// <summary>The checks.</summary>
    /// <param name="draft">The proposed figures.</param>
    /// <param name="known">The indicators of earlier reports, whose checks may count rows.</param>
    public static IEnumerable<CheckProposal> From(IEnumerable<DraftRow> draft, IReadOnlyList<KnownIndicator> known)
    {
        List<DraftRow> rows = [.. draft.Where(row => row is { Quantity.Value: not null })];
        foreach (var column in rows.Where(row => row.Cell is not null).GroupBy(row => row.Cell))
        {
            foreach (var check in OfTotals([.. column]))
            {
                yield return check;
            }
        }

        foreach (var table in rows.Where(row => row.Cell is not null).GroupBy(row => row.Cell!.Value.Table))
        {
            foreach (var check in ShareChecks.OfTable([.. table])
                .Concat(table.GroupBy(cell => cell.Line).SelectMany(line => ChangeChecks.OfRow([.. line]))))
            {
                yield return check;
            }
        }

        foreach (var check in OfProse([.. rows.Where(row => row.Cell is null)]))
        {
            yield return check;
        }

        foreach (var check in OfRepeated([.. rows.Where(IsCount)]).Concat(OfRegisters(rows, known)))
        {
            yield return check;
        }
    }

    /// <summary>The result by the text; null for a check that counts rows, or whose numbers are too large.</summary>
    public static CheckStatus? ResultOf(CheckProposal check)
    {
        if (check.ActualBy is not { } by)
        {
            return null;
        }

        try
        {
            return CheckResults.Compare(check.Relation, Signed(check.Stated), Quantity.Derive(by, [.. check.Actual.Select(Signed)]));
        }
        catch (BilingualException)
        {
            return null;
        }
    }

    private static Quantity Signed(DraftRow row)
    {
        var size = new Quantity(row.Quantity!.Value!.Value, row.Quantity.Bounds);
        return row.IsRise is false ? Quantity.Exactly(0) - size : size;
    }

    private static IEnumerable<CheckProposal> OfProse(List<DraftRow> rows)
    {
        for (var (at, end) = (0, 0); at < rows.Count; at = end)
        {
            var first = rows[at];
            end = rows.FindIndex(at, row => row.Line != first.Line || row.Sentence != first.Sentence);
            end = end < 0 ? rows.Count : end;
            var sentence = rows[at..end];
            var shares = ShareChecks.OfSentence(rows, at, end);
            foreach (var check in OfTotals(sentence).Concat(ChangeChecks.Of(sentence)).Concat(shares))
            {
                yield return check;
            }
        }
    }

    // The parts follow their total, up to the next one; if none do, they are before it. So it is with the cells of a column of plans.
    private static IEnumerable<CheckProposal> OfTotals(List<DraftRow> rows)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            if (!IsTotal(rows[at]))
            {
                continue;
            }

            var after = Parts(rows[at], rows.Skip(at + 1));
            var parts = after.Count > 0 ? after : Parts(rows[at], rows.Take(at).Reverse());
            parts = [.. parts.OrderBy(part => part.Start)];
            var sum = new CheckProposal(rows[at], CheckRelation.Equal, Derivation.Sum, parts);
            if (parts.Count > 1 && (ResultOf(sum) is not CheckStatus.NotReconciled || !PartKinds.MayOverlap(parts)))
            {
                yield return sum;
                continue;
            }

            foreach (var part in parts)
            {
                yield return new(rows[at], CheckRelation.AtMost, Derivation.SameAs, [part]);
            }
        }
    }

    private static List<DraftRow> Parts(DraftRow total, IEnumerable<DraftRow> others) =>
        [.. others.TakeWhile(row => !IsTotal(row)).Where(row => IsPart(row) && IsLike(row, total))];

    private static bool IsTotal(DraftRow row) => row.Kind is DraftKind.Total || (IsSettledCell(row) && row.Line!.IsSum);

    private static bool IsPart(DraftRow row) => row.Kind is DraftKind.Part || (IsSettledCell(row) && !row.Line!.IsSum);

    private static bool IsSettledCell(DraftRow row) => row is { Kind: DraftKind.Planned or DraftKind.Baseline, Cell: { } cell }
        && cell.Table.IsSummed(cell.Column) && !row.Quantity!.Measure.IsRate;

    // 村（社区）由206个减至123个 ... 对123个村（社区）全覆盖研判; 29项工作方案，形成“1+29”框架
    private static IEnumerable<CheckProposal> OfRepeated(List<DraftRow> rows)
    {
        foreach (var equal in rows.GroupBy(row => row.Quantity!.Value!.Value))
        {
            List<DraftRow> earlier = [];
            foreach (var row in equal)
            {
                if (earlier.Find(one => IsRepeated(one, row)) is { } first)
                {
                    yield return new(first, CheckRelation.Equal, Derivation.SameAs, [row]);
                }
                else
                {
                    earlier.Add(row);
                }
            }
        }
    }

    // What earlier reports compare with a figure of the same indicator.
    private static IEnumerable<CheckProposal> OfRegisters(List<DraftRow> rows, IReadOnlyList<KnownIndicator> known) =>
        from indicator in known
        from tie in indicator.Ties.OrderBy(tie => tie.Rows, StringComparer.Ordinal)
        let row = rows.Find(row => row.Indicator == indicator.Code && Present(row.Role) == Present(tie.Role))
        where row is not null
        select new CheckProposal(row, CheckRelation.Equal, null, [], tie.Rows);

    /// <summary>A role, or <see cref="FigureRole.Level"/> for all of a value at the time of the report, however it is counted.</summary>
    public static FigureRole? Present(FigureRole? role) => role is FigureRole.Cumulative or FigureRole.Flow ? FigureRole.Level : role;

    private static bool IsCount(DraftRow row) => row is
    {
        Cell: null,
        Kind: DraftKind.Level or DraftKind.Total or DraftKind.Part,
        Quantity: { Precision: Precision.Exact, Measure.IsCount: true },
    };

    private static bool IsRepeated(DraftRow one, DraftRow other) => other.Quantity!.IsRestated
        ? one.Sentence == other.Sentence
        : !one.Quantity!.IsRestated && one.Sentence != other.Sentence && one.Quantity.Value >= LeastRepeated
            && one.Quantity.Measure == other.Quantity.Measure && !(one.Period is { } period && other.Period is { } later && period != later)
            && CountedNoun.IsSame(one.Counted, other.Counted);

    /// <summary>Whether two figures have the same unit.</summary>
    public static bool IsLike(DraftRow one, DraftRow other) => UnitOf(one) == UnitOf(other);

    /// <summary>The unit of a figure.</summary>
    public static string UnitOf(DraftRow row) => row.Quantity!.Measure.Unit;
}
