using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>
/// <c>backup FILE</c>: copies the database, of any version, while servers read and write it. <c>backup --into FOLDER --keep N</c> does so
/// on a schedule: it names the copy after the time, and deletes the oldest copies.
/// </summary>
internal static class BackupCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="settings">The settings; called when it runs.</param>
    public static Command Create(Func<ReformGraphOptions> settings)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The new file. An existing file is not replaced.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var into = new Option<string>("--into")
        {
            Description = "The folder of the new file, which is named after the database and the time (UTC): " +
                "reformgraph-20261130T183000Z.db.",
            HelpName = "FOLDER"
        };
        var keep = new Option<int?>("--keep")
        {
            Description = "How many of the backups with such names are kept in the folder. The oldest others are deleted, after the new " +
                "one is complete. By default, all are kept.",
            HelpName = "N"
        };
        var command = new Command("backup", "Copies the database to a new file, even while servers are using it.") { file, into, keep };
        command.Validators.Add(given => RequireOne(given, file, into, keep));
        command.SetAction(arguments => Run(settings().Database.File, arguments.GetValue(file), arguments.GetValue(into),
            arguments.GetValue(keep), arguments.InvocationConfiguration.Output));
        return command;
    }

    private static void Run(string database, string? copy, string? into, int? keep, TextWriter output)
    {
        if (keep < 1)
        {
            throw new StartupException($"--keep cannot be {keep}: it must be at least 1, because the new backup counts.");
        }

        if (into is null)
        {
            DatabaseBackup.Make(database, copy!);
            Tell(output, database, copy!);
            return;
        }

        var folder = new BackupFolder(database, into);
        var newest = folder.Make(TimeProvider.System.GetUtcNow().UtcDateTime);
        Tell(output, database, newest);
        foreach (var deleted in keep is { } count ? folder.DeleteOldest(newest, count) : [])
        {
            output.WriteLine($"Deleted {deleted}");
        }
    }

    private static void RequireOne(CommandResult given, Argument<string> file, Option<string> into, Option<int?> keep)
    {
        if (given.GetResult(file) is { Tokens.Count: > 0 } == given.GetResult(into) is not null)
        {
            given.AddError("backup needs either FILE, the new file, or --into FOLDER, the folder in which it names the new file.");
        }

        if (given.GetResult(keep) is not null && given.GetResult(into) is null)
        {
            given.AddError("--keep says how many backups are kept in a folder: give it with --into only.");
        }
    }

    private static void Tell(TextWriter output, string database, string copy) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"Copied {database} to {copy}: {new FileInfo(copy).Length / 1_000_000m:F1} MB"));
}
