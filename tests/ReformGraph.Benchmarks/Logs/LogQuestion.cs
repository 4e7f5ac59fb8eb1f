using ReformGraph.Benchmarks.Ways;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Logs;

/// <summary>How much of the time of a small request does the log take?</summary>
internal static class LogQuestion
{
    private const int Connections = 8;
    private const int Rounds = 15;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2), WarmUpTime = TimeSpan.FromSeconds(20),
        Shortest = TimeSpan.FromSeconds(0.3);

    /// <param name="console">Says how far it is.</param>
    /// <param name="product">The product's program.</param>
    /// <param name="database">The database.</param>
    /// <param name="quick">Whether the figures say nothing.</param>
    public static LogAnswer Ask(IAnsiConsole console, string product, string database, bool quick)
    {
        console.WriteLine("Measuring the log");
        var point = Work.All.Single(work => work.Name == "point");
        using var logging = new Way(Way.Product, product, database);
        using var silent = new Way(Way.Silent, product, database);
        Way[] both = [logging, silent];
        Comparison.Check([point], both);
        foreach (var way in both)
        {
            WarmUp.Run(way, [point], quick ? Shortest : WarmUpTime);
        }

        return new LogAnswer(Cell.Measure(both, point, Connections, quick ? 1 : Rounds, quick ? Shortest : Duration));
    }
}
