using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;

namespace ReformGraph.Data.Auditing;

/// <summary>Reads the log of a database file, in a separate transaction each time.</summary>
/// <param name="database">The path of the file.</param>
internal sealed class LogReader(string database)
{
    /// <summary>Creates proofs.</summary>
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public T Prove<T>(Func<ProofMaker, T> make) => Read(context => make(new(Connection(context), context.Model)));

    /// <summary>The present size and root of the log.</summary>
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public Checkpoint Checkpoint(DateTime at) => Read(connection => ChangeLog.Now(connection, at));

    /// <summary>Reads.</summary>
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public T Read<T>(Func<SqliteConnection, T> read) => Read(context => read(Connection(context)));

    private static SqliteConnection Connection(ReformDbContext context) => (SqliteConnection)context.Database.GetDbConnection();

    private T Read<T>(Func<ReformDbContext, T> read)
    {
        using var context = DatabaseFile.ReadingContextOf(SqliteFile.Existing(database));
        try
        {
            var connection = Connection(context);
            connection.Open();
            using var transaction = connection.BeginRead();
            return read(context);
        }
        catch (SqliteException cause)
        {
            throw new StartupException($"The database {database} cannot be read: {cause.Message}", cause);
        }
    }
}
