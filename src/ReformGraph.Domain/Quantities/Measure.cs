namespace ReformGraph.Domain.Quantities;

/// <summary>What a number counts or measures.</summary>
/// <param name="Unit">The code of the unit; COUNT for everything that is only counted.</param>
/// <param name="Word">The measure word, such as 户; null for a unit that is its own measure.</param>
/// <param name="Factor">The number of units in one: 成 is ten per cent.</param>
internal sealed record Measure(string Unit, string? Word = null, decimal Factor = 1)
{
    /// <summary>A plain number: nothing states what it counts.</summary>
    public static Measure None { get; } = new("COUNT");

    /// <summary>A part of a whole, as a fraction.</summary>
    public static Measure Ratio { get; } = new("RATIO");

    /// <summary>Per cent.</summary>
    public static Measure Percent { get; } = new("PERCENT");

    /// <summary>Per mille.</summary>
    public static Measure PerMille { get; } = new("PER_MILLE");

    /// <summary>A multiple.</summary>
    public static Measure Times { get; } = new("TIMES");

    /// <summary>The unit in the denominator, if the wording has one, as in 500元/亩.</summary>
    public string? Per { get; init; }

    /// <summary>Whether it is a span of time.</summary>
    public bool IsTime => Unit is "YEAR" or "MONTH" or "WEEK" or "DAY" or "WORKING_DAY" or "HOUR" or "MINUTE" or "SECOND";

    /// <summary>Whether it is a length.</summary>
    public bool IsLength => Unit is "KILOMETRE" or "METRE" or "CENTIMETRE" or "MILLIMETRE";

    /// <summary>Whether it is a share or rate, and so rounded even without decimals.</summary>
    public bool IsRate => Unit is "PERCENT" or "PER_MILLE" or "PERCENTAGE_POINT" or "PER_MILLE_POINT";

    /// <summary>Whether it counts whole things, including persons.</summary>
    public bool IsCount => Unit is "COUNT" or "PERSON";
}
