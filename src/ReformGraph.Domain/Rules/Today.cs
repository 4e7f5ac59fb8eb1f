namespace ReformGraph.Domain.Rules;

/// <summary>
/// The date after which a date lies in the future: the date in China, which has one time zone for all counties, eight hours ahead of UTC,
/// all year round. By the date in UTC, a county could not record until eight in the morning what has happened since midnight.
/// </summary>
internal static class Today
{
    /// <summary>Its name in messages and documents.</summary>
    public const string Named = "today's date in China (UTC+8)";

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    /// <summary>The date at a time.</summary>
    /// <param name="utc">The time, in UTC.</param>
    public static DateOnly At(DateTime utc) => DateOnly.FromDateTime(utc + Ahead);

    /// <summary>What a date that must not be in the future must be, to be read after its name.</summary>
    /// <param name="today">Today's date.</param>
    public static Bilingual Rule(DateOnly today) =>
        new(FormattableString.Invariant($"must not be after {today:yyyy-MM-dd}, {Named}"),
            FormattableString.Invariant($"不得晚于 {today:yyyy-MM-dd}（北京时间当日，UTC+8）"));
}
