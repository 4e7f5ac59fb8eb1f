using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

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

    /// <summary>Makes the functions known to EF Core.</summary>
    public static void AddTo(ModelBuilder model, bool isSqlite)
    {
        Map(nameof(Position), isSqlite ? "instr" : "strpos");
        Map(nameof(Length), "length");
        Map(nameof(From), "substr");

        void Map(string method, string function) => model
            .HasDbFunction(typeof(TextFunctions).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!)
            .HasTranslation(arguments => new SqlFunctionExpression(
                function,
                arguments,
                nullable: true,
                argumentsPropagateNullability: [.. arguments.Select(_ => true)],
                method == nameof(From) ? typeof(string) : typeof(int),
                method == nameof(From) ? arguments[0].TypeMapping : null));
    }
}
