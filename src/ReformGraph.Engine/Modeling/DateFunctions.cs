using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Modeling;

/// <summary>The date functions in queries, the same on every provider.</summary>
internal static class DateFunctions
{
    /// <summary>The first day of the year.</summary>
    public static DateOnly? Year(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The first day of the half-year.</summary>
    public static DateOnly? Half(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The first day of the quarter.</summary>
    public static DateOnly? Quarter(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The first day of the month.</summary>
    public static DateOnly? Month(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The Monday of the week.</summary>
    public static DateOnly? Week(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The date of an instant in a time zone that is this many seconds ahead of UTC.</summary>
    public static DateOnly? LocalDay(DateTime? instant, int seconds) => throw OnlyInQueries();

    /// <summary>The number of the year.</summary>
    public static int? NumberOfYear(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The number of the month in its year.</summary>
    public static int? NumberOfMonth(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The number of the day in its month.</summary>
    public static int? NumberOfDay(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The functions as a dialect has them.</summary>
    public static IEnumerable<QueryFunction> In(SqlDialect dialect) =>
    [
        new(typeof(DateFunctions), nameof(Year), arguments => dialect.FirstDayOfMonths(arguments[0], 12)),
        new(typeof(DateFunctions), nameof(Half), arguments => dialect.FirstDayOfMonths(arguments[0], 6)),
        new(typeof(DateFunctions), nameof(Quarter), arguments => dialect.FirstDayOfMonths(arguments[0], 3)),
        new(typeof(DateFunctions), nameof(Month), arguments => dialect.FirstDayOfMonths(arguments[0], 1)),
        new(typeof(DateFunctions), nameof(Week), arguments => dialect.Monday(arguments[0])),
        new(typeof(DateFunctions), nameof(LocalDay), arguments => dialect.LocalDay(arguments[0], arguments[1])),
        new(typeof(DateFunctions), nameof(NumberOfYear), arguments => dialect.DatePart(arguments[0], "year")),
        new(typeof(DateFunctions), nameof(NumberOfMonth), arguments => dialect.DatePart(arguments[0], "month")),
        new(typeof(DateFunctions), nameof(NumberOfDay), arguments => dialect.DatePart(arguments[0], "day"))
    ];

    private static InvalidOperationException OnlyInQueries() => new("Only within a query.");
}
