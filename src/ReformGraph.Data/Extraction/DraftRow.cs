using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>What a quantity is in its sentence.</summary>
internal enum DraftKind
{
    /// <summary>A number or size.</summary>
    Level = 1,

    /// <summary>An intention, not yet achieved.</summary>
    Planned,

    /// <summary>The earlier value of a change: 由18个减少到10个.</summary>
    Baseline,

    /// <summary>A difference.</summary>
    Change,

    /// <summary>A difference relative to the earlier value.</summary>
    ChangeRate,

    /// <summary>An average, or a rate per unit of something.</summary>
    PerUnit,

    /// <summary>A total whose parts the text gives.</summary>
    Total,

    /// <summary>A part of such a total.</summary>
    Part,

    /// <summary>A share of a whole, in per cent, per mille or as a fraction.</summary>
    Share,

    /// <summary>A passage that was not understood.</summary>
    NotRead,

    /// <summary>Digits that do not state a quantity.</summary>
    NotQuantity,
}

/// <summary>A proposal: one quantity of a report, or a passage with digits that is not a quantity.</summary>
/// <param name="Start">Where its wording begins, in Unicode code points from the beginning of the text.</param>
/// <param name="Length">The number of code points in the wording.</param>
/// <param name="Wording">The wording, as the text has it.</param>
/// <param name="Sentence">The sentence around it.</param>
/// <param name="Section">The section, numbered as in locators.</param>
/// <param name="Quantity">What it states; null for a passage that states nothing or was not understood.</param>
/// <param name="Kind">What it is in its sentence.</param>
internal sealed record DraftRow(
    int Start, int Length, string Wording, string Sentence, string Section, ReadQuantity? Quantity, DraftKind Kind)
{
    /// <summary>Whether it rose (true) or fell (false); null if it is not a change.</summary>
    public bool? IsRise { get; init; }

    /// <summary>The line: a paragraph, or a row of a table.</summary>
    public ReportLine? Line { get; init; }

    /// <summary>The column of a table in which it stands; null if it is not in a table.</summary>
    public (ReportTable Table, int Column)? Cell { get; init; }

    /// <summary>The heading of its column, without a unit; null if it is not in a table.</summary>
    public string? Heading { get; init; }

    /// <summary>The text before it, from the beginning of its clause or from the quantity before it.</summary>
    public string Lead { get; init; } = string.Empty;

    /// <summary>Whether it is in the bracket after an earlier value, and so no value before a change.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>The period, as the sentence words it.</summary>
    public string? Period { get; init; }

    /// <summary>The Han characters around it in its clause.</summary>
    public string Words { get; init; } = string.Empty;

    /// <summary>What it counts, as <see cref="CountedNoun"/> finds it.</summary>
    public string Counted { get; init; } = string.Empty;

    /// <inheritdoc cref="SurroundingWords.WithSubject"/>
    public string WordsWithSubject { get; init; } = string.Empty;

    /// <summary>The indicator of an earlier figure that is worded alike; null if there is none.</summary>
    public string? Indicator { get; init; }

    /// <summary>A suggestion of what the figure stands for.</summary>
    public FigureRole? Role { get; init; }

    /// <inheritdoc cref="Mention.Per"/>
    public string? Per { get; init; }

    /// <summary>What else a reader must know.</summary>
    public string? Note { get; init; }
}
