using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Execution;
using Xunit;

namespace ReformGraph.Tests.Postgres;

/// <summary>The statements of a connection to PostgreSQL, for the engine's own run.</summary>
internal sealed class PostgresLane(NpgsqlConnection connection) : StatementSource
{
    public override PreparedStatement Prepare(ReadStatement statement) => new PostgresStatement(connection, statement);
}

/// <summary>A statement of PostgreSQL's. It gives its rows as SQLite would hold them: the rest of the engine cannot tell the difference.</summary>
internal sealed class PostgresStatement(NpgsqlConnection connection, ReadStatement statement) : PreparedStatement
{
    private readonly object?[] row = new object?[statement.ColumnCount];
    private NpgsqlDataReader? reader;

    public override void Bind(object?[] values)
    {
        using var command = new NpgsqlCommand(statement.Sql, connection);
        foreach (var (name, slot) in statement.Parameters)
        {
            command.Parameters.AddWithValue(name, Typed(slot.ClrType, values[slot.Number]!));
        }

        reader = command.ExecuteReader();
        Assert.Equal(statement.ColumnCount, reader.FieldCount);
    }

    public override bool Step()
    {
        if (!reader!.Read())
        {
            return false;
        }

        for (var column = 0; column < row.Length; column++)
        {
            row[column] = reader.IsDBNull(column) ? null : StoredValues.Of(Value(column));
        }

        return true;
    }

    public override void Reset() => reader?.Dispose();

    public override bool IsNull(int column) => row[column] is null;

    public override long Integer(int column) => (long)row[column]!;

    public override double Real(int column) => (double)row[column]!;

    public override ReadOnlySpan<byte> Text(int column) => Encoding.UTF8.GetBytes((string)row[column]!);

    private object Value(int column) => reader!.GetDataTypeName(column) switch
    {
        "date" => reader.GetFieldValue<DateOnly>(column),
        "time without time zone" => reader.GetFieldValue<TimeOnly>(column),
        _ => reader.GetValue(column),
    };

    // A bound value in the type that EF Core maps its place to; a list is an array.
    private static object Typed(Type type, object stored)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(List<>))
        {
            return One(Mapped(type), stored);
        }

        var mapped = Mapped(type.GenericTypeArguments[0]);
        using var json = JsonDocument.Parse((string)stored);
        var array = Array.CreateInstance(mapped, json.RootElement.GetArrayLength());
        foreach (var (index, item) in json.RootElement.EnumerateArray().Index())
        {
            array.SetValue(One(mapped, Stored(item, mapped)), index);
        }

        return array;
    }

    private static object Stored(JsonElement item, Type mapped) =>
        item.ValueKind == JsonValueKind.String ? item.GetString()! : mapped == typeof(double) ? (object)item.GetDouble() : item.GetInt64();

    private static Type Mapped(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => typeof(int),
        var plain when plain == typeof(byte) => typeof(short),
        var plain when plain == typeof(TimeSpan) => typeof(long),
        var plain when plain == typeof(Uri) => typeof(string),
        var plain => plain,
    };

    private static object One(Type mapped, object stored) =>
        mapped == typeof(decimal) ? (long)stored / 10_000m
        : mapped == typeof(DateTime) ? DateTime.Parse((string)stored, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : mapped == typeof(DateOnly) ? DateOnly.Parse((string)stored, CultureInfo.InvariantCulture)
        : mapped == typeof(TimeOnly) ? TimeOnly.Parse((string)stored, CultureInfo.InvariantCulture)
        : mapped == typeof(Guid) ? Guid.Parse((string)stored)
        : Convert.ChangeType(stored, mapped, CultureInfo.InvariantCulture);
}
