using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
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

    /// <summary>Registers the functions with EF Core.</summary>
    public static void AddTo(ModelBuilder model, SqlDialect dialect)
    {
        Map(nameof(Year), arguments => dialect.FirstDayOfMonths(arguments[0], 12));
        Map(nameof(Half), arguments => dialect.FirstDayOfMonths(arguments[0], 6));
        Map(nameof(Quarter), arguments => dialect.FirstDayOfMonths(arguments[0], 3));
        Map(nameof(Month), arguments => dialect.FirstDayOfMonths(arguments[0], 1));
        Map(nameof(Week), arguments => dialect.Monday(arguments[0]));
        Map(nameof(LocalDay), arguments => dialect.LocalDay(arguments[0], arguments[1]));
        Map(nameof(NumberOfYear), arguments => dialect.DatePart(arguments[0], "year"));
        Map(nameof(NumberOfMonth), arguments => dialect.DatePart(arguments[0], "month"));
        Map(nameof(NumberOfDay), arguments => dialect.DatePart(arguments[0], "day"));

        void Map(string method, Func<IReadOnlyList<SqlExpression>, SqlExpression> translation) =>
            model.HasDbFunction(typeof(DateFunctions).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!)
                .HasTranslation(translation);
    }

    private static InvalidOperationException OnlyInQueries() => new("Only within a query.");
}
