using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// What a query tells SQLite of its conditions. SQLite takes a range with one end for a quarter of a table, and would rather read what was recorded until an instant, nearly all of it,
/// than a few rows by another index.
/// </summary>
internal static class PlannerHints
{
    private static readonly MethodInfo LikelyMethod = typeof(PlannerHints).GetMethod(nameof(Likely), [typeof(bool)])!;

    /// <summary>A condition that most rows fulfil.</summary>
    public static bool Likely(bool condition) => throw new InvalidOperationException("Only within a query.");

    /// <summary>The same as an expression.</summary>
    public static MethodCallExpression Likely(Expression condition) => Expression.Call(LikelyMethod, condition);

    /// <summary>Makes the hint known to EF Core; other providers are told nothing.</summary>
    public static void AddTo(ModelBuilder model, bool isSqlite) => model.HasDbFunction(LikelyMethod).HasTranslation(arguments =>
        isSqlite ? new SqlFunctionExpression("likely", arguments, nullable: true, argumentsPropagateNullability: [true], typeof(bool), new BoolTypeMapping("INTEGER")) : arguments[0]);
}
