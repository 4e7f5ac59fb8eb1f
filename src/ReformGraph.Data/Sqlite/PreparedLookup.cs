using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ReformGraph.Data.Sqlite;

/// <summary>
/// Reads one row by one value, outside any plan. The statement stays prepared on as many connections as have been used at once; each read
/// is a separate transaction, and so sees everything that any process has committed before.
/// </summary>
/// <param name="database">The path of the file.</param>
/// <param name="sql">The statement, with the parameter <c>$value</c> if it has one.</param>
/// <param name="read">Converts the first row to the result.</param>
internal sealed class PreparedLookup<T>(string database, string sql, Func<DbDataReader, T> read) : IDisposable
    where T : class
{
    private readonly ConcurrentBag<SqliteCommand> idle = [];

    /// <summary>The result for the first row, or null if there is none.</summary>
    public T? Find(string? value = null)
    {
        var command = idle.TryTake(out var known) ? known : Prepare();
        try
        {
            command.Parameters[0].Value = value ?? (object)DBNull.Value;
            using var rows = command.ExecuteReader();
            var found = rows.Read() ? read(rows) : null;
            rows.Close();
            idle.Add(command);
            return found;
        }
        catch
        {
            Close(command);
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var command))
        {
            Close(command);
        }
    }

    private SqliteCommand Prepare()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$value", SqliteType.Text);
        return command;
    }

    private static void Close(SqliteCommand command)
    {
        var connection = command.Connection;
        command.Dispose();
        connection?.Dispose();
    }
}
