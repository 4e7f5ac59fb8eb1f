using System.CommandLine;
using ReformGraph.Benchmarks.Ways;
using ReformGraph.Benchmarks.Ways.Floor;
using ReformGraph.Benchmarks.Ways.Usual;

namespace ReformGraph.Benchmarks;

/// <summary>The program's command line: without a command it compares the ways; its commands are the servers that it starts.</summary>
internal static class CommandLine
{
    private static readonly Option<string> database = new("--database") { Description = "The SQLite database to serve.", Recursive = true, DefaultValueFactory = _ => "data/bench-200.db" };

    public static Task<int> RunAsync(string[] args)
    {
        var root = WaysCommand.Create(database);
        root.Options.Add(database);
        root.Subcommands.Add(Server(Way.Floor, "Serves the works by hand-written code.", FloorServer.RunAsync));
        root.Subcommands.Add(Server(Way.Usual, "Serves the works by GraphQL.NET and EF Core.", UsualServer.RunAsync));
        return root.Parse(args).InvokeAsync();
    }

    private static Command Server(string name, string description, Func<string, Task> run)
    {
        var command = new Command(name, description) { Hidden = true };
        command.SetAction((result, _) => run(result.GetValue(database)!));
        return command;
    }
}
