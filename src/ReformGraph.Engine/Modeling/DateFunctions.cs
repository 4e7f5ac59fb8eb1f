using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The functions of dates within queries, alike on every provider. On SQLite a date is its text, so that a month is cut out of it:
/// SQLite's own functions of dates would parse it, which takes twice as long.
/// </summary>
internal static class DateFunctions
{
    /// <summary>The first day of the year.</summary>
    public static DateOnly? Year(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The first day of the half of the year.</summary>
    public static DateOnly? Half(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The first day of the quarter.</summary>
    public static DateOnly? Quarter(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The first day of the month.</summary>
    public static DateOnly? Month(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The Monday of the week.</summary>
    public static DateOnly? Week(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The day on which an instant falls where clocks are so many seconds ahead of UTC.</summary>
    public static DateOnly? LocalDay(DateTime? instant, int seconds) => throw OnlyInQueries();

    /// <summary>The number of the year.</summary>
    public static int? NumberOfYear(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The number of the month in its year.</summary>
    public static int? NumberOfMonth(DateOnly? day) => throw OnlyInQueries();

    /// <summary>The number of the day in its month.</summary>
    public static int? NumberOfDay(DateOnly? day) => throw OnlyInQueries();

    /// <summary>Makes the functions known to EF Core.</summary>
    public static void AddTo(ModelBuilder model, bool isSqlite)
    {
        var dialect = isSqlite ? (Dialect)new SqliteDates() : new PostgresDates();
        Map(nameof(Year), arguments => dialect.Months(arguments[0], 12));
        Map(nameof(Half), arguments => dialect.Months(arguments[0], 6));
        Map(nameof(Quarter), arguments => dialect.Months(arguments[0], 3));
        Map(nameof(Month), arguments => dialect.Months(arguments[0], 1));
        Map(nameof(Week), arguments => dialect.Week(arguments[0]));
        Map(nameof(LocalDay), arguments => dialect.LocalDay(arguments[0], arguments[1]));
        Map(nameof(NumberOfYear), arguments => dialect.Number(arguments[0], "year"));
        Map(nameof(NumberOfMonth), arguments => dialect.Number(arguments[0], "month"));
        Map(nameof(NumberOfDay), arguments => dialect.Number(arguments[0], "day"));

        void Map(string method, Func<IReadOnlyList<SqlExpression>, SqlExpression> translation) =>
            model.HasDbFunction(typeof(DateFunctions).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!).HasTranslation(translation);
    }

    private static InvalidOperationException OnlyInQueries() => new("Only within a query.");

    private abstract class Dialect
    {
        /// <summary>The first day of the period of so many months.</summary>
        public abstract SqlExpression Months(SqlExpression day, int months);

        public abstract SqlExpression Week(SqlExpression day);

        public abstract SqlExpression LocalDay(SqlExpression instant, SqlExpression seconds);

        /// <summary>The number of the year, the month or the day.</summary>
        public abstract SqlExpression Number(SqlExpression day, string part);

        protected static RelationalTypeMapping Truth { get; } = new BoolTypeMapping("boolean");

        protected static SqlExpression Constant<T>(T value, RelationalTypeMapping mapping)
            where T : notnull => new SqlConstantExpression(value, mapping);

        protected static SqlFunctionExpression Function(string name, Type type, RelationalTypeMapping? mapping, params SqlExpression[] arguments) =>
            new(name, arguments, nullable: true, [.. arguments.Select(_ => true)], type, mapping);
    }

    private sealed class SqliteDates : Dialect
    {
        private static readonly RelationalTypeMapping Text = new StringTypeMapping("TEXT", System.Data.DbType.String);
        private static readonly RelationalTypeMapping Whole = new IntTypeMapping("INTEGER");
        private static readonly RelationalTypeMapping Day = new DateOnlyTypeMapping("TEXT");

        public override SqlExpression Months(SqlExpression day, int months)
        {
            var month = Part(day, 6, 2);
            var end = months switch
            {
                1 => Constant("-01", Text),
                12 => Constant("-01-01", Text),
                6 => Choice(month, ("07", "-01-01"), "-07-01"),
                _ => Choice(month, ("04", "-01-01"), ("07", "-04-01"), ("10", "-07-01"), "-10-01"),
            };
            var start = new SqlBinaryExpression(ExpressionType.Add, Part(day, 1, months == 1 ? 7 : 4), end, typeof(string), Text);

            // EF Core reads a missing text as an empty one where texts are joined; it is told that none is missing, and that the whole may be.
            return new SqlFunctionExpression("nullif", [start, Constant(string.Empty, Text)], nullable: true, [false, false], typeof(DateOnly), Day);
        }

        public override SqlExpression Week(SqlExpression day) =>
            Function("date", typeof(DateOnly), Day, day, Constant("-6 days", Text), Constant("weekday 1", Text));

        public override SqlExpression LocalDay(SqlExpression instant, SqlExpression seconds) => Function(
            "date", typeof(DateOnly), Day, instant, Function("printf", typeof(string), Text, Constant("%+d seconds", Text), seconds));

        public override SqlExpression Number(SqlExpression day, string part)
        {
            var (start, length) = part switch { "year" => (1, 4), "month" => (6, 2), _ => (9, 2) };
            return new SqlUnaryExpression(ExpressionType.Convert, Function("substr", typeof(string), Text, day, Constant(start, Whole), Constant(length, Whole)), typeof(int), Whole);
        }

        private static SqlFunctionExpression Part(SqlExpression day, int start, int length) =>
            new("substr", [day, Constant(start, Whole), Constant(length, Whole)], nullable: false, [false, false, false], typeof(string), Text);

        private static CaseExpression Choice(SqlExpression month, params object[] parts) => new(
            [.. parts.OfType<(string Below, string End)>().Select(part => new CaseWhenClause(
                new SqlBinaryExpression(ExpressionType.LessThan, month, Constant(part.Below, Text), typeof(bool), Truth), Constant(part.End, Text)))],
            Constant((string)parts[^1], Text));
    }

    private sealed class PostgresDates : Dialect
    {
        private static readonly RelationalTypeMapping Text = new StringTypeMapping("text", System.Data.DbType.String);
        private static readonly RelationalTypeMapping Whole = new IntTypeMapping("integer");
        private static readonly RelationalTypeMapping Day = new DateOnlyTypeMapping("date");
        private static readonly RelationalTypeMapping Real = new DoubleTypeMapping("double precision");
        private static readonly RelationalTypeMapping Span = new TimeSpanTypeMapping("interval");
        private static readonly RelationalTypeMapping Local = new DateTimeTypeMapping("timestamp without time zone");

        public override SqlExpression Months(SqlExpression day, int months) => months == 6
            ? Function("make_date", typeof(DateOnly), Day, Part(day, "year"), FirstMonthOfHalf(Part(day, "month")), Constant(1, Whole))
            : Truncated(day, months switch { 1 => "month", 3 => "quarter", _ => "year" });

        public override SqlExpression Week(SqlExpression day) => Truncated(day, "week");

        public override SqlExpression LocalDay(SqlExpression instant, SqlExpression seconds)
        {
            var utc = Function("timezone", typeof(DateTime), Local, Constant("UTC", Text), instant);
            var none = Constant(0, Whole);
            var ahead = Function("make_interval", typeof(TimeSpan), Span, none, none, none, none, none, none, seconds);
            return ToDay(new SqlBinaryExpression(ExpressionType.Add, utc, ahead, typeof(DateTime), Local));
        }

        public override SqlExpression Number(SqlExpression day, string part) => Part(day, part);

        private static SqlExpression FirstMonthOfHalf(SqlExpression month) => new CaseExpression(
            [new CaseWhenClause(new SqlBinaryExpression(ExpressionType.LessThan, month, Constant(7, Whole), typeof(bool), Truth), Constant(1, Whole))],
            Constant(7, Whole));

        private static SqlUnaryExpression Part(SqlExpression day, string part) =>
            new(ExpressionType.Convert, Function("date_part", typeof(double), Real, Constant(part, Text), day), typeof(int), Whole);

        // As a time without zone: a plain date would be taken for one of the connection's zone.
        private static SqlUnaryExpression Truncated(SqlExpression day, string period) => ToDay(Function(
            "date_trunc", typeof(DateTime), Local, Constant(period, Text), new SqlUnaryExpression(ExpressionType.Convert, day, typeof(DateTime), Local)));

        private static SqlUnaryExpression ToDay(SqlExpression time) => new(ExpressionType.Convert, time, typeof(DateOnly), Day);
    }
}
