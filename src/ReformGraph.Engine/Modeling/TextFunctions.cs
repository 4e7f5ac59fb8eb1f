using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The text functions of conditions, alike on every provider: by code point and case-sensitively. (LIKE ignores the case of
/// ASCII letters on SQLite, and has wildcards.)
/// </summary>
internal static class TextFunctions
{
    /// <summary>The place of a part in a text, from 1; 0 when it is not there.</summary>
    public static int Position(string? text, string? part) => throw new InvalidOperationException("Only within a query.");

    /// <summary>How many code points a text has.</summary>
    public static int Length(string? text) => throw new InvalidOperationException("Only within a query.");

    /// <summary>A text from a place on, counted from 1.</summary>
    public static string? From(string? text, int start) => throw new InvalidOperationException("Only within a query.");

    /// <summary>A text with a to z in the place of A to Z.</summary>
    public static string? Lower(string? text) => throw new InvalidOperationException("Only within a query.");

    /// <summary>A text with A to Z in the place of a to z.</summary>
    public static string? Upper(string? text) => throw new InvalidOperationException("Only within a query.");

    /// <summary>An id as text.</summary>
    public static string? OfId(int? id) => throw new InvalidOperationException("Only within a query.");

    /// <summary>Makes the functions known to EF Core.</summary>
    public static void AddTo(ModelBuilder model, bool isSqlite)
    {
        Map(nameof(Position), arguments => Function(isSqlite ? "instr" : "strpos", typeof(int), arguments));
        Map(nameof(Length), arguments => Function("length", typeof(int), arguments));
        Map(nameof(From), arguments => Function("substr", typeof(string), arguments));
        Map(nameof(Lower), arguments => Function("lower", typeof(string), Folded(arguments)));
        Map(nameof(Upper), arguments => Function("upper", typeof(string), Folded(arguments)));
        Map(nameof(OfId), arguments => new SqlUnaryExpression(ExpressionType.Convert, arguments[0], typeof(string), new StringTypeMapping(isSqlite ? "TEXT" : "text", System.Data.DbType.String)));

        void Map(string method, Func<IReadOnlyList<SqlExpression>, SqlExpression> translation) =>
            model.HasDbFunction(typeof(TextFunctions).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!).HasTranslation(translation);

        // PostgreSQL folds as the collation of a text says, and by this one only the letters that SQLite knows of.
        IReadOnlyList<SqlExpression> Folded(IReadOnlyList<SqlExpression> arguments) => isSqlite ? arguments : [new CollateExpression(arguments[0], "C")];
    }

    private static SqlFunctionExpression Function(string name, Type type, IReadOnlyList<SqlExpression> arguments) => new(
        name, arguments, nullable: true, [.. arguments.Select(_ => true)], type, type == typeof(string) ? arguments[0].TypeMapping : null);
}
