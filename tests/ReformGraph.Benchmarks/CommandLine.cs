using System.CommandLine;
using ReformGraph.Benchmarks.Serving;
using ReformGraph.Benchmarks.Ways;
using ReformGraph.Benchmarks.Ways.Floor;
using ReformGraph.Benchmarks.Ways.Usual;

namespace ReformGraph.Benchmarks;

/// <summary>The program's command line: without a command it measures; its commands are the servers that it starts.</summary>
internal static class CommandLine
{
    private static readonly Option<string> database =
        new("--database")
        {
            Description = "The SQLite database to serve. The default one is made when there is none.",
            Recursive = true,
            DefaultValueFactory = _ => MeasuredDatabase.File
        };

    public static Task<int> RunAsync(string[] args)
    {
        var root = BenchCommand.Create(database);
        root.Subcommands.Add(Server(Way.Floor, "Serves the works by hand-written code.", FloorServer.RunAsync));
        root.Subcommands.Add(Server(Way.Usual, "Serves the works by GraphQL.NET and EF Core.", UsualServer.RunAsync));
        var parsed = root.Parse(args);
        if (parsed.Errors is [var error, ..])
        {
            Console.Error.WriteLine(error.Message);
            return Task.FromResult(1);
        }

        return parsed.InvokeAsync();
    }

    /// <summary>The command that serves a way. The parser would take the bare name for it among the names of an option too.</summary>
    public static string CommandOf(string way) => "serve-" + way;

    private static Command Server(string name, string description, Func<string, Task> run)
    {
        var command = new Command(CommandOf(name), description) { Hidden = true };
        command.SetAction((result, _) => run(result.GetValue(database)!));
        return command;
    }
}
