using ReformGraph.Domain.Codes;
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

    /// <summary>The words that name the row and the column, if it is a cell of a table: 办理事项 and 2023年.</summary>
    public string? CellWords { get; init; }

    /// <summary>Where the words before its number end: after the verb that its wording may have, as in 至少配备2名.</summary>
    public required int LeadEnd { get; init; }

    /// <summary>Whether it is in the bracket after an earlier value: 原有学校86所（小学60所、中学26所）.</summary>
    public bool IsBracketed { get; set; }

    /// <summary>A suggestion of what the figure stands for.</summary>
    public FigureRole Role { get; set; } = FigureRole.Level;

    /// <summary>The total of which it is a part; null if there is none.</summary>
    public Mention? Total { get; set; }

    /// <summary>The text before it, from the beginning of its clause or from the quantity before it.</summary>
    public string Lead { get; set; } = string.Empty;

    /// <summary>Per what it is, also if it is a plan or the earlier value of a change: 乡镇 in 平均每个乡镇4.5人. Null if it is
    /// no average or rate, or if the text does not say.</summary>
    public string? Per { get; set; }

    /// <summary>What else a reader must know.</summary>
    public string? Note { get; set; }

    /// <summary>Whether it is of a kind that takes precedence over totals and parts.</summary>
    public bool IsSettled => Kind is not (DraftKind.Level or DraftKind.Share);
}
