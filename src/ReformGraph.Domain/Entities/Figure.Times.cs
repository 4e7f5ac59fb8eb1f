using System.Linq.Expressions;

namespace ReformGraph.Domain.Entities;

/// <summary>The time that a figure is of, as far as it states one.</summary>
internal sealed partial class Figure
{
    /// <summary>The month in which the period begins, counted from the year 0; null if its year is not known.</summary>
    internal static Expression<Func<Figure, int?>> PeriodBegins { get; } = figure => (figure.Year * 12) + (figure.FirstMonth ?? 1);

    /// <summary>The same for its end.</summary>
    internal static Expression<Func<Figure, int?>> PeriodEnds { get; } = figure => (figure.Year * 12) + (figure.LastMonth ?? 12);

    /// <summary>The number of months in the period; null if it is not known.</summary>
    internal static Expression<Func<Figure, int?>> PeriodMonths { get; } = figure =>
        figure.Year == null && figure.FirstMonth == null ? null : (figure.LastMonth ?? 12) - (figure.FirstMonth ?? 1) + 1;

    /// <summary>The period as a number, such as 20230109 for 2023年1—9月; parts that are not known are 0.</summary>
    internal static Expression<Func<Figure, int>> StatedTime { get; } = figure => ((figure.Year ?? 0) * 10_000)
        + ((figure.FirstMonth ?? (figure.Year == null ? 0 : 1)) * 100) + (figure.LastMonth ?? (figure.Year == null ? 0 : 12));

    /// <summary>The wording of a period without a year or months, such as 十三五期间; empty if there is none.</summary>
    internal static Expression<Func<Figure, string>> UnreadPeriod { get; } = figure =>
        figure.Year == null && figure.FirstMonth == null && figure.Period != null ? figure.Period : "";
}
