using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// The maximum number of rows in each table, and the usual length of its texts, as of the state of the data for which they were last read.
/// Both are read from the ends of the primary key, which takes no longer for a million rows than for ten, and only for a response that its
/// pages do not bound.
/// </summary>
/// <param name="dataModel">The entities.</param>
/// <param name="dialect">The dialect of the database.</param>
internal sealed class TableSizes(DataModel dataModel, SqlDialect dialect)
{
    // The number of rows, at the end of each table, whose texts are measured.
    private const int Sample = 400;

    private readonly Dictionary<Type, (ReadStatement Rows, ReadStatement? Widths)> statements = [];
    private readonly Lock gate = new();
    private string state = string.Empty;
    private Dictionary<Type, TableSize> known = [];

    /// <summary>What is known about these entities.</summary>
    /// <param name="entities">The classes.</param>
    /// <param name="connection">A connection in its read transaction.</param>
    /// <param name="tag">The state of the data that the transaction shows.</param>
    public IReadOnlyDictionary<Type, TableSize> Get(IEnumerable<Type> entities, StatementSource connection, string tag)
    {
        lock (gate)
        {
            if (state != tag)
            {
                (state, known) = (tag, []);
            }

            foreach (var entity in entities.Where(entity => !known.ContainsKey(entity)))
            {
                known = new(known) { [entity] = Read(dataModel[entity], connection) };
            }

            return known;
        }
    }

    private TableSize Read(EntityModel entity, StatementSource connection)
    {
        if (!statements.TryGetValue(entity.ClrType, out var both))
        {
            both = statements[entity.ClrType] = (RowsOf(entity), WidthsOf(entity));
        }

        var rows = 0L;
        Each(connection, both.Rows, row => rows = Enumerable.Range(0, entity.Tables.Count).Max(row.Integer));
        var widths = new Dictionary<string, long>();
        if (both.Widths is not null)
        {
            Each(connection, both.Widths, row =>
            {
                foreach (var (number, column) in entity.TextColumns.Index())
                {
                    widths[column] = row.Integer(number);
                }
            });
        }

        return new TableSize(rows, widths);
    }

    // Some of the ids between the least and the greatest may belong to no row: their number is an upper bound of the number of rows.
    private static ReadStatement RowsOf(EntityModel entity)
    {
        var ranges = entity.Tables.Select(table => $"coalesce({Of("max", table)} - {Of("min", table)} + 1, 0)");
        return new ReadStatement($"SELECT {string.Join(", ", ranges)}", [], entity.Tables.Count, null);

        static string Of(string function, (string Name, string Column) table) =>
            $"""(SELECT {function}("{table.Column}") FROM "{table.Name}")""";
    }

    private ReadStatement? WidthsOf(EntityModel entity)
    {
        if (entity.TextColumns.Count == 0)
        {
            return null;
        }

        var (table, key) = entity.Tables[0];
        var widths = entity.TextColumns.Select(dialect.UsualBytes);
        return new ReadStatement(
            $"""SELECT {string.Join(", ", widths)} FROM (SELECT * FROM "{table}" ORDER BY "{key}" DESC LIMIT {Sample}) AS sample""", [],
            entity.TextColumns.Count, null);
    }

    private static void Each(StatementSource connection, ReadStatement statement, Action<RowSource> take)
    {
        var prepared = connection.Prepare(statement);
        try
        {
            prepared.Bind([]);
            while (prepared.Step())
            {
                take(prepared);
            }
        }
        finally
        {
            prepared.Reset();
        }
    }
}
