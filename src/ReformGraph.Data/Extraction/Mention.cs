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

    /// <summary>What else a reader must know.</summary>
    public string? Note { get; set; }

    /// <summary>Whether it is of a kind that takes precedence over totals and parts.</summary>
    public bool IsSettled => Kind is not (DraftKind.Level or DraftKind.Share);
}
