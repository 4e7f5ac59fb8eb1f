using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using SQLitePCL;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// A prepared statement of one connection; each request binds its own values. It uses SQLite's own functions rather than a data reader,
/// because these return a text's bytes without decoding them.
/// </summary>
internal sealed class SqliteStatement : PreparedStatement, IDisposable
{
    // SQLITE_STMTSTATUS_FULLSCAN_STEP, SQLITE_STMTSTATUS_RUN and SQLITE_STMTSTATUS_MEMUSED, which the binding does not define.
    private const int ScanStepsStatus = 1;
    private const int RunsStatus = 6;
    private const int MemoryStatus = 99;

    private const int StepsOfSmallScan = 1_000;

    private readonly ReadConnection connection;
    private readonly sqlite3_stmt handle;
    private readonly nint address;
    private readonly (int Index, int PlanParameter)[] parameters;
    private readonly ReadStatement statement;
    private int rows;
    private bool holdsText;
    private int valueColumn = -1;
    private nint value;
    private ObservedStatement observed;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">The connection, which records the runs that scanned a table.</param>
    /// <param name="statement">The statement.</param>
    public SqliteStatement(ReadConnection connection, ReadStatement statement)
    {
        this.connection = connection;
        this.statement = statement;
        var result = raw.sqlite3_prepare_v3(connection.Database, statement.Sql, raw.SQLITE_PREPARE_PERSISTENT, out handle);
        RefuseTooDeep(result);
        Check(result);
        parameters =
            [.. statement.Parameters.Select(
            parameter => (raw.sqlite3_bind_parameter_index(handle, parameter.Name), parameter.PlanParameter.Number))];
        if (raw.sqlite3_column_count(handle) != statement.ColumnCount)
        {
            handle.Dispose();
            throw new InvalidOperationException(
                $"The statement does not return the {statement.ColumnCount} planned columns: {statement.Sql}");
        }

        address = handle.DangerousGetHandle();
        Bytes = raw.sqlite3_stmt_status(handle, MemoryStatus, 0) + ((long)sizeof(char) * statement.Sql.Length);
    }

    /// <summary>The number of bytes of memory that it takes with its text, as SQLite counts them after preparation.</summary>
    public long Bytes { get; }

    /// <summary>How many times it was run, as SQLite counts.</summary>
    public int Runs => raw.sqlite3_stmt_status(handle, RunsStatus, 0);

    public override void Bind(object?[] values)
    {
        observed = ObservedStatement.Begin(statement, connection.Metrics);
        foreach (var (index, planParameter) in parameters)
        {
            var value = values[planParameter];
            holdsText |= value is string;
            Check(value switch
            {
                long integer => raw.sqlite3_bind_int64(handle, index, integer),
                double real => raw.sqlite3_bind_double(handle, index, real),
                string text => raw.sqlite3_bind_text(handle, index, text),
                _ => throw new InvalidOperationException($"The plan parameter {planParameter} has no value."),
            });
        }
    }

    public override bool Step()
    {
        valueColumn = -1;
        var result = SqliteFunctions.Step(address);
        if (result == raw.SQLITE_ROW)
        {
            rows++;
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            EndObserved(result);
            RefuseOverflow(result);
            Check(result);
        }

        return false;
    }

    public override void Reset()
    {
        // Its result repeats the error of the last step, which was reported there.
        _ = SqliteFunctions.Reset(address);
        EndObserved(failure: 0);
        NoteScan();
        if (holdsText)
        {
            _ = raw.sqlite3_clear_bindings(handle);
            holdsText = false;
        }
    }

    private void EndObserved(int failure)
    {
        observed.End(rows, failure);
        observed = default;
    }

    public override bool IsNull(int column) => SqliteFunctions.ValueType(Value(column)) == raw.SQLITE_NULL;

    public override long Integer(int column) => SqliteFunctions.ValueInteger(Value(column));

    public override double Real(int column) => SqliteFunctions.ValueReal(Value(column));

    public override ReadOnlySpan<byte> Text(int column) => SqliteFunctions.ValueText(Value(column));

    public void Dispose() => handle.Dispose();

    // A returned row is stepped over at most twice: in its table, and on the page to which other tables are joined.
    private void NoteScan()
    {
        var steps = SqliteFunctions.Status(address, ScanStepsStatus, reset: 1);
        if (steps - (2L * rows) > StepsOfSmallScan)
        {
            connection.Note(new Scan(statement, steps));
        }

        connection.NoteRows(rows, statement.IsSensitive);
        rows = 0;
    }

    // A column is first tested for null and then read: it is fetched only once.
    private nint Value(int column)
    {
        if (column != valueColumn)
        {
            value = SqliteFunctions.ColumnValue(address, column);
            valueColumn = column;
        }

        return value;
    }

    // SQLite nests conditions at most 1,000 deep; each is inside its neighbour, and all of them again inside each list around them.
    private void RefuseTooDeep(int result)
    {
        if (result == raw.SQLITE_ERROR && raw.sqlite3_errmsg(connection.Database).utf8_to_string()
            .StartsWith("Expression tree is too large", StringComparison.Ordinal))
        {
            throw new RequestErrorException(new RequestError(
                ErrorCodes.TooManyConditions,
                "The filter of one list contains more conditions than the database can nest. Use fewer conditions, put them inside fewer " +
                "lists, or use `in` with a list of values."));
        }
    }

    // To SQLite, a sum by which groups are filtered or ordered is a single number.
    private void RefuseOverflow(int result)
    {
        if (result == raw.SQLITE_ERROR && raw.sqlite3_errmsg(connection.Database).utf8_to_string() == "integer overflow")
        {
            throw new RequestErrorException(new RequestError(
                ErrorCodes.SumOverflow,
                    "A sum by which groups are filtered or ordered is out of the range of its type. Filter or order by another number."));
        }
    }

    private void Check(int result)
    {
        if (result == raw.SQLITE_INTERRUPT)
        {
            throw connection.Clock!.TimeoutError();
        }

        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, connection.Database);
        }
    }
}
