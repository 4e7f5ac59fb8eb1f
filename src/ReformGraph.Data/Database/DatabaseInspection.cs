using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;

namespace ReformGraph.Data.Database;

/// <summary>What a start would find in an existing database, which is read without a trace.</summary>
/// <param name="Source">What to open in order to read more.</param>
/// <param name="IsToBeUpgraded">Whether the next start upgrades it.</param>
/// <param name="Fault">The first fault that SQLite finds; null if there is none.</param>
internal sealed record DatabaseInspection(string Source, bool IsToBeUpgraded, string? Fault)
{
    /// <summary>Inspects a file.</summary>
    /// <exception cref="StartupException">A start would refuse it.</exception>
    public static DatabaseInspection Of(string path)
    {
        try
        {
            var source = SqliteFile.SourceWithoutTrace(path);
            using var connection = SqliteFile.Connect(source, SqliteOpenMode.ReadOnly);
            return new(source, DatabaseUpgrade.IsNeeded(connection, path, MigrationSet.OfProgram), connection.FirstFault());
        }
        catch (SqliteException cause)
        {
            throw WriteAccess.ObstacleOf(path) is { } obstacle
                ? new StartupException(obstacle, cause) : DatabaseCreator.Refusal(path, cause);
        }
    }
}
