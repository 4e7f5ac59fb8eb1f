using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Writing;

/// <summary>Writes the cursor of a row; <see cref="Cursor"/> reads it.</summary>
internal sealed class CursorText : IDisposable
{
    private readonly ArrayBufferWriter<byte> keys = new();
    private readonly Utf8JsonWriter keysJson;

    public CursorText() => keysJson = new Utf8JsonWriter(keys, ErrorListWriter.Json);

    public void Write(Utf8JsonWriter json, ListPlan list, RowSource row)
    {
        keys.ResetWrittenCount();
        keysJson.Reset();
        keysJson.WriteStartArray();
        keysJson.WriteStringValue(list.Fingerprint);
        for (var number = 0; number < list.CursorColumns.Count; number++)
        {
            WriteKey(row, list.CursorColumns[number], StoredKinds.Of(list.Order[number].Path.Leaf.Type));
        }

        keysJson.WriteEndArray();
        keysJson.Flush();
        var text = ArrayPool<byte>.Shared.Rent(Base64Url.GetEncodedLength(keys.WrittenCount));
        json.WriteStringValue(text.AsSpan(0, Base64Url.EncodeToUtf8(keys.WrittenSpan, text)));
        ArrayPool<byte>.Shared.Return(text);
    }

    public void Dispose() => keysJson.Dispose();

    private void WriteKey(RowSource row, int column, StoredKind kind)
    {
        if (row.IsNull(column))
        {
            keysJson.WriteNullValue();
        }
        else if (kind == StoredKind.Text)
        {
            keysJson.WriteStringValue(row.Text(column));
        }
        else if (kind == StoredKind.Real)
        {
            keysJson.WriteNumberValue(row.Real(column));
        }
        else
        {
            keysJson.WriteNumberValue(row.Integer(column));
        }
    }
}
