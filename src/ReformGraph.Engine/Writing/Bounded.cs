using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Writing;

/// <summary>A bound of a number.</summary>
/// <param name="At">The bound.</param>
/// <param name="Included">Whether it is a possible value itself.</param>
internal readonly record struct Bound(Int128 At, bool Included);

/// <summary>
/// A number and the interval that contains the true one, in ten-thousandths. All calculations use whole numbers: a value that is not whole
/// is rounded, a half away from zero, and a bound is rounded outwards and is then not a possible value.
/// </summary>
internal readonly record struct Bounded(Int128 Value, Bound? Lower, Bound? Upper)
{
    private const int One = 10_000;

    /// <summary>Whether the value had to be rounded.</summary>
    public bool IsRounded { get; private init; }

    /// <summary>The first precision that holds for value and bounds.</summary>
    public QuantityPrecision Precision => (Lower, Upper) switch
    {
        (null, null) => QuantityPrecision.About,
        (null, _) => QuantityPrecision.AtMost,
        (_, null) => QuantityPrecision.AtLeast,
        ({ } lower, { } upper) when lower.At == Value && upper.At == Value => QuantityPrecision.Exact,
        ({ Included: false } lower, _) when lower.At == Value && !IsRounded => QuantityPrecision.MoreThan,
        _ => QuantityPrecision.Between,
    };

    /// <summary>Whether a <c>Decimal</c> can hold it.</summary>
    public bool Fits => Fit(Value) && Fit(Lower?.At ?? 0) && Fit(Upper?.At ?? 0);

    public static Bounded operator -(Bounded left, Bounded right) =>
        new(left.Value - right.Value, Difference(left.Lower, right.Upper), Difference(left.Upper, right.Lower));

    /// <summary>Divides by a number of rows.</summary>
    public Bounded DividedBy(long count) =>
        new(Rounded(Value, count), Below(Lower, count, 1), Above(Upper, count, 1)) { IsRounded = Value % count != 0 };

    /// <summary>This divided by another; null if the other can be zero.</summary>
    public Bounded? TimesOf(Bounded other) => Quotient(other, One, 0);

    /// <summary>The change from another to this, in per cent of the other; null if the other can be zero.</summary>
    public Bounded? PercentAbove(Bounded other) => Quotient(other, 100 * One, 100 * One);

    /// <summary>A quotient of whole numbers; a half is rounded away from zero.</summary>
    public static Int128 Rounded(Int128 value, Int128 divisor)
    {
        var (quotient, rest) = Int128.DivRem(value, divisor);
        return Int128.Abs(rest) * 2 >= Int128.Abs(divisor) ? quotient + (Int128.Sign(rest) * Int128.Sign(divisor)) : quotient;
    }

    private Bounded? Quotient(Bounded other, int scale, int less) =>
        other.Upper?.At < 0 ? Negated().OverPositive(other.Negated(), scale, less) : OverPositive(other, scale, less);

    private Bounded? OverPositive(Bounded other, int scale, int less)
    {
        if (other.Value <= 0 || other.Lower is not { } nearest || nearest.At <= 0 || other.Upper?.At <= 0)
        {
            return null;
        }

        // The farther the divisor is from zero, the nearer to zero is the quotient: which of its bounds counts depends on the sign.
        var lower = Lower is { At: var least } ? Over(Lower.Value, least >= 0 ? other.Upper : other.Lower, scale, Below) : null;
        var upper = Upper is { At: var greatest } ? Over(Upper.Value, greatest >= 0 ? other.Lower : other.Upper, scale, Above) : null;
        return new(Rounded((Value * scale) - (other.Value * less), other.Value), Lowered(lower, less),
            Lowered(upper, less))
        { IsRounded = Value * scale % other.Value != 0 };
    }

    private static Bound? Over(Bound bound, Bound? divisor, int scale, Func<Bound?, Int128, int, Bound?> rounded) =>
        bound.At == 0 ? bound
        : divisor is { } by ? rounded(bound with { Included = bound.Included && by.Included }, by.At, scale)
        : new Bound(0, false); // approached, because the divisor is unbounded

    private Bounded Negated() => new(-Value, Negated(Upper), Negated(Lower));

    private static Bound? Negated(Bound? bound) => bound is { } known ? known with { At = -known.At } : null;

    private static Bound? Lowered(Bound? bound, int less) => bound is { } known ? known with { At = known.At - less } : null;

    private static Bound? Difference(Bound? left, Bound? right) =>
        left is { } from && right is { } less ? new(from.At - less.At, from.Included && less.Included) : null;

    private static Bound? Below(Bound? bound, Int128 divisor, int scale) => Divided(bound, divisor, scale, -1);

    private static Bound? Above(Bound? bound, Int128 divisor, int scale) => Divided(bound, divisor, scale, 1);

    private static Bound? Divided(Bound? bound, Int128 divisor, int scale, int outwards)
    {
        if (bound is not { } known)
        {
            return null;
        }

        var (quotient, rest) = Int128.DivRem(known.At * scale, divisor);
        return new(Int128.Sign(rest) == outwards ? quotient + outwards : quotient, known.Included && rest == 0);
    }

    private static bool Fit(Int128 units) => units == (long)units;
}
