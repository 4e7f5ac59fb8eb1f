using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Quantities;

/// <summary>A quantity as read from a text.</summary>
/// <param name="Start">Where its wording begins: at a qualifier, or at the number.</param>
/// <param name="End">Where its wording ends, after the unit and what qualifies it.</param>
/// <param name="Number">Where the number begins.</param>
/// <param name="Value">The value in the unit, including multipliers; null for a range and for a quantity without a single number.</param>
/// <param name="Bounds">The interval that contains the true value.</param>
/// <param name="Precision">How exactly it is stated; null for a range.</param>
/// <param name="Measure">What it counts or measures.</param>
internal sealed record ReadQuantity(int Start, int End, int Number, decimal? Value, Interval Bounds, Precision? Precision, Measure Measure)
{
    /// <summary>The value of a one in the last digit of its number; zero for a fraction.</summary>
    public decimal Place { get; init; }

    /// <summary>Whether a figure can have its value and its bounds.</summary>
    public bool IsWithinLimits => Math.Max(Math.Abs(Value ?? 0), Math.Max(Math.Abs(Bounds.Lower ?? 0), Math.Abs(Bounds.Upper ?? 0)))
        <= ModelConventions.LargestDecimal;

    /// <summary>Whether it has a minus sign.</summary>
    public bool IsNegative { get; init; }

    /// <summary>Whether it has a plus sign.</summary>
    public bool IsPositive { get; init; }

    /// <summary>Whether nothing states what it counts.</summary>
    public bool IsWithoutUnit { get; init; }

    /// <summary>Whether its measure word is unknown.</summary>
    public bool IsUnknownWord { get; init; }

    /// <summary>The unit in words, if it is not part of the wording: that of the heading of a table, or of the last number of an
    /// enumeration or a change.</summary>
    public string? UnitWording { get; init; }

    /// <summary>Whether its digits are Chinese.</summary>
    public bool IsChinese { get; init; }

    /// <summary>Whether it is a multiple: 翻一番.</summary>
    public bool IsDoubling { get; init; }

    /// <summary>Whether it is part of the name of a framework, and repeats a number in the same sentence: the 29 of 1+29.</summary>
    public bool IsRestated { get; init; }

    /// <summary>The same quantity with the sign before it, if there is one.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="floor">The earliest possible place of the sign.</param>
    public ReadQuantity WithSign(string text, int floor)
    {
        var sign = Start - 2;
        if (Start == Number && sign >= floor && Signs.LengthOfDegreeSign(text, sign) > 0
            && (Measure.Unit == MeasureWords.Celsius || (Measure.Unit == "KILOWATT_HOUR" && text[End - 1] == '度')))
        {
            return this with { Start = sign, IsNegative = text[sign + 1] == '下', Measure = new(MeasureWords.Celsius) };
        }

        return Signs.IsMinus(text, floor, this) ? this with { Start = Start - 1, IsNegative = true }
            : Signs.IsPlus(text, floor, this) ? this with { Start = Start - 1, IsPositive = true } : this;
    }

    /// <summary>The same number with a unit from elsewhere: the heading of a table, in which it may be rounded, or another
    /// number.</summary>
    public ReadQuantity InTableOf(Measure measure, decimal factor, string wording)
    {
        var isRounded = Precision is Codes.Precision.Exact && (factor != 1 || measure.IsRate);
        var half = Place * factor / 2;
        return this with
        {
            Measure = measure,
            IsWithoutUnit = false,
            UnitWording = wording,
            Value = Value * factor,
            Precision = isRounded ? Codes.Precision.Rounded : Precision,
            Bounds = isRounded ? new((Value * factor) - half, true, (Value * factor) + half, false)
                : Bounds * factor,
            Place = Place * factor,
        };
    }
}
