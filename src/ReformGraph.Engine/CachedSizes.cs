using ReformGraph.Engine.Compilation;

namespace ReformGraph.Engine;

/// <summary>
/// Estimates how many bytes of memory the objects kept for reuse take, from what is cheap to know: the lengths of the document and of its
/// statements. The factors are measured, and a test compares the estimate with the memory actually used. What several caches share counts
/// in each of them, because any of them may be the last to hold it: the estimate errs upwards.
/// </summary>
internal static class CachedSizes
{
    private const int PerEntry = 500, ParsedPerCharacter = 24, PlannedPerCharacter = 48, PerSqlCharacter = 2;

    /// <summary>A document, parsed, with its text.</summary>
    public static long EstimateBytes(string document) => PerEntry + ((long)ParsedPerCharacter * document.Length);

    /// <summary>The plans of an operation, with their statements, their serializers, and the document.</summary>
    public static long EstimateBytes(string document, IEnumerable<CompiledPlan> plans) =>
        PerEntry + ((long)PlannedPerCharacter * document.Length)
        + plans.SelectMany(plan => plan.Roots).OfType<ListStatements>().SelectMany(root => root.InOrder)
        .Sum(statement => (long)PerSqlCharacter * statement.Sql.Length);
}
