using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Sqlite;

/// <summary>
/// Adds rows by the million to a new database that nothing else has open. Columns and conversions are those of EF Core's model; what
/// protects single rows is omitted: nothing is tracked, there is no journal, foreign keys are not enforced, and rollups and indexes are
/// created at the end.
/// </summary>
internal sealed class BulkLoad : IDisposable
{
    private const int RowsOfAChange = 10;

    private readonly DbContext context;
    private readonly SqliteConnection connection;
    private readonly Dictionary<Type, PreparedInsert> inserts = [];
    private readonly List<string> indexes = [];

    public BulkLoad(DbContext context)
    {
        this.context = context;
        connection = (SqliteConnection)context.Database.GetDbConnection();
        context.Database.OpenConnection();
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536;");
        Execute("VACUUM"); // the migrations leave the time at which they ran in unused space, but the file must be reproducible
        DropIndexes();
        Execute("BEGIN");
    }

    /// <summary>The number of rows added to each table.</summary>
    public IEnumerable<(string Table, int Rows)> Counts => inserts.Values.Select(insert => (insert.Table, insert.Rows));

    /// <summary>Adds a row.</summary>
    /// <param name="row">An entity with its keys and foreign keys set.</param>
    public void Add(object row)
    {
        if (!inserts.TryGetValue(row.GetType(), out var insert))
        {
            insert = new PreparedInsert(connection, context.Model.FindEntityType(row.GetType())!);
            inserts.Add(row.GetType(), insert);
        }

        insert.Add(row);
    }

    /// <summary>Stores the rows that were added.</summary>
    public void Commit() => Execute("COMMIT");

    /// <summary>Creates the rollups and the indexes, and collects statistics for the query planner.</summary>
    /// <param name="indexed">Receives the progress of creating indexes.</param>
    public void Complete(Action<double> indexed)
    {
        DerivedSchema.Make(connection, context.Model);
        foreach (var (before, index) in indexes.Index())
        {
            Execute(index);
            indexed((before + 1) / (double)indexes.Count);
        }

        Execute("ANALYZE");
        ForeseeChanges();
    }

    public void Dispose()
    {
        foreach (var insert in inserts.Values)
        {
            insert.Dispose();
        }

        context.Database.CloseConnection();
    }

    // So far, every revision belongs to one change, so SQLite would consider the index over changes useless, and read a whole table for
    // each later change: twelve times the work of a write over 200 counties.
    private void ForeseeChanges() => Execute($"""
        UPDATE sqlite_stat1 SET stat = substr(stat, 1, instr(stat, ' ')) || '{RowsOfAChange}' WHERE idx LIKE 'IX%Revisions\_{Revisions.From}' ESCAPE '\'
        """);

    private void DropIndexes()
    {
        var names = new List<string>();
        using (var query = connection.CreateCommand())
        {
            query.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid";
            using var reader = query.ExecuteReader();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
                indexes.Add(reader.GetString(1));
            }
        }

        foreach (var name in names)
        {
            Execute($"DROP INDEX \"{name}\"");
        }
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
