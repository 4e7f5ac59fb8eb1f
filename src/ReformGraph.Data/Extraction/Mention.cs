using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>A quantity at its place in a report, with what is known about it so far.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Line">The line.</param>
/// <param name="SentenceStart">Where its sentence begins.</param>
/// <param name="SentenceEnd">Where its sentence ends, after the 。.</param>
internal sealed record Mention(ReadQuantity Quantity, ReportLine Line, int SentenceStart, int SentenceEnd)
{
    /// <summary>What it is in its sentence.</summary>
    public DraftKind Kind { get; set; } = DraftKind.Level;

    /// <summary>Whether it rose or fell; null if it is not a change.</summary>
    public bool? IsRise { get; set; }

    /// <summary>The period, if the sentence states one before it.</summary>
    public Passage? Period { get; set; }

    /// <summary>The period of the value with which it is compared: 较上半年. Null if there is none.</summary>
    public Passage? ComparedPeriod { get; init; }

    /// <summary>The heading of its column, without a unit, if it is a cell of a table.</summary>
    public string? Heading { get; init; }

    /// <summary>The total of which it is a part; null if there is none.</summary>
    public Mention? Total { get; set; }

    /// <summary>The text before it, from the beginning of its clause or from the quantity before it.</summary>
    public string Lead { get; set; } = string.Empty;

    /// <summary>What else a reader must know.</summary>
    public string? Note { get; set; }

    /// <summary>Whether it is of a kind that takes precedence over totals and parts.</summary>
    public bool IsSettled => Kind is not (DraftKind.Level or DraftKind.Share);
}
