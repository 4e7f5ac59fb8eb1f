namespace ReformGraph.Domain.Quantities;

/// <summary>A number as written.</summary>
/// <param name="Value">Its value, including multipliers.</param>
/// <param name="Highest">The higher of two adjacent numbers, as in 三四十; otherwise the value.</param>
/// <param name="Place">The value of a one in its last digit.</param>
/// <param name="LastPlace">The value of a one in its last non-zero digit.</param>
/// <param name="Multiplier">The 万, 亿 or 万亿 at its end as a number; one if there is none.</param>
internal readonly record struct Number(decimal Value, decimal Highest, decimal Place, decimal LastPlace, decimal Multiplier)
{
    /// <summary>Whether it is rounded: it has decimals, or 万 or 亿.</summary>
    public bool IsRounded { get; init; }

    /// <summary>Whether it begins with a Chinese digit or multiplier.</summary>
    public bool IsChinese { get; init; }

    /// <summary>Whether it is 百, 千, 万 or 亿 without a digit before it, as in 百余.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether 余, 多, 几 or 来 precedes a multiplier, as in 120余万.</summary>
    public bool IsMore { get; init; }

    /// <summary>Whether that is 来, which may also mean fewer.</summary>
    public bool IsAbout { get; init; }

    /// <summary>Whether 几 or 数 takes the place of its digit, as in 几十.</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether it stands for more than one number, like 三四十 and 几十.</summary>
    public bool IsSpan => Highest != Value;

    /// <summary>The same number to the ones: as a rate, 二十 is as exact as 20.</summary>
    public Number ToOnes() => this with { Place = Math.Min(Place, 1) };

    /// <summary>The same number in another unit.</summary>
    public Number Times(decimal factor) => this with
    {
        Value = Value * factor,
        Highest = Highest * factor,
        Place = Place * factor,
        LastPlace = LastPlace * factor,
    };
}
