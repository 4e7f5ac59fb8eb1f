using System.CommandLine;
using System.Globalization;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Rules;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>
/// <c>restore FILE</c>: puts a backup in the place of the database, after it has been audited. With <c>--verify</c>, it is only audited and
/// compared with the present database. The exit code is 1 if the backup is not sound.
/// </summary>
internal static class RestoreCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="settings">The settings; called when it runs.</param>
    public static Command Create(Func<ReformGraphOptions> settings)
    {
        var file = new Argument<string>("FILE") { Description = "The backup, of this version or an earlier one." };
        var verify = new Option<bool>("--verify")
        {
            Description = "Only rehearses: upgrades and audits a copy in the folder for temporary files, and says what a restore would " +
                "change."
        };
        var command = new Command("restore", "Replaces the database with a backup, after auditing it, and keeps the replaced database.")
        {
            file, verify
        };
        command.SetAction((arguments, cancellation) =>
        {
            var (database, backup) = (settings().Database.File, arguments.GetRequiredValue(file));
            if (Path.GetFullPath(backup) == Path.GetFullPath(database))
            {
                throw new StartupException($"The file {backup} is the database itself: name a backup of it.");
            }

            var output = arguments.InvocationConfiguration.Output;
            return arguments.GetValue(verify)
                ? VerifyAsync(backup, database, output, cancellation) : RestoreAsync(backup, database, output, cancellation);
        });
        return command;
    }

    private static async Task<int> VerifyAsync(string file, string database, TextWriter output, CancellationToken cancellation)
    {
        using var backup = await RehearseAsync(file, output, cancellation);
        if (backup.Report.Count > 0)
        {
            return 1;
        }

        if (!SqliteFile.Exists(database))
        {
            output.WriteLine($"There is no database {database} that it would replace.");
            return 0;
        }

        Tell(() => backup.CompareWith(database), database, output);
        return 0;
    }

    private static async Task<int> RestoreAsync(string file, string database, TextWriter output, CancellationToken cancellation)
    {
        using var place = RestorePlace.Take(database);
        using var backup = await RehearseAsync(file, output, cancellation);
        if (backup.Report.Count > 0)
        {
            return 1;
        }

        Tell(() => place.CompareWith(backup), database, output);
        var kept = place.Put(backup.Copy, TimeProvider.System.GetUtcNow().UtcDateTime);
        output.WriteLine($"Restored {database} from {file}.");
        if (kept is not null)
        {
            output.WriteLine($"The replaced database is kept as {kept}.");
        }

        return 0;
    }

    private static async Task<RehearsedBackup> RehearseAsync(string file, TextWriter output, CancellationToken cancellation)
    {
        var backup = await RehearsedBackup.RunAsync(file, finding => output.WriteLine(AuditCommand.OneLine(finding.ToString())),
            cancellation);
        var report = backup.Report;
        if (report.Count > 0)
        {
            output.WriteLine(
                $"The backup {file} is not restored, because it differs from what it recorded: {English.Count(report.Count, "fault")}.");
            return backup;
        }

        output.WriteLine(
            $"{English.Count(report.Changes, "change")}, {English.Count(report.Versions, "row version")}, " +
            $"{English.Count(backup.Rows, "row")}, root {report.Root}");
        output.WriteLine(backup.EarlierMigration is { } migration
            ? $"The backup {file} is sound: it is from an earlier version, with the last migration {migration}, and a copy was upgraded."
            : $"The backup {file} is sound: it agrees with itself.");
        return backup;
    }

    private static void Tell(Func<LogComparison?> compare, string database, TextWriter output)
    {
        try
        {
            if (compare() is { } comparison)
            {
                Print(comparison, database, output);
            }
        }
        catch (StartupException cause)
        {
            output.WriteLine(AuditCommand.OneLine(cause.Message)); // what is damaged is replaced all the same
        }
    }

    private static void Print(LogComparison comparison, string database, TextWriter output)
    {
        output.WriteLine(Said(comparison, database));
        if (comparison.Missing is { } missing)
        {
            output.WriteLine(
                $"The backup lacks {English.Count(missing.Count, "change")} of {database}: sequence number {missing.First} to " +
                $"{missing.Last}, recorded from {Time(missing.From)} to {Time(missing.To)}.");
        }

        foreach (var key in comparison.RevivedKeys)
        {
            output.WriteLine(AuditCommand.OneLine(
                $"The key {key} is revoked, but not in the backup: revoke it again after a restore."));
        }
    }

    private static string Said(LogComparison comparison, string database) =>
        !comparison.SameDatabase ? $"The backup is of another database than {database}: their logs have nothing in common."
        : comparison is { IsContinued: true, Missing: null } ? $"The database {database} has the same log as the backup."
        : comparison.IsContinued ? $"The log of {database} begins with that of the backup."
        : comparison.Missing is null
        ? $"The log of the backup begins with that of {database}, and has " +
            $"{English.Count(comparison.OfBackup - comparison.Common, "change")} more."
        : $"The logs of the backup and of {database} begin with the same {English.Count(comparison.Common, "change")}, and differ after " +
            "that.";

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
