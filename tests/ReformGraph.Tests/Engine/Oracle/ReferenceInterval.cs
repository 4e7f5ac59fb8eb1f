using System.Numerics;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>An exact fraction, its denominator above zero.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator) : IComparable<Fraction>
{
    public static Fraction Of(decimal value) => new(new BigInteger(value * 10_000m), 10_000);

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + new Fraction(-right.Numerator, right.Denominator);

    public static Fraction operator *(Fraction left, int factor) => left with { Numerator = left.Numerator * factor };

    public static Fraction operator /(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator * right.Numerator.Sign, left.Denominator * BigInteger.Abs(right.Numerator));

    public int Sign => Numerator.Sign;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>In whole ten-thousandths.</summary>
    public BigInteger Floor() => (Numerator * 10_000 / Denominator) - (Numerator < 0 && Numerator * 10_000 % Denominator != 0 ? 1 : 0);

    public BigInteger Ceiling() => -new Fraction(-Numerator, Denominator).Floor();

    public BigInteger Nearest() => Sign * new Fraction((BigInteger.Abs(Numerator) * 20_000) + Denominator, Denominator * 20_000).Floor();
}

/// <summary>An end of an interval; null as a value where it is open.</summary>
internal readonly record struct End(Fraction? Value, bool Included);

/// <summary>A value with its interval, reckoned with fractions and by all combinations of ends.</summary>
internal sealed record ReferenceInterval(Fraction Value, End Lower, End Upper)
{
    public bool CanBeZero =>
        !(Lower.Value?.Sign > 0 || Upper.Value?.Sign < 0) || Value.Sign == 0
        || Value.Sign != (Lower.Value?.Sign ?? Upper.Value!.Value.Sign);

    public static ReferenceInterval operator +(ReferenceInterval left, ReferenceInterval right) =>
        new(left.Value + right.Value, Added(left.Lower, right.Lower), Added(left.Upper, right.Upper));

    public static ReferenceInterval operator -(ReferenceInterval left, ReferenceInterval right) =>
        left + right.Map(end => new Fraction(-end.Numerator, end.Denominator), falls: true);

    public static ReferenceInterval operator /(ReferenceInterval left, ReferenceInterval right)
    {
        var corners = new List<(Fraction At, bool Included)>();
        var (least, most) = (false, false);
        foreach (var (above, isUpperOfLeft) in new[] { (left.Lower, false), (left.Upper, true) })
        {
            foreach (var below in new[] { right.Lower, right.Upper })
            {
                switch (above.Value, below.Value)
                {
                    case ({ } dividend, { } divisor):
                        corners.Add((dividend / divisor, above.Included && (below.Included || dividend.Sign == 0)));
                        break;
                    case ({ } dividend, null):
                        corners.Add((new Fraction(0, 1), above.Included && dividend.Sign == 0));
                        break;
                    case (null, { } divisor):
                        var up = isUpperOfLeft == divisor.Sign > 0;
                        (least, most) = (least || !up, most || up);
                        break;
                    default:
                        break;
                }
            }
        }

        return new(left.Value / right.Value, least ? default : Extreme(corners.Min(corner => corner.At)),
            most ? default : Extreme(corners.Max(corner => corner.At)));

        End Extreme(Fraction at) => new(at, corners.Exists(corner => corner.At.CompareTo(at) == 0 && corner.Included));
    }

    /// <summary>Applies a function to the value and to each end.</summary>
    public ReferenceInterval Map(Func<Fraction, Fraction> function, bool falls = false)
    {
        var (lower, upper) = (Mapped(Lower), Mapped(Upper));
        return falls ? new(function(Value), upper, lower) : new(function(Value), lower, upper);

        End Mapped(End end) => end.Value is { } value ? new(function(value), end.Included) : end;
    }

    private static End Added(End left, End right) =>
        left.Value is { } one && right.Value is { } other ? new(one + other, left.Included && right.Included) : default;
}
