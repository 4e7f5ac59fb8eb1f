using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Schema;
using ReformGraph.Data.Sqlite;
using ReformGraph.Settings;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary>
/// <c>backup FILE</c>: copies the database, of whichever version, while servers read and write it. The copy holds all that was stored before it
/// began. It is made in one step, within one read transaction: copied in several, each write of another process would begin it anew.
/// </summary>
internal static class BackupCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="settings">The settings; asked when it runs.</param>
    /// <param name="console">Where it is said what was copied.</param>
    public static Command Create(Func<ReformGraphOptions> settings, IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The new file. An existing file is not replaced." };
        var command = new Command("backup", "Copies the database to a new file, even while servers are using it.") { file };
        command.SetAction(arguments =>
        {
            var (database, copy) = (settings().Database.File, arguments.GetRequiredValue(file));
            Make(database, copy);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Copied {database} to {copy}: {new FileInfo(copy).Length / 1_000_000m:F1} MB"));
        });
        return command;
    }

    private static void Make(string database, string copy)
    {
        SqliteFile.Existing(database);
        try
        {
            using var beside = AtomicFile.OfNew(copy);
            using (var from = SqliteFile.Connect(database, SqliteOpenMode.ReadWrite))
            {
                using var transaction = from.BeginTransaction(deferred: true); // waits for one that recovers or upgrades the file
                MigrationSet.AppliedTo(from, database);
                using var to = SqliteFile.Connect(beside.Path, SqliteOpenMode.ReadWriteCreate);
                from.BackupDatabase(to);
            }

            beside.TakePlace(overwrite: false);
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The database {database} cannot be copied to {copy}: {cause.Message}", cause);
        }
    }
}
