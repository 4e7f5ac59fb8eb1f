using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Writing;

/// <summary>Writes connections, edges and rows, with the lists below them.</summary>
internal sealed class ConnectionWriter(Utf8JsonWriter json, IReadOnlyDictionary<Type, FieldLookup> lookups) : IDisposable
{
    private readonly CursorText cursors = new();

    /// <summary>Writes a single row, or null.</summary>
    public void WriteFirstRow(ListResult result, IReadOnlyList<RowOutput> outputs)
    {
        var page = result.PageOf(ListResult.Root);
        if (page.Count == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            WriteObject(outputs, result, result.RowOf(page, 0));
        }
    }

    /// <summary>Writes what stands under one key of an owner's connection.</summary>
    public void Write(ConnectionOutput output, ListResult result, long owner)
    {
        switch (output)
        {
            case TotalCountOutput:
                json.WriteNumberValue(result.TotalOf(owner));
                break;
            case PageInfoOutput info:
                WritePageInfo(info, result, owner);
                break;
            case ConnectionTypeNameOutput typeName:
                json.WriteStringValue(typeName.TypeName);
                break;
            default:
                json.WriteStartArray();
                var page = result.PageOf(owner);
                for (var number = 0; number < page.Count; number++)
                {
                    WriteRow(output, result, result.RowOf(page, number));
                }

                json.WriteEndArray();
                break;
        }
    }

    /// <summary>Writes one element of nodes or edges.</summary>
    public void WriteRow(ConnectionOutput output, ListResult result, RowSource row)
    {
        if (output is NodesOutput nodes)
        {
            WriteObject(nodes.Fields, result, row);
            return;
        }

        json.WriteStartObject();
        foreach (var field in ((EdgesOutput)output).Fields)
        {
            json.WritePropertyName(field.Key);
            if (field.Node is { } node)
            {
                WriteObject(node, result, row);
            }
            else if (field.TypeName is { } typeName)
            {
                json.WriteStringValue(typeName);
            }
            else
            {
                cursors.Write(json, result.Plan, row);
            }
        }

        json.WriteEndObject();
    }

    public void Dispose() => cursors.Dispose();

    private void WritePageInfo(PageInfoOutput info, ListResult result, long owner)
    {
        var page = result.PageOf(owner);
        json.WriteStartObject();
        foreach (var field in info.Fields)
        {
            json.WritePropertyName(field.Key);
            switch (field.Name)
            {
                case "hasNextPage":
                    json.WriteBooleanValue(result.HasNext(owner, page));
                    break;
                case "hasPreviousPage":
                    json.WriteBooleanValue(result.HasPrevious(owner, page));
                    break;
                case "startCursor" or "endCursor" when page.Count == 0:
                    json.WriteNullValue();
                    break;
                case "startCursor" or "endCursor":
                    cursors.Write(json, result.Plan, result.RowOf(page, field.Name == "startCursor" ? 0 : page.Count - 1));
                    break;
                default:
                    json.WriteStringValue("PageInfo"u8);
                    break;
            }
        }

        json.WriteEndObject();
    }

    private void WriteObject(IReadOnlyList<RowOutput> fields, ListResult result, RowSource row)
    {
        json.WriteStartObject();
        for (var number = 0; number < fields.Count; number++)
        {
            json.WritePropertyName(fields[number].Key);
            WriteField(fields[number], result, row);
        }

        json.WriteEndObject();
    }

    private void WriteField(RowOutput field, ListResult result, RowSource row)
    {
        switch (field)
        {
            case ScalarOutput scalar:
                ColumnJson.Write(json, scalar.Type, row, scalar.Column);
                break;
            case ReferenceOutput reference when row.IsNull(reference.KeyColumn):
                json.WriteNullValue();
                break;
            case ReferenceOutput reference:
                WriteObject(reference.Fields, result, row);
                break;
            case ListOutput list:
                WriteList(list, result.Lists[list.List.Number], row);
                break;
            case LookupOutput lookup:
                json.WriteStringValue(row.IsNull(lookup.Column)
                    ? null
                    : lookups[lookup.Source].Find(System.Text.Encoding.UTF8.GetString(row.Text(lookup.Column))));
                break;
            default:
                json.WriteStringValue(((TypeNameOutput)field).TypeName);
                break;
        }
    }

    private void WriteList(ListOutput list, ListResult result, RowSource owner)
    {
        var key = owner.IsNull(list.List.Parent!.KeyColumn) ? ListResult.NoOwner : owner.Integer(list.List.Parent.KeyColumn);
        json.WriteStartObject();
        foreach (var output in list.Outputs)
        {
            json.WritePropertyName(output.Key);
            Write(output, result, key);
        }

        json.WriteEndObject();
    }
}
