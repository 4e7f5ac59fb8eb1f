using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReformGraph.Data.Sqlite;

/// <summary>
/// SQLite keeps the journal mode in the file, but each connection decides how long a commit waits. It also decides where a statement that
/// runs triggers keeps its statement journal: in a file, that would cost more than the triggers.
/// </summary>
internal sealed class ConnectionPragmas : DbConnectionInterceptor
{
    public static ConnectionPragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;";
        pragmas.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
