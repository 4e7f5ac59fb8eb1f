using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Dialects;

/// <summary>
/// Wherever SQL, or the LINQ from which EF Core makes it, differs from one database to another.
/// A context's dialect follows from its provider.
/// </summary>
internal abstract class SqlDialect
{
    /// <summary>How many of the whole numbers in which decimals are added make 1: they have four decimal places.</summary>
    public const int UnitsOfOne = 10_000;

    /// <summary>Whether NULL is the least value in ORDER BY, as clients are promised;
    /// else a key is preceded by whether it is there.</summary>
    public abstract bool NullsSortLow { get; }

    /// <summary>
    /// Whether a page below rows is found by seeking the keys of each owner's page.
    /// Otherwise the rows of all owners are numbered by a window function.
    /// </summary>
    public abstract bool SeeksPagesBelowRows { get; }

    /// <summary>The dialect of a context.</summary>
    /// <exception cref="NotSupportedException">There is none for its provider.</exception>
    public static SqlDialect For(DbContext context) => For(context.Database.ProviderName);

    /// <summary>The dialect of a provider, as EF Core names it.</summary>
    /// <exception cref="NotSupportedException">There is none for it.</exception>
    public static SqlDialect For(string? provider) => provider switch
    {
        SqliteDialect.Provider => SqliteDialect.Instance,
        PostgreSqlDialect.Provider => PostgreSqlDialect.Instance,
        _ => throw new NotSupportedException(
            $"The database provider {provider ?? "(none)"} is not supported: use " +
                $"{SqliteDialect.Provider} or {PostgreSqlDialect.Provider}."),
    };

    /// <summary>Maps a decimal so that it compares, sorts and adds exactly.</summary>
    /// <param name="property">The property.</param>
    /// <param name="digits">How many digits it has at most.</param>
    /// <param name="places">How many of them are decimal places.</param>
    public abstract void MapDecimal(IMutableProperty property, int digits, int places);

    /// <summary>Maps a text so that it compares by code point.</summary>
    public abstract void MapText(IMutableProperty property);

    /// <summary>A decimal in ten-thousandths, in LINQ, as a nullable long.</summary>
    public abstract Expression Units(Expression value);

    /// <summary>A decimal in ten-thousandths, in SQL.</summary>
    public abstract SqlExpression Units(SqlExpression value);

    /// <summary>The place of a part in a text, from 1; 0 when it is not there.</summary>
    public abstract SqlExpression Position(SqlExpression text, SqlExpression part);

    /// <summary>A text of which LOWER and UPPER change only the letters of ASCII.</summary>
    public abstract SqlExpression FoldedAsAscii(SqlExpression text);

    /// <summary>A whole number as text.</summary>
    public abstract SqlExpression Text(SqlExpression number);

    /// <summary>How many bytes of UTF-8 the texts of a column have on average, rounded down, and one more: a statement's text.</summary>
    public abstract string UsualBytes(string column);

    /// <summary>The first day of the period of 1, 3, 6 or 12 months that a day lies in.</summary>
    public abstract SqlExpression FirstDayOfMonths(SqlExpression day, int months);

    /// <summary>The Monday of the week that a day lies in.</summary>
    public abstract SqlExpression Monday(SqlExpression day);

    /// <summary>The day on which an instant falls where clocks are so many seconds ahead of UTC.</summary>
    public abstract SqlExpression LocalDay(SqlExpression instant, SqlExpression seconds);

    /// <summary>The number of a day's year, month or day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="part"><c>year</c>, <c>month</c> or <c>day</c>.</param>
    public abstract SqlExpression DatePart(SqlExpression day, string part);

    /// <summary>A condition, with the hint for the planner that most rows fulfil it where the database takes one.</summary>
    public abstract SqlExpression Likely(SqlExpression condition);

    /// <summary>A function that is null when one of its arguments is.</summary>
    public static SqlFunctionExpression Function(string name, Type type, RelationalTypeMapping? mapping,
        params SqlExpression[] arguments) =>
        new(name, arguments, nullable: true, [.. arguments.Select(_ => true)], type, mapping);

    protected static SqlExpression Constant<T>(T value, RelationalTypeMapping mapping)
        where T : notnull => new SqlConstantExpression(value, mapping);

    protected static SqlExpression IsLess(SqlExpression left, SqlExpression right) =>
        new SqlBinaryExpression(ExpressionType.LessThan, left, right, typeof(bool), new BoolTypeMapping("boolean"));
}
