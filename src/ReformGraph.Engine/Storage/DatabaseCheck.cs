using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sqlite;

namespace ReformGraph.Engine.Storage;

/// <summary>Whether the engine can read from the SQLite database of a context. If not, it does not start, because responses would be wrong
/// or impossible.</summary>
internal static class DatabaseCheck
{
    /// <summary>The connection string of the engine's connections.</summary>
    /// <exception cref="ModelException">The database is in memory, or lacks what maintains its history and its rollups.</exception>
    public static string ConnectionStringOf(DbContext context)
    {
        SqliteStorageDialect.Shows.Require();
        var name = context.GetType().Name;
        var connection = new SqliteConnectionStringBuilder(context.Database.GetConnectionString());
        if (IsInMemory(connection))
        {
            throw new ModelException(
                $"{name} uses an in-memory database (Data Source={connection.DataSource}), and each connection of the engine would get " +
                "a database of its own: use a file.");
        }

        // If there is no file yet, only the engine's schema is used.
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
