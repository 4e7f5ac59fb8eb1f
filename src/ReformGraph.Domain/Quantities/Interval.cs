using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Quantities;

/// <summary>The interval that contains a true value. A null bound means no bound; whether it is included is then false.</summary>
internal readonly record struct Interval(decimal? Lower, bool LowerIncluded, decimal? Upper, bool UpperIncluded)
{
    public static Interval Unbounded { get; }

    public static Interval Point(decimal value) => new(value, true, value, true);

    /// <summary>Whether every database can store its bounds exactly.</summary>
    public bool CanBeHeld => ModelConventions.CanHold(Lower ?? 0) && ModelConventions.CanHold(Upper ?? 0);

    public static Interval operator +(Interval left, Interval right) => Rising(left, right, (a, b) => a + b);

    public static Interval operator -(Interval left, Interval right) => Rising(left, right.Turned(), (a, b) => a - b);

    /// <summary>Multiplies by a factor above zero.</summary>
    public static Interval operator *(Interval interval, decimal factor) => Rising(interval, Point(factor), (a, b) => a * b);

    /// <summary>Divides. Both are assumed to be above zero; otherwise nothing is known about the quotient.</summary>
    public static Interval operator /(Interval left, Interval right) =>
        left.Lower >= 0 && right.Lower > 0 ? Rising(left, right.Turned(), (a, b) => a / b) : Unbounded;

    public bool Contains(decimal value) =>
        (Lower is not { } lower || value > lower || (value == lower && LowerIncluded))
        && (Upper is not { } upper || value < upper || (value == upper && UpperIncluded));

    /// <summary>Whether one value can lie in both.</summary>
    public bool Overlaps(Interval other) => !IsBelow(other) && !other.IsBelow(this);

    /// <summary>Whether every value of this lies below every value of the other.</summary>
    public bool IsBelow(Interval other) =>
        Upper < other.Lower || (Upper == other.Lower && Upper is not null && !(UpperIncluded && other.LowerIncluded));

    /// <summary>The same whole numbers, bounded by whole numbers: the lower included, the upper excluded.</summary>
    public Interval OfWholeNumbers() => new(
        Lower is { } lower ? (LowerIncluded ? decimal.Ceiling(lower) : decimal.Floor(lower) + 1) : null,
        Lower is not null,
        Upper is { } upper ? (UpperIncluded ? decimal.Floor(upper) + 1 : decimal.Ceiling(upper)) : null,
        false);

    /// <summary>Bounds with at most this many decimals that exclude nothing.</summary>
    public Interval Widened(int decimals)
    {
        var lower = Lower is { } low ? decimal.Round(low, decimals, MidpointRounding.ToNegativeInfinity) : (decimal?)null;
        var upper = Upper is { } high ? decimal.Round(high, decimals, MidpointRounding.ToPositiveInfinity) : (decimal?)null;
        return new(lower, LowerIncluded && lower == Lower, upper, UpperIncluded && upper == Upper);
    }

    /// <summary>For the right-hand side of a decreasing operation: its highest value gives the lowest result.</summary>
    private Interval Turned() => new(Upper, UpperIncluded, Lower, LowerIncluded);

    private static Interval Rising(Interval left, Interval right, Func<decimal, decimal, decimal> operation)
    {
        var lower = left.Lower is { } a && right.Lower is { } b ? operation(a, b) : (decimal?)null;
        var upper = left.Upper is { } c && right.Upper is { } d ? operation(c, d) : (decimal?)null;
        return new(
            lower,
            lower is not null && left.LowerIncluded && right.LowerIncluded,
            upper,
            upper is not null && left.UpperIncluded && right.UpperIncluded);
    }
}
