using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ReformGraph.Engine.Dialects;

/// <summary>
/// SQLite. A decimal is stored as a whole number of ten-thousandths. A date is its text, so that its month can be cut out: SQLite's own
/// date functions would parse it, which takes twice as long.
/// </summary>
internal sealed class SqliteDialect : SqlDialect
{
    /// <summary>EF Core's name of the provider.</summary>
    public const string Provider = "Microsoft.EntityFrameworkCore.Sqlite";

    private static readonly RelationalTypeMapping TextType = new StringTypeMapping("TEXT", System.Data.DbType.String);
    private static readonly RelationalTypeMapping Whole = new IntTypeMapping("INTEGER");
    private static readonly RelationalTypeMapping Long = new LongTypeMapping("INTEGER");
    private static readonly RelationalTypeMapping Truth = new BoolTypeMapping("INTEGER");
    private static readonly RelationalTypeMapping Day = new DateOnlyTypeMapping("TEXT");
    private static readonly ValueConverter<decimal, long> InUnits =
        new(value => decimal.ToInt64(value * UnitsOfOne), stored => stored / (decimal)UnitsOfOne);

    private SqliteDialect()
    {
    }

    public static SqliteDialect Instance { get; } = new();

    public override bool NullsSortLow => true;

    public override bool SeeksPagesBelowRows => true;

    public override void MapDecimal(IMutableProperty property, int digits, int places) => property.SetValueConverter(InUnits);

    public override void MapText(IMutableProperty property)
    {
        // The default collation of a column, BINARY, compares the bytes of UTF-8.
    }

    // In its stored form.
    public override Expression Units(Expression value) => Expression.Convert(Expression.Convert(value, typeof(object)), typeof(long?));

    public override SqlExpression Units(SqlExpression value) => new SqlUnaryExpression(ExpressionType.Convert, value, typeof(long), Long);

    public override SqlExpression Position(SqlExpression text, SqlExpression part) => Function("instr", typeof(int), null, text, part);

    public override SqlExpression FoldedAsAscii(SqlExpression text) => text;

    public override SqlExpression Text(SqlExpression number) =>
        new SqlUnaryExpression(ExpressionType.Convert, number, typeof(string), TextType);

    public override string UsualBytes(string column) => $"""CAST(coalesce(avg(length(CAST("{column}" AS BLOB))), 0) + 1 AS INTEGER)""";

    public override SqlExpression FirstDayOfMonths(SqlExpression day, int months)
    {
        var month = Part(day, 6, 2);
        var end = months switch
        {
            1 => Constant("-01", TextType),
            12 => Constant("-01-01", TextType),
            6 => Choice(month, ("07", "-01-01"), "-07-01"),
            _ => Choice(month, ("04", "-01-01"), ("07", "-04-01"), ("10", "-07-01"), "-10-01"),
        };
        var start = new SqlBinaryExpression(ExpressionType.Add, Part(day, 1, months == 1 ? 7 : 4), end, typeof(string), TextType);

        // EF Core treats a missing text in a concatenation as an empty one; this expression declares that none is missing, and that
        // the result may be null.
        return new SqlFunctionExpression("nullif", [start, Constant(string.Empty, TextType)], nullable: true, [false, false],
            typeof(DateOnly), Day);
    }

    public override SqlExpression Monday(SqlExpression day) =>
        Function("date", typeof(DateOnly), Day, day, Constant("-6 days", TextType), Constant("weekday 1", TextType));

    public override SqlExpression LocalDay(SqlExpression instant, SqlExpression seconds) => Function(
        "date", typeof(DateOnly), Day, instant, Function("printf", typeof(string), TextType, Constant("%+d seconds", TextType), seconds));

    public override SqlExpression DatePart(SqlExpression day, string part)
    {
        var (start, length) = part switch { "year" => (1, 4), "month" => (6, 2), _ => (9, 2) };
        var text = Function("substr", typeof(string), TextType, day, Constant(start, Whole), Constant(length, Whole));
        return new SqlUnaryExpression(ExpressionType.Convert, text, typeof(int), Whole);
    }

    // SQLite assumes that a range with one end matches a quarter of a table, and would rather read what was recorded before an instant,
    // which is nearly everything, than a few rows by another index.
    public override SqlExpression Likely(SqlExpression condition) => Function("likely", typeof(bool), Truth, condition);

    private static SqlFunctionExpression Part(SqlExpression day, int start, int length) =>
        new("substr", [day, Constant(start, Whole), Constant(length, Whole)], nullable: false, [false, false, false],
            typeof(string), TextType);

    private static CaseExpression Choice(SqlExpression month, params object[] parts) => new(
        [.. parts.OfType<(string Below, string End)>().Select(part =>
            new CaseWhenClause(IsLess(month, Constant(part.Below, TextType)), Constant(part.End, TextType)))],
        Constant((string)parts[^1], TextType));
}
