namespace ReformGraph.Domain.Rules;

/// <summary>
/// The day by which dates are told to lie in the future: the day in China, which has one time for all counties, eight hours before UTC, the
/// whole year. By the day in UTC a county could not record until eight in the morning what has happened since midnight.
/// </summary>
internal static class Today
{
    /// <summary>Its name in messages and documents.</summary>
    public const string Named = "today's date in China (UTC+8)";

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    /// <summary>The day at a time.</summary>
    /// <param name="utc">The time, in UTC.</param>
    public static DateOnly At(DateTime utc) => DateOnly.FromDateTime(utc + Ahead);

    /// <summary>What a date must be that may not lie in the future, behind its name.</summary>
    /// <param name="today">The present day.</param>
    public static Bilingual Rule(DateOnly today) =>
        new(FormattableString.Invariant($"must not be after {today:yyyy-MM-dd}, {Named}"),
            FormattableString.Invariant($"不得晚于 {today:yyyy-MM-dd}（中国当日，UTC+8）"));
}
