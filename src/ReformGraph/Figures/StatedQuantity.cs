using System.Globalization;
using System.Text.RegularExpressions;

namespace ReformGraph.Figures;

/// <summary>
/// A quantity as Chinese official prose words it: numeral, multiplier, qualifier, unit. What enters: 23.09万件.
/// What leaves: the value, how exactly it is stated, and the bounds that follow.
/// </summary>
internal sealed partial record StatedQuantity(decimal Value, Precision Precision, Interval Bounds)
{
    /// <summary>Reads a wording; null where it is not a quantity.</summary>
    public static StatedQuantity? Parse(string wording)
    {
        var match = Pattern().Match(wording);
        if (!match.Success || !decimal.TryParse(match.Groups["numeral"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var numeral))
        {
            return null;
        }

        var multiplier = match.Groups["multiplier"].Value switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };
        var precision = match switch
        {
            _ when match.Groups["more"].Success => Precision.MoreThan,
            _ when match.Groups["least"].Success => Precision.AtLeast,
            _ when match.Groups["about"].Success => Precision.About,
            _ when numeral.Scale > 0 || multiplier > 1 || match.Groups["percent"].Success => Precision.Rounded,
            _ => Precision.Exact,
        };
        var value = numeral * multiplier;
        return new(value, precision, precision switch
        {
            Precision.Exact => Interval.Point(value),
            Precision.Rounded => Rounded(value, PowerOfTen(-numeral.Scale) * multiplier),
            Precision.MoreThan => new(value, false, value + LastNonZeroPlace(numeral) * multiplier, false),
            Precision.AtLeast => new(value, true, null, false),
            _ => Interval.Unbounded,
        });
    }

    private static Interval Rounded(decimal value, decimal place) => new(value - (place / 2), true, value + (place / 2), false);

    private static decimal LastNonZeroPlace(decimal numeral)
    {
        var place = PowerOfTen(-numeral.Scale);
        while (numeral != 0 && numeral % (place * 10) == 0)
        {
            place *= 10;
        }

        return place;
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (; exponent < 0; exponent++)
        {
            power /= 10;
        }

        return power;
    }

    [GeneratedRegex(@"^(?<about>约)?(?<numeral>[0-9]+(\.[0-9]+)?)(?<more>余)?(?<multiplier>[万亿])?(?<more>余)?(?<unit>(?<percent>%)|\p{IsCJKUnifiedIdeographs}*?)(?<least>以上)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
