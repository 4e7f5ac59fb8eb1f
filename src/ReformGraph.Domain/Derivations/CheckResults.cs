using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Domain.Derivations;

/// <summary>
/// Computes the result of a check. If nothing is given for one side, it is undecidable; rounded values agree if their bounds allow it.
/// </summary>
internal static class CheckResults
{
    /// <summary>Whether two quantities satisfy a relation.</summary>
    public static CheckStatus Compare(CheckRelation relation, Quantity? expected, Quantity? actual) => (relation, expected, actual) switch
    {
        (_, null, _) or (_, _, null) => CheckStatus.NotDecidable,
        (CheckRelation.Equal, { } wanted, { } found) =>
            wanted.Bounds.Overlaps(found.Bounds) ? CheckStatus.Holds : CheckStatus.NotReconciled,
        (CheckRelation.AtMost, { } wanted, { } found) =>
            wanted.Bounds.IsBelow(found.Bounds) ? CheckStatus.NotReconciled : CheckStatus.Holds,
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    /// <summary>Computes both sides of a check and compares them.</summary>
    /// <param name="check">The check, with its report, its inputs and their figures.</param>
    /// <param name="rows">The number of rows that it counts, or their measure; null if it counts none, or if they have no value.</param>
    /// <exception cref="InvalidRowException">The derivation does not accept the inputs.</exception>
    public static void Set(Check check, decimal? rows)
    {
        if (check.Inputs.Find(input => input.Figure.CountyId != check.Report.CountyId) is { } foreign)
        {
            throw new InvalidRowException(foreign, nameof(CheckInput.Figure),
                new($"a figure of the county of check {check.Code}; {foreign.Figure.Code} is of another county",
                    $"校验 {check.Code} 所属县的指标值；{foreign.Figure.Code} 属于另一县"));
        }

        if (check.Rows is not null && check.Inputs.Exists(input => input.Side == CheckSide.Actual))
        {
            throw new InvalidRowException(check, nameof(Check.Rows),
                new("null, because there are inputs on the side ACTUAL", "空值，因为实际值一方已有输入"));
        }

        var expected = Derived(check, CheckSide.Expected, check.ExpectedBy, nameof(Check.ExpectedBy));
        var actual = check.Rows is not null
            ? rows is { } counted ? Quantity.Exactly(counted) : (Quantity?)null
            : Derived(check, CheckSide.Actual, check.ActualBy, nameof(Check.ActualBy));
        (check.Expected, (check.ExpectedLower, _, check.ExpectedUpper, _)) = Held(check, nameof(Check.Expected), expected);
        (check.Actual, (check.ActualLower, _, check.ActualUpper, _)) = Held(check, nameof(Check.Actual), actual);
        check.Difference = Held(check, nameof(Check.Difference),
            expected is { } wanted && actual is { } found ? Quantity.Exactly(found.Value - wanted.Value) : null).Value;
        check.Status = Compare(check.Relation, expected, actual);
    }

    private static Quantity? Derived(Check check, CheckSide side, Derivation? by, string member)
    {
        var inputs = check.Inputs.Where(input => input.Side == side).OrderBy(input => input.Position)
            .Select(input => input.Figure.Quantity).ToList();
        if (by is not { } derivation)
        {
            return inputs.Count == 0 ? null : throw new InvalidRowException(check, member, UnfitInputs.Underived);
        }

        try
        {
            return Quantity.Derive(derivation, inputs);
        }
        catch (BilingualException cause)
        {
            throw new InvalidRowException(check, member, UnfitInputs.Rejected(cause));
        }
    }

    private static (decimal? Value, Interval Bounds) Held(Check check, string member, Quantity? quantity)
    {
        try
        {
            return quantity?.Held() is { } held ? (held.Value, held.Bounds) : (null, Interval.Unbounded);
        }
        catch (BilingualException cause)
        {
            throw new InvalidRowException(check, member,
                new($"figures that it accepts ({cause.Text.En})", $"可用于勾稽的指标值（{cause.Text.Zh}）"));
        }
    }
}
