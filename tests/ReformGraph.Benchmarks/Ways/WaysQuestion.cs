using System.CommandLine;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>How fast is the product beside the floor and the usual way?</summary>
internal static class WaysQuestion
{
    private static readonly string[] Names = [Way.Product, Way.Floor, Way.Usual];

    private static readonly Option<string[]> works =
        BenchCommand.Choice("--works", "The works to measure.", [.. Work.All.Select(work => work.Name)]);
    private static readonly Option<string[]> ways = BenchCommand.Choice("--ways", "The ways to measure.", Names);
    private static readonly Option<int[]> connections = new("--connections")
    {
        Description = "The numbers of connections.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [1, 8, 64]
    };
    private static readonly Option<int> rounds =
        new("--rounds") { Description = "How often each way is measured under each load.", DefaultValueFactory = _ => 5 };
    private static readonly Option<double> seconds =
        new("--seconds") { Description = "How long each round takes.", DefaultValueFactory = _ => 2 };
    private static readonly Option<double> warmUp =
        new("--warm-up") { Description = "How many seconds each server is loaded before.", DefaultValueFactory = _ => 25 };

    /// <summary>How to ask it.</summary>
    public static IReadOnlyList<Option> Options { get; } = [works, ways, connections, rounds, seconds, warmUp];

    /// <summary>Checks that the ways answer alike, and measures them.</summary>
    public static WaysAnswer Ask(ParseResult options, IAnsiConsole console, string product, string database)
    {
        var asked = Work.All.Where(work => options.GetValue(works)!.Contains(work.Name)).ToArray();
        var running = new List<Way>();
        try
        {
            var measured = BenchCommand.IsOfKept(options) ? [Way.Product, Way.Floor] : options.GetValue(ways)!;
            foreach (var name in Names.Where(measured.Contains))
            {
                running.Add(new Way(name, product, database));
            }

            console.WriteLine($"{Comparison.Check(asked, running)} answers of {running.Count} servers are alike.");
            foreach (var way in running)
            {
                console.WriteLine($"Warming up {way.Name}");
                WarmUp.Run(way, asked, TimeSpan.FromSeconds(BenchCommand.Value(options, warmUp, 1)));
            }

            var cells = Measure(options, console, asked, running);
            return new WaysAnswer(cells, running.ToDictionary(way => way.Name, way => way.PeakMemory()));
        }
        finally
        {
            running.ForEach(way => way.Dispose());
        }
    }

    private static List<Cell> Measure(ParseResult options, IAnsiConsole console, Work[] asked, List<Way> running)
    {
        var cells = new List<Cell>();
        foreach (var work in asked)
        {
            var loads = BenchCommand.IsOfKept(options) ? [KeptWork.Connections] : BenchCommand.Value(options, connections, [8]);
            foreach (var number in loads)
            {
                console.WriteLine($"Measuring {work.Name} with {number} connections");
                var duration = TimeSpan.FromSeconds(BenchCommand.Value(options, seconds, 0.3));
                cells.Add(Cell.Measure(running, work, number, BenchCommand.Value(options, rounds, 1), duration));
            }
        }

        return cells;
    }
}
