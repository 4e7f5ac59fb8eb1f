using ReformGraph.Benchmarks.Ways;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Logs;

/// <summary>How much of the time of a small request do the log, metrics and traces take?</summary>
internal static class LogQuestion
{
    private const int Connections = 8;
    private const int Rounds = 15;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2), WarmUpTime = TimeSpan.FromSeconds(20),
        Shortest = TimeSpan.FromSeconds(0.3);

    /// <param name="console">Says how far it is.</param>
    /// <param name="product">The product's program.</param>
    /// <param name="before">That of an earlier build; null for none.</param>
    /// <param name="database">The database.</param>
    /// <param name="quick">Whether the figures say nothing.</param>
    public static LogAnswer Ask(IAnsiConsole console, string product, string? before, string database, bool quick)
    {
        console.WriteLine("Measuring the log, metrics and traces");
        var point = Work.All.Single(work => work.Name == "point");
        using var collector = new Collector();
        Way[] ways = [new(Way.Product, product, database), new(Way.Silent, product, database), new(Way.Measured, product, database),
            new(Way.Traced, product, database, collector.Address), .. before is null ? (Way[])[] : [new(Way.Before, before, database)]];
        try
        {
            Comparison.Check([point], ways);
            foreach (var way in ways)
            {
                WarmUp.Run(way, [point], quick ? Shortest : WarmUpTime);
            }

            return new LogAnswer(Cell.Measure(ways, point, Connections, quick ? 1 : Rounds, quick ? Shortest : Duration));
        }
        finally
        {
            Array.ForEach(ways, way => way.Dispose());
        }
    }
}
