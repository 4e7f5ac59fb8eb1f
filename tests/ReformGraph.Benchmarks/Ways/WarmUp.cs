
namespace ReformGraph.Benchmarks.Ways;

/// <summary>Loads a server until its code is compiled for good.</summary>
internal static class WarmUp
{
    /// <summary>Gives each work its share of the time.</summary>
    public static void Run(Way way, IReadOnlyList<Work> works, TimeSpan duration)
    {
        foreach (var work in works)
        {
            using var load = way.Load(work, 8);
            load.Run(duration / works.Count);
        }
    }
}
