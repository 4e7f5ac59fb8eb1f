using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sqlite;

namespace ReformGraph.Engine.Storage;

/// <summary>
/// What of a database file follows from its tables: the triggers that keep rollups and revisions, so that no writer can forget them, the view of
/// the rows that changes concern, and the flat views. Migrations make the tables; one may rebuild a table, with which SQLite drops its triggers:
/// so all this is dropped before and made again behind.
/// </summary>
public static class DerivedSchema
{
    /// <summary>Fills all rollups from the rows, and makes triggers and views.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="model">What is declared.</param>
    public static void Make(DbConnection connection, IModel model)
    {
        using var transaction = connection.BeginTransaction();
        Drop(connection);
        foreach (var rollup in Rollup.Of(model).Select(rollup => new RollupSql(rollup)))
        {
            Execute(connection, rollup.Clear);
            Execute(connection, rollup.Fill);
        }

        foreach (var (_, statement) in Of(model))
        {
            Execute(connection, statement);
        }

        transaction.Commit();
    }

    /// <summary>Drops triggers and views, those that are no longer declared among them.</summary>
    public static void Drop(DbConnection connection)
    {
        foreach (var (name, statement) in Present(connection))
        {
            Execute(connection, $"DROP {(statement.StartsWith("CREATE VIEW", StringComparison.Ordinal) ? "VIEW" : "TRIGGER")} \"{name}\"");
        }
    }

    /// <summary>Whether triggers and views are those that this build would make.</summary>
    public static bool IsCurrent(DbConnection connection, IModel model)
    {
        var found = Present(connection);
        var made = Of(model).ToList();
        return found.Count == made.Count && made.TrueForAll(one => found.GetValueOrDefault(one.Key) == one.Value);
    }

    /// <summary>All that is made, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IModel model) =>
    [
        .. Rollup.Of(model).SelectMany(rollup => new RollupSql(rollup).Triggers),
        .. Revisions.Of(model).SelectMany(revisions => new HistorySql(revisions).Triggers),
        new(ModelConventions.ChangedRows, HistorySql.ChangedRows(model)),
        .. FlatViews.Of(model),
    ];

    private static Dictionary<string, string> Present(DbConnection connection)
    {
        using var query = connection.CreateCommand();
        query.CommandText = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')";
        using var reader = query.ExecuteReader();
        var present = new Dictionary<string, string>();
        while (reader.Read())
        {
            present.Add(reader.GetString(0), reader.GetString(1));
        }

        return present;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
