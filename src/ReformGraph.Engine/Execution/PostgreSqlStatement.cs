using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Execution;

/// <summary>The statements of a connection to PostgreSQL, in the transaction that its owner has begun.</summary>
/// <param name="connection">An open connection of the provider. It serves one request at a time.</param>
internal sealed class PostgreSqlSource(DbConnection connection) : StatementSource
{
    public override PreparedStatement Prepare(ReadStatement statement) => new PostgreSqlStatement(connection, statement);
}

/// <summary>A PostgreSQL statement. It returns its rows as SQLite would store them: the rest of the engine cannot tell the
/// difference.</summary>
internal sealed class PostgreSqlStatement(DbConnection connection, ReadStatement statement) : PreparedStatement
{
    private readonly object?[] row = new object?[statement.ColumnCount];
    private DbCommand? command;
    private DbDataReader? reader;

    public override void Bind(object?[] values)
    {
        command = Command();
        foreach (var (name, planParameter) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = Typed(planParameter.ClrType, values[planParameter.Number]
                ?? throw new InvalidOperationException($"The plan parameter {planParameter.Number} has no value."));
            command.Parameters.Add(parameter);
        }
    }

    public override bool Step()
    {
        reader ??= Execute();
        if (!reader.Read())
        {
            return false;
        }

        for (var column = 0; column < row.Length; column++)
        {
            row[column] = reader.IsDBNull(column) ? null : StoredValues.ToStored(Value(column));
        }

        return true;
    }

    public override void Reset()
    {
        reader?.Dispose();
        command?.Dispose();
        (reader, command) = (null, null);
    }

    public override bool IsNull(int column) => row[column] is null;

    public override long Integer(int column) => (long)row[column]!;

    public override double Real(int column) => (double)row[column]!;

    public override ReadOnlySpan<byte> Text(int column) => Encoding.UTF8.GetBytes((string)row[column]!);

    private DbCommand Command()
    {
        var made = connection.CreateCommand();
        made.CommandText = statement.Sql;
        return made;
    }

    private DbDataReader Execute()
    {
        command ??= Command(); // without plan parameters, Bind is not called
        var rows = command.ExecuteReader();
        return rows.FieldCount == statement.ColumnCount
            ? rows
            : throw new InvalidOperationException(
                $"The statement does not return the {statement.ColumnCount} planned columns: {statement.Sql}");
    }

    private object Value(int column) => reader!.GetDataTypeName(column) switch
    {
        "date" => reader.GetFieldValue<DateOnly>(column),
        "time without time zone" => reader.GetFieldValue<TimeOnly>(column),
        _ => reader.GetValue(column),
    };

    // A bound value in the type to which EF Core maps it; a list is an array.
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
        mapped == typeof(decimal) ? (long)stored / (decimal)SqlDialect.UnitsOfOne
        : mapped == typeof(DateTime)
        ? DateTime.Parse((string)stored, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : mapped == typeof(DateOnly) ? DateOnly.Parse((string)stored, CultureInfo.InvariantCulture)
        : mapped == typeof(TimeOnly) ? TimeOnly.Parse((string)stored, CultureInfo.InvariantCulture)
        : mapped == typeof(Guid) ? Guid.Parse((string)stored)
        : Convert.ChangeType(stored, mapped, CultureInfo.InvariantCulture);
}
