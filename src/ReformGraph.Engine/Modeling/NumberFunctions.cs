using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Modeling;

/// <summary>The number functions in queries, the same on every provider.</summary>
internal static class NumberFunctions
{
    /// <summary>A decimal in its smallest units, ten-thousandths, in which it is added.</summary>
    public static long? Units(decimal? value) => throw new InvalidOperationException("Only within a query.");

    /// <summary>Registers the functions with EF Core.</summary>
    public static void AddTo(ModelBuilder model, SqlDialect dialect) => model
        .HasDbFunction(typeof(NumberFunctions).GetMethod(nameof(Units), BindingFlags.Public | BindingFlags.Static)!)
        .HasTranslation(arguments => dialect.Units(arguments[0]));
}
