using Microsoft.Data.Sqlite;
using ReformGraph.Benchmarks.Ways.Works;
using ReformGraph.Engine.Execution;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Floor;

/// <summary>A statement that is prepared once per connection. Its columns are written as JSON without a copy in between.</summary>
internal sealed class FloorStatement
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;
    private readonly nint address;

    public FloorStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
        address = handle.DangerousGetHandle();
    }

    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(handle, parameter, value));

    public void Bind(int parameter, ReadOnlySpan<byte> text) => Check(raw.sqlite3_bind_text(handle, parameter, text));

    public bool Step()
    {
        var result = SqliteFunctions.Step(address);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    public void Reset() => _ = SqliteFunctions.Reset(address);

    public bool IsNull(int column) => SqliteFunctions.ValueType(SqliteFunctions.ColumnValue(address, column)) == raw.SQLITE_NULL;

    public long Integer(int column) => SqliteFunctions.ValueInteger(SqliteFunctions.ColumnValue(address, column));

    /// <summary>Writes a text; null as null.</summary>
    public void WriteText(FloorJson json, ReadOnlySpan<byte> lead, int column)
    {
        var value = SqliteFunctions.ColumnValue(address, column);
        var text = SqliteFunctions.ValueText(value);
        if (text.IsEmpty && SqliteFunctions.ValueType(value) == raw.SQLITE_NULL)
        {
            json.Null(lead);
        }
        else
        {
            json.Text(lead, text);
        }
    }

    /// <summary>Writes a day; null as null.</summary>
    public void WriteDay(FloorJson json, ReadOnlySpan<byte> lead, int column)
    {
        var day = SqliteFunctions.ValueText(SqliteFunctions.ColumnValue(address, column));
        if (day.IsEmpty)
        {
            json.Null(lead);
        }
        else
        {
            json.Plain(lead, day);
        }
    }

    /// <summary>Writes the name of an enum's value; null as null.</summary>
    public void WriteName(FloorJson json, ReadOnlySpan<byte> lead, int column, CodeNames names)
    {
        var number = Integer(column);
        if (number == 0)
        {
            json.Null(lead);
        }
        else
        {
            json.Plain(lead, names.Of(number));
        }
    }

    /// <summary>Writes a decimal; null as null.</summary>
    public void WriteDecimal(FloorJson json, ReadOnlySpan<byte> lead, int column)
    {
        var scaled = Integer(column);
        if (scaled == 0 && IsNull(column))
        {
            json.Null(lead);
        }
        else
        {
            json.Decimal(lead, scaled);
        }
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
