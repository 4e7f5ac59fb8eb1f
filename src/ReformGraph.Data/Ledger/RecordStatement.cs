using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// A prepared statement whose values are read as SQLite stores them. A data reader decodes text and converts numbers, and so could show two
/// different records as the same.
/// </summary>
internal sealed class RecordStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    /// <summary>Prepares it, as long as the connection is open.</summary>
    public RecordStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    /// <summary>Restarts it.</summary>
    /// <param name="values">The values of its parameters, in order.</param>
    public void Run(params ReadOnlySpan<long> values)
    {
        Reset();
        for (var index = 0; index < values.Length; index++)
        {
            Check(raw.sqlite3_bind_int64(handle, index + 1, values[index]));
        }
    }

    /// <summary>Sets a parameter to a text, after the numbers of <see cref="Run"/>.</summary>
    public void Bind(int parameter, string text) => Check(raw.sqlite3_bind_text(handle, parameter, text));

    /// <summary>Sets a parameter to bytes.</summary>
    public void Bind(int parameter, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(handle, parameter, bytes));

    /// <summary>Moves to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }

        return result == raw.SQLITE_ROW;
    }

    /// <summary>Releases the rows, so that a transaction can end.</summary>
    public void Reset() => _ = raw.sqlite3_reset(handle); // repeats the error of the last step, which was reported there

    public int ColumnCount => raw.sqlite3_column_count(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>Whether the value is stored as a whole number, not as something that SQLite would read as one.</summary>
    public bool IsInteger(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_INTEGER;

    /// <summary>Whether the value is stored as text, not as bytes that SQLite would show as text.</summary>
    public bool IsText(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_TEXT;

    public long Integer(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>The value as text, complete: a zero inside does not end it.</summary>
    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> Raw(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>The bytes of a value; none if it is not stored as bytes.</summary>
    public byte[] Bytes(int column) =>
        raw.sqlite3_column_type(handle, column) == raw.SQLITE_BLOB ? raw.sqlite3_column_blob(handle, column).ToArray() : [];

    /// <summary>Adds a value to a record, by its type and its bytes.</summary>
    public void AddTo(CanonicalSerializer record, int column) => _ = raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_INTEGER => record.Integer(raw.sqlite3_column_int64(handle, column)),
        raw.SQLITE_FLOAT => record.Real(raw.sqlite3_column_double(handle, column)),
        raw.SQLITE_TEXT => record.Text(raw.sqlite3_column_blob(handle, column)),
        raw.SQLITE_BLOB => record.Blob(raw.sqlite3_column_blob(handle, column)),
        _ => record.Null(),
    };

    /// <summary>The value as shown in a proof, or null if this program never writes such a value.</summary>
    public RecordedValue? Value(string name, int column)
    {
        var type = raw.sqlite3_column_type(handle, column);
        return type == raw.SQLITE_INTEGER ? RecordedValue.Create(name, Integer(column))
            : type == raw.SQLITE_FLOAT ? RecordedValue.Create(name, raw.sqlite3_column_double(handle, column))
            : type == raw.SQLITE_TEXT ? RecordedValue.Create(name, raw.sqlite3_column_blob(handle, column))
            : null;
    }

    public void Dispose() => handle.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
