using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>Compares the product with the floor and the usual way.</summary>
internal static class WaysCommand
{
    private const string BuiltProduct = "src/ReformGraph/bin/Release/net10.0/ReformGraph.dll";

    private static readonly Option<string[]> works = new("--works") { Description = "The works to measure.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [.. Work.All.Select(work => work.Name)] };
    private static readonly Option<string[]> ways = new("--ways") { Description = "The ways to measure.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [Way.Product, Way.Floor, Way.Usual] };
    private static readonly Option<int[]> connections = new("--connections") { Description = "The numbers of connections.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 8, 64] };
    private static readonly Option<int> rounds = new("--rounds") { Description = "How often each way is measured under each load.", DefaultValueFactory = _ => 5 };
    private static readonly Option<double> seconds = new("--seconds") { Description = "How long each round takes.", DefaultValueFactory = _ => 2 };
    private static readonly Option<double> warmUp = new("--warm-up") { Description = "How many seconds each server is loaded before.", DefaultValueFactory = _ => 25 };
    private static readonly Option<string> product = new("--product") { Description = "The product's program.", DefaultValueFactory = _ => BuiltProduct };
    private static readonly Option<string> json = new("--json") { Description = "The file for the results.", DefaultValueFactory = _ => $"BenchmarkResults/ways-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.json" };

    public static RootCommand Create(Option<string> database)
    {
        var command = new RootCommand("Measures the product beside a hand-written server and one that is written the usual way.") { works, ways, connections, rounds, seconds, warmUp, product, json };
        command.SetAction(result => Run(result, result.GetValue(database)!));
        return command;
    }

    private static void Run(ParseResult options, string database)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        console.Profile.Width = 200; // a table keeps its columns in a file too
        var asked = Work.All.Where(work => options.GetValue(works)!.Contains(work.Name)).ToArray();
        var running = new List<Way>();
        try
        {
            foreach (var way in options.GetValue(ways)!)
            {
                running.Add(way switch
                {
                    Way.Product => Way.StartProduct(options.GetValue(product)!, database),
                    Way.Floor => Way.StartFloor(database),
                    _ => Way.StartUsual(database),
                });
            }

            console.WriteLine($"{Comparison.Check(asked, running)} answers of {running.Count} servers are alike.");
            Measure(options, console, asked, running);
        }
        finally
        {
            running.ForEach(way => way.Dispose());
        }
    }

    private static void Measure(ParseResult options, IAnsiConsole console, Work[] asked, List<Way> running)
    {
        foreach (var way in running)
        {
            console.WriteLine($"Warming up {way.Name}");
            WarmUp.Run(way, asked, TimeSpan.FromSeconds(options.GetValue(warmUp)));
        }

        var cells = new List<Cell>();
        foreach (var work in asked)
        {
            foreach (var number in options.GetValue(connections)!)
            {
                console.WriteLine($"Measuring {work.Name} with {number} connections");
                cells.Add(Cell.Measure(running, work, number, options.GetValue(rounds), TimeSpan.FromSeconds(options.GetValue(seconds))));
            }
        }

        var peakMemory = running.ToDictionary(way => way.Name, way => way.Server.PeakMemory());
        var targets = Target.Of(cells);
        WaysReport.Print(console, cells, peakMemory);
        WaysReport.Print(console, targets);
        WaysReport.Save(options.GetValue(json)!, cells, peakMemory, targets);
        console.WriteLine($"Saved as {options.GetValue(json)}");
    }
}
