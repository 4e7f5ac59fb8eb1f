using System.CommandLine;
using System.Globalization;
using ReformGraph.Data.Database;
using ReformGraph.Settings;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary>
/// <c>backup FILE</c>: copies the database, of any version, while servers read and write it.
/// </summary>
internal static class BackupCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="settings">The settings; called when it runs.</param>
    /// <param name="console">Where the result is printed.</param>
    public static Command Create(Func<ReformGraphOptions> settings, IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The new file. An existing file is not replaced." };
        var command = new Command("backup", "Copies the database to a new file, even while servers are using it.") { file };
        command.SetAction(arguments =>
        {
            var (database, copy) = (settings().Database.File, arguments.GetRequiredValue(file));
            DatabaseBackup.Make(database, copy);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Copied {database} to {copy}: {new FileInfo(copy).Length / 1_000_000m:F1} MB"));
        });
        return command;
    }
}
