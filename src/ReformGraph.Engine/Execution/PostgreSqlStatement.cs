using System.Data.Common;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

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
            return ScalarType.Require(type).Codec.ToProvider(stored);
        }

        var codec = ScalarType.Require(type.GenericTypeArguments[0]).Codec;
        using var json = JsonDocument.Parse((string)stored);
        var array = Array.CreateInstance(codec.ProviderType, json.RootElement.GetArrayLength());
        foreach (var (index, item) in json.RootElement.EnumerateArray().Index())
        {
            array.SetValue(codec.ToProvider(Stored(item, codec.Kind)), index);
        }

        return array;
    }

    private static object Stored(JsonElement item, StoredKind kind) => kind switch
    {
        StoredKind.Text => item.GetString()!,
        StoredKind.Real => item.GetDouble(),
        _ => item.GetInt64(),
    };
}
