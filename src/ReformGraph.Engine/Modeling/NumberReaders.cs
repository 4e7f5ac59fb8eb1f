using System.Globalization;
using System.Numerics;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Modeling;

/// <summary>Reads numbers exactly: what a type cannot hold is rejected, never rounded or truncated.</summary>
internal static class NumberReaders
{
    /// <summary>Reads an integer of the type's range.</summary>
    public static ScalarReading Integer<T>(ScalarInput input)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (input.Kind != ScalarInputKind.Integer)
        {
            return ScalarReading.Refused("it must be an integer");
        }

        return T.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? ScalarReading.Success(value)
            : ScalarReading.Refused($"it must be between {T.MinValue} and {T.MaxValue}");
    }

    /// <summary>Reads a finite double.</summary>
    public static ScalarReading Float(ScalarInput input)
    {
        if (input.Kind is not (ScalarInputKind.Integer or ScalarInputKind.Fraction))
        {
            return ScalarReading.Refused("it must be a number");
        }

        return double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? ScalarReading.Success(value)
            : ScalarReading.Refused("it must be a number between -1.7976931348623157E+308 and 1.7976931348623157E+308");
    }

    /// <summary>Reads a decimal that the database can hold exactly.</summary>
    public static ScalarReading Decimal(ScalarInput input)
    {
        if (input.Kind is not (ScalarInputKind.Integer or ScalarInputKind.Fraction))
        {
            return ScalarReading.Refused("it must be a number");
        }

        return Significand(input.Text, out var digits, out var places) switch
        {
            false => ScalarReading.Refused("it must be a number"),
            _ when digits.Length == 0 => ScalarReading.Success(0m),
            _ when places > ModelConventions.DecimalPlaces =>
                ScalarReading.Refused($"it may have at most {ModelConventions.DecimalPlaces} decimal places"),
            _ when digits.Length - places > 15 => OutOfDecimalRange(),
            _ => Within(
                decimal.Parse($"{(input.Text[0] == '-' ? "-" : "")}{digits}e{-places}", NumberStyles.Float, CultureInfo.InvariantCulture)),
        };
    }

    private static ScalarReading Within(decimal value) =>
        Math.Abs(value) <= ModelConventions.LargestDecimal ? ScalarReading.Success(value) : OutOfDecimalRange();

    private static ScalarReading OutOfDecimalRange() =>
        ScalarReading.Refused(string.Create(CultureInfo.InvariantCulture,
            $"it must be between -{ModelConventions.LargestDecimal} and {ModelConventions.LargestDecimal}"));

    /// <summary>
    /// Splits a number into its significant digits and its number of decimal places (negative: trailing zeros left out). The framework's
    /// own parser silently rounds numbers of more than 28 digits.
    /// </summary>
    private static bool Significand(string text, out string digits, out long places)
    {
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = (exponentAt < 0 ? text : text[..exponentAt]).TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        digits = all.TrimEnd('0');
        places = (point < 0 ? 0 : mantissa.Length - point - 1) - (all.Length - digits.Length);
        digits = digits.TrimStart('0');
        if (exponentAt >= 0)
        {
            places -= Exponent(text[(exponentAt + 1)..]);
        }

        return !all.AsSpan().ContainsAnyExceptInRange('0', '9');
    }

    // An exponent of more than nine digits is as far out of range as one of nine.
    private static long Exponent(string text)
    {
        var digits = text.TrimStart('+', '-').TrimStart('0');
        var magnitude = digits.Length > 9 ? 1_000_000_000 : digits.Length == 0 ? 0 : long.Parse(digits, CultureInfo.InvariantCulture);
        return text[0] == '-' ? -magnitude : magnitude;
    }
}
