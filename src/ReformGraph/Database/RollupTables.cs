using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Database;

/// <summary>
/// The rollups of a database file. Migrations make their tables, and this what keeps them: triggers, so that no writer can forget it.
/// A migration may rebuild a table, with which SQLite drops its triggers: so they are dropped before and made again behind.
/// </summary>
internal static class RollupTables
{
    /// <summary>Fills all rollups from the rows, and makes the triggers that keep them from now on.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="model">What is declared.</param>
    public static void Make(DbConnection connection, IReadOnlyModel model)
    {
        using var transaction = connection.BeginTransaction();
        DropTriggers(connection);
        foreach (var rollup in Rollup.Of(model).Select(rollup => new RollupSql(rollup)))
        {
            Execute(connection, rollup.Clear);
            Execute(connection, rollup.Fill);
            foreach (var (_, trigger) in rollup.Triggers)
            {
                Execute(connection, trigger);
            }
        }

        transaction.Commit();
    }

    /// <summary>Drops the triggers, those of rollups that are no longer declared among them.</summary>
    public static void DropTriggers(DbConnection connection)
    {
        foreach (var name in Triggers(connection).Keys)
        {
            Execute(connection, $"DROP TRIGGER \"{name}\"");
        }
    }

    /// <summary>Whether the triggers are those that this build would make.</summary>
    public static bool AreCurrent(DbConnection connection, IReadOnlyModel model)
    {
        var found = Triggers(connection);
        var made = Rollup.Of(model).SelectMany(rollup => new RollupSql(rollup).Triggers).ToList();
        return found.Count == made.Count && made.TrueForAll(trigger => found.GetValueOrDefault(trigger.Key) == trigger.Value);
    }

    /// <summary>The triggers as a script, to be run behind the migrations.</summary>
    public static string Script(IReadOnlyModel model) =>
        string.Concat(Rollup.Of(model).SelectMany(rollup => new RollupSql(rollup).Triggers).Select(trigger => $"{trigger.Value};\n\n"));

    private static Dictionary<string, string> Triggers(DbConnection connection)
    {
        using var query = connection.CreateCommand();
        query.CommandText = $"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, {RollupSql.TriggerPrefix.Length}) = '{RollupSql.TriggerPrefix}'";
        using var reader = query.ExecuteReader();
        var triggers = new Dictionary<string, string>();
        while (reader.Read())
        {
            triggers.Add(reader.GetString(0), reader.GetString(1));
        }

        return triggers;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
