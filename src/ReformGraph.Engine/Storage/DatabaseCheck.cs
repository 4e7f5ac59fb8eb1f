using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Storage;

/// <summary>Whether the engine can answer from the SQLite database of a context: refused at start, as the answers would be wrong,
/// or none.</summary>
internal static class DatabaseCheck
{
    /// <summary>What the engine opens its connections by.</summary>
    /// <exception cref="ModelException">The database is in memory, or lacks what keeps its history and its rollups.</exception>
    public static string ConnectionStringOf(DbContext context)
    {
        var name = context.GetType().Name;
        var connection = new SqliteConnectionStringBuilder(context.Database.GetConnectionString());
        if (IsInMemory(connection))
        {
            throw new ModelException(
                $"{name} uses an in-memory database (Data Source={connection.DataSource}), and each connection of the engine would get " +
                "a database of its own: use a file.");
        }

        // Where there is no file yet, the engine is asked for its schema alone.
        return !File.Exists(connection.DataSource) || FaultOf(context, connection) is not { } fault
            ? connection.ConnectionString
            : throw new ModelException($"The database of {name} {fault}.");
    }

    private static bool IsInMemory(SqliteConnectionStringBuilder connection) => connection.Mode == SqliteOpenMode.Memory
        || connection.DataSource.Length == 0
        || connection.DataSource.Contains(":memory:", StringComparison.Ordinal)
        || connection.DataSource.Contains("mode=memory", StringComparison.OrdinalIgnoreCase);

    private static string? FaultOf(DbContext context, SqliteConnectionStringBuilder database)
    {
        using var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = database.DataSource,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false
            }.ToString());
        connection.Open();
        return DerivedSchema.FaultOf(connection, context.Model);
    }
}
