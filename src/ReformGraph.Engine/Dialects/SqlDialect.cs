using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Dialects;

/// <summary>
/// All differences between databases in SQL, or in the LINQ from which EF Core generates it. The provider of a context determines its
/// dialect.
/// </summary>
internal abstract class SqlDialect
{
    /// <summary>The number of the whole units in which decimals are added that make 1: they have four decimal places.</summary>
    public const int UnitsOfOne = 10_000;

    /// <summary>Whether NULL is the least value in ORDER BY, as clients are promised; otherwise each key is preceded by whether it is
    /// null.</summary>
    public abstract bool NullsSortLow { get; }

    /// <summary>
    /// Whether a page below rows is found by seeking the keys of each owner's page. Otherwise a window function numbers the rows of all
    /// owners.
    /// </summary>
    public abstract bool SeeksPagesBelowRows { get; }

    /// <summary>The dialect of a context.</summary>
    /// <exception cref="NotSupportedException">Its provider has none.</exception>
    public static SqlDialect For(DbContext context) => For(context.Database.ProviderName);

    /// <summary>The dialect of a provider, as EF Core names it.</summary>
    /// <exception cref="NotSupportedException">It has none.</exception>
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
    /// <param name="digits">The maximum number of digits.</param>
    /// <param name="places">The number of decimal places among them.</param>
    public abstract void MapDecimal(IMutableProperty property, int digits, int places);

    /// <summary>Maps a text so that it compares by code point.</summary>
    public abstract void MapText(IMutableProperty property);

    /// <summary>A decimal in ten-thousandths, in LINQ, as a nullable long.</summary>
    public abstract Expression Units(Expression value);

    /// <summary>A decimal in ten-thousandths, in SQL.</summary>
    public abstract SqlExpression Units(SqlExpression value);

    /// <summary>The position of a part in a text, starting at 1; 0 if it does not occur.</summary>
    public abstract SqlExpression Position(SqlExpression text, SqlExpression part);

    /// <summary>A text for which LOWER and UPPER change only ASCII letters.</summary>
    public abstract SqlExpression FoldedAsAscii(SqlExpression text);

    /// <summary>A whole number as text.</summary>
    public abstract SqlExpression Text(SqlExpression number);

    /// <summary>The average number of UTF-8 bytes in the texts of a column, rounded down, plus one: the text of a statement.</summary>
    public abstract string UsualBytes(string column);

    /// <summary>The first day of the period of 1, 3, 6 or 12 months that contains a day.</summary>
    public abstract SqlExpression FirstDayOfMonths(SqlExpression day, int months);

    /// <summary>The Monday of the week that contains a day.</summary>
    public abstract SqlExpression Monday(SqlExpression day);

    /// <summary>The date of an instant in a time zone that is this many seconds ahead of UTC.</summary>
    public abstract SqlExpression LocalDay(SqlExpression instant, SqlExpression seconds);

    /// <summary>The number of the year, month or day of a date.</summary>
    /// <param name="day">The day.</param>
    /// <param name="part"><c>year</c>, <c>month</c> or <c>day</c>.</param>
    public abstract SqlExpression DatePart(SqlExpression day, string part);

    /// <summary>A condition, with a hint for the planner that most rows meet it, if the database supports one.</summary>
    public abstract SqlExpression Likely(SqlExpression condition);

    /// <summary>A function that is null if one of its arguments is.</summary>
    public static SqlFunctionExpression Function(string name, Type type, RelationalTypeMapping? mapping,
        params SqlExpression[] arguments) =>
        new(name, arguments, nullable: true, [.. arguments.Select(_ => true)], type, mapping);

    protected static SqlExpression Constant<T>(T value, RelationalTypeMapping mapping)
        where T : notnull => new SqlConstantExpression(value, mapping);

    protected static SqlExpression IsLess(SqlExpression left, SqlExpression right) =>
        new SqlBinaryExpression(ExpressionType.LessThan, left, right, typeof(bool), new BoolTypeMapping("boolean"));
}
