using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>What is written under one key of an object that is written from a row: a value, or something that contains lists, which is
/// written in parts.</summary>
internal abstract class RowSerializer
{
    public abstract ValueTask WriteAsync(ResponseFlow to, RowSource row, PageResult result);

    /// <summary>Whether a row has no such object.</summary>
    public virtual bool IsMissing(RowSource row) => false;

    /// <summary>What is written under one key of the object.</summary>
    public virtual RowSerializer Member(int number) => throw new InvalidOperationException("A value has no members.");
}

/// <summary>Something without a list: it is small, and written at once.</summary>
internal abstract class ValueSerializer : RowSerializer
{
    public abstract void Write(JsonText json, RowSource row, PageResult result);

    public sealed override ValueTask WriteAsync(ResponseFlow to, RowSource row, PageResult result)
    {
        Write(to.Json, row, result);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A value that is the same for every row.</summary>
internal sealed class ConstantSerializer(object? value) : ValueSerializer
{
    private readonly byte[] value = JsonSerializer.SerializeToUtf8Bytes(value);

    public override void Write(JsonText json, RowSource row, PageResult result) => json.Raw(value);
}

/// <summary>A column.</summary>
internal sealed class ColumnValueSerializer(int column, bool isNullable, ColumnSerializer form) : ValueSerializer
{
    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        if (isNullable && row.IsNull(column))
        {
            json.Null();
        }
        else
        {
            form(json, row, column);
        }
    }
}

/// <summary>A value that is looked up by a column.</summary>
internal sealed class LookupSerializer(int column, FieldLookup source) : ValueSerializer
{
    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        if (row.IsNull(column) || source.Find(Encoding.UTF8.GetString(row.Text(column))) is not { } found)
        {
            json.Null();
        }
        else
        {
            json.Text(found);
        }
    }
}

/// <summary>An object of the row's own columns: the node itself, or the row to which a to-one field refers.</summary>
/// <param name="keyColumn">The column that is null if there is no object.</param>
/// <param name="members">Its members.</param>
internal sealed class ObjectSerializer(int? keyColumn, Members<ValueSerializer> members) : ValueSerializer
{
    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        if (IsMissing(row))
        {
            json.Null();
            return;
        }

        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            form.Write(json, row, result);
        }

        json.Raw(members.End);
    }

    public override bool IsMissing(RowSource row) => keyColumn is { } key && row.IsNull(key);

    public override RowSerializer Member(int number) => members.All[number].Form;
}

/// <summary>An object that contains lists.</summary>
/// <param name="keyColumn">The column that is null if there is no object.</param>
/// <param name="members">Its members.</param>
internal sealed class ObjectOfListsSerializer(int? keyColumn, Members<RowSerializer> members) : RowSerializer
{
    public override async ValueTask WriteAsync(ResponseFlow to, RowSource row, PageResult result)
    {
        if (IsMissing(row))
        {
            to.Json.Null();
            return;
        }

        foreach (var (lead, form) in members.All)
        {
            to.Json.Raw(lead);
            await form.WriteAsync(to, row, result);
        }

        to.Json.Raw(members.End);
    }

    public override bool IsMissing(RowSource row) => keyColumn is { } key && row.IsNull(key);

    public override RowSerializer Member(int number) => members.All[number].Form;
}

/// <summary>The row's cursor in its list.</summary>
internal sealed class CursorSerializer : ValueSerializer
{
    public override void Write(JsonText json, RowSource row, PageResult result) => Write(json, row, result.Plan);

    /// <summary>Writes what <see cref="Cursor"/> reads.</summary>
    public static void Write(JsonText json, RowSource row, PagePlan list)
    {
        json.Raw('"');
        var start = json.Length;
        json.Raw('[');
        json.Text(list.Fingerprint);
        for (var number = 0; number < list.CursorColumns.Count; number++)
        {
            json.Raw(',');
            WriteKey(json, row, list.CursorColumns[number], list.Keys[number].StoredKind);
        }

        json.Raw(']');
        json.Encode(start);
        json.Raw('"');
    }

    private static void WriteKey(JsonText json, RowSource row, int column, StoredKind kind)
    {
        if (row.IsNull(column))
        {
            json.Null();
        }
        else if (kind == StoredKind.Text)
        {
            json.Text(row.Text(column));
        }
        else if (kind == StoredKind.Real)
        {
            json.Number(row.Real(column));
        }
        else
        {
            json.Number(row.Integer(column));
        }
    }
}

/// <summary>A list below the row.</summary>
internal sealed class ListSerializer(int number, int ownerColumn, Members<ConnectionSerializer> members) : RowSerializer
{
    public override ValueTask WriteAsync(ResponseFlow to, RowSource row, PageResult result) =>
        ConnectionSerializer.WriteAsync(to, members, ((ListResult)result).Lists[number], OwnerOf(row));

    /// <summary>The list of one row.</summary>
    public ReadPage PageOf(RowSource row, ListResult result) => new(members, result.Lists[number], OwnerOf(row));

    private long OwnerOf(RowSource row) => row.IsNull(ownerColumn) ? PageResult.NoOwner : row.Integer(ownerColumn);
}
