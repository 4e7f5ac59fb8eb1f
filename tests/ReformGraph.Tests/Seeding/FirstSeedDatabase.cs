using System.CommandLine;
using Microsoft.Data.Sqlite;
using ReformGraph.Commands;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Tables;
using ReformGraph.Tests.Import;
using Spectre.Console;

namespace ReformGraph.Tests.Seeding;

/// <summary>A database with the first seed, whose rows that were wrong are in the folder FirstSeed.</summary>
internal sealed class FirstSeedDatabase : IDisposable
{
    private static readonly string First = System.IO.Path.Combine(Repository.Root, "tests/ReformGraph.Tests/Seeding/FirstSeed");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("corrected-");

    private FirstSeedDatabase()
    {
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "reformgraph.db");

    public static async Task<FirstSeedDatabase> CreateAsync()
    {
        var database = new FirstSeedDatabase();
        var seeds = database.folder.CreateSubdirectory("first").FullName;
        string[] unchanged = ["counties", "reports", "villages"];
        foreach (var file in unchanged.Select(name => System.IO.Path.Combine(SeededDatabase.SeedFolder, name + ".csv"))
            .Concat(Directory.GetFiles(First)))
        {
            File.Copy(file, System.IO.Path.Combine(seeds, System.IO.Path.GetFileName(file)));
        }

        await DatabaseCreator.OpenAsync(database.Path, seeds);
        return database;
    }

    /// <summary>Imports the present seed files.</summary>
    /// <returns>What the command prints.</returns>
    public async Task<string> ImportAsync(params string[] options)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var command = ImportCommand.Create(() => Importing.Model, () => new TableLimits(),
            (_, _) => DatabaseFile.WritingContextOfAsync(Path, TimeSpan.FromSeconds(30)), console);
        var exit = await command.Parse([SeededDatabase.SeedFolder, "--reason", "The first report was read again.", .. options])
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return exit == 0 ? output.ToString() : throw new InvalidOperationException($"The import ended with {exit}: {output}");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
