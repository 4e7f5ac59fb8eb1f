namespace ReformGraph.Domain.Quantities;

/// <summary>A passage of a text with digits, Arabic or Chinese.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Quantity">The quantity that it states; null if it states none, or none that was understood.</param>
/// <param name="Reason">What it is if it is not a quantity; null for a quantity, and for a passage that was not understood.</param>
internal sealed record Passage(int Start, int End, ReadQuantity? Quantity, NotQuantity? Reason)
{
    /// <summary>Why it was not understood, if that is known.</summary>
    public string? Note { get; init; }

    /// <summary>A passage that states a quantity.</summary>
    public static Passage Of(ReadQuantity quantity) => new(quantity.Start, quantity.End, quantity, null);
}

/// <summary>What digits are that do not state a quantity.</summary>
internal enum NotQuantity
{
    /// <summary>The number of a heading or of a list item.</summary>
    HeadingNumber = 1,

    /// <summary>An ordinal: 第三批, 3号, 前10名.</summary>
    Ordinal,

    /// <summary>A day, month or year.</summary>
    Date,

    /// <summary>A span of days, months or years.</summary>
    Period,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>The number of an official document.</summary>
    DocumentNumber,

    /// <summary>A telephone number.</summary>
    PhoneNumber,

    /// <summary>The name of a framework: 1+29.</summary>
    FrameworkName,

    /// <summary>A five-year plan: 十四五.</summary>
    PlanName,

    /// <summary>A title in 《》.</summary>
    Title,

    /// <summary>A name or a set phrase: 一站式, 两项改革, 15分钟服务圈.</summary>
    Name,

    /// <summary>The number of a table, figure or annex.</summary>
    Label,

    /// <summary>A code: B1, 5G, an account or an identity number.</summary>
    Code,

    /// <summary>A digit within a word: 统一, 一般.</summary>
    Word,
}
