using System.Linq.Expressions;
using System.Reflection;
using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Modeling;

/// <summary>What a query tells the database's planner about its conditions.</summary>
internal static class QueryPlannerHints
{
    private static readonly MethodInfo LikelyMethod = typeof(QueryPlannerHints).GetMethod(nameof(Likely), [typeof(bool)])!;

    /// <summary>A condition that most rows meet.</summary>
    public static bool Likely(bool condition) => throw new InvalidOperationException("Only within a query.");

    /// <summary>The same as an expression.</summary>
    public static MethodCallExpression Likely(Expression condition) => Expression.Call(LikelyMethod, condition);

    /// <summary>The hint as a dialect has it.</summary>
    public static IEnumerable<QueryFunction> In(SqlDialect dialect) => [new(LikelyMethod, arguments => dialect.Likely(arguments[0]))];
}
