using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The text functions in conditions, the same on every provider: by code point and case-sensitively. (LIKE ignores the case of ASCII
/// letters on SQLite, and has wildcards.)
/// </summary>
internal static class TextFunctions
{
    /// <summary>The position of a part in a text, starting at 1; 0 if it does not occur.</summary>
    public static int Position(string? text, string? part) => throw new InvalidOperationException("Only within a query.");

    /// <summary>The number of code points in a text.</summary>
    public static int Length(string? text) => throw new InvalidOperationException("Only within a query.");

    /// <summary>A text from a position on, starting at 1.</summary>
    public static string? From(string? text, int start) => throw new InvalidOperationException("Only within a query.");

    /// <summary>A text with A to Z replaced by a to z.</summary>
    public static string? Lower(string? text) => throw new InvalidOperationException("Only within a query.");

    /// <summary>A text with a to z replaced by A to Z.</summary>
    public static string? Upper(string? text) => throw new InvalidOperationException("Only within a query.");

    /// <summary>An id as text.</summary>
    public static string? OfId(int? id) => throw new InvalidOperationException("Only within a query.");

    /// <summary>The functions as a dialect has them.</summary>
    public static IEnumerable<QueryFunction> In(SqlDialect dialect) =>
    [
        new(typeof(TextFunctions), nameof(Position), arguments => dialect.Position(arguments[0], arguments[1])),
        new(typeof(TextFunctions), nameof(Length), arguments => SqlDialect.Function("length", typeof(int), null, arguments[0])),
        new(typeof(TextFunctions), nameof(From), arguments => OfText("substr", arguments[0], arguments[1])),
        new(typeof(TextFunctions), nameof(Lower), arguments => OfText("lower", dialect.FoldedAsAscii(arguments[0]))),
        new(typeof(TextFunctions), nameof(Upper), arguments => OfText("upper", dialect.FoldedAsAscii(arguments[0]))),
        new(typeof(TextFunctions), nameof(OfId), arguments => dialect.Text(arguments[0]))
    ];

    private static SqlFunctionExpression OfText(string name, params SqlExpression[] arguments) =>
        SqlDialect.Function(name, typeof(string), arguments[0].TypeMapping, arguments);
}
