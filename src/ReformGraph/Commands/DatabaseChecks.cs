using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>
/// What <c>doctor</c> checks in the database: that a start can open, create or upgrade it, its clock and its keys. It reads it without a
/// trace. If there is none, it creates one among the temporary files as a start would, and deletes it again.
/// </summary>
/// <param name="options">The settings.</param>
/// <param name="tell">Receives each finding.</param>
internal sealed class DatabaseChecks(ReformGraphOptions options, Action<Finding> tell) : IDisposable
{
    private const string Check = "database";
    private const string Keys = "keys";

    private readonly string path = options.Database.File;
    private DirectoryInfo? rehearsal;

    /// <summary>Whether the next start upgrades the database.</summary>
    public bool IsToBeUpgraded { get; private set; }

    /// <summary>Runs them.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            DatabaseCreator.RefuseUnusable(path, options.Database.MustExist);
            if ((SqliteFile.Exists(path) ? Read() : await CreateAsync(cancellation)) is { } source)
            {
                await using var context = DatabaseFile.ReadingContextOf(source);
                CheckClock(context);
                await (IsToBeUpgraded ? TellOfKeysAsync() : CheckKeysAsync(context, cancellation));
            }
        }
        catch (StartupException refusal)
        {
            Tell(Check, FindingState.Error, refusal.Message);
        }
        catch (Exception cause) when (cause is DbException or FormatException or InvalidCastException or InvalidOperationException)
        {
            Tell(Check, FindingState.Error,
                $"The database {path} cannot be read: {cause.Message} To list all faults, run: audit verify.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            Tell(Check, FindingState.Warning, $"The database {path} was not checked: {cause.Message}");
        }
    }

    public void Dispose() => rehearsal?.Delete(recursive: true);

    private string? Read()
    {
        var found = DatabaseInspection.Of(path);
        IsToBeUpgraded = found.IsToBeUpgraded;
        if (found.Fault is { } fault)
        {
            Tell(Check, FindingState.Error,
                $"The database {path} is damaged: {fault}. Restore a backup: restore FILE. To list all faults, run: audit verify.");
            return null;
        }

        Tell(Check, IsToBeUpgraded ? FindingState.Warning : FindingState.Ok, IsToBeUpgraded
            ? $"The database {path} is from an earlier version: the next start upgrades it. Make a backup first, and rehearse the " +
                "upgrade with it: restore FILE --verify."
            : $"The database {path} is of this version, and SQLite finds no fault.");
        CheckRights();
        return found.Source;
    }

    // Without write access, a server answers queries, but upgrades nothing.
    private void CheckRights()
    {
        var otherwise = IsToBeUpgraded ? FindingState.Error : FindingState.Warning;
        if (WriteAccess.ObstacleOf(path) is { } obstacle)
        {
            Tell("rights", otherwise, obstacle);
        }
        else if (!WriteAccess.CanWrite(path))
        {
            Tell("rights", otherwise,
                $"No file can be written next to the database {path}, so that it can only be read: its disk is full or read-only.");
        }
        else
        {
            Tell("rights", FindingState.Ok, $"This account ({Environment.UserName}) can write the database.");
        }
    }

    private async Task<string?> CreateAsync(CancellationToken cancellation)
    {
        var folder = DiskChecks.NearestFolder(path);
        if (!WriteAccess.CanWrite(Path.Combine(folder, Path.GetFileName(path))))
        {
            Tell("rights", FindingState.Error,
                $"This account ({Environment.UserName}) cannot create the database {path}: no file can be written in the folder " +
                $"{folder}. Give the folder to the account, make room on its disk, or correct Database:File.");
            return null;
        }

        rehearsal = Directory.CreateTempSubdirectory("reformgraph-doctor-");
        var created = Path.Combine(rehearsal.FullName, Path.GetFileName(path));
        try
        {
            var seeded = (await DatabaseCreator.OpenAsync(created, options.Seeding.Source, cancellation: cancellation)).Seeded;
            Tell(Check, FindingState.Ok,
                $"There is no database {Path.GetFullPath(path)}: the next start creates it, with " +
                $"{English.Count(seeded.Sum(file => file.Rows), "row")} from {options.Seeding.Source}.");
            return created;
        }
        catch (StartupException refusal) when (refusal.InnerException is DbException)
        {
            Tell(Check, FindingState.Warning,
                $"There is no database {Path.GetFullPath(path)}: the next start creates it. Its creation was not rehearsed: " +
                refusal.Message);
            return null;
        }
    }

    private void CheckClock(ReformDbContext context)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var last = context.Set<Change>().AsNoTracking().OrderByDescending(change => change.Id).Select(change => change.RecordedAt)
            .FirstOrDefault();
        Tell("clock", last > now ? FindingState.Warning : FindingState.Ok, last > now
            ? $"The last change was recorded at {last:yyyy-MM-dd HH:mm:ss} UTC, but by the clock of this machine it is only " +
                $"{now:yyyy-MM-dd HH:mm:ss} UTC. Correct the clock before anything else is recorded."
            : $"It is {now:yyyy-MM-dd HH:mm:ss} UTC, after the last recorded change.");
    }

    // The tables of an earlier version lack columns.
    private Task TellOfKeysAsync()
    {
        Tell(Keys, FindingState.Ok, "Keys can be checked once the database is upgraded.");
        return Task.CompletedTask;
    }

    private async Task CheckKeysAsync(ReformDbContext context, CancellationToken cancellation)
    {
        try
        {
            await Exposure.RefuseUnguardedAsync(options, context, cancellation);
        }
        catch (StartupException refusal)
        {
            Tell(Keys, FindingState.Error, refusal.Message);
            return;
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var keys = await context.Set<ApiKey>().AsNoTracking().Where(key => key.RevokedAt == null && key.ReplacedAt == null)
            .Select(key => new { key.Name, key.ExpiresOn }).ToListAsync(cancellation);
        var ending = keys.Where(key => key.ExpiresOn <= today.AddDays(Finding.DaysOfWarning)).ToList();
        foreach (var key in ending)
        {
            Tell(Keys, FindingState.Warning,
                $"The key {key.Name} {(key.ExpiresOn <= today ? "expired" : "expires")} on {key.ExpiresOn:yyyy-MM-dd}: replace it, and " +
                $"give the new one to its holder: keys rotate \"{key.Name}\" --expires YYYY-MM-DD.");
        }

        if (ending is [])
        {
            Tell(Keys, FindingState.Ok, $"{English.Count(keys.Count, "key")}; none expires within {Finding.DaysOfWarning} days.");
        }
    }

    private void Tell(string check, FindingState state, string message) => tell(new(check, state, message));
}
