using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Figures;
using ReformGraph.Seeding;

namespace ReformGraph.Checks;

/// <summary>
/// Evaluates the checks over the figures and rows as they are stored. A side for which nothing is given makes a check not
/// decidable; rounded values hold where their bounds leave it possible.
/// </summary>
internal static class CheckEvaluator
{
    /// <summary>Evaluates every check and stores what has changed. To be called in the transaction of each write, after it is saved.</summary>
    /// <exception cref="InvalidRowException">A check names rows that the model does not have, or inputs that do not fit.</exception>
    public static async Task RefreshAsync(ReformDbContext context, DataModel dataModel, CancellationToken cancellation = default)
    {
        var checks = await context.Set<Check>().Include(check => check.Inputs).ThenInclude(input => input.Figure).ToListAsync(cancellation);
        foreach (var check in checks)
        {
            var expected = Derived(check, CheckSide.Expected, check.ExpectedBy, nameof(Check.ExpectedBy));
            var actual = check.Rows is { } rows
                ? Quantity.Exactly(await Selection(check, rows, dataModel).CountAsync(context, cancellation))
                : Derived(check, CheckSide.Actual, check.ActualBy, nameof(Check.ActualBy));
            Set(check, expected, actual);
        }

        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether a write of these rows can change what any check finds: the number of the rows that it counts, or a figure.</summary>
    public static async Task<bool> AreConcernedAsync(ReformDbContext context, IReadOnlyList<RowWrite> written, CancellationToken cancellation = default)
    {
        if (written.Any(write => FigureValues.FollowFrom(write.Entity)))
        {
            return true;
        }

        var counted = await context.Set<Check>().Where(check => check.Rows != null).Select(check => check.Rows!).ToListAsync(cancellation);
        return counted.Exists(rows => written.Any(write => RowSelection.IsConcerned(rows, write)));
    }

    /// <summary>What two quantities make of a relation.</summary>
    public static CheckStatus Compare(CheckRelation relation, Quantity? expected, Quantity? actual) => (relation, expected, actual) switch
    {
        (_, null, _) or (_, _, null) => CheckStatus.NotDecidable,
        (CheckRelation.Equal, { } wanted, { } found) => wanted.Bounds.Overlaps(found.Bounds) ? CheckStatus.Holds : CheckStatus.NotReconciled,
        (CheckRelation.AtMost, { } wanted, { } found) => wanted.Bounds.IsBelow(found.Bounds) ? CheckStatus.NotReconciled : CheckStatus.Holds,
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    private static void Set(Check check, Quantity? expected, Quantity? actual)
    {
        (check.Expected, (check.ExpectedLower, _, check.ExpectedUpper, _)) = Held(check, nameof(Check.Expected), expected);
        (check.Actual, (check.ActualLower, _, check.ActualUpper, _)) = Held(check, nameof(Check.Actual), actual);
        check.Difference = Held(check, nameof(Check.Difference), expected is { } wanted && actual is { } found ? Quantity.Exactly(found.Value - wanted.Value) : null).Value;
        check.Status = Compare(check.Relation, expected, actual);
    }

    private static Quantity? Derived(Check check, CheckSide side, Derivation? by, string member)
    {
        var inputs = check.Inputs.Where(input => input.Side == side).OrderBy(input => input.Position).Select(input => input.Figure.Quantity()).ToList();
        if (by is not { } derivation)
        {
            return inputs.Count == 0 ? null : throw new InvalidRowException(check, member, "a derivation, as there are inputs");
        }

        try
        {
            return Quantity.Derive(derivation, inputs);
        }
        catch (Exception cause) when (cause is ArgumentException or ArithmeticException)
        {
            throw new InvalidRowException(check, member, $"inputs that fit it ({cause.Message})");
        }
    }

    private static RowSelection Selection(Check check, string rows, DataModel dataModel)
    {
        try
        {
            return RowSelection.Parse(rows, dataModel);
        }
        catch (FormatException cause)
        {
            throw new InvalidRowException(check, nameof(Check.Rows), cause.Message);
        }
    }

    private static (decimal? Value, Interval Bounds) Held(Check check, string member, Quantity? quantity)
    {
        try
        {
            return quantity?.Held() is { } held ? (held.Value, held.Bounds) : (null, Interval.Unbounded);
        }
        catch (OverflowException cause)
        {
            throw new InvalidRowException(check, member, $"figures that fit it ({cause.Message})");
        }
    }
}
