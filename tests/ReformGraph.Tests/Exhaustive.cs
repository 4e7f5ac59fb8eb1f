using Xunit;

namespace ReformGraph.Tests;

/// <summary>
/// How much is done by the tests that ask at random, kill or damage: an eighth of it, or all if the variable <c>EXHAUSTIVE</c> is 1, as
/// it is for <c>.ci/run</c> and <c>./dev check</c>. These tests have the trait <c>Kind=exhaustive</c>.
/// </summary>
internal static class Exhaustive
{
    /// <summary>Why a test is skipped that cannot do a share of its work.</summary>
    public const string TakesLong = "It takes long: set EXHAUSTIVE=1, as .ci/run and ./dev check do.";

    private const int Parts = 8;

    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("EXHAUSTIVE") == "1";

    /// <summary>A count of questions, kills or the like, or the share of it that is enough.</summary>
    public static int Share(int all) => IsOn ? all : Math.Max(1, all / Parts);

    /// <summary>All of them, or every eighth.</summary>
    public static IEnumerable<T> Share<T>(IEnumerable<T> all) => IsOn ? all : all.Where((_, number) => number % Parts == 0);
}

/// <summary>A test that takes long and cannot do a share of its work.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfExhaustiveAttribute : FactAttribute
{
    public FactIfExhaustiveAttribute() => Skip = Exhaustive.IsOn ? null : Exhaustive.TakesLong;
}
