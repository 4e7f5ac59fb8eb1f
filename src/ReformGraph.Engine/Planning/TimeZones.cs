using NodaTime;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// By how much local time is ahead of UTC, according to the IANA time zone database in NodaTime: the database is not asked for a time zone,
/// so that the same request gives the same days everywhere.
/// </summary>
internal static class TimeZones
{
    // A day beyond the calendar would not exist: at its very ends, the days are those of UTC.
    private static readonly Instant FirstDays = Instant.FromUtc(1, 1, 3, 0, 0);
    private static readonly Instant LastDays = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>After this year, today's rules for daylight-saving time are not applied.</summary>
    private static readonly Instant End = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>The offsets of a zone in order.</summary>
    /// <param name="zone">Its name; null for UTC.</param>
    /// <param name="planParameters">The plan parameters to which the offsets are added.</param>
    public static IReadOnlyList<ClockOffset> Offsets(InputScalar? zone, PlanParameters planParameters)
    {
        var intervals = Named(zone?.Fixed as string, zone?.At ?? default).GetZoneIntervals(Instant.MinValue, End)
            .Select(interval => (Since: interval.HasStart ? interval.Start : FirstDays, Seconds: (long)interval.WallOffset.Seconds))
            .Prepend((Since: Instant.MinValue, Seconds: 0)).Append((Since: LastDays, Seconds: 0)).ToList();
        return [.. intervals.Index().Where(part => part.Index == 0 || part.Item.Seconds != intervals[part.Index - 1].Seconds)
            .Select(part => new ClockOffset(
            part.Index == 0 ? null : planParameters.Computed(typeof(DateTime), _ => part.Item.Since.ToDateTimeUtc()),
            planParameters.Computed(typeof(int), _ => part.Item.Seconds)))];
    }

    /// <summary>The zone with this name; UTC without one.</summary>
    public static DateTimeZone Named(string? name, Place at) => name is null
        ? DateTimeZone.Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? throw at.Refusal(ErrorCodes.TimeZoneInvalid,
                $"\"{SourceText.Shorten(name)}\" is not a time zone. Use a name from the IANA time zone database, such as Asia/Shanghai.");
}
