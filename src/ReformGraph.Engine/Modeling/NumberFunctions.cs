using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Modeling;

/// <summary>The functions of numbers within queries, alike on every provider.</summary>
internal static class NumberFunctions
{
    private static readonly RelationalTypeMapping Whole = new LongTypeMapping("bigint");
    private static readonly RelationalTypeMapping Exact = new DecimalTypeMapping("numeric");

    /// <summary>A decimal in its smallest units, ten-thousandths, in which it is added.</summary>
    public static long? Units(decimal? value) => throw new InvalidOperationException("Only within a query.");

    /// <summary>Makes the functions known to EF Core. SQLite holds a decimal in these units.</summary>
    public static void AddTo(ModelBuilder model, bool isSqlite) => model
        .HasDbFunction(typeof(NumberFunctions).GetMethod(nameof(Units), BindingFlags.Public | BindingFlags.Static)!)
        .HasTranslation(arguments => new SqlUnaryExpression(
            ExpressionType.Convert,
            isSqlite ? arguments[0] : new SqlBinaryExpression(ExpressionType.Multiply, arguments[0], new SqlConstantExpression(10_000m, Exact), typeof(decimal), Exact),
            typeof(long),
            isSqlite ? new LongTypeMapping("INTEGER") : Whole));
}
