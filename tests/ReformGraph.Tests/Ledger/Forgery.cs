using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Ledger;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Tests.Ledger;

/// <summary>What a forger does who can write the file of a database.</summary>
internal static class Forgery
{
    /// <summary>Opens a database as a forger does: nothing is enforced.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
        connection.Open();
        Execute(connection, "PRAGMA synchronous = OFF");
        return connection;
    }

    /// <summary>Writes with the triggers away, and puts them back.</summary>
    public static void Write(string path, string sql)
    {
        using var connection = Open(path);
        var triggers = Read(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").ToList();
        Execute(connection, string.Concat(triggers.Select(trigger => $"DROP TRIGGER \"{trigger[0]}\";")) + sql);
        Execute(connection, "PRAGMA writable_schema = ON"); // else a trigger on what is gone cannot be made
        Execute(connection, string.Concat(triggers.Select(trigger => $"{trigger[1]};")));
    }

    /// <summary>Recomputes all hashes of the log, and all that follows from the rows: nothing in the file disagrees any more.</summary>
    public static void Rechain(string path)
    {
        using var context = DatabaseFile.ContextOf(path);
        context.Database.OpenConnection();
        DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
        using var seal = new ChangeSeal(context.Database.GetDbConnection(), context.Model);
        context.Database.ExecuteSql($"DELETE FROM ChangeLeaves");
        foreach (var change in context.Set<Change>().AsNoTracking().OrderBy(change => change.Id).ToList())
        {
            seal.Seal(change);
            context.Database.ExecuteSql(
                $"UPDATE Changes SET RowCount = {change.RowCount}, RowsRoot = {change.RowsRoot}, Hash = {change.Hash} WHERE Id = {change.Id}");
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, each value as it is stored.</summary>
    public static IEnumerable<object[]> Read(SqliteConnection connection, string sql)
    {
        using var query = connection.CreateCommand();
        query.CommandText = sql;
        using var reader = query.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
