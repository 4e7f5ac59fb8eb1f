using System.Globalization;
using System.Text.RegularExpressions;
using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// A quantity as Chinese official prose words it: numeral, multiplier, qualifier, unit. What enters: 23.09万件.
/// What leaves: the value, how exactly it is stated, and the bounds that follow.
/// </summary>
internal sealed partial record StatedQuantity(decimal Value, Precision Precision, Interval Bounds)
{
    /// <summary>Reads a wording; null where it is not a quantity, or not one that can be held.</summary>
    public static StatedQuantity? Parse(string wording) => Read(wording).Quantity;

    /// <summary>Reads a wording, or tells what it would have to be.</summary>
    public static (StatedQuantity? Quantity, string? Expected) Read(string wording)
    {
        var match = Pattern().Match(wording);
        if (!match.Success)
        {
            return (null, "a quantity such as 118个, 1000余亩, 23.09万件 or 1.5亿元以上");
        }

        var (multiplier, places) = match.Groups["multiplier"].Value switch { "万" => (10_000m, 4), "亿" => (100_000_000m, 8), "万亿" => (1_000_000_000_000m, 12), _ => (1m, 0) };
        if (match.Groups["decimals"].Length - places > ModelConventions.DecimalPlaces)
        {
            return (null, $"a quantity with at most {ModelConventions.DecimalPlaces} decimal places once 万 and 亿 are multiplied out");
        }

        // No text of so few decimals is rounded below the greatest value.
        return decimal.TryParse(match.Groups["numeral"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var numeral)
            && numeral <= ModelConventions.LargestDecimal
            && FromMatch(match, numeral, multiplier) is { CanBeHeld: true } quantity
            ? (quantity, null)
            : (null, FormattableString.Invariant($"a quantity of at most {ModelConventions.LargestDecimal}, its bounds included"));
    }

    private bool CanBeHeld => ModelConventions.CanHold(Value) && Bounds.Widened(ModelConventions.DecimalPlaces).CanBeHeld;

    private static StatedQuantity FromMatch(Match match, decimal numeral, decimal multiplier)
    {
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

    // No unit begins with a numeral, as in 3百万元, of which only the 3 would be read; but 百分点, 千米 and the like are units.
    [GeneratedRegex(@"^(?<about>约)?(?<numeral>[0-9]+(\.(?<decimals>[0-9]+))?)(?<more>余)?(?<multiplier>万亿|[万亿])?(?<more>余)?(?<unit>(?<percent>%)|(?![十万亿]|百(?!分)|千(?![米克瓦]))\p{IsCJKUnifiedIdeographs}*?)(?<least>以上)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
