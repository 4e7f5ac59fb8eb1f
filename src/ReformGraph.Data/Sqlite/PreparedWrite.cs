using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Data.Sqlite;

/// <summary>
/// A statement that writes one row of an entity and stays prepared. EF Core creates a new one for each row, and SQLite compiles it together
/// with all triggers of the table, which takes fifteen times as long as running it. Columns and conversions are those of EF Core's model.
/// </summary>
internal abstract class PreparedWrite : IDisposable
{
    private readonly SqliteCommand command;
    private readonly List<Action<object>> setters = [];

    protected PreparedWrite(SqliteConnection connection, IEntityType entity, Func<string, IReadOnlyList<IProperty>, string> sql)
    {
        Table = entity.GetTableName()!;
        command = connection.CreateCommand();
        var columns = entity.GetProperties().ToList();
        foreach (var column in columns)
        {
            var parameter = command.Parameters.Add(new SqliteParameter("$" + column.Name, null));
            var (getter, converter) = (column.GetGetter(), column.GetTypeMapping().Converter);
            setters.Add(row =>
            {
                var value = getter.GetClrValue(row);
                parameter.Value = (value is null || converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
            });
        }

        command.CommandText = sql(Quoted(Table), columns);
        command.Prepare();
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The number of rows written.</summary>
    public int Rows { get; private set; }

    public void Dispose() => command.Dispose();

    protected static string List(IEnumerable<IProperty> columns, Func<IProperty, string> text) => string.Join(", ", columns.Select(text));

    /// <summary>Writes a row.</summary>
    /// <returns>The number of rows that the statement has found.</returns>
    protected int Run(object row)
    {
        setters.ForEach(set => set(row));
        Rows++;
        return command.ExecuteNonQuery();
    }
}

/// <summary>Adds rows with their keys and foreign keys set.</summary>
internal sealed class PreparedInsert(SqliteConnection connection, IEntityType entity)
    : PreparedWrite(connection, entity,
        (table, columns) => $"INSERT INTO {table} ({List(columns, Column)}) VALUES ({List(columns, column => "$" + column.Name)})")
{
    /// <summary>Adds a row.</summary>
    public void Add(object row) => Run(row);
}

/// <summary>Changes rows that already have their next version.</summary>
internal sealed class PreparedUpdate(SqliteConnection connection, IEntityType entity) : PreparedWrite(
    connection,
    entity,
    (table, columns) =>
        $"UPDATE {table} SET {List(columns.Where(column => !column.IsPrimaryKey()), column => $"{Column(column)} = ${column.Name}")} " +
        $"WHERE \"Id\" = $Id AND \"{nameof(Versioned.Version)}\" = ${nameof(Versioned.Version)} - 1")
{
    /// <summary>Changes a row.</summary>
    /// <exception cref="InvalidOperationException">Its last version differs.</exception>
    public void Change(Versioned row)
    {
        if (Run(row) != 1)
        {
            throw new InvalidOperationException($"{Table} has no row that version {row.Version} of this one follows.");
        }
    }
}

/// <summary>Writes the added and changed rows of a context with prepared statements, within a change in progress.</summary>
internal sealed class PreparedRows : IDisposable
{
    private readonly DbContext context;
    private readonly PreparedInsert insert;
    private readonly PreparedUpdate update;

    /// <summary>Prepares the statements.</summary>
    /// <param name="context">A context with a change in progress.</param>
    /// <param name="entity">The entity.</param>
    public PreparedRows(DbContext context, IEntityType entity)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        (this.context, insert, update) = (context, new(connection, entity), new(connection, entity));
    }

    /// <summary>Writes them.</summary>
    public void Write()
    {
        foreach (var entry in context.ChangeTracker.Entries<Versioned>())
        {
            if (entry.State is EntityState.Added)
            {
                ChangeRecording.Find(context)!.Add(entry.Entity);
                insert.Add(entry.Entity);
            }
            else if (entry.State is EntityState.Modified)
            {
                ChangeRecording.Find(context)!.Change(entry.Entity);
                update.Change(entry.Entity);
            }
        }
    }

    public void Dispose()
    {
        insert.Dispose();
        update.Dispose();
    }
}
