using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Modeling;

/// <summary>The number functions in queries, the same on every provider.</summary>
internal static class NumberFunctions
{
    /// <summary>A decimal in its smallest units, ten-thousandths, in which it is added.</summary>
    public static long? Units(decimal? value) => throw new InvalidOperationException("Only within a query.");

    /// <summary>The functions as a dialect has them.</summary>
    public static IEnumerable<QueryFunction> In(SqlDialect dialect) =>
        [new(typeof(NumberFunctions), nameof(Units), arguments => dialect.Units(arguments[0]))];
}
