using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Dialects;

/// <summary>PostgreSQL. It has its own decimals, dates and instants; its text functions follow the collation.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    /// <summary>EF Core's name of the provider.</summary>
    public const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    // Compares by code point, and folds the case of ASCII letters only.
    private const string Collation = "C";

    private static readonly RelationalTypeMapping TextType = new StringTypeMapping("text", System.Data.DbType.String);
    private static readonly RelationalTypeMapping Whole = new IntTypeMapping("integer");
    private static readonly RelationalTypeMapping Long = new LongTypeMapping("bigint");
    private static readonly RelationalTypeMapping Exact = new DecimalTypeMapping("numeric");
    private static readonly RelationalTypeMapping Day = new DateOnlyTypeMapping("date");
    private static readonly RelationalTypeMapping Real = new DoubleTypeMapping("double precision");
    private static readonly RelationalTypeMapping Span = new TimeSpanTypeMapping("interval");
    private static readonly RelationalTypeMapping Local = new DateTimeTypeMapping("timestamp without time zone");

    private PostgreSqlDialect()
    {
    }

    public static PostgreSqlDialect Instance { get; } = new();

    public override bool NullsSortLow => false;

    // It would evaluate the sought keys for every pair of an owner and a row.
    public override bool SeeksPagesBelowRows => false;

    public override void MapDecimal(IMutableProperty property, int digits, int places)
    {
        property.SetPrecision(digits);
        property.SetScale(places);
    }

    public override void MapText(IMutableProperty property) => property.SetCollation(Collation);

    public override Expression Units(Expression value) => Expression.Convert(
        Expression.Multiply(
            value.Type == typeof(decimal)
                ? Expression.Convert(value, typeof(decimal?)) : value, Expression.Constant((decimal)UnitsOfOne, typeof(decimal?))),
        typeof(long?));

    public override SqlExpression Units(SqlExpression value) => new SqlUnaryExpression(
        ExpressionType.Convert,
        new SqlBinaryExpression(ExpressionType.Multiply, value, Constant((decimal)UnitsOfOne, Exact), typeof(decimal), Exact),
        typeof(long),
        Long);

    public override SqlExpression Position(SqlExpression text, SqlExpression part) => Function("strpos", typeof(int), null, text, part);

    public override SqlExpression FoldedAsAscii(SqlExpression text) => new CollateExpression(text, Collation);

    public override SqlExpression Text(SqlExpression number) =>
        new SqlUnaryExpression(ExpressionType.Convert, number, typeof(string), TextType);

    public override string UsualBytes(string column) => $"""CAST(trunc(coalesce(avg(octet_length("{column}")), 0)) + 1 AS integer)""";

    public override SqlExpression FirstDayOfMonths(SqlExpression day, int months) => months == 6
        ? Function("make_date", typeof(DateOnly), Day, DatePart(day, "year"), FirstMonthOfHalf(DatePart(day, "month")), Constant(1, Whole))
        : Truncated(day, months switch { 1 => "month", 3 => "quarter", _ => "year" });

    public override SqlExpression Monday(SqlExpression day) => Truncated(day, "week");

    public override SqlExpression LocalDay(SqlExpression instant, SqlExpression seconds)
    {
        var utc = Function("timezone", typeof(DateTime), Local, Constant("UTC", TextType), instant);
        var none = Constant(0, Whole);
        var ahead = Function("make_interval", typeof(TimeSpan), Span, none, none, none, none, none, none, seconds);
        return ToDay(new SqlBinaryExpression(ExpressionType.Add, utc, ahead, typeof(DateTime), Local));
    }

    public override SqlExpression DatePart(SqlExpression day, string part) =>
        new SqlUnaryExpression(ExpressionType.Convert, Function("date_part", typeof(double), Real, Constant(part, TextType), day),
            typeof(int), Whole);

    public override SqlExpression Likely(SqlExpression condition) => condition;

    private static CaseExpression FirstMonthOfHalf(SqlExpression month) =>
        new([new CaseWhenClause(IsLess(month, Constant(7, Whole)), Constant(1, Whole))], Constant(7, Whole));

    // As a time without zone: a plain date would be interpreted in the connection's time zone.
    private static SqlUnaryExpression Truncated(SqlExpression day, string period) => ToDay(Function(
        "date_trunc", typeof(DateTime), Local, Constant(period, TextType),
            new SqlUnaryExpression(ExpressionType.Convert, day, typeof(DateTime), Local)));

    private static SqlUnaryExpression ToDay(SqlExpression time) => new(ExpressionType.Convert, time, typeof(DateOnly), Day);
}
