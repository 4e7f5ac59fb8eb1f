using NodaTime;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// By how much clocks are ahead of UTC, by the IANA time zone database that NodaTime carries: the database is asked for no zone, so
/// that the same request gives the same days everywhere.
/// </summary>
internal static class TimeZones
{
    /// <summary>Behind it, the rules of today for summer time are not followed.</summary>
    private static readonly Instant End = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>The offsets of a zone, one after another.</summary>
    /// <param name="zone">Its name; null for UTC.</param>
    /// <param name="slots">Where the offsets become slots.</param>
    public static IReadOnlyList<ClockOffset> Offsets(InputScalar? zone, PlanSlots slots)
    {
        var offsets = new List<ClockOffset>();
        int? seconds = null;
        foreach (var interval in Named(zone).GetZoneIntervals(Instant.MinValue, End))
        {
            if (interval.WallOffset.Seconds == seconds)
            {
                continue;
            }

            seconds = interval.WallOffset.Seconds;
            var (since, ahead) = (interval.HasStart ? interval.Start.ToDateTimeUtc() : default, (long)seconds);
            offsets.Add(new ClockOffset(
                interval.HasStart ? slots.Computed(typeof(DateTime), _ => since) : null,
                slots.Computed(typeof(int), _ => ahead)));
        }

        return offsets;
    }

    private static DateTimeZone Named(InputScalar? zone)
    {
        if (zone is null)
        {
            return DateTimeZone.Utc;
        }

        var name = (string)zone.Fixed!;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? throw zone.At.Refusal(ErrorCodes.TimeZoneInvalid, $"\"{SourceText.Shorten(name)}\" is no time zone; give a name of the IANA time zone database, such as Asia/Shanghai.");
    }
}
