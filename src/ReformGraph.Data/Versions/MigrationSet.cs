using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;

namespace ReformGraph.Data.Versions;

/// <summary>The migrations of a build, and what a database's applied migrations say about it.</summary>
internal sealed class MigrationSet
{
    private readonly HashSet<string> ids;

    /// <param name="types">The migrations, possibly among other types.</param>
    /// <param name="use">Makes a context use them, if EF Core does not find them by itself.</param>
    public MigrationSet(IEnumerable<Type> types, Action<DbContextOptionsBuilder>? use = null)
    {
        ids = [.. types.Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];
        Use = use ?? (_ => { });
    }

    /// <summary>The migrations of the program.</summary>
    public static MigrationSet OfProgram { get; } = new(typeof(ReformDbContext).Assembly.GetTypes());

    /// <summary>Makes a context use them.</summary>
    public Action<DbContextOptionsBuilder> Use { get; }

    /// <summary>The first migration, which belongs to version 0.1.0.</summary>
    public string First => ids.Min()!;

    /// <summary>The last migration.</summary>
    public string Last => ids.Max()!;

    /// <summary>The migrations applied to a database.</summary>
    /// <exception cref="StartupException">It belongs to another application.</exception>
    public static IReadOnlySet<string> AppliedTo(SqliteConnection connection, string path) =>
        connection.HasTable("__EFMigrationsHistory")
            ? connection.Texts("SELECT MigrationId FROM __EFMigrationsHistory").ToHashSet()
            : throw new StartupException($"The file {path} is a SQLite database, but not a database of this application.");

    /// <summary>Whether a database must be upgraded, because it lacks some of them.</summary>
    /// <exception cref="StartupException">It is newer, belongs to another application, or is from a version before 0.1.0 and lacks
    /// migrations.</exception>
    public bool IsAheadOf(SqliteConnection connection, string path)
    {
        var applied = AppliedTo(connection, path);
        RefuseNewer(applied, path);
        if (IsPrerelease(applied) && Prerelease.Migrations.Except(applied).LastOrDefault() is { } missing)
        {
            throw new StartupException(
                $"The database {path} is from a version before 0.1.0 and lacks the migration {missing}; its last one is {applied.Max()}. "
                + $"{Prerelease.HowToComplete}.");
        }

        return !ids.IsSubsetOf(applied);
    }

    /// <summary>The last migration of a database of an earlier version; null for a database of this build, and for one that no version
    /// created in this form.</summary>
    /// <exception cref="StartupException">It is newer, or belongs to another application.</exception>
    public string? EarlierVersionOf(SqliteConnection connection, string path)
    {
        var applied = AppliedTo(connection, path);
        RefuseNewer(applied, path);
        var isBehind = applied.Count > 0 && applied.Count < ids.Count
            && ids.Order(StringComparer.Ordinal).Take(applied.Count).All(applied.Contains);
        return isBehind || IsPrerelease(applied) ? applied.Max() : null;
    }

    /// <summary>Whether a database is from a version before 0.1.0.</summary>
    public bool IsPrerelease(IReadOnlySet<string> applied) => !applied.Overlaps(ids) && applied.Overlaps(Prerelease.Migrations);

    private void RefuseNewer(IReadOnlySet<string> applied, string path)
    {
        if (applied.Except(ids).Where(id => !Prerelease.Migrations.Contains(id)).Max() is { } newer)
        {
            throw new StartupException(
                $"The database {path} is from a newer version of this application: it has the migration {newer}. Use that version, or " +
                "restore a backup made before the upgrade.");
        }
    }
}
