using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
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

    /// <summary>Writes a text or a day; null as null.</summary>
    public void WriteText(Utf8JsonWriter json, JsonEncodedText name, int column)
    {
        json.WritePropertyName(name);
        var value = SqliteFunctions.ColumnValue(address, column);
        var text = SqliteFunctions.ValueText(value);
        if (text.IsEmpty && SqliteFunctions.ValueType(value) == raw.SQLITE_NULL)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    /// <summary>Writes the name of an enum's value; null as null.</summary>
    public void WriteName(Utf8JsonWriter json, JsonEncodedText name, int column, JsonEncodedText[] values)
    {
        json.WritePropertyName(name);
        var number = Integer(column);
        if (number == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(values[number - 1]);
        }
    }

    /// <summary>Writes a key as text, as GraphQL has it.</summary>
    public void WriteId(Utf8JsonWriter json, JsonEncodedText name, int column)
    {
        Span<byte> digits = stackalloc byte[20];
        Integer(column).TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        json.WritePropertyName(name);
        json.WriteStringValue(digits[..length]);
    }

    /// <summary>Writes a decimal that is stored as ten-thousandths; null as null.</summary>
    public void WriteDecimal(Utf8JsonWriter json, JsonEncodedText name, int column)
    {
        json.WritePropertyName(name);
        var scaled = Integer(column);
        if (scaled == 0 && IsNull(column))
        {
            json.WriteNullValue();
        }
        else if (scaled % 10_000 == 0)
        {
            json.WriteNumberValue(scaled / 10_000);
        }
        else
        {
            json.WriteNumberValue(scaled / 10_000m);
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
