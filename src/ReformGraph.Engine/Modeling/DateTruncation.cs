namespace ReformGraph.Engine.Modeling;

/// <summary>The period to whose first day a date is truncated.</summary>
public enum DateTruncation
{
    /// <summary>The calendar year.</summary>
    Year,

    /// <summary>The half-year, starting in January or July.</summary>
    Half,

    /// <summary>The quarter, starting in January, April, July or October.</summary>
    Quarter,

    /// <summary>The month.</summary>
    Month,

    /// <summary>The ISO 8601 week, starting on Monday.</summary>
    Week,

    /// <summary>The day.</summary>
    Day,
}

/// <summary>The periods of the calendar.</summary>
internal static class Periods
{
    /// <summary>The first day of the period that contains a day; for the first week of the calendar, its first day.</summary>
    public static DateOnly Start(DateTruncation period, DateOnly day) => period switch
    {
        DateTruncation.Year => new DateOnly(day.Year, 1, 1),
        DateTruncation.Half => new DateOnly(day.Year, day.Month < 7 ? 1 : 7, 1),
        DateTruncation.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        DateTruncation.Month => new DateOnly(day.Year, day.Month, 1),
        DateTruncation.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => day,
    };

    /// <summary>The first days of the periods between two days.</summary>
    public static IEnumerable<DateOnly> Between(DateTruncation period, DateOnly from, DateOnly to)
    {
        for (DateOnly? start = from; start <= to; start = Next(period, start.Value))
        {
            yield return start.Value;
        }
    }

    /// <summary>The first day of the next period; null after the last day of the calendar.</summary>
    public static DateOnly? Next(DateTruncation period, DateOnly start)
    {
        var (months, days) = Length(period);
        var next = start.ToDateTime(TimeOnly.MinValue);
        return days > (DateTime.MaxValue - next).TotalDays || (next.Year == DateTime.MaxValue.Year && next.Month + months > 12)
            ? null
            : start.AddMonths(months).AddDays(days);
    }

    /// <summary>The length of a period: whole months, or days.</summary>
    public static (int Months, int Days) Length(DateTruncation period) => period switch
    {
        DateTruncation.Year => (12, 0),
        DateTruncation.Half => (6, 0),
        DateTruncation.Quarter => (3, 0),
        DateTruncation.Month => (1, 0),
        DateTruncation.Week => (0, 7),
        _ => (0, 1),
    };
}
